//! The demo city: filled by the same doors that everybody uses, only faster.

pub(crate) mod bank;
mod calls;
mod city;
mod clock;
mod draw;
mod inbox;
pub(crate) mod page;
mod time;
pub(crate) mod walk;
mod wechat;

use actix_web::web::ServiceConfig;
use anyhow::{Context as _, ensure};

pub use bank::Bank;
pub use time::HandSet;
pub use wechat::WeChat;

use crate::app::App;
use crate::case;
use crate::db::Conn;
use crate::problem::Failure;

/// The demo's own pages; there are none without `--demo`.
pub(crate) fn routes(config: &mut ServiceConfig) {
    config
        .configure(page::routes)
        .configure(inbox::routes)
        .configure(time::routes)
        .configure(calls::routes)
        .configure(bank::page::routes)
        .configure(wechat::routes::routes);
}

/// The password of everybody on the demo city's staff.
pub const PASSWORD: &str = "shuiting-demo";

/// What the demo city holds.
#[derive(Clone, Copy, Debug)]
pub struct Filled {
    /// Cases.
    pub cases: i64,
}

/// Opens the demo city: fills it where it is empty, and refuses where real cases lie.
pub(crate) async fn open(app: &App) -> anyhow::Result<()> {
    let real = app
        .db
        .read(|conn: &mut Conn| case::any_real(conn).map_err(Failure::from))
        .await?;
    ensure!(
        !real,
        "--demo: this database holds real cases; start without --demo, or name another one in DATABASE_URL"
    );
    if cases(app).await? == 0 {
        fill(app).await?;
    }
    Ok(())
}

/// Fills an empty database with the demo city: staff, residents, some 300 cases of the last 60 days, photos.
pub async fn fill(app: &App) -> anyhow::Result<Filled> {
    ensure!(
        cases(app).await? == 0,
        "the demo city is only built on an empty database"
    );
    city::build(app).await.context("building the demo city")?;
    Ok(Filled {
        cases: cases(app).await?,
    })
}

async fn cases(app: &App) -> anyhow::Result<i64> {
    Ok(app
        .db
        .read(|conn: &mut Conn| case::count(conn).map_err(Failure::from))
        .await?)
}
