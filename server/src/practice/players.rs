//! Who plays the desk of the practice city. They have no password and are shut out, so nobody can sign in as one of them.

use shuiting_shared::case::Role;
use shuiting_shared::time::Moment;
use shuiting_shared::words::Lang;

use crate::db::Conn;
use crate::problem::Failure;
use crate::session::{Caller, Staff, Who};
use crate::staff::{self, NewMember};

/// One a role in which anything is done, and what residents read as their name.
const PLAYERS: [(Role, &str); 4] = [
    (Role::Clerk, "演示窗口"),
    (Role::Dispatcher, "演示调度"),
    (Role::Crew, "演示师傅"),
    (Role::Supervisor, "演示主管"),
];
/// The hash of no password.
const NONE: &str = "-";

/// Lets them move in.
pub(super) fn settle(conn: &mut Conn, now: Moment) -> Result<(), Failure> {
    for (role, display) in PLAYERS {
        let member = NewMember {
            name: role.code(),
            display,
            role,
            password: NONE.to_owned(),
            phone: None,
            unit: None,
            post: None,
        };
        staff::add(conn, &member, now).map_err(Failure::broken)?;
        staff::disable(conn, role.code()).map_err(Failure::broken)?;
    }
    Ok(())
}

/// Whoever plays this role; what no player is for is done at the counter.
pub(super) fn player(conn: &mut Conn, role: Role) -> Result<Caller, Failure> {
    let plays = PLAYERS.iter().any(|(played, _)| *played == role);
    let role = if plays { role } else { Role::Clerk };
    let gone = || Failure::broken(anyhow::anyhow!("nobody plays {}", role.code()));
    let member = staff::by_name(conn, role.code())?.ok_or_else(gone)?;
    Ok(Caller {
        session: String::new(),
        who: Who::Staff(Staff {
            id: member.id,
            name: member.name,
            display: member.display,
            role,
            unit: None,
        }),
        lang: Lang::Zh,
    })
}
