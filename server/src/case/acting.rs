//! Doing something with a case: the rules of `shared` decide, and what they say is written in one transaction.

use std::collections::BTreeMap;

use shuiting_shared::api::{Act, CaseView};
use shuiting_shared::case::{
    self, Action, Actor, Ask, Change, Event, Refusal, Role, Seen, Stand, Standing, Status, completed, step,
};
use shuiting_shared::form::{Answer as _, Answers, FieldFlaw, Filing, Flaw, Form, Summary, material_path};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::place::{Point, rounded};
use shuiting_shared::problem::Code;
use shuiting_shared::time::{Moment, today};

use super::store::{self, Row, Writer, acts};
use super::{answers, called, decision, filing, follow, history, near, outside, sight, telling, together, undo, view};
use crate::app::App;
use crate::attachment;
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::sent::Sent;
use crate::session::{Caller, Staff, Who};
use crate::{keys, order, slot, staff, vetting};

/// Does what the caller wants with a case, where the rules allow it; gives the case as it is then.
///
/// An act on an older version than the case has now is refused with what has changed, so that two clerks do not
/// decide over each other's heads.
pub fn act(app: &App, conn: &mut Conn, caller: &Caller, number: CaseNumber, act: &Act) -> Result<CaseView, Failure> {
    act_at(app, conn, caller, number, act, app.clock.now())
}

/// The same, done at a moment that is past where it has waited on a phone.
pub(super) fn act_at(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    number: CaseNumber,
    act: &Act,
    now: Moment,
) -> Result<CaseView, Failure> {
    // Whoever comes later sees what the first one did, rather than stumbling over it half way.
    alone(conn, &number.to_string())?;
    let row = store::by_number(conn, number)?;
    let actor = follow::actor(conn, &row, caller)?.ok_or_else(|| Failure::new(Code::NotFound))?;
    if let Some(seen) = act.version.filter(|seen| *seen < row.version) {
        return Err(Failure::changed(view::conflict(conn, &row, actor, seen)?));
    }
    let verdicts = store::verdicts(conn, &row.id)?;
    let stand = Stand {
        latest: undo::latest(conn, &row, caller)?,
        away: away(app, &row, &act.action)?,
        ..view::whole_stand(app, conn, &row, &verdicts)?
    };
    let change = step(&stand, actor, &act.action, now, &app.house).map_err(refused)?;

    askable(app, &row, &act.action)?;
    decision::hindered(app, conn, &row, &stand, &act.action)?;
    let mut change = change;
    match &act.action {
        Action::Join { into } => {
            let lead = together::lead(conn, *into)?;
            change.unit.clone_from(&lead.unit);
            together::go_along(app, conn, &row.id, Some(*into), lead.unit.as_deref())?;
        }
        Action::Split { unit, words } => {
            let order = stand.order.as_ref().ok_or_else(|| Failure::new(Code::NotNow))?;
            let number = together::split(app, conn, &row, order, unit)?;
            let (unit, words) = (unit.clone(), words.trim().to_owned());
            let event = Event::Split {
                unit,
                words,
                number: Some(number),
            };
            change.events = vec![(event, Seen::Inside)];
        }
        _ => {}
    }

    let before = row.version;
    let found = undo::found(&row, &verdicts, &act.action)?;
    let first_rating = stand.rated.is_none();
    let me = caller.staff().ok().map(|me| me.id.as_str());
    let mut row = changed(row, &change, &act.action, me, now)?;
    match &act.action {
        Action::Complete { answers, materials } => {
            complete(app, conn, caller, &mut row, &stand.asks, answers, materials)?;
        }
        Action::Check { material, verdict } => store::judge(conn, &row.id, material, Some(verdict))?,
        Action::Rate { level, tags, words } => {
            if first_rating {
                row.rated = Some(now.naive_utc());
            }
            store::rate(conn, &row.id, first_rating, (*level, tags, words.trim()), false, now)?;
        }
        Action::Urge => {
            row.urged = Some(now.naive_utc());
            row.urges += 1;
        }
        Action::Add { photos, .. } | Action::Advance { photos, .. } => {
            filing::claim(conn, &caller.into(), &row.id, "photos", None, photos)?;
        }
        Action::Finish { before, after, .. } => {
            filing::claim(conn, &caller.into(), &row.id, "before", None, before)?;
            filing::claim(conn, &caller.into(), &row.id, "after", None, after)?;
        }
        _ => {}
    }
    if let Some(to) = &change.hands_to {
        row.assignee_id = Some(colleague(conn, &stand, to, now)?);
    }
    if let Some(before) = &change.restores {
        undo::restore(conn, &mut row, before)?;
    }
    if !written(app, conn, &mut row, &change, &writer(actor, caller), now)? {
        let newer = store::by_number(conn, number)?;
        return Err(Failure::changed(view::conflict(conn, &newer, actor, before)?));
    }
    vetting::said(
        app,
        conn,
        caller,
        &row.id,
        before,
        change.events.iter().map(|(event, _)| event),
    )?;
    decision::decided(app, conn, &row, &stand, &change)?;
    outside::follow(app, conn, &row)?;
    together::after(app, conn, &row, &change, &act.action)?;
    called::after(app, conn, &row, &change, &act.action)?;
    if let Some(found) = found {
        undo::keep(conn, &row, caller, act.action.verb(), &found, now)?;
    }
    if !change.status.waits() {
        slot::give_back(conn, &row.id, stand.slot, now)?;
    }
    telling::tell(app, conn, &row, &change)?;
    if stand.status != Status::Confirming && change.status == Status::Confirming {
        filing::ask_party(app, conn, &row)?;
    }
    view::view(app, conn, &row, caller)
}

/// Does what a member of staff has done a while ago, once under its key: whoever sends it again is shown the case.
pub(super) fn act_once(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    number: CaseNumber,
    act: &Act,
    sent: &Sent,
) -> Result<CaseView, Failure> {
    let me = caller.staff()?;
    let body = keys::hash(&serde_json::to_vec(act)?);
    let done = once(app, conn, me, (&sent.key, &body), number, |conn| {
        if sight::went_elsewhere(&store::by_number(conn, number)?, me) {
            return Err(Failure::new(Code::NotNow));
        }
        act_at(app, conn, caller, number, act, sent.at)
    })?;
    match done {
        Some(view) => Ok(view),
        None => view::look(app, conn, caller, number),
    }
}

/// Does something to a case under a key of a member of staff and the hash of their request, and gives what came of it;
/// nothing where it was done under that key before.
pub(super) fn once<T>(
    app: &App,
    conn: &mut Conn,
    me: &Staff,
    (key, body): (&str, &str),
    number: CaseNumber,
    act: impl FnOnce(&mut Conn) -> Result<T, Failure>,
) -> Result<Option<T>, Failure> {
    // The same request may be coming in twice at this moment; the later one waits and finds that it was done.
    alone(conn, &number.to_string())?;
    if acts::has_other(conn, &me.id, key, body)? {
        return Err(Failure::new(Code::KeyReused));
    }
    if acts::was_done(conn, &me.id, key, number)? {
        return Ok(None);
    }
    let came = act(conn)?;
    let done = acts::KeyedAct {
        staff_id: &me.id,
        key,
        number: number.to_string(),
        body,
        created: app.clock.now().naive_utc(),
    };
    acts::keep_done(conn, &done)?;
    Ok(Some(came))
}

/// Does what nobody does: money has come in, or a file from outside tells something. Says whether the case, as it stands
/// by then, takes it; where it does not, nothing has changed.
pub fn act_by_itself(app: &App, conn: &mut Conn, number: CaseNumber, action: &Action) -> Result<bool, Failure> {
    let Some((row, change)) = untold(app, conn, number, action)? else {
        return Ok(false);
    };
    telling::tell(app, conn, &row, &change)?;
    Ok(true)
}

/// The same, of which nobody has been told yet: gives the case as it is then and what has changed, where it takes it.
pub(super) fn untold(
    app: &App,
    conn: &mut Conn,
    number: CaseNumber,
    action: &Action,
) -> Result<Option<(Row, Change)>, Failure> {
    alone(conn, &number.to_string())?;
    let row = store::by_number(conn, number)?;
    let now = app.clock.now();
    let verdicts = store::verdicts(conn, &row.id)?;
    let stand = view::whole_stand(app, conn, &row, &verdicts)?;
    let Ok(change) = step(&stand, Actor::House, action, now, &app.house) else {
        return Ok(None);
    };
    let mut row = changed(row, &change, action, None, now)?;
    if !written(app, conn, &mut row, &change, &Writer::House, now)? {
        return Ok(None);
    }
    decision::decided(app, conn, &row, &stand, &change)?;
    outside::follow(app, conn, &row)?;
    together::after(app, conn, &row, &change, action)?;
    called::after(app, conn, &row, &change, action)?;
    Ok(Some((row, change)))
}

/// Writes a change down: its entries, and the case as it is then. Says whether the case was still as it had been found.
pub(super) fn written(
    app: &App,
    conn: &mut Conn,
    row: &mut Row,
    change: &Change,
    writer: &Writer,
    now: Moment,
) -> Result<bool, Failure> {
    let before = row.version;
    for ((event, seen), version) in change.events.iter().zip(before + 1..) {
        store::write_entry(conn, &row.id, version, writer, event, *seen, now)?;
        row.version = version;
    }
    if let Some(order) = &change.order {
        order::put(app, conn, &row.of_order()?, order)?;
    }
    Ok(store::update(conn, row, before)?)
}

/// Writes an entry that changes nothing else of a case.
pub(super) fn noted(
    conn: &mut Conn,
    row: &mut Row,
    writer: &Writer,
    event: &Event,
    seen: Seen,
    now: Moment,
) -> Result<(), Failure> {
    let before = row.version;
    row.version += 1;
    store::write_entry(conn, &row.id, row.version, writer, event, seen, now)?;
    store::update(conn, row, before)?;
    Ok(())
}

/// How far whoever is on site is from where the case is, in metres, where both phones have told.
fn away(app: &App, row: &Row, action: &Action) -> Result<Option<u32>, Failure> {
    let Action::Arrive { point: Some(here) } = action else {
        return Ok(None);
    };
    let there = near::point(app, row)?;
    let here = Point::parse(here, &app.house).ok();
    Ok(here.zip(there).map(|(here, there)| rounded(here.metres_to(there))))
}

/// Only what was asked for the first time can be asked for again.
fn askable(app: &App, row: &Row, action: &Action) -> Result<(), Failure> {
    let Action::SendBack { asks } = action else {
        return Ok(());
    };
    let form = row.service()?.form().ok_or_else(|| Failure::new(Code::NoForm))?;
    let items = case::askable(form, &answers::open(&app.keys, &row.id, form, &row.answers)?);
    let strange = asks.iter().enumerate().filter(|(_, ask)| !items.contains(&ask.item));
    let flaws: Vec<_> = strange
        .map(|(at, _)| FieldFlaw::new(format!("asks.{at}.item"), Flaw::NotAChoice))
        .collect();
    if flaws.is_empty() {
        Ok(())
    } else {
        Err(Failure::flawed(flaws))
    }
}

/// The id of a colleague who can have a case as it stands.
fn colleague(conn: &mut Conn, stand: &Stand, name: &str, now: Moment) -> Result<String, Failure> {
    let may = |role: &str| Role::from_code(role).is_some_and(|role| case::may_hold(stand, role, now));
    staff::by_name(conn, name)?
        .filter(|member| !member.disabled && may(&member.role))
        .map(|member| member.id)
        .ok_or_else(|| Failure::flawed(vec![FieldFlaw::new("to", Flaw::NotAColleague)]))
}

fn refused(refusal: Refusal) -> Failure {
    match refusal {
        Refusal::NotAllowed => Failure::new(Code::NotNow),
        Refusal::MaterialsOpen { .. } => Failure::new(Code::MaterialsOpen),
        Refusal::PartsOpen => Failure::new(Code::PartsOpen),
        Refusal::RatingOver => Failure::new(Code::RatingOver),
        Refusal::UrgedToday => Failure::new(Code::UrgedToday),
        Refusal::Flawed(flaws) => Failure::flawed(flaws),
    }
}

/// The case after a change that was made then, but for what belongs to single actions.
pub(super) fn changed(
    mut row: Row,
    change: &Change,
    action: &Action,
    me: Option<&str>,
    now: Moment,
) -> Result<Row, Failure> {
    let naive = |moment: Option<Moment>| moment.map(|moment| moment.naive_utc());
    let was = std::mem::replace(&mut row.status, change.status.code().to_owned());
    let stage = row.work()?.stage;
    row.work = serde_json::to_string(&change.work)?;
    // A limit starts when a status or a step does; what happens within it does not push it away.
    if was != row.status || stage != change.work.stage || change.order.is_some() {
        row.due = naive(change.due);
    }
    row.promised = naive(change.promised);
    if change.lets_go {
        (row.assignee_id, row.unit) = (None, None);
    }
    if let (true, Some(me)) = (change.takes, me) {
        row.assignee_id = Some(me.to_owned());
    }
    if let Some(unit) = &change.unit {
        row.unit = Some(unit.clone());
    }
    row.asks = serde_json::to_string(&change.asks)?;
    row.answered = match (action, change.status) {
        (Action::Complete { .. }, _) => Some(now.naive_utc()),
        (_, Status::Confirming | Status::Filed | Status::Taken) => row.answered,
        _ => None,
    };
    if matches!(action, Action::Finish { .. }) && change.status == Status::Finished {
        row.finished = Some(now.naive_utc());
        // Each finish is rated anew, and what comes after it is urged anew.
        row.rated = None;
        row.urged = None;
        row.urges = 0;
    }
    Ok(row)
}

/// Puts what the resident brings into a filing that was sent back.
fn complete(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    row: &mut Row,
    asks: &[Ask],
    brought: &Answers,
    materials: &BTreeMap<String, Vec<String>>,
) -> Result<(), Failure> {
    let form = row.service()?.form().ok_or_else(|| Failure::new(Code::NoForm))?;
    let stored = answers::open(&app.keys, &row.id, form, &row.answers)?;
    let had = attachment::counts(&attachment::of_case(conn, &row.id)?);
    let counts = materials
        .iter()
        .map(|(material, photos)| (material.clone(), photos.len()))
        .collect();
    let before = Standing {
        answers: &stored,
        photos: &had,
        filed: today(row.filed.and_utc()),
    };
    let now = today(app.clock.now());
    let completion = completed(form, &before, asks, brought, &counts, &app.house, now).map_err(Failure::flawed)?;
    for (material, photos) in materials {
        attachment::set_aside(conn, &row.id, material)?;
        filing::claim(
            conn,
            &caller.into(),
            &row.id,
            &material_path(material),
            Some(material),
            photos,
        )?;
        store::material_came(conn, &row.id, material)?;
    }
    vetting::brought(app, conn, caller, &row.id, materials.values().flatten())?;
    rewrite(app, row, form, &completion.filing)?;
    slot::hold(app, conn, &row.id, form, completion.filing.answers())?;
    near::note(app, conn, row)
}

/// Writes the filing's answers into the case, and what lists show of them.
fn rewrite(app: &App, row: &mut Row, form: &Form, filing: &Filing) -> Result<(), Failure> {
    let given = filing.answers();
    row.answers = answers::seal(&app.keys, &row.id, form, given)?;
    row.water_account = form.account(given).map(str::to_owned);
    let summary = filing.summary().clone();
    row.place = history::place(&summary);
    let Summary {
        name,
        organisation,
        phone,
        town,
        address,
        party,
        urgent,
    } = summary;
    row.name = name;
    row.organisation = organisation;
    row.phone = phone;
    row.town = town;
    row.address = address;
    row.urgent = urgent;
    row.party_phone = party.as_ref().map(|party| party.phone.clone());
    row.party_name = party.map(|party| party.name);
    Ok(())
}

fn writer(actor: Actor, caller: &Caller) -> Writer {
    match (actor, &caller.who) {
        (_, Who::Staff(me)) => Writer::Staff(me.id.clone()),
        (Actor::Party, _) => Writer::Party,
        _ => Writer::Filer,
    }
}
