//! The table of what is looked at.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use shuiting_shared::api::Vetted;
use shuiting_shared::time::Moment;

use super::Subject;
use crate::app::App;
use crate::db::Conn;
use crate::db::schema::vettings;
use crate::ids;
use crate::problem::Failure;
use crate::wechat::Verdict;

const WAITING: &str = "waiting";
const PASSED: &str = "passed";
const DOUBTFUL: &str = "doubtful";
/// Nobody has said anything of it, and nobody is asked any more.
const UNSEEN: &str = "unseen";

#[derive(Clone, Queryable, Insertable)]
#[diesel(table_name = vettings)]
pub(super) struct Row {
    pub(super) id: String,
    case_id: String,
    pub(super) version: Option<i32>,
    pub(super) photo: Option<String>,
    pub(super) openid: String,
    sealed: String,
    state: String,
    trace: Option<String>,
    pub(super) attempts: i32,
    due: NaiveDateTime,
}

/// What becomes of something that was asked about.
pub(super) enum Fate {
    Judged(Verdict),
    /// The verdict comes by push under this number; where it does not, it is asked for again then.
    Promised(String, Moment),
    Again(Moment),
    Unseen,
}

impl Row {
    /// The words that are to be looked at, where it is some.
    pub(super) fn words(&self, app: &App) -> Result<String, Failure> {
        app.keys.open(&self.id, &self.sealed).map_err(Failure::broken)
    }

    /// What others are told of it; nothing where it is good.
    pub(super) fn vetted(&self) -> Option<Vetted> {
        match self.state.as_str() {
            WAITING => Some(Vetted::Waiting),
            DOUBTFUL => Some(Vetted::Doubtful),
            _ => None,
        }
    }
}

pub(super) fn add(app: &App, conn: &mut Conn, case: &str, openid: &str, subject: &Subject<'_>) -> Result<(), Failure> {
    let now = app.clock.now();
    let id = ids::new(now);
    let (version, photo, sealed) = match subject {
        Subject::Words(version, words) => {
            let sealed = app.keys.seal(&id, words).map_err(Failure::broken)?;
            (Some(*version), None, sealed)
        }
        Subject::Photo(photo) => (None, Some((*photo).to_owned()), String::new()),
    };
    let row = Row {
        id,
        case_id: case.to_owned(),
        version,
        photo,
        openid: openid.to_owned(),
        sealed,
        state: WAITING.to_owned(),
        trace: None,
        attempts: 0,
        due: now.naive_utc(),
    };
    diesel::insert_into(vettings::table).values(&row).execute(conn)?;
    Ok(())
}

pub(super) fn of_case(conn: &mut Conn, case: &str) -> QueryResult<Vec<Row>> {
    vettings::table.filter(vettings::case_id.eq(case)).load(conn)
}

/// Takes what is due, for this server alone until `until`.
pub(super) fn take_due(conn: &mut Conn, now: Moment, until: Moment, most: i64) -> QueryResult<Vec<Row>> {
    let due: Vec<Row> = vettings::table
        .filter(vettings::state.eq(WAITING).and(vettings::due.le(now.naive_utc())))
        .order((vettings::due, vettings::id))
        .limit(most)
        .load(conn)?;
    let mut taken = Vec::new();
    for row in due {
        let same = vettings::id.eq(&row.id).and(vettings::due.eq(row.due));
        let count = diesel::update(vettings::table.filter(same))
            .set((
                vettings::due.eq(until.naive_utc()),
                vettings::attempts.eq(vettings::attempts + 1),
            ))
            .execute(conn)?;
        if count == 1 {
            taken.push(row);
        }
    }
    Ok(taken)
}

const fn state_of(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Pass => PASSED,
        Verdict::Review | Verdict::Risky => DOUBTFUL,
    }
}

pub(super) fn settle(conn: &mut Conn, id: &str, fate: &Fate) -> QueryResult<()> {
    let row = diesel::update(vettings::table.find(id));
    let gone = vettings::sealed.eq("");
    match fate {
        Fate::Judged(verdict) => row.set((vettings::state.eq(state_of(*verdict)), gone)).execute(conn),
        Fate::Promised(trace, again) => row
            .set((vettings::trace.eq(trace), vettings::due.eq(again.naive_utc())))
            .execute(conn),
        Fate::Again(due) => row.set(vettings::due.eq(due.naive_utc())).execute(conn),
        Fate::Unseen => row.set((vettings::state.eq(UNSEEN), gone)).execute(conn),
    }
    .map(|_| ())
}

pub(super) fn told(conn: &mut Conn, trace: &str, verdict: Verdict) -> QueryResult<()> {
    diesel::update(vettings::table.filter(vettings::trace.eq(trace)))
        .set(vettings::state.eq(state_of(verdict)))
        .execute(conn)
        .map(|_| ())
}
