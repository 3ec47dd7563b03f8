//! What whoever is sent out has to know of a case, on the way and on site.

use shuiting_shared::case::{Actor, Event, Role, Status, Work};
use shuiting_shared::form::Answer as _;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::place::Point;
use shuiting_shared::service::Service;
use shuiting_shared::time::Moment;

use super::store::{self, Row};
use super::{answers, view};
use crate::app::App;
use crate::attachment;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Staff;

/// A case that lies with a unit.
pub struct Site {
    /// Its id.
    pub id: String,
    /// Its number.
    pub number: CaseNumber,
    /// What it is a case of.
    pub service: Service,
    /// Where it stands.
    pub status: Status,
    /// How far the work has come.
    pub work: Work,
    /// When it was filed.
    pub filed: Moment,
    /// The unit that has it.
    pub unit: Option<String>,
    /// Who of the unit has it.
    pub assignee: Option<String>,
    /// The town's code.
    pub town: Option<String>,
    /// The address.
    pub address: Option<String>,
    /// Where it is exactly; whoever shows it writes that down.
    pub point: Option<Point>,
    /// What whoever filed said of it.
    pub words: Option<String>,
    /// What dispatch said to the unit, last.
    pub told: Option<String>,
    /// Who filed it, masked.
    pub name: Option<String>,
    /// Their phone, masked.
    pub phone: String,
    /// The photos that came with it, by id.
    pub photos: Vec<String>,
}

/// The ids of the open cases of a unit that a member of it has.
pub fn held_by(conn: &mut Conn, staff: &Staff) -> Result<Vec<String>, Failure> {
    Ok(store::held_by(
        conn,
        &staff.id,
        staff.unit.as_deref(),
        Status::Dispatched.code(),
    )?)
}

/// Those of these cases that lie with a unit, in their order.
pub fn sites(app: &App, conn: &mut Conn, ids: &[String]) -> Result<Vec<Site>, Failure> {
    let mut sites = Vec::new();
    for id in ids {
        let row = store::by_id(conn, id)?;
        if row.status()? == Status::Dispatched {
            sites.push(site(app, conn, row)?);
        }
    }
    Ok(sites)
}

fn site(app: &App, conn: &mut Conn, row: Row) -> Result<Site, Failure> {
    let service = row.service()?;
    let given = service
        .form()
        .map(|form| answers::open(&app.keys, &row.id, form, &row.answers))
        .transpose()?;
    let answer = |key: &str| given.as_ref().and_then(|given| given.get(key)).map(str::to_owned);
    let told = store::timeline(conn, &row.id, 0)?
        .iter()
        .map(store::Entry::event)
        .find_map(|event| match event {
            Ok(Event::Dispatched { words, .. }) => Some(Ok(words)),
            Ok(_) => None,
            Err(error) => Some(Err(error)),
        })
        .transpose()?;
    let photos = attachment::of_case(conn, &row.id)?;
    Ok(Site {
        number: row.number()?,
        service,
        status: row.status()?,
        work: row.work()?,
        filed: row.filed.and_utc(),
        point: answer("point").and_then(|point| Point::parse(&point, &app.house).ok()),
        words: answer("words"),
        told: told.filter(|words| !words.is_empty()),
        name: view::shown_name(&row, Actor::Staff(Role::Crew)),
        phone: view::mask_phone(&row.phone),
        photos: photos.into_iter().map(|(_, id)| id).collect(),
        id: row.id,
        unit: row.unit,
        assignee: row.assignee_id,
        town: row.town,
        address: row.address,
    })
}
