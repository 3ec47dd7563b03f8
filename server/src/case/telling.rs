//! Who hears of what has become of a case.

use shuiting_shared::case::{Change, Hears, Notice, Role, Tidings};
use shuiting_shared::message::Message;
use shuiting_shared::words::Lang;

use super::follow;
use super::store::Row;
use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::{notice, staff};

/// Tells who is to hear of a change.
pub(super) fn tell(app: &App, conn: &mut Conn, row: &Row, change: &Change) -> Result<(), Failure> {
    notices(app, conn, row, &change.notices)
}

/// Tells who is to hear of these. A part that was split off belongs to nobody outside, who would hear of it.
pub(super) fn notices(app: &App, conn: &mut Conn, row: &Row, notices: &[Notice]) -> Result<(), Failure> {
    let (number, service) = (row.number()?, row.service()?);
    let lang = Lang::from_code(&row.lang);
    for Notice { to, tidings } in notices {
        let message = Message::about(number, service, tidings);
        if *to == Hears::Filer {
            if !row.phone.is_empty() {
                notice::enqueue(app, conn, Some(&row.id), &row.phone, lang, &message)?;
            }
            followers(app, conn, row, tidings)?;
        } else {
            for phone in phones(conn, row, *to)? {
                notice::enqueue(app, conn, Some(&row.id), &phone, Lang::Zh, &message)?;
            }
        }
    }
    Ok(())
}

/// The phones of the staff who are to hear of a case. Before it lies with a unit, it lies with dispatch.
fn phones(conn: &mut Conn, row: &Row, who: Hears) -> Result<Vec<String>, Failure> {
    let head = |conn: &mut Conn| match &row.unit {
        Some(unit) => staff::heads_of(conn, unit),
        None => staff::phones_of(conn, Role::Dispatcher),
    };
    Ok(match who {
        Hears::Filer => Vec::new(),
        Hears::Supervisors => staff::phones_of(conn, Role::Supervisor)?,
        Hears::Duty => staff::on_duty(conn)?,
        Hears::Head => head(conn)?,
        Hears::Holder => {
            // Whoever passed it to a unit does not have it any more.
            let holder = row
                .assignee_id
                .as_deref()
                .map(|id| staff::find(conn, id))
                .transpose()?
                .flatten();
            let theirs = |member: &staff::Member| member.unit == row.unit || member.role == Role::Crew.code();
            let holder = holder.filter(|member| row.unit.is_none() || theirs(member));
            match holder.and_then(|member| member.phone) {
                Some(phone) => vec![phone],
                None => head(conn)?,
            }
        }
    })
}

/// Tells whoever follows the case, where it is for them.
fn followers(app: &App, conn: &mut Conn, row: &Row, tidings: &Tidings) -> Result<(), Failure> {
    let Some(message) = Message::to_follower(row.number()?, row.service()?, tidings) else {
        return Ok(());
    };
    for (phone, lang) in follow::hearing(conn, row)? {
        notice::enqueue(app, conn, Some(&row.id), &phone, Lang::from_code(&lang), &message)?;
    }
    Ok(())
}
