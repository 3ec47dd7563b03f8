//! Answer templates: every version is kept, with who wrote it and when.

pub(crate) mod routes;
mod store;

use shuiting_shared::api::{TemplateChange, TemplateVersion, TemplateView};
use shuiting_shared::form::FieldFlaw;
use shuiting_shared::problem::Code;
use shuiting_shared::template::Template;

use crate::app::App;
use crate::db::{Conn, alone};
use crate::ids;
use crate::problem::Failure;
use crate::session::{Caller, Staff};
use crate::staff;

/// The member of staff who may write templates.
fn writer(caller: &Caller) -> Result<&Staff, Failure> {
    let me = caller.staff()?;
    if me.role.writes_templates() {
        Ok(me)
    } else {
        Err(Failure::new(Code::Forbidden))
    }
}

/// All templates, by service and occasion; those that are offered no more last.
fn list(conn: &mut Conn, caller: &Caller) -> Result<Vec<TemplateView>, Failure> {
    caller.staff()?;
    let mut templates = store::latest(conn)?
        .iter()
        .map(store::Row::view)
        .collect::<Result<Vec<_>, _>>()?;
    templates.sort_by_key(|view| (view.removed, view.template.service, view.template.occasion));
    Ok(templates)
}

/// Writes a new template.
pub fn add(app: &App, conn: &mut Conn, caller: &Caller, template: Template) -> Result<TemplateView, Failure> {
    let me = writer(caller)?;
    let flaws = template.flaws();
    if !flaws.is_empty() {
        return Err(Failure::flawed(flaws));
    }
    let now = app.clock.now();
    let version = store::Row::new(ids::new(now), 1, now, &me.id, template.trimmed(), false);
    store::open(conn, &version)?;
    version.view()
}

/// Changes a template, unless somebody else has changed it since the caller looked.
fn change(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    id: &str,
    change: TemplateChange,
) -> Result<TemplateView, Failure> {
    let me = writer(caller)?;
    // Whoever comes later sees what the first one wrote.
    alone(conn, id)?;
    let before = store::version(conn, id)?;
    let flaws = change.template.flaws();
    if !flaws.is_empty() {
        let inside = flaws
            .into_iter()
            .map(|flaw| FieldFlaw::new(format!("template.{}", flaw.field), flaw.flaw));
        return Err(Failure::flawed(inside.collect()));
    }
    if change.version != before {
        return Err(Failure::new(Code::TemplateChanged));
    }
    let template = change.template.trimmed();
    let version = store::Row::new(
        id.to_owned(),
        before + 1,
        app.clock.now(),
        &me.id,
        template,
        change.removed,
    );
    store::go_on(conn, &version)?;
    version.view()
}

/// Every version of a template, the newest first.
fn history(conn: &mut Conn, caller: &Caller, id: &str) -> Result<Vec<TemplateVersion>, Failure> {
    caller.staff()?;
    store::version(conn, id)?;
    let versions = store::versions(conn, id)?;
    let ids: Vec<_> = versions.iter().map(|version| version.staff_id.clone()).collect();
    let names = staff::names(conn, &ids)?;
    versions
        .iter()
        .map(|version| {
            let by = names.get(&version.staff_id).map(|(display, _)| display.clone());
            version.told(by.unwrap_or_default())
        })
        .collect()
}
