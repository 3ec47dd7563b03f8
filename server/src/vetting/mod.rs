//! Words and photos of residents that others than the house may see are looked at by WeChat first 内容安全检测, where the
//! house has asked for that.
//!
//! Nothing that is filed waits for it: a queue asks, and asks again while WeChat is slow or down. Until there is a verdict
//! other residents do not see the words; at the desk they are there at once, and covered once WeChat doubts them. WeChat
//! judges only what somebody wrote who has just used the mini-program; what others write is not looked at.

mod photo;
mod queue;
mod store;

use std::collections::{HashMap, HashSet};

use chrono::TimeDelta;
use shuiting_shared::api::Vetted;
use shuiting_shared::case::Event;
use shuiting_shared::form::{Answers, Form, Kind};

use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::{Caller, Who};
use crate::wechat::{AppKind, Verdict, identity};

pub(crate) use photo::routes;
pub(crate) use queue::run;

/// Hours since somebody has used the mini-program within which WeChat judges what they write.
const HOURS: i64 = 2;
/// Letters of the longest text that WeChat looks at.
const LETTERS: usize = 2500;
/// The version of the entry with which a case begins.
const FIRST: i32 = 1;

/// What is to be looked at.
enum Subject<'a> {
    /// The words of an entry of the timeline.
    Words(i32, &'a str),
    /// A photo.
    Photo(&'a str),
}

/// The openid by which WeChat judges what somebody sends; none where it would not, or is not asked.
fn judged_by(app: &App, conn: &mut Conn, caller: &Caller) -> Result<Option<String>, Failure> {
    let asked = app.wechat.as_ref().is_some_and(|wechat| wechat.checks_content());
    let Who::Resident(resident) = &caller.who else {
        return Ok(None);
    };
    if !asked {
        return Ok(None);
    }
    let since = app.clock.now() - TimeDelta::hours(HOURS);
    identity::used_since(conn, &resident.account, AppKind::Mini, since)
}

fn note(app: &App, conn: &mut Conn, caller: &Caller, case: &str, subjects: &[Subject<'_>]) -> Result<(), Failure> {
    if subjects.is_empty() {
        return Ok(());
    }
    let Some(openid) = judged_by(app, conn, caller)? else {
        return Ok(());
    };
    for subject in subjects {
        store::add(app, conn, case, &openid, subject)?;
    }
    app.vetter.wake();
    Ok(())
}

/// Has looked at what a resident wrote into a filing, and at its photos.
pub fn filed<'a>(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    case: &str,
    form: &Form,
    answers: &Answers,
    photos: impl Iterator<Item = &'a String>,
) -> Result<(), Failure> {
    let words = form
        .fields()
        .filter(|field| matches!(field.kind, Kind::Words { .. }))
        .filter_map(|field| answers.get(field.key));
    let words = words.collect::<Vec<_>>().join("\n");
    let words: String = words.chars().take(LETTERS).collect();
    let mut subjects: Vec<_> = photos.map(|photo| Subject::Photo(photo)).collect();
    if !words.is_empty() {
        subjects.push(Subject::Words(FIRST, &words));
    }
    note(app, conn, caller, case, &subjects)
}

/// Has looked at what a resident wrote with an act; its entries begin after version `before`.
pub fn said<'a>(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    case: &str,
    before: i32,
    events: impl Iterator<Item = &'a Event>,
) -> Result<(), Failure> {
    let mut subjects = Vec::new();
    for (event, version) in events.zip(before + 1..) {
        subjects.extend(event.words().map(|words| Subject::Words(version, words)));
        subjects.extend(event.photos().into_iter().map(Subject::Photo));
    }
    note(app, conn, caller, case, &subjects)
}

/// Has looked at photos that a resident brings later.
pub fn brought<'a>(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    case: &str,
    photos: impl Iterator<Item = &'a String>,
) -> Result<(), Failure> {
    let subjects: Vec<_> = photos.map(|photo| Subject::Photo(photo)).collect();
    note(app, conn, caller, case, &subjects)
}

/// What is known of the words and photos of a case. What is not in it is good, or was never asked about.
#[derive(Default)]
pub struct Known {
    entries: HashMap<i32, Vetted>,
    /// The photos that WeChat doubts.
    pub doubtful: HashSet<String>,
}

impl Known {
    /// What is known of the words of an entry.
    pub fn of_entry(&self, version: i32) -> Option<Vetted> {
        self.entries.get(&version).copied()
    }
}

/// What is known of a case.
pub fn known(conn: &mut Conn, case: &str) -> Result<Known, Failure> {
    let mut known = Known::default();
    for row in store::of_case(conn, case)? {
        let Some(vetted) = row.vetted() else { continue };
        match (row.version, row.photo) {
            (Some(version), _) => drop(known.entries.insert(version, vetted)),
            (None, Some(photo)) if vetted == Vetted::Doubtful => drop(known.doubtful.insert(photo)),
            (None, _) => {}
        }
    }
    Ok(known)
}

/// WeChat tells what it thinks of a picture.
pub fn told(conn: &mut Conn, trace: &str, verdict: Verdict) -> Result<(), Failure> {
    Ok(store::told(conn, trace, verdict)?)
}
