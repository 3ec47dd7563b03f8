//! Taking a filing in: one transaction holds the case, its first entry, its messages and its key.

use rand::Rng as _;
use shuiting_shared::api::{Filed, NewCase};
use shuiting_shared::case::{Action, Channel, Event, Seen, Status};
use shuiting_shared::form::{Counts, FieldFlaw, Filing, Flaw, Form, Summary, material_path};
use shuiting_shared::message::Message;
use shuiting_shared::number::{CaseNumber, NUMBERS};
use shuiting_shared::order::{Kind, Order};
use shuiting_shared::person::PersonName;
use shuiting_shared::problem::Code;
use shuiting_shared::service::Who as WhoMay;
use shuiting_shared::slot::Slot;
use shuiting_shared::time::today;
use shuiting_shared::words::Lang;

use super::store::{self, Answered, Row, Writer};
use super::{acting, answers, history, near};
use crate::account;
use crate::app::App;
use crate::attachment::{self, Uploader};
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::session::Caller;
use crate::{event, ids, keys, notice, order, profile, slot, vetting, water};

/// Who files, through which door, and in which language they hear of it.
pub(super) struct Door<'a> {
    /// The account that the case belongs to.
    pub(super) account: &'a str,
    /// The language of its messages.
    pub(super) lang: Lang,
    /// The door.
    pub(super) channel: Channel,
    /// Who writes the first entry: the resident, or who helps them.
    pub(super) writer: Writer,
    /// Who has uploaded the photos.
    pub(super) uploader: Uploader,
    /// The volunteer who has filled it in, masked.
    pub(super) helper: Option<String>,
    /// Which kind of work order it is, where whoever files knows.
    pub(super) kind: Option<Kind>,
}

/// What came of a filing.
pub enum Taking {
    /// It was taken in.
    In(Filed),
    /// The water account is not ready for it.
    NotReady(Failure),
}

impl Taking {
    /// The number, or the refusal.
    pub fn answer(self) -> Result<Filed, Failure> {
        match self {
            Self::In(filed) => Ok(filed),
            Self::NotReady(refusal) => Err(refusal),
        }
    }
}

/// Takes a filing in. The same key with the same filing gives the same answer and files nothing more; with another
/// filing it is refused. That the water account is not ready for it is no error here: whoever asks about accounts that
/// are not theirs is counted, and an error would take that back.
pub fn file(app: &App, conn: &mut Conn, caller: &Caller, key: &str, new: &NewCase) -> Result<Taking, Failure> {
    let resident = caller.resident()?;
    let form = form(new)?;
    if resident.phone.is_none() && new.service.facts().who != WhoMay::Anyone {
        return Err(Failure::new(Code::SignIn));
    }
    let body = keys::hash(&serde_json::to_vec(new)?);
    // The same filing may be coming in twice at this moment; the later one waits and finds the answer.
    alone(conn, key)?;
    if let Some(before) = store::answered(conn, key, &body)? {
        return Ok(Taking::In(serde_json::from_str(&before.answer)?));
    }
    if store::has_key(conn, &resident.account, key)? {
        return Err(Failure::new(Code::KeyReused));
    }
    let filing = read(app, form, new)?;
    if let Some(refusal) = water::admitted(app, conn, caller, form, filing.answers(), &counts(new))? {
        return Ok(Taking::NotReady(refusal));
    }
    let there = new.event.as_deref();
    let there = there.map(|id| event::under_way(app, conn, id)).transpose()?.flatten();
    let there = there.as_deref();
    let door = Door {
        account: &resident.account,
        lang: caller.lang,
        channel: if there.is_some() {
            Channel::Event
        } else {
            Channel::Phone
        },
        writer: Writer::Filer,
        uploader: caller.into(),
        helper: None,
        kind: None,
    };
    let row = take_in(app, conn, caller, &door, new, &filing)?;
    if let Some(there) = there {
        event::note_case(conn, &row.id, Some(there), None)?;
    }
    if resident.phone.is_some() {
        profile::learn(app, conn, &resident.account, form, &filing)?;
    }
    answer(conn, &row, key, body).map(Taking::In)
}

/// The form of what is filed.
pub(super) fn form(new: &NewCase) -> Result<&'static Form, Failure> {
    new.service.form().ok_or_else(|| Failure::new(Code::NoForm))
}

/// Reads what is filed, or tells every flaw.
pub(super) fn read(app: &App, form: &Form, new: &NewCase) -> Result<Filing, Failure> {
    let today = today(app.clock.now());
    form.read(&new.answers, &counts(new), &app.house, today)
        .map_err(Failure::flawed)
}

/// How many photos came for each material.
pub(super) fn counts(new: &NewCase) -> Counts<'_> {
    let materials = new.materials.iter();
    materials.map(|(key, photos)| (key.as_str(), photos.len())).collect()
}

/// Writes the case, its photos, its first entry and its messages.
pub(super) fn take_in(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    door: &Door<'_>,
    new: &NewCase,
    filing: &Filing,
) -> Result<Row, Failure> {
    let (service, town) = (new.service, filing.summary().town.as_deref());
    let order = order::begin(app, service, filing.answers(), door.kind, town, app.clock.now());
    let row = row(app, conn, door, new, filing, order.as_ref())?;
    store::insert(conn, &row)?;
    if let Some(order) = &order {
        order::put(app, conn, &row.of_order()?, order)?;
    }
    near::note(app, conn, &row)?;
    let form = form(new)?;
    slot::hold(app, conn, &row.id, form, filing.answers())?;
    for (material, photos) in new.materials.iter().filter(|(_, photos)| !photos.is_empty()) {
        store::material_came(conn, &row.id, material)?;
        claim(
            conn,
            &door.uploader,
            &row.id,
            &material_path(material),
            Some(material),
            photos,
        )?;
    }
    let slot = form.slot(filing.answers());
    let filed = Event::Filed {
        channel: door.channel,
        slot,
        helper: door.helper.clone(),
    };
    store::write_entry(
        conn,
        &row.id,
        row.version,
        &door.writer,
        &filed,
        Seen::All,
        app.clock.now(),
    )?;
    let photos = new.materials.values().flatten();
    vetting::filed(app, conn, caller, &row.id, form, filing.answers(), photos)?;
    tell(app, conn, &row, slot)?;
    match order {
        Some(order) => passed_on(app, conn, row, &order),
        None => Ok(row),
    }
}

/// Passes an order on at once, where a rule of the house says that it need not wait for a dispatcher.
fn passed_on(app: &App, conn: &mut Conn, row: Row, order: &Order) -> Result<Row, Failure> {
    let route = app.house.orders.route(order.kind, row.town.as_deref(), &app.house);
    let Some((unit, true)) = route else { return Ok(row) };
    let action = Action::Dispatch {
        unit: unit.to_owned(),
        words: String::new(),
    };
    acting::act_by_itself(app, conn, row.number()?, &action)?;
    Ok(store::by_id(conn, &row.id)?)
}

/// What is answered, now and to whoever sends the same again under this key.
pub(super) fn answer(conn: &mut Conn, row: &Row, key: &str, body: String) -> Result<Filed, Failure> {
    let filed = Filed {
        number: row.number()?,
        status: row.status()?,
        promised: row.promised.map(|moment| moment.and_utc()),
    };
    let answered = Answered {
        account_id: row.account_id.clone(),
        key: key.to_owned(),
        body,
        answer: serde_json::to_string(&filed)?,
        created: row.filed,
    };
    store::remember(conn, &answered)?;
    Ok(filed)
}

fn row(
    app: &App,
    conn: &mut Conn,
    door: &Door<'_>,
    new: &NewCase,
    filing: &Filing,
    order: Option<&Order>,
) -> Result<Row, Failure> {
    let form = form(new)?;
    let now = app.clock.now();
    let given = filing.answers();
    let summary = filing.summary().clone();
    let place = history::place(&summary);
    let Summary {
        name,
        organisation,
        phone,
        town,
        address,
        party,
        urgent,
    } = summary;
    let status = if party.is_some() {
        Status::Confirming
    } else {
        Status::Filed
    };
    let ends = |limit: Option<shuiting_shared::time::Limit>| {
        limit.map(|limit| limit.due(now, &app.house.calendar).naive_utc())
    };
    // Until the other side has agreed nothing can be promised.
    let promised = if party.is_some() {
        None
    } else {
        let promise = || app.house.promised(new.service, form.slot(given), now);
        order.and_then(Order::finish).or_else(promise)
    };
    let id = ids::new(now);
    Ok(Row {
        number: free_number(conn)?.to_string(),
        service: new.service.code().to_owned(),
        status: status.code().to_owned(),
        channel: door.channel.code().to_owned(),
        account_id: door.account.to_owned(),
        lang: door.lang.code().to_owned(),
        phone,
        name,
        organisation,
        party_phone: party.as_ref().map(|party| party.phone.clone()),
        party_name: party.map(|party| party.name),
        town,
        address,
        urgent,
        answers: answers::seal(&app.keys, &id, form, given)?,
        asks: "[]".to_owned(),
        filed: now.naive_utc(),
        due: ends(app.house.limit(new.service, status)),
        promised: promised.map(|promised| promised.naive_utc()),
        finished: None,
        rated: None,
        unit: None,
        assignee_id: None,
        version: 1,
        demo: app.demo,
        answered: None,
        urged: None,
        urges: 0,
        water_account: form.account(given).map(str::to_owned),
        place,
        work: "{}".to_owned(),
        id,
    })
}

/// Numbers are drawn, not counted, so that nobody can tell how many filings there are, or guess the next.
pub(super) fn free_number(conn: &mut Conn) -> Result<CaseNumber, Failure> {
    loop {
        let number = CaseNumber::from_index(rand::rng().random_range(0..NUMBERS));
        if !store::has_number(conn, number)? {
            return Ok(number);
        }
    }
}

/// Tells who files that it has come, and the other side that it waits for them.
fn tell(app: &App, conn: &mut Conn, row: &Row, slot: Option<Slot>) -> Result<(), Failure> {
    let (number, service) = (row.number()?, row.service()?);
    let lang = Lang::from_code(&row.lang);
    let due = row.due.map(|moment| moment.and_utc());
    let message = if row.party_phone.is_some() {
        Message::Confirming { number, service, due }
    } else {
        Message::Filed {
            number,
            service,
            promised: row.promised.map(|moment| moment.and_utc()),
            slot,
        }
    };
    notice::enqueue(app, conn, Some(&row.id), &row.phone, lang, &message)?;
    ask_party(app, conn, row)
}

/// Asks the other side to confirm, where there is one. Their SMS names the filer masked: it may reach a wrong number.
pub(super) fn ask_party(app: &App, conn: &mut Conn, row: &Row) -> Result<(), Failure> {
    let Some(phone) = &row.party_phone else { return Ok(()) };
    let name = row
        .name
        .as_deref()
        .and_then(|name| PersonName::read(name).ok())
        .map(|name| name.to_string());
    let message = Message::AskParty {
        number: row.number()?,
        service: row.service()?,
        name: name.unwrap_or_default(),
        due: row.due.map(|moment| moment.and_utc()),
    };
    let lang = account::lang_of(conn, phone)?.unwrap_or_default();
    notice::enqueue(app, conn, Some(&row.id), phone, lang, &message)
}

/// Files photos with a case. One that is not the uploader's to file is a flaw of its field.
pub(super) fn claim(
    conn: &mut Conn,
    uploader: &Uploader,
    case: &str,
    field: &str,
    material: Option<&str>,
    photos: &[String],
) -> Result<(), Failure> {
    let ids: Vec<&str> = photos.iter().map(String::as_str).collect();
    let flaw = || Failure::flawed(vec![FieldFlaw::new(field, Flaw::NoSuchPhoto)]);
    let free = attachment::claimable(conn, uploader, &ids)?;
    if !ids.iter().all(|id| free.contains(*id)) {
        return Err(flaw());
    }
    // A photo named twice, or filed by another request at this moment, is not free any more.
    if attachment::claim(conn, &ids, case, material)? {
        Ok(())
    } else {
        Err(flaw())
    }
}
