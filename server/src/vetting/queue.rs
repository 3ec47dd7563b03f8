//! Asks WeChat about what waits, one after the other, and again while it does not answer.

use std::sync::Arc;

use chrono::TimeDelta;

use super::photo;
use super::store::{self, Fate, Row};
use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::wechat::{Scene, Trouble, WeChat};

const BATCH: i64 = 20;
/// So long something belongs to the server that asks about it; after that another one may.
const LEASE_SECONDS: i64 = 60;
/// WeChat says within half an hour what it thinks of a picture.
const PROMISED_MINUTES: i64 = 60;
/// Times that WeChat is asked, with pauses that double from the first one: the last is some two hours after the first.
const TRIES: i32 = 10;
const FIRST_PAUSE_SECONDS: i64 = 15;

/// Asks until the task is ended.
pub(crate) async fn run(app: App, wechat: Arc<dyn WeChat>) {
    loop {
        match ask_about_due(&app, &*wechat).await {
            Ok(0) => app.vetter.woken().await,
            Ok(_) => {}
            Err(failure) => {
                tracing::error!(cause = %failure, "what is to be looked at cannot be read");
                app.vetter.pause().await;
            }
        }
    }
}

async fn ask_about_due(app: &App, wechat: &dyn WeChat) -> Result<usize, Failure> {
    let now = app.clock.now();
    let until = now + TimeDelta::seconds(LEASE_SECONDS);
    let due = app
        .db
        .write(move |conn: &mut Conn| store::take_due(conn, now, until, BATCH).map_err(Failure::from))
        .await?;
    for row in &due {
        let fate = match ask(app, wechat, row).await? {
            Ok(fate) => fate,
            Err(trouble) => {
                tracing::warn!(vetting = row.id, trouble = %trouble, "WeChat does not say what it thinks");
                if trouble.passes() && row.attempts + 1 < TRIES {
                    Fate::Again(app.clock.now() + TimeDelta::seconds(FIRST_PAUSE_SECONDS << row.attempts))
                } else {
                    Fate::Unseen
                }
            }
        };
        let id = row.id.clone();
        app.db
            .write(move |conn: &mut Conn| store::settle(conn, &id, &fate).map_err(Failure::from))
            .await?;
    }
    Ok(due.len())
}

async fn ask(app: &App, wechat: &dyn WeChat, row: &Row) -> Result<Result<Fate, Trouble>, Failure> {
    let Some(photo) = &row.photo else {
        let words = row.words(app)?;
        let judged = wechat.check_words(&row.openid, Scene::Social, &words).await;
        return Ok(judged.map(Fate::Judged));
    };
    let Some(address) = photo::address(app, photo)? else {
        return Ok(Ok(Fate::Unseen));
    };
    let promised = wechat.check_picture(&row.openid, Scene::Social, &address).await;
    let again = app.clock.now() + TimeDelta::minutes(PROMISED_MINUTES);
    Ok(promised.map(|trace| Fate::Promised(trace, again)))
}
