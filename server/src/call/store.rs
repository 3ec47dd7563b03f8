//! The table of calls.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use shuiting_shared::call::{Outcome, State, Times};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::time::Moment;

use crate::db::Conn;
use crate::db::schema::calls;
use crate::problem::Failure;

/// A call as stored; times without a zone, UTC.
#[derive(Clone, Queryable, Insertable, AsChangeset)]
#[diesel(table_name = calls, treat_none_as_null = true)]
pub(super) struct Row {
    pub(super) id: String,
    pub(super) phone: Option<String>,
    /// The agent at whose seat it rang.
    pub(super) staff_id: String,
    /// The first that is known of it.
    pub(super) first: NaiveDateTime,
    rang: Option<NaiveDateTime>,
    answered: Option<NaiveDateTime>,
    ended: Option<NaiveDateTime>,
    outcome: Option<String>,
    concluded: Option<NaiveDateTime>,
    pub(super) article_id: Option<String>,
    case_number: Option<String>,
}

impl Row {
    /// A call of which nothing is known yet.
    pub(super) fn new(id: String, staff: &str, at: Moment) -> Self {
        Self {
            id,
            phone: None,
            staff_id: staff.to_owned(),
            first: at.naive_utc(),
            rang: None,
            answered: None,
            ended: None,
            outcome: None,
            concluded: None,
            article_id: None,
            case_number: None,
        }
    }

    pub(super) fn times(&self) -> Times {
        let utc = |at: Option<NaiveDateTime>| at.map(|at| at.and_utc());
        Times {
            rang: utc(self.rang),
            answered: utc(self.answered),
            ended: utc(self.ended),
        }
    }

    pub(super) fn set_times(&mut self, times: Times) {
        let naive = |at: Option<Moment>| at.map(|at| at.naive_utc());
        (self.rang, self.answered, self.ended) = (naive(times.rang), naive(times.answered), naive(times.ended));
        if let Some(first) = times.first() {
            self.first = first.naive_utc();
        }
    }

    pub(super) fn outcome(&self) -> Option<Outcome> {
        self.outcome.as_deref().and_then(Outcome::from_code)
    }

    pub(super) fn number(&self) -> Option<CaseNumber> {
        self.case_number.as_deref().and_then(|number| number.parse().ok())
    }

    pub(super) fn conclude(
        &mut self,
        outcome: Outcome,
        article: Option<String>,
        number: Option<CaseNumber>,
        now: Moment,
    ) {
        self.outcome = Some(outcome.code().to_owned());
        self.concluded = Some(now.naive_utc());
        self.article_id = article;
        self.case_number = number.map(|number| number.to_string());
    }
}

pub(super) fn find(conn: &mut Conn, id: &str) -> QueryResult<Option<Row>> {
    calls::table.find(id).first(conn).optional()
}

/// Writes a call that is new, or as it is now.
pub(super) fn write(conn: &mut Conn, row: &Row, new: bool) -> QueryResult<()> {
    if new {
        diesel::insert_into(calls::table).values(row).execute(conn)?;
    } else {
        diesel::update(calls::table.find(&row.id)).set(row).execute(conn)?;
    }
    Ok(())
}

/// The calls at a seat since a moment that wait for somebody to say what became of them, the newest first. Those that nobody
/// answered in time do not.
pub(super) fn waiting(conn: &mut Conn, staff: &str, since: Moment) -> QueryResult<Vec<Row>> {
    calls::table
        .filter(calls::staff_id.eq(staff).and(calls::first.ge(since.naive_utc())))
        .filter(calls::outcome.is_null())
        .filter(calls::ended.is_null().or(calls::answered.is_not_null()))
        .order((calls::first.desc(), calls::id.desc()))
        .load(conn)
}

/// The latest calls from a number, apart from one, the newest first.
pub(super) fn of_phone(conn: &mut Conn, phone: &str, apart: &str, most: i64) -> QueryResult<Vec<Row>> {
    calls::table
        .filter(calls::phone.eq(phone).and(calls::id.ne(apart)))
        .order((calls::first.desc(), calls::id.desc()))
        .limit(most)
        .load(conn)
}

/// How the calls of a time stand, and what became of them.
pub(super) fn within(conn: &mut Conn, (from, to): (Moment, Moment)) -> Result<Vec<(State, Option<Outcome>)>, Failure> {
    let rows: Vec<(Option<NaiveDateTime>, Option<NaiveDateTime>, Option<String>)> = calls::table
        .filter(calls::first.ge(from.naive_utc()).and(calls::first.lt(to.naive_utc())))
        .select((calls::answered, calls::ended, calls::outcome))
        .load(conn)?;
    let stands = rows.into_iter().map(|(answered, ended, outcome)| {
        let times = Times {
            rang: None,
            answered: answered.map(|at| at.and_utc()),
            ended: ended.map(|at| at.and_utc()),
        };
        (times.state(), outcome.as_deref().and_then(Outcome::from_code))
    });
    Ok(stands.collect())
}

/// Forgets who called before a moment; that somebody did goes on counting.
pub(super) fn forget_phones(conn: &mut Conn, before: Moment) -> QueryResult<()> {
    diesel::update(calls::table.filter(calls::first.lt(before.naive_utc()).and(calls::phone.is_not_null())))
        .set(calls::phone.eq(None::<String>))
        .execute(conn)
        .map(|_| ())
}
