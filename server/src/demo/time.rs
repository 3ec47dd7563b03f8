//! A clock of the demo city that can be put on: it starts at a moment of one's choice, runs on, and jumps ahead where somebody
//! wants to see what happens later.

use std::sync::Mutex;

use actix_web::HttpResponse;
use actix_web::web::{self, ServiceConfig};
use chrono::{SubsecRound as _, TimeDelta, Utc};
use maud::html;
use serde::{Deserialize, Serialize};
use shuiting_shared::form::{FieldFlaw, Flaw};
use shuiting_shared::problem::Code;
use shuiting_shared::time::{self, Moment};

use super::page::page;
use crate::app::App;
use crate::body::Body;
use crate::clock::Clock;
use crate::problem::Failure;
use crate::{event, order};

/// A clock that is put on by hand.
pub struct HandSet(Mutex<TimeDelta>);

impl HandSet {
    /// One that shows this moment now.
    pub fn showing(moment: Moment) -> Self {
        Self(Mutex::new(moment - Utc::now()))
    }

    /// Puts it on; a moment that is past is not taken.
    fn put_on(&self, to: Moment) -> bool {
        let mut ahead = self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let now = Utc::now() + *ahead;
        if to >= now {
            *ahead += to - now;
        }
        to >= now
    }
}

impl Clock for HandSet {
    fn now(&self) -> Moment {
        let ahead = *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        (Utc::now() + ahead).trunc_subsecs(3)
    }
}

/// Its addresses.
pub(super) fn routes(config: &mut ServiceConfig) {
    config
        .route("/demo/time", web::get().to(show))
        .route("/demo/time", web::post().to(put_on))
        .route("/demo/time/on", web::post().to(on));
}

/// A moment.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Shown {
    now: Moment,
}

/// What the page's buttons send.
#[derive(Deserialize)]
struct On {
    minutes: i64,
}

fn clock(app: &App) -> Result<&HandSet, Failure> {
    app.time.as_deref().ok_or_else(|| Failure::new(Code::NotFound))
}

/// What is due by then happens before it is answered.
async fn happened(app: &App) -> Result<(), Failure> {
    order::ring(app).await?;
    let state = app.clone();
    app.db.write(move |conn| event::remind(&state, conn)).await?;
    app.outbox.wake();
    app.feed.wake();
    Ok(())
}

/// Puts the clock on to a moment.
async fn put_on(app: web::Data<App>, to: Body<Shown>) -> Result<web::Json<Shown>, Failure> {
    if !clock(&app)?.put_on(to.0.now) {
        let earliest = time::today(app.clock.now());
        return Err(Failure::flawed(vec![FieldFlaw::new("now", Flaw::DayPast { earliest })]));
    }
    happened(&app).await?;
    Ok(web::Json(Shown { now: app.clock.now() }))
}

/// Puts it on by minutes, and shows the page again.
async fn on(app: web::Data<App>, by: web::Form<On>) -> Result<HttpResponse, Failure> {
    let minutes = by.into_inner().minutes.clamp(0, 7 * 24 * 60);
    clock(&app)?.put_on(app.clock.now() + TimeDelta::minutes(minutes));
    happened(&app).await?;
    show(app).await
}

async fn show(app: web::Data<App>) -> Result<HttpResponse, Failure> {
    clock(&app)?;
    let jumps = [
        (5, "5 分钟", "5 minutes"),
        (30, "30 分钟", "30 minutes"),
        (240, "4 小时", "4 hours"),
        (1440, "1 天", "a day"),
    ];
    let body = html! {
        p { "演示城现在是 " strong { (time::exact(app.clock.now())) } "。往后拨,到点的事马上发生。" }
        p lang="en" { "Put it on, and what is due happens at once." }
        form method="post" action="/demo/time/on" {
            @for (minutes, zh, en) in jumps {
                button name="minutes" value=(minutes) { "+" (zh) " " small lang="en" { (en) } }
                " "
            }
        }
    };
    Ok(page(app.realm, "演示时钟", "Demo clock", &body))
}
