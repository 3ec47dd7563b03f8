//! One act on many cases: each is a transaction of its own, and has an outcome of its own.

use shuiting_shared::api::{Act, BulkAct};
use shuiting_shared::form::{FieldFlaw, Flaw};
use shuiting_shared::number::CaseNumber;

use super::acting;
use crate::app::App;
use crate::db::Conn;
use crate::keys;
use crate::problem::Failure;
use crate::session::Caller;

/// A request that makes sense.
#[derive(Clone)]
pub(super) struct Bulk {
    key: String,
    /// The hash of the request.
    body: String,
    act: Act,
    /// Each case once.
    pub(super) numbers: Vec<CaseNumber>,
}

impl Bulk {
    /// Reads a request under its key.
    pub(super) fn read(key: String, wanted: BulkAct) -> Result<Self, Failure> {
        let mut flaws = Vec::new();
        if wanted.numbers.is_empty() {
            flaws.push(FieldFlaw::new("numbers", Flaw::Missing));
        } else if wanted.numbers.len() > BulkAct::MOST {
            flaws.push(FieldFlaw::new("numbers", Flaw::TooManyCases { most: BulkAct::MOST }));
        }
        if !wanted.action.in_bulk() {
            flaws.push(FieldFlaw::new("action", Flaw::NotAChoice));
        }
        if !flaws.is_empty() {
            return Err(Failure::flawed(flaws));
        }
        let body = keys::hash(&serde_json::to_vec(&wanted)?);
        let mut numbers = Vec::new();
        for number in wanted.numbers {
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        let act = Act {
            version: None,
            action: wanted.action,
        };
        Ok(Self {
            key,
            body,
            act,
            numbers,
        })
    }

    /// Does it to one of its cases. Under the same key it is done once: whoever sends again hears that it was.
    pub(super) fn one(&self, app: &App, conn: &mut Conn, caller: &Caller, number: CaseNumber) -> Result<(), Failure> {
        let me = caller.staff()?;
        acting::once(app, conn, me, (&self.key, &self.body), number, |conn| {
            acting::act(app, conn, caller, number, &self.act)
        })?;
        Ok(())
    }
}
