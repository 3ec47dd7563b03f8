//! What a resident says to the house from elsewhere than its own pages: it goes to their newest case, or becomes one.

use std::collections::BTreeMap;

use shuiting_shared::api::{Act, NewCase};
use shuiting_shared::case::{Action, Actor, Verb, allowed};
use shuiting_shared::form::Answers;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::service::Service;

use super::store::{self, Row};
use super::{acting, filing, sight, view};
use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;

/// Where it went.
pub enum Heard {
    /// To a case that is being worked on.
    With(CaseNumber),
    /// To one of its own.
    Anew(CaseNumber),
}

/// Cases among which the newest one is looked for that can still be added to.
const NEWEST: i64 = 20;

/// Takes down what a resident says: with their newest case that can be added to, else as a question of its own. `key` is by
/// what it is known again.
pub fn hear(app: &App, conn: &mut Conn, caller: &Caller, key: &str, words: &str) -> Result<Heard, Failure> {
    let resident = caller.resident()?;
    for row in view::rows_of(conn, resident, NEWEST)? {
        if may_add(app, conn, &row, caller)? {
            let number = row.number()?;
            let act = Act {
                version: None,
                action: Action::Add {
                    words: words.to_owned(),
                    photos: Vec::new(),
                },
            };
            acting::act(app, conn, caller, number, &act)?;
            return Ok(Heard::With(number));
        }
    }
    let answers = [
        ("category", "other"),
        ("words", words),
        ("phone", resident.proved_phone()?),
    ];
    let new = NewCase {
        service: Service::Comp,
        answers: Answers(
            answers
                .map(|(field, answer)| (field.to_owned(), answer.to_owned()))
                .into(),
        ),
        materials: BTreeMap::new(),
        event: None,
    };
    let filed = filing::file(app, conn, caller, key, &new)?.answer()?;
    Ok(Heard::Anew(filed.number))
}

fn may_add(app: &App, conn: &mut Conn, row: &Row, caller: &Caller) -> Result<bool, Failure> {
    let stand = view::stand(app, row, &store::verdicts(conn, &row.id)?)?;
    let is_theirs = sight::actor(row, caller) == Some(Actor::Filer);
    Ok(is_theirs && allowed(&stand, Actor::Filer, app.clock.now()).contains(&Verb::Add))
}
