//! What cases have to do with somebody outside the house: what a bank answers by a file, and the contract that it is about.

use shuiting_shared::case::Action;
use shuiting_shared::problem::Code;
use shuiting_shared::service::Service;
use shuiting_shared::words::Lang;

use super::store::{self, Row};
use super::{acting, answers, telling};
use crate::app::App;
use crate::db::Conn;
use crate::debit;
use crate::problem::Failure;

/// Enters what a bank has answered to a case: words with which it goes on to its end, or a reason with which it is closed.
/// Whoever filed hears once, of how it ended.
pub(crate) fn enter_for_bank(
    app: &App,
    conn: &mut Conn,
    case: &str,
    answer: Result<String, String>,
) -> Result<(), Failure> {
    let row = store::by_id(conn, case)?;
    let number = row.number()?;
    let last = match answer {
        Err(reason) => Action::Reject { reason },
        Ok(result) => {
            let mut row = row;
            while row.work()?.next(row.service()?).is_some() {
                let done = Action::Advance {
                    words: result.clone(),
                    photos: Vec::new(),
                };
                (row, _) = taken(acting::untold(app, conn, number, &done)?)?;
            }
            Action::Finish {
                result,
                before: Vec::new(),
                after: Vec::new(),
                parts: Vec::new(),
            }
        }
    };
    let (row, change) = taken(acting::untold(app, conn, number, &last)?)?;
    telling::tell(app, conn, &row, &change)
}

fn taken<T>(done: Option<T>) -> Result<T, Failure> {
    done.ok_or_else(|| Failure::new(Code::NotNow))
}

/// Lets the contract of a case of direct debit follow the case, as it stands after an act.
pub(super) fn follow(app: &App, conn: &mut Conn, row: &Row) -> Result<(), Failure> {
    let (Service::Debit, Some(account)) = (row.service()?, &row.water_account) else {
        return Ok(());
    };
    let form = row.service()?.form().ok_or_else(|| Failure::new(Code::NoForm))?;
    let work = row.work()?;
    let asked = debit::Asked {
        case: &row.id,
        account,
        holder: row.name.as_deref().unwrap_or_default(),
        answers: &answers::open(&app.keys, &row.id, form, &row.answers)?,
        phone: &row.phone,
        lang: Lang::from_code(&row.lang),
        status: row.status()?,
        step: work.stage.as_deref(),
    };
    debit::moved(app, conn, &asked)
}
