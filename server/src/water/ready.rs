//! Whether a service can be filed on a water account, and what has to be seen to first.

use shuiting_shared::api::{ReadyQuery, ReadyView};
use shuiting_shared::form::{AccountNumber, Answers, Counts, Day, FieldFlaw, Flaw, Form, Kind, answer_path};
use shuiting_shared::problem::Code;
use shuiting_shared::service::Service;
use shuiting_shared::water::{Advice, Need, Obstacle, Standing, lower_reading};

use super::binding::store::{self as bindings, Tries, Whose};
use super::store::{self, AccountRow};
use super::view::today;
use crate::app::App;
use crate::case;
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::session::{Caller, Resident, Who};

/// Water accounts that are not theirs, about which one resident is told something within a day.
const STRANGE: usize = 20;
/// The question from which day water is to be off, and the one for a reading.
const FROM: &str = "from";
const READING: &str = "reading";

/// How much of an account somebody is told.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sees {
    /// All that stands in the way.
    All,
    /// Whether bills are unpaid.
    Debts,
}

/// Whether a service can be filed on an account. An unknown number answers as if nothing were in the way.
pub(super) fn ready(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    service: Service,
    query: &ReadyQuery,
) -> Result<ReadyView, Failure> {
    let number =
        AccountNumber::read(&query.account).map_err(|flaw| Failure::flawed(vec![FieldFlaw::new("account", flaw)]))?;
    let row = store::find(conn, number.digits())?;
    let sees = sees(app, conn, caller, number.digits(), row.as_ref())?;
    let Some(row) = row else {
        return Ok(ReadyView {
            obstacles: Vec::new(),
            advice: None,
            last_reading: None,
        });
    };
    let standing = standing(app, conn, service, &row)?;
    let all = sees == Sees::All;
    let wants_reading = service.facts().needs.contains(&Need::PhotoOfLower);
    Ok(ReadyView {
        obstacles: told(standing.obstacles(service, None), sees),
        advice: standing.advice(service).filter(|_| all),
        last_reading: standing
            .last
            .map(|(_, reading)| reading)
            .filter(|_| all && wants_reading),
    })
}

/// Why a filing is not taken in, where the account that it names is not ready for it. Whoever asks about accounts that are
/// not theirs is counted.
pub(crate) fn admitted(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    form: &Form,
    answers: &Answers,
    photos: &Counts<'_>,
) -> Result<Option<Failure>, Failure> {
    let service = form.service;
    let Some(number) = form.account(answers).filter(|_| !service.facts().needs.is_empty()) else {
        return Ok(None);
    };
    // Of two that are filed at once the later one finds the earlier.
    alone(conn, &format!("filings on {number}"))?;
    let row = store::find(conn, number)?;
    let sees = sees(app, conn, caller, number, row.as_ref())?;
    let Some(row) = row else { return Ok(None) };
    let standing = standing(app, conn, service, &row)?;
    let from = answers.get(FROM).and_then(|day| Day::read(day).ok()).map(Day::date);
    let obstacles = told(standing.obstacles(service, from), sees);
    if !obstacles.is_empty() {
        return Ok(Some(not_ready(form, &obstacles)));
    }
    let last = standing.last.map(|(_, reading)| reading);
    let lower = lower_reading(service, answers.get(READING), photos, last, sees == Sees::All);
    Ok(lower.map(|flaw| Failure::flawed(vec![flaw])))
}

/// Refuses to finish a case on an account that is not ready for that.
pub(crate) fn hindered(app: &App, conn: &mut Conn, form: &Form, number: &str) -> Result<(), Failure> {
    let Some(row) = store::find(conn, number)? else {
        return Ok(());
    };
    let hindrances = standing(app, conn, form.service, &row)?.hindrances(form.service);
    if hindrances.is_empty() {
        Ok(())
    } else {
        Err(not_ready(form, &hindrances))
    }
}

/// What has to be known of an account for a case of a service.
pub(super) fn advice(
    app: &App,
    conn: &mut Conn,
    service: Service,
    row: &AccountRow,
) -> Result<Option<Advice>, Failure> {
    Ok(standing(app, conn, service, row)?.advice(service))
}

fn not_ready(form: &Form, obstacles: &[Obstacle]) -> Failure {
    let field = form.fields().find(|field| field.kind == Kind::Account);
    let path = field.map(|field| answer_path(field.key)).unwrap_or_default();
    let flaws = obstacles
        .iter()
        .map(|obstacle| FieldFlaw::new(path.clone(), Flaw::Hindered { obstacle: *obstacle }));
    Failure::new(Code::NotReady).with_flaws(flaws.collect())
}

fn told(obstacles: Vec<Obstacle>, sees: Sees) -> Vec<Obstacle> {
    match sees {
        Sees::All => obstacles,
        Sees::Debts => obstacles.into_iter().filter_map(Obstacle::for_stranger).collect(),
    }
}

fn standing(app: &App, conn: &mut Conn, service: Service, row: &AccountRow) -> Result<Standing, Failure> {
    let (number, today) = (&row.number, today(app));
    let last = store::bills_of(conn, number, 1)?;
    let last = last
        .first()
        .map(|bill| Ok::<_, Failure>((bill.period()?, store::count(bill.reading))));
    let suspensions = if service.facts().needs.contains(&Need::TwiceAYear) {
        case::days_named(conn, service, number, FROM)?
    } else {
        Vec::new()
    };
    Ok(Standing {
        account: row.account()?,
        arrears: store::owed(conn, number, &app.tariffs, today)?,
        last: last.transpose()?,
        suspensions,
        cut_off: app.house.billing.cut_off,
        today,
    })
}

/// How much of an account the caller is told; a stranger's question is counted, whether there is such an account or not.
fn sees(app: &App, conn: &mut Conn, caller: &Caller, number: &str, row: Option<&AccountRow>) -> Result<Sees, Failure> {
    let me = match &caller.who {
        Who::Staff(_) => return caller.staff().map(|_| Sees::All),
        Who::Resident(me) => me,
    };
    let phone = me.proved_phone()?;
    let registered = row.is_some_and(|row| row.phone.as_deref() == Some(phone));
    if registered || bindings::find(conn, &me.account, number)?.is_some() {
        return Ok(Sees::All);
    }
    count(app, conn, me, number)?;
    Ok(Sees::Debts)
}

/// Counts an account that a resident asks about, once a day, and refuses what is too many.
fn count(app: &App, conn: &mut Conn, me: &Resident, number: &str) -> Result<(), Failure> {
    let (now, kind) = (app.clock.now(), bindings::Kind::Ready);
    alone(conn, &format!("bindings of {}", me.account))?;
    if bindings::has_tried(conn, kind, &me.account, number, now)? {
        return Ok(());
    }
    let asked = Tries::of(conn, kind, Whose::Resident(&me.account), now)?;
    if asked.count() >= STRANGE {
        let seconds = asked.seconds_above(STRANGE, now);
        return Err(Failure::new(Code::TriedTooOften).retry_after(seconds));
    }
    Ok(bindings::note(conn, kind, &me.account, number, now)?)
}
