//! What has become of cases, for figures: whether they are finished, and how they were rated.

use std::collections::HashMap;

use shuiting_shared::case::{Level, Status};
use shuiting_shared::service::Service;
use shuiting_shared::time::Moment;

use super::store::history;
use crate::db::Conn;
use crate::problem::Failure;

/// So many at a time: SQLite takes no more than 32,766 values in one question.
const AT_ONCE: usize = 1000;

/// What has become of a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Became {
    /// What it is a case of; none where the house has no such service any more.
    pub service: Option<Service>,
    /// Whether it is finished.
    pub finished: bool,
    /// The latest rating.
    pub level: Option<Level>,
    /// Whether that was given on the phone.
    pub by_call: bool,
}

/// What has become of cases, by their ids.
pub fn became(conn: &mut Conn, ids: &[String]) -> Result<HashMap<String, Became>, Failure> {
    let mut found = HashMap::new();
    for ids in ids.chunks(AT_ONCE) {
        let levels = history::levels(conn, ids)?.into_iter();
        let mut levels: HashMap<_, _> = levels.map(|(id, level, by_call)| (id, (level, by_call))).collect();
        for (id, service, status) in history::stands(conn, ids)? {
            let rated = levels.remove(&id);
            let became = Became {
                service: Service::from_code(&service),
                finished: status == Status::Finished.code(),
                level: rated.as_ref().and_then(|(code, _)| Level::from_code(code)),
                by_call: rated.is_some_and(|(_, by_call)| by_call),
            };
            found.insert(id, became);
        }
    }
    Ok(found)
}

/// The cases that were finished within a span and are so still: (id, unit).
pub fn finished_within(conn: &mut Conn, span: (Moment, Moment)) -> Result<Vec<(String, Option<String>)>, Failure> {
    Ok(history::finished_within(conn, span)?)
}
