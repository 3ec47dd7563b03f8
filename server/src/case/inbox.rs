//! The desk's lists: filters, order, pages, and how many stand in each view.

use chrono::TimeDelta;
use diesel::dsl::exists;
use diesel::prelude::*;
use shuiting_shared::api::{DueFilter, Feedback, Filter, Inbox, OrderList, Sort, Views, Whose};
use shuiting_shared::case::{Level, Status};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::time::day_of;

use super::store::Row;
use super::view;
use crate::app::App;
use crate::db::schema::{cases, ratings};
use crate::db::{Conn, MultiBackend, contains};
use crate::order;
use crate::problem::Failure;
use crate::session::{Caller, Staff};

const PER_PAGE: u32 = 50;
const MOST_PER_PAGE: u32 = 100;
/// Orders that units have sent back so often are looked after.
const RETURNS: i32 = 2;

fn codes(of: impl Fn(Status) -> bool) -> Vec<&'static str> {
    Status::ALL
        .iter()
        .filter(|status| of(**status))
        .map(|status| status.code())
        .collect()
}

/// Where somebody still has to do something.
fn open() -> Vec<&'static str> {
    codes(Status::waits)
}

/// Where it is the house that has to do it.
fn ours() -> Vec<&'static str> {
    codes(Status::ours)
}

/// The ratings that are low.
fn low() -> Vec<&'static str> {
    let low = Level::ALL.iter().filter(|level| level.low());
    low.map(|level| level.code()).collect()
}

type Query = cases::BoxedQuery<'static, MultiBackend>;

/// The cases that every part of a filter finds. Without a status or words to look for these are the open ones.
fn filtered(app: &App, filter: &Filter, me: &Staff) -> Query {
    let now = app.clock.now();
    let mut query = cases::table.into_boxed();
    let words = filter.text.as_deref().map(str::trim).filter(|text| !text.is_empty());
    query = match (filter.status, words) {
        (Some(status), _) => query.filter(cases::status.eq(status.code())),
        (None, None) => query.filter(cases::status.eq_any(open())),
        (None, Some(_)) => query,
    };
    if let Some(service) = filter.service {
        query = query.filter(cases::service.eq(service.code()));
    }
    if let Some(channel) = filter.channel {
        query = query.filter(cases::channel.eq(channel.code()));
    }
    if let Some(town) = &filter.town {
        query = query.filter(cases::town.eq(town.clone()));
    }
    query = match filter.whose {
        Some(Whose::Mine) => query.filter(cases::assignee_id.eq(me.id.clone())),
        Some(Whose::Nobody) => query
            .filter(cases::assignee_id.is_null())
            .filter(cases::status.eq_any(ours())),
        None => query,
    };
    query = match filter.due {
        Some(due) => {
            let until = match due {
                DueFilter::Late => now,
                DueFilter::Today => day_of(now).1,
            };
            query
                .filter(cases::due.lt(until.naive_utc()))
                .filter(cases::status.eq_any(ours()))
        }
        None => query,
    };
    query = match filter.feedback {
        Some(Feedback::Answered) => query.filter(cases::answered.is_not_null()),
        Some(Feedback::Low) => query.filter(exists(
            ratings::table.filter(ratings::case_id.eq(cases::id).and(ratings::level.eq_any(low()))),
        )),
        Some(Feedback::Urged) => query
            .filter(cases::urged.is_not_null())
            .filter(cases::status.eq_any(ours())),
        None => query,
    };
    query = match filter.order {
        Some(OrderList::Unheard) => {
            let soon = TimeDelta::minutes(app.house.orders.answer_list_minutes.into());
            query.filter(cases::id.eq_any(order::unheard((now + soon).naive_utc())))
        }
        Some(OrderList::Supervised) => query.filter(cases::id.eq_any(order::supervised())),
        Some(OrderList::Returned) => query.filter(cases::id.eq_any(order::returned(RETURNS))),
        None => query,
    };
    if let Some(words) = words {
        query = found(query, words);
    }
    query
}

/// Looks in number, name, phone and address. A number is found however it is said.
fn found(query: Query, words: &str) -> Query {
    if let Ok(number) = words.parse::<CaseNumber>() {
        return query.filter(cases::number.eq(number.to_string()));
    }
    let pattern = contains(words);
    query.filter(
        cases::number
            .like(pattern.to_uppercase())
            .escape('!')
            .or(cases::name
                .is_not_null()
                .and(cases::name.assume_not_null().like(pattern.clone()).escape('!')))
            .or(cases::phone.like(pattern.clone()).escape('!'))
            .or(cases::address
                .is_not_null()
                .and(cases::address.assume_not_null().like(pattern).escape('!'))),
    )
}

/// A page of the inbox.
pub(super) fn page(app: &App, conn: &mut Conn, caller: &Caller, filter: &Filter) -> Result<Inbox, Failure> {
    let me = caller.staff()?;
    let per_page = filter.per_page.unwrap_or(PER_PAGE).clamp(1, MOST_PER_PAGE);
    let page = filter.page.unwrap_or(1).max(1);
    let total: i64 = filtered(app, filter, me).count().get_result(conn)?;
    let query = match filter.sort.unwrap_or_default() {
        // What nobody waits for comes last; danger comes first.
        Sort::Due => filtered(app, filter, me).order((
            cases::due.is_null().asc(),
            cases::urgent.desc(),
            cases::due.asc(),
            cases::id.asc(),
        )),
        Sort::Newest => filtered(app, filter, me).order((cases::filed.desc(), cases::id.desc())),
        Sort::Oldest => filtered(app, filter, me).order((cases::filed.asc(), cases::id.asc())),
    };
    let rows: Vec<Row> = query
        .limit(per_page.into())
        .offset(i64::from(page - 1) * i64::from(per_page))
        .load(conn)?;
    Ok(Inbox {
        cases: view::lines(app, conn, &rows, caller)?,
        total,
        page,
        per_page,
    })
}

/// How many cases a filter finds.
pub fn count_found(app: &App, conn: &mut Conn, caller: &Caller, filter: &Filter) -> Result<i64, Failure> {
    let me = caller.staff()?;
    Ok(filtered(app, filter, me).count().get_result(conn)?)
}

/// How many cases stand in each built-in view; none are saved.
pub fn count_views(app: &App, conn: &mut Conn, caller: &Caller) -> Result<Views, Failure> {
    let mut count = |filter: Filter| count_found(app, conn, caller, &filter);
    let none = Filter::default;
    let list = |order| Filter {
        order: Some(order),
        ..none()
    };
    Ok(Views {
        open: count(none())?,
        mine: count(Filter {
            whose: Some(Whose::Mine),
            ..none()
        })?,
        unassigned: count(Filter {
            whose: Some(Whose::Nobody),
            ..none()
        })?,
        due_today: count(Filter {
            due: Some(DueFilter::Today),
            ..none()
        })?,
        late: count(Filter {
            due: Some(DueFilter::Late),
            ..none()
        })?,
        sent_back: count(Filter {
            status: Some(Status::SentBack),
            ..none()
        })?,
        answered: count(Filter {
            feedback: Some(Feedback::Answered),
            ..none()
        })?,
        low_rated: count(Filter {
            feedback: Some(Feedback::Low),
            ..none()
        })?,
        urged: count(Filter {
            feedback: Some(Feedback::Urged),
            ..none()
        })?,
        unheard: count(list(OrderList::Unheard))?,
        supervised: count(list(OrderList::Supervised))?,
        returned: count(list(OrderList::Returned))?,
        saved: Vec::new(),
    })
}
