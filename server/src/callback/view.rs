//! How call-backs are shown.

use shuiting_shared::api::{CallbackList, CallbackQuery, CallbackView};
use shuiting_shared::order::Kind;
use shuiting_shared::problem::Code;

use super::store::{self, Row};
use super::who_calls;
use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;
use crate::{case, staff};

/// Call-backs of one list.
const MOST: i64 = 100;

/// Those that are asked for.
pub(super) fn list(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    query: &CallbackQuery,
) -> Result<CallbackList, Failure> {
    who_calls(caller)?;
    let rows = if query.over {
        store::over(conn, MOST)?
    } else {
        store::to_call(conn, MOST)?
    };
    let open = store::count_open(conn)?;
    Ok(CallbackList {
        callbacks: shown(app, conn, caller, rows)?,
        open: u32::try_from(open).unwrap_or(u32::MAX),
    })
}

/// One of them.
pub(super) fn one(app: &App, conn: &mut Conn, caller: &Caller, id: &str) -> Result<CallbackView, Failure> {
    let row = store::find(conn, id)?;
    let shown = shown(app, conn, caller, vec![row])?;
    shown.into_iter().next().ok_or_else(|| Failure::new(Code::NotFound))
}

fn shown(app: &App, conn: &mut Conn, caller: &Caller, rows: Vec<Row>) -> Result<Vec<CallbackView>, Failure> {
    let cases: Vec<_> = rows.iter().map(|row| row.case_id.clone()).collect();
    let lines = case::lines_of(app, conn, caller, &cases)?;
    let became = case::became(conn, &cases)?;
    let callers: Vec<_> = rows.iter().filter_map(|row| row.staff_id.clone()).collect();
    let callers = staff::names(conn, &callers)?;
    let mut shown = Vec::new();
    for row in rows {
        let Some(line) = lines.get(&row.case_id) else { continue };
        let task = row.task()?;
        let who = row.staff_id.as_ref().and_then(|id| callers.get(id));
        shown.push(CallbackView {
            case: line.clone(),
            kind: row.kind.as_deref().and_then(Kind::from_code),
            reason: task.reason,
            state: task.state,
            due: task.due,
            next: task.next,
            tries: task.tries,
            rated: became.get(&row.case_id).and_then(|became| became.level),
            level: row.level(),
            caller: who.map(|(display, _)| display.clone()),
            id: row.id,
            words: row.words,
        });
    }
    Ok(shown)
}
