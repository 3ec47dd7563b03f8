//! Doing something with a case: the rules of `shared` decide, and what they say is written in one transaction.

use std::collections::BTreeMap;

use shuiting_shared::api::{Act, CaseView};
use shuiting_shared::case::{
    self, Action, Actor, Ask, Change, Hears, Notice, Refusal, Role, Stand, Standing, Status, Tidings, completed, step,
};
use shuiting_shared::form::{Answers, FieldFlaw, Filing, Flaw, Form, Summary, material_path};
use shuiting_shared::message::Message;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::problem::Code;
use shuiting_shared::time::{Moment, today};
use shuiting_shared::words::Lang;

use super::store::{self, Row, Writer};
use super::{answers, decision, filing, follow, history, near, outside, undo, view};
use crate::app::App;
use crate::attachment;
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::session::{Caller, Who};
use crate::{notice, slot, staff, vetting};

/// Does what the caller wants with a case, where the rules allow it; gives the case as it is then.
///
/// An act on an older version than the case has now is refused with what has changed, so that two clerks do not
/// decide over each other's heads.
pub fn act(app: &App, conn: &mut Conn, caller: &Caller, number: CaseNumber, act: &Act) -> Result<CaseView, Failure> {
    // Whoever comes later sees what the first one did, rather than stumbling over it half way.
    alone(conn, &number.to_string())?;
    let row = store::by_number(conn, number)?;
    let actor = follow::actor(conn, &row, caller)?.ok_or_else(|| Failure::new(Code::NotFound))?;
    if let Some(seen) = act.version.filter(|seen| *seen < row.version) {
        return Err(Failure::changed(view::conflict(conn, &row, actor, seen)?));
    }
    let now = app.clock.now();
    let verdicts = store::verdicts(conn, &row.id)?;
    let stand = Stand {
        latest: undo::latest(conn, &row, caller)?,
        ..view::stand(app, &row, &verdicts)?
    };
    let change = step(&stand, actor, &act.action, now, &app.house).map_err(refused)?;

    askable(app, &row, &act.action)?;
    decision::hindered(app, conn, &row, &stand, &act.action)?;

    let before = row.version;
    let found = undo::found(&row, &verdicts, &act.action)?;
    let first_rating = stand.rated.is_none();
    let me = caller.staff().ok().map(|me| me.id.as_str());
    let mut row = changed(app, row, &change, &act.action, me)?;
    match &act.action {
        Action::Complete { answers, materials } => {
            complete(app, conn, caller, &mut row, &stand.asks, answers, materials)?;
        }
        Action::Check { material, verdict } => store::judge(conn, &row.id, material, Some(verdict))?,
        Action::Rate { level, tags, words } => {
            if first_rating {
                row.rated = Some(now.naive_utc());
            }
            store::rate(conn, &row.id, first_rating, (*level, tags, words.trim()), now)?;
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
    if !written(conn, &mut row, &change, &writer(actor, caller), now)? {
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
    if let Some(found) = found {
        undo::keep(conn, &row, caller, act.action.verb(), &found, now)?;
    }
    if !change.status.waits() {
        slot::give_back(conn, &row.id, stand.slot, now)?;
    }
    tell(app, conn, &row, &change)?;
    if stand.status != Status::Confirming && change.status == Status::Confirming {
        filing::ask_party(app, conn, &row)?;
    }
    view::view(app, conn, &row, caller)
}

/// Does what nobody does: money has come in, or a file from outside tells something. Says whether the case, as it stands
/// by then, takes it; where it does not, nothing has changed.
pub fn act_by_itself(app: &App, conn: &mut Conn, number: CaseNumber, action: &Action) -> Result<bool, Failure> {
    let Some((row, change)) = untold(app, conn, number, action)? else {
        return Ok(false);
    };
    tell(app, conn, &row, &change)?;
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
    let stand = view::stand(app, &row, &store::verdicts(conn, &row.id)?)?;
    let Ok(change) = step(&stand, Actor::House, action, now, &app.house) else {
        return Ok(None);
    };
    let mut row = changed(app, row, &change, action, None)?;
    if !written(conn, &mut row, &change, &Writer::House, now)? {
        return Ok(None);
    }
    decision::decided(app, conn, &row, &stand, &change)?;
    outside::follow(app, conn, &row)?;
    Ok(Some((row, change)))
}

/// Writes a change down: its entries, and the case as it is then. Says whether the case was still as it had been found.
fn written(conn: &mut Conn, row: &mut Row, change: &Change, writer: &Writer, now: Moment) -> Result<bool, Failure> {
    let before = row.version;
    for ((event, seen), version) in change.events.iter().zip(before + 1..) {
        store::write_entry(conn, &row.id, version, writer, event, *seen, now)?;
        row.version = version;
    }
    Ok(store::update(conn, row, before)?)
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
        Refusal::RatingOver => Failure::new(Code::RatingOver),
        Refusal::UrgedToday => Failure::new(Code::UrgedToday),
        Refusal::Flawed(flaws) => Failure::flawed(flaws),
    }
}

/// The case after a change, but for what belongs to single actions.
fn changed(app: &App, mut row: Row, change: &Change, action: &Action, me: Option<&str>) -> Result<Row, Failure> {
    let naive = |moment: Option<Moment>| moment.map(|moment| moment.naive_utc());
    let was = std::mem::replace(&mut row.status, change.status.code().to_owned());
    let stage = row.work()?.stage;
    row.work = serde_json::to_string(&change.work)?;
    // A limit starts when a status or a step does; what happens within it does not push it away.
    if was != row.status || stage != change.work.stage {
        row.due = naive(change.due);
    }
    row.promised = naive(change.promised);
    if let (true, Some(me)) = (change.takes, me) {
        row.assignee_id = Some(me.to_owned());
    }
    if let Some(unit) = &change.unit {
        row.unit = Some(unit.clone());
    }
    row.asks = serde_json::to_string(&change.asks)?;
    row.answered = match (action, change.status) {
        (Action::Complete { .. }, _) => Some(app.clock.now().naive_utc()),
        (_, Status::Confirming | Status::Filed | Status::Taken) => row.answered,
        _ => None,
    };
    if matches!(action, Action::Finish { .. }) && change.status == Status::Finished {
        row.finished = Some(app.clock.now().naive_utc());
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

/// Tells who is to hear of it.
pub(super) fn tell(app: &App, conn: &mut Conn, row: &Row, change: &Change) -> Result<(), Failure> {
    let (number, service) = (row.number()?, row.service()?);
    let lang = Lang::from_code(&row.lang);
    for Notice { to, tidings } in &change.notices {
        let message = Message::about(number, service, tidings);
        match to {
            Hears::Filer => {
                notice::enqueue(app, conn, Some(&row.id), &row.phone, lang, &message)?;
                tell_followers(app, conn, row, tidings)?;
            }
            Hears::Supervisors => {
                for phone in staff::phones_of(conn, Role::Supervisor)? {
                    notice::enqueue(app, conn, Some(&row.id), &phone, Lang::Zh, &message)?;
                }
            }
        }
    }
    Ok(())
}

/// Tells whoever follows the case, where it is for them.
fn tell_followers(app: &App, conn: &mut Conn, row: &Row, tidings: &Tidings) -> Result<(), Failure> {
    let Some(message) = Message::to_follower(row.number()?, row.service()?, tidings) else {
        return Ok(());
    };
    for (phone, lang) in follow::hearing(conn, row)? {
        notice::enqueue(app, conn, Some(&row.id), &phone, Lang::from_code(&lang), &message)?;
    }
    Ok(())
}
