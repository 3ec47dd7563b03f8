//! How a case is shown to whoever asks.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDateTime;
use shuiting_shared::api::{By, ByKind, CaseLine, CaseView, Conflict, EntryView, MaterialView, RatingView};
use shuiting_shared::case::{Actor, Channel, Event, Role, Stand, Status, Verdict, allowed};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::person::{PersonName, Phone};
use shuiting_shared::place::street_of;
use shuiting_shared::problem::Code;
use shuiting_shared::service::Service;
use shuiting_shared::words::Lang;

use super::answers;
use super::store::{self, Entry, Row};
use super::{follow, sight, undo};
use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::{Caller, Resident, Who};
use crate::{attachment, order, staff, vetting};

fn utc(moment: Option<NaiveDateTime>) -> Option<shuiting_shared::time::Moment> {
    moment.map(|moment| moment.and_utc())
}

/// What the rules must know of a case, whoever asks.
pub(super) fn stand(app: &App, row: &Row, verdicts: &[(String, Option<Verdict>)]) -> Result<Stand, Failure> {
    let refused = verdicts
        .iter()
        .filter(|(_, verdict)| matches!(verdict, Some(Verdict::Refused(_))))
        .count();
    let service = row.service()?;
    Ok(Stand {
        service,
        status: row.status()?,
        work: row.work()?,
        deadline: utc(row.due),
        urged: utc(row.urged),
        promised: utc(row.promised),
        finished: utc(row.finished),
        rated: utc(row.rated),
        rating_days: app.house.rating_days,
        assigned: row.assignee_id.is_some(),
        unchecked: verdicts.iter().filter(|(_, verdict)| verdict.is_none()).count(),
        refused,
        materials: verdicts.iter().map(|(material, _)| material.clone()).collect(),
        asks: row.asks()?,
        slot: service
            .form()
            .map(|form| answers::slot(form, &row.answers))
            .transpose()?
            .flatten(),
        number: Some(row.number()?),
        order: None,
        town: row.town.clone(),
        parts_open: 0,
        away: None,
        latest: None,
    })
}

/// The same with what the case is as a work order.
pub(super) fn whole_stand(
    app: &App,
    conn: &mut Conn,
    row: &Row,
    verdicts: &[(String, Option<Verdict>)],
) -> Result<Stand, Failure> {
    let order = order::find(conn, &row.id)?;
    let parts_open = if order.is_some() {
        order::open_parts(conn, &row.id)?
    } else {
        0
    };
    Ok(Stand {
        order,
        parts_open,
        ..stand(app, row, verdicts)?
    })
}

/// Lines of a list, as whoever asks may see them.
pub(super) fn lines(app: &App, conn: &mut Conn, rows: &[Row], caller: &Caller) -> Result<Vec<CaseLine>, Failure> {
    let ids: Vec<_> = rows.iter().filter_map(|row| row.assignee_id.clone()).collect();
    let names = staff::names(conn, &ids)?;
    let (followed, followers) = (follow::followed(conn, rows, caller)?, follow::counts(conn, rows)?);
    let cases: Vec<_> = rows.iter().map(|row| row.id.as_str()).collect();
    let orders = match &caller.who {
        Who::Staff(_) => order::lines_of(conn, &cases)?,
        Who::Resident(_) => HashMap::new(),
    };
    let mut lines = Vec::new();
    for row in rows {
        let follows = followed.contains(&row.id).then_some(Actor::Follower);
        if let Some(actor) = sight::actor(row, caller).or(follows) {
            lines.push(CaseLine {
                followers: followers.get(&row.id).copied().unwrap_or_default(),
                order: orders.get(&row.id).map(order::line),
                ..line(app, row, actor, caller, &names)?
            });
        }
    }
    Ok(lines)
}

fn line(
    app: &App,
    row: &Row,
    actor: Actor,
    caller: &Caller,
    names: &HashMap<String, (String, Role)>,
) -> Result<CaseLine, Failure> {
    let (service, status) = (row.service()?, row.status()?);
    let at_desk = matches!(actor, Actor::Staff(_));
    let unrated = || stand(app, row, &[]).is_ok_and(|stand| stand.rated.is_none() && stand.ratable(app.clock.now()));
    let waits_for_you = match (actor, &caller.who) {
        (Actor::Filer, _) => {
            matches!(status, Status::SentBack | Status::Paying) || (status == Status::Finished && unrated())
        }
        (Actor::Party, _) => status == Status::Confirming,
        (Actor::Staff(_), Who::Staff(me)) => status.ours() && row.assignee_id.as_ref() == Some(&me.id),
        _ => false,
    };
    Ok(CaseLine {
        number: row.number()?,
        service,
        status,
        work: match actor {
            Actor::Filer | Actor::Staff(_) | Actor::Called | Actor::House => row.work()?,
            Actor::Party | Actor::Follower => row.work()?.plain(),
        },
        channel: Channel::from_code(&row.channel).unwrap_or(Channel::Phone),
        filed: row.filed.and_utc(),
        due: utc(row.due),
        name: shown_name(row, actor),
        town: row.town.clone(),
        address: address(app, row, actor),
        unit: row.unit.clone(),
        assignee: row
            .assignee_id
            .as_ref()
            .filter(|_| at_desk)
            .and_then(|id| names.get(id))
            .map(|(display, _)| display.clone()),
        urgent: row.urgent,
        waits_for_you,
        urges: u32::try_from(row.urges).unwrap_or_default(),
        followers: 0,
        followed: actor == Actor::Follower,
        order: None,
    })
}

/// Lines of the cases with these ids, by id, as whoever asks may see them.
pub fn lines_of(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    ids: &[String],
) -> Result<HashMap<String, CaseLine>, Failure> {
    let rows = store::with_ids(conn, ids)?;
    let known: HashMap<_, _> = rows.iter().map(|row| (row.number.clone(), row.id.clone())).collect();
    let lines = lines(app, conn, &rows, caller)?.into_iter();
    let by_id = lines.filter_map(|line| Some((known.get(&line.number.to_string())?.clone(), line)));
    Ok(by_id.collect())
}

/// The address; for whoever follows the case no more than its street.
fn address(app: &App, row: &Row, actor: Actor) -> Option<String> {
    let address = row.address.clone()?;
    match actor {
        Actor::Follower => street_of(&address, &app.house),
        _ => Some(address),
    }
}

/// What whoever follows a case reads of what was answered.
const FOLLOWER_SEES: &[&str] = &["severity", "town"];

/// The filer's name as lists show it; whoever follows the case reads none.
pub(super) fn shown_name(row: &Row, actor: Actor) -> Option<String> {
    let name = row.name.as_deref().filter(|_| actor != Actor::Follower)?;
    Some(if row.organisation {
        name.to_owned()
    } else {
        mask_name(name)
    })
}

/// A person's name as lists show it, 张**; a company's is nobody's secret.
fn mask_name(name: &str) -> String {
    PersonName::read(name).map(|name| name.to_string()).unwrap_or_default()
}

/// The case with this number, as whoever asks may see it.
pub fn look(app: &App, conn: &mut Conn, caller: &Caller, number: CaseNumber) -> Result<CaseView, Failure> {
    let row = store::by_number(conn, number)?;
    view(app, conn, &row, caller)
}

/// The cases that a resident may see, newest first, at most so many.
pub(super) fn rows_of(conn: &mut Conn, resident: &Resident, most: i64) -> Result<Vec<Row>, Failure> {
    let (account, phone) = (&*resident.account, resident.phone.as_deref());
    let followed = follow::store::cases_of(conn, account, phone)?;
    Ok(store::of_resident(conn, account, phone, followed, most)?)
}

/// All of them, as they may see them.
pub fn all_of(app: &App, conn: &mut Conn, caller: &Caller) -> Result<Vec<CaseView>, Failure> {
    let rows = rows_of(conn, caller.resident()?, i64::MAX)?;
    rows.iter().map(|row| view(app, conn, row, caller)).collect()
}

/// The case as whoever asks may see it; not found where it is not theirs.
pub(super) fn view(app: &App, conn: &mut Conn, row: &Row, caller: &Caller) -> Result<CaseView, Failure> {
    let actor = follow::actor(conn, row, caller)?.ok_or_else(|| Failure::new(Code::NotFound))?;
    let service = row.service()?;
    let verdicts = store::verdicts(conn, &row.id)?;
    let stand = Stand {
        latest: undo::latest(conn, row, caller)?,
        ..whole_stand(app, conn, row, &verdicts)?
    };
    let line = lines(app, conn, std::slice::from_ref(row), caller)?;
    let line = line.into_iter().next().ok_or_else(|| Failure::new(Code::NotFound))?;

    let (mut answers, mut masked) = match service.form() {
        Some(form) => answers::masked(form, answers::open(&app.keys, &row.id, form, &row.answers)?, actor),
        None => Default::default(),
    };
    let photos = attachment::of_case(conn, &row.id)?;
    let mut materials: Vec<_> = materials(service, &photos, &verdicts, matches!(actor, Actor::Staff(_)));
    let mut rating = rating(conn, row)?;
    let shown = match actor {
        Actor::Party => Some(service.facts().party_sees),
        Actor::Follower => Some(FOLLOWER_SEES),
        Actor::Filer | Actor::Staff(_) | Actor::Called | Actor::House => None,
    };
    if let Some(shown) = shown {
        answers.0.retain(|key, _| shown.contains(&key.as_str()));
        masked.retain(|key| shown.contains(&key.as_str()));
        materials.clear();
        rating = None;
    }
    let phone = match actor {
        Actor::Filer => row.phone.clone(),
        Actor::Follower => String::new(),
        Actor::Party | Actor::Staff(_) | Actor::Called | Actor::House => mask_phone(&row.phone),
    };
    let vettings = vetting::known(conn, &row.id)?;
    Ok(CaseView {
        you: sight::viewer(actor),
        lang: Lang::from_code(&row.lang),
        version: row.version,
        promised: utc(row.promised),
        urged: utc(row.urged),
        finished: utc(row.finished),
        phone,
        answers,
        masked,
        materials,
        asks: if shown.is_some() {
            Vec::new()
        } else {
            stand.asks.clone()
        },
        rating,
        timeline: timeline(conn, row, actor, 0, &vettings)?,
        doubtful: match actor {
            Actor::Staff(_) => vettings.doubtful.into_iter().collect(),
            _ => Vec::new(),
        },
        work_order: match (actor, &stand.order) {
            (Actor::Staff(_), Some(order)) => {
                Some(order::view(app, conn, order.clone(), &row.id, row.town.as_deref())?)
            }
            _ => None,
        },
        allowed: allowed(&stand, actor, app.clock.now()),
        line,
    })
}

pub(super) fn mask_phone(phone: &str) -> String {
    Phone::read(phone).map(|phone| phone.to_string()).unwrap_or_default()
}

fn materials(
    service: Service,
    photos: &[(String, String)],
    verdicts: &[(String, Option<Verdict>)],
    at_desk: bool,
) -> Vec<MaterialView> {
    let counts = attachment::counts(photos);
    service
        .materials()
        .iter()
        .filter(|material| counts.contains_key(material.key))
        .map(|material| MaterialView {
            key: material.key.to_owned(),
            photos: photos
                .iter()
                .filter(|(key, _)| key == material.key)
                .map(|(_, id)| id.clone())
                .collect(),
            verdict: verdicts
                .iter()
                .find(|(key, _)| at_desk && key == material.key)
                .and_then(|(_, verdict)| verdict.clone()),
        })
        .collect()
}

fn rating(conn: &mut Conn, row: &Row) -> Result<Option<RatingView>, Failure> {
    let Some(rating) = store::rating(conn, &row.id)? else {
        return Ok(None);
    };
    let Some(level) = rating.level() else { return Ok(None) };
    Ok(Some(RatingView {
        level,
        tags: rating.tags()?,
        words: rating.words.clone(),
        at: rating.at.and_utc(),
        by_call: rating.by_call,
    }))
}

/// The entries after a version that whoever asks may see, newest first.
fn timeline(
    conn: &mut Conn,
    row: &Row,
    actor: Actor,
    after: i32,
    vettings: &vetting::Known,
) -> Result<Vec<EntryView>, Failure> {
    let entries = store::timeline(conn, &row.id, after)?;
    let ids: Vec<_> = entries.iter().filter_map(|entry| entry.staff_id.clone()).collect();
    let names = staff::names(conn, &ids)?;
    let events = entries.iter().map(Entry::event).collect::<Result<Vec<_>, _>>()?;
    let undone = undone(&entries, &events);
    let called = called(conn, &events)?;
    let mut shown = Vec::new();
    for (entry, event) in entries.iter().zip(events) {
        let undone = undone.contains(&entry.version);
        let by = by(entry, actor, &names);
        let vetted = vettings.of_entry(entry.version).filter(|_| !wrote(actor, by.kind));
        let event = match (vetted, actor) {
            (None, _) | (_, Actor::Staff(_)) => event,
            (Some(_), _) => event.without_residents_words(),
        };
        if sight::shows(actor, entry.seen(), &event) && (!undone || matches!(actor, Actor::Staff(_))) {
            shown.push(EntryView {
                at: entry.at.and_utc(),
                by,
                vetted,
                event: plain(named(event, &called), actor),
                seen: entry.seen(),
                undone,
            });
        }
    }
    Ok(shown)
}

/// Whether whoever looks has written an entry themselves.
fn wrote(actor: Actor, by: ByKind) -> bool {
    matches!(
        (actor, by),
        (Actor::Filer, ByKind::Filer) | (Actor::Party, ByKind::Party)
    )
}

/// The versions that were taken back: each the one before its undoing.
fn undone(entries: &[Entry], events: &[Event]) -> HashSet<i32> {
    let undoings = entries
        .iter()
        .zip(events)
        .filter(|(_, event)| matches!(event, Event::Undone { .. }));
    undoings.map(|(entry, _)| entry.version - 1).collect()
}

/// What people call the colleagues to whom a case was given, by user name.
fn called(conn: &mut Conn, events: &[Event]) -> Result<HashMap<String, String>, Failure> {
    let names: Vec<_> = events
        .iter()
        .filter_map(|event| match event {
            Event::Assigned { to } => Some(to.clone()),
            _ => None,
        })
        .collect();
    Ok(staff::called(conn, &names)?)
}

/// An event without what is not for whoever follows the case: what was said to the crew, and photos.
fn plain(event: Event, actor: Actor) -> Event {
    match event {
        Event::Dispatched { unit, .. } if actor == Actor::Follower => Event::Dispatched {
            unit,
            words: String::new(),
        },
        Event::Finished { result, .. } if actor == Actor::Follower => Event::Finished {
            result,
            before: Vec::new(),
            after: Vec::new(),
            parts: Vec::new(),
        },
        // Which other case it is, is nobody's business.
        Event::Joined { .. } if !matches!(actor, Actor::Staff(_)) => Event::Joined { into: None },
        other => other,
    }
}

/// An event as people say it.
fn named(event: Event, called: &HashMap<String, String>) -> Event {
    match event {
        Event::Assigned { to } => Event::Assigned {
            to: called.get(&to).cloned().unwrap_or(to),
        },
        other => other,
    }
}

fn by(entry: &Entry, actor: Actor, names: &HashMap<String, (String, Role)>) -> By {
    let member = entry.staff_id.as_ref().and_then(|id| names.get(id));
    let kind = match entry.actor.as_str() {
        "party" => ByKind::Party,
        "staff" => ByKind::Staff,
        "house" => ByKind::House,
        _ => ByKind::Filer,
    };
    By {
        kind,
        role: member.map(|(_, role)| *role),
        name: member
            .filter(|_| matches!(actor, Actor::Staff(_)))
            .map(|(display, _)| display.clone()),
    }
}

/// What happened since the version that somebody saw.
pub(super) fn conflict(conn: &mut Conn, row: &Row, actor: Actor, seen: i32) -> Result<Conflict, Failure> {
    let vettings = vetting::known(conn, &row.id)?;
    Ok(Conflict {
        version: row.version,
        changes: timeline(conn, row, actor, seen, &vettings)?,
    })
}
