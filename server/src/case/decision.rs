//! What a case decides about the water account that it names, at the step that decides it; and what of the account stands in
//! the way of finishing it.

use shuiting_shared::case::{Action, Change, Stand};

use super::answers;
use super::store::Row;
use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::water::{self, Decision};

/// Refuses to finish what the account is not ready for (any more). What was finished before was ready then.
pub(super) fn hindered(app: &App, conn: &mut Conn, row: &Row, stand: &Stand, action: &Action) -> Result<(), Failure> {
    let finishes = matches!(action, Action::Finish { .. }) && stand.finished.is_none();
    match (&row.water_account, stand.service.form()) {
        (Some(number), Some(form)) if finishes => water::hindered(app, conn, form, number),
        _ => Ok(()),
    }
}

/// Puts into effect what the steps decide that a change has ended.
pub(super) fn decided(app: &App, conn: &mut Conn, row: &Row, stand: &Stand, change: &Change) -> Result<(), Failure> {
    let (Some(number), Some(form)) = (&row.water_account, stand.service.form()) else {
        return Ok(());
    };
    for effect in stand.ended(change).into_iter().filter_map(|step| step.effect) {
        let decision = Decision {
            case: &row.id,
            account: number,
            effect,
            answers: &answers::open(&app.keys, &row.id, form, &row.answers)?,
            deviation: stand.work.deviation,
        };
        water::decide(app, conn, &decision)?;
    }
    Ok(())
}
