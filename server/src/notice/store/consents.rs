//! How many messages of WeChat's templates residents have agreed to and not had.

use diesel::prelude::*;
use shuiting_shared::time::Moment;

use crate::db::schema::consents;
use crate::db::{Conn, alone};

pub(in crate::notice) fn left(conn: &mut Conn, account: &str, template: &str) -> QueryResult<i32> {
    let left: Option<i32> = consents::table
        .find((account, template))
        .select(consents::remain)
        .first(conn)
        .optional()?;
    Ok(left.unwrap_or_default())
}

/// Adds to what was agreed to; `more` is nought where somebody was asked and said no.
pub(in crate::notice) fn answer(
    conn: &mut Conn,
    account: &str,
    template: &str,
    more: i32,
    now: Moment,
) -> QueryResult<()> {
    alone(conn, account)?;
    let remain = left(conn, account, template)? + more;
    let counted = (consents::remain.eq(remain), consents::asked.eq(now.naive_utc()));
    let known = diesel::update(consents::table.find((account, template)))
        .set(counted)
        .execute(conn)?;
    if known == 0 {
        diesel::insert_into(consents::table)
            .values((
                consents::account_id.eq(account),
                consents::template.eq(template),
                counted,
            ))
            .execute(conn)?;
    }
    Ok(())
}

/// Uses one up; says whether there was one.
pub(in crate::notice) fn take(conn: &mut Conn, account: &str, template: &str) -> QueryResult<bool> {
    let there = consents::table.find((account, template)).filter(consents::remain.gt(0));
    let taken = diesel::update(there)
        .set(consents::remain.eq(consents::remain - 1))
        .execute(conn)?;
    Ok(taken == 1)
}

/// Gives one back that was not used.
pub(in crate::notice) fn give_back(conn: &mut Conn, account: &str, template: &str) -> QueryResult<()> {
    diesel::update(consents::table.find((account, template)))
        .set(consents::remain.eq(consents::remain + 1))
        .execute(conn)
        .map(|_| ())
}

/// They want none any more.
pub(in crate::notice) fn end(conn: &mut Conn, account: &str, template: &str) -> QueryResult<()> {
    diesel::update(consents::table.find((account, template)))
        .set(consents::remain.eq(0))
        .execute(conn)
        .map(|_| ())
}
