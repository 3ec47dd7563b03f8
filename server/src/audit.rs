//! The audit log: who of the staff has looked at what. Kept apart from the timeline, which is for acts.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use shuiting_shared::time::Moment;

use crate::db::Conn;
use crate::db::schema::audit;
use crate::ids;

#[derive(Insertable)]
#[diesel(table_name = audit)]
struct Row<'a> {
    id: String,
    at: NaiveDateTime,
    staff_id: &'a str,
    case_id: &'a str,
    what: &'a str,
}

/// Writes down that a member of staff has seen something in full.
pub fn looked(conn: &mut Conn, staff: &str, case: &str, what: &str, now: Moment) -> QueryResult<()> {
    let row = Row {
        id: ids::new(now),
        at: now.naive_utc(),
        staff_id: staff,
        case_id: case,
        what,
    };
    diesel::insert_into(audit::table).values(&row).execute(conn).map(|_| ())
}

/// Which of these cases a member of staff has been shown this of before.
pub fn seen(conn: &mut Conn, staff: &str, what: &str, cases: &[&str]) -> QueryResult<Vec<String>> {
    audit::table
        .filter(audit::staff_id.eq(staff).and(audit::what.eq(what)))
        .filter(audit::case_id.eq_any(cases))
        .select(audit::case_id)
        .distinct()
        .load(conn)
}

/// What a case's sensitive answers were looked at for, by whom, oldest first: (staff, what).
pub fn of_case(conn: &mut Conn, case: &str) -> QueryResult<Vec<(String, String)>> {
    audit::table
        .filter(audit::case_id.eq(case))
        .order(audit::at)
        .select((audit::staff_id, audit::what))
        .load(conn)
}
