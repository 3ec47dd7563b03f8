//! The city for practising (演示), below `/practice/`: the same hall, services and limits, and nothing that is real.
//!
//! It is an [`App`] of its own, made of means of its own: a database and a folder that go with it, a secret that nobody
//! else has, the demo's gateway and inbox, and nobody outside. It holds nothing of the house but rules, tariffs and the
//! time, and what its handlers are given hangs on its own addresses alone. So nothing that is done there can reach a real
//! case, a figure, a phone or a payment: there is no way from here to there.
//!
//! | module | subject |
//! |---|---|
//! | [`players`] | who plays the desk; none of them can sign in |
//! | [`motion`] | what the desk answers, in seconds, and the new beginning each night |
//! | [`inbox`] | what would have been an SMS |

mod inbox;
mod motion;
mod players;

use std::sync::Arc;

use actix_web::HttpResponse;
use actix_web::web::{self, ServiceConfig};
use anyhow::{Context as _, ensure};
use shuiting_shared::house::{Codes, House};
use shuiting_shared::problem::Code;
use shuiting_shared::realm::Realm;
use tempfile::TempDir;
use tokio::task::JoinHandle;

use crate::app::App;
use crate::application::Means;
use crate::attachment::Folder;
use crate::db::{self, Address, Conn};
use crate::knowledge::file::File;
use crate::notice::DemoInbox;
use crate::problem::Failure;
use crate::providers::Providers;
use crate::{case, demo, keys, notice, pay};

pub use motion::{Motion, PAUSE_SECONDS};

/// Where the city is built.
#[derive(Clone, Debug, Default)]
pub struct Ground {
    /// Its database, which is emptied; none takes a file that goes when the server does.
    pub address: Option<Address>,
}

/// The city.
pub struct Practice {
    /// What its handlers are given.
    pub app: App,
    /// What it keeps on the disk goes with it.
    _folder: TempDir,
}

/// Its own addresses, beside those of any city: there is neither a list of messages nor one of payments, since whoever
/// practises may have typed what is theirs.
pub(crate) fn routes(config: &mut ServiceConfig) {
    config
        .configure(inbox::routes)
        .configure(demo::page::routes)
        .configure(demo::bank::page::till)
        .route("/demo/{rest:.*}", web::to(nothing));
}

async fn nothing() -> Result<HttpResponse, Failure> {
    Err(Failure::new(Code::NotFound))
}

impl Practice {
    /// Builds the city beside a house, empty but for whoever plays its desk. Of the house it takes over what is said below
    /// and no more. A database that is the house's own, or in which anything real lies, is refused.
    pub(crate) async fn open(ground: &Ground, house: &Means, beside: &App) -> anyhow::Result<Self> {
        let folder = tempfile::Builder::new()
            .prefix("shuiting-practice-")
            .tempdir()
            .context("PRACTICE: there is no room for its files")?;
        let own = || Address::Sqlite(folder.path().join("practice.db").display().to_string());
        let means = Means {
            address: ground.address.clone().unwrap_or_else(own),
            secret: keys::token().into_bytes(),
            house: rules(&house.house),
            tariffs: house.tariffs.clone(),
            clock: house.clock.clone(),
            files: Arc::new(Folder::new(folder.path().join("files"))?),
            sms: None,
            providers: Providers::default(),
            gateway: None,
            demo: true,
            time: house.time.clone(),
            practice: None,
            https: house.https,
            url: house.url.clone(),
            listen: house.listen,
            workers: None,
            bell: None,
        };
        let app = App {
            realm: Realm::Practice,
            wechat: None,
            ..means.app().context("PRACTICE_DATABASE_URL")?
        };
        let mine = app.db.read(db_identity).await?;
        ensure!(
            mine != beside.db.read(db_identity).await?,
            "PRACTICE_DATABASE_URL: this is the house's own database, and that of the practice city is emptied every night; name another one"
        );
        let real = app
            .db
            .read(|conn: &mut Conn| case::any_real(conn).map_err(Failure::from));
        ensure!(
            !real.await?,
            "PRACTICE_DATABASE_URL: real cases lie there, and the database of the practice city is emptied every night; name another one"
        );
        begin(&app).await?;
        Ok(Self { app, _folder: folder })
    }

    /// Starts what runs beside its requests.
    pub(crate) async fn begin(&self) -> anyhow::Result<Vec<JoinHandle<()>>> {
        let app = &self.app;
        let mut tasks = vec![
            actix_web::rt::spawn(notice::send(app.clone(), Arc::new(DemoInbox::new(app.clone())))),
            actix_web::rt::spawn(case::follow(app.clone()).await?),
            actix_web::rt::spawn(motion::run(app.clone())),
        ];
        if let Some(gateway) = app.gateway.clone() {
            tasks.push(actix_web::rt::spawn(pay::watch(app.clone(), gateway)));
        }
        Ok(tasks)
    }
}

fn db_identity(conn: &mut Conn) -> Result<String, Failure> {
    Ok(db::identity(conn)?)
}

/// The house rules. No SMS leaves, so whoever shows the hall forty times in an afternoon need not wait for codes.
fn rules(house: &House) -> House {
    House {
        codes: Codes {
            pause_seconds: 0,
            a_day: u32::MAX,
            ..house.codes.clone()
        },
        ..house.clone()
    }
}

/// Begins anew: nothing is left of what was filed, and those who play the desk are there.
pub async fn begin(app: &App) -> Result<(), Failure> {
    let now = app.clock.now();
    app.db
        .write(move |conn: &mut Conn| {
            db::empty(conn)?;
            File::brought_along()
                .map_err(|why| Failure::broken(anyhow::anyhow!(why)))?
                .take(conn, now)?;
            players::settle(conn, now)
        })
        .await
}
