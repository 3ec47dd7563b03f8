//! The tables of answer templates: which version counts, and all there have been.

use chrono::NaiveDateTime;
use diesel::prelude::*;
use shuiting_shared::api::{TemplateVersion, TemplateView};
use shuiting_shared::service::Service;
use shuiting_shared::template::{Occasion, Template};
use shuiting_shared::time::Moment;
use shuiting_shared::words::Text;

use crate::db::Conn;
use crate::db::schema::{template_versions, templates};
use crate::problem::Failure;

/// A version as stored.
#[derive(Queryable, Insertable)]
#[diesel(table_name = template_versions)]
pub(super) struct Row {
    template_id: String,
    version: i32,
    at: NaiveDateTime,
    pub(super) staff_id: String,
    service: Option<String>,
    occasion: String,
    title_zh: String,
    title_en: String,
    words_zh: String,
    words_en: String,
    removed: bool,
}

impl Row {
    pub(super) fn new(
        template_id: String,
        version: i32,
        now: Moment,
        staff: &str,
        template: Template,
        removed: bool,
    ) -> Self {
        let Template {
            service,
            occasion,
            title,
            words,
        } = template;
        Self {
            template_id,
            version,
            at: now.naive_utc(),
            staff_id: staff.to_owned(),
            service: service.map(|service| service.code().to_owned()),
            occasion: occasion.code().to_owned(),
            title_zh: title.zh,
            title_en: title.en,
            words_zh: words.zh,
            words_en: words.en,
            removed,
        }
    }

    fn template(&self) -> Result<Template, Failure> {
        let strange = |code: &str| Failure::broken(anyhow::anyhow!("{} has {code}", self.template_id));
        let service = self.service.as_deref();
        let service = service.map(|code| Service::from_code(code).ok_or_else(|| strange(code)));
        Ok(Template {
            service: service.transpose()?,
            occasion: Occasion::from_code(&self.occasion).ok_or_else(|| strange(&self.occasion))?,
            title: Text {
                zh: self.title_zh.clone(),
                en: self.title_en.clone(),
            },
            words: Text {
                zh: self.words_zh.clone(),
                en: self.words_en.clone(),
            },
        })
    }

    pub(super) fn view(&self) -> Result<TemplateView, Failure> {
        Ok(TemplateView {
            id: self.template_id.clone(),
            version: self.version,
            removed: self.removed,
            template: self.template()?,
        })
    }

    pub(super) fn told(&self, by: String) -> Result<TemplateVersion, Failure> {
        Ok(TemplateVersion {
            version: self.version,
            at: self.at.and_utc(),
            by,
            removed: self.removed,
            template: self.template()?,
        })
    }
}

/// The version of each template that counts, in the order the templates were written.
pub(super) fn latest(conn: &mut Conn) -> QueryResult<Vec<Row>> {
    let counts = template_versions::template_id
        .eq(templates::id)
        .and(template_versions::version.eq(templates::version));
    templates::table
        .inner_join(template_versions::table.on(counts))
        .order(templates::id)
        .select(template_versions::all_columns)
        .load(conn)
}

/// Which version of a template counts.
pub(super) fn version(conn: &mut Conn, id: &str) -> QueryResult<i32> {
    templates::table.find(id).select(templates::version).first(conn)
}

/// Every version of a template, the newest first.
pub(super) fn versions(conn: &mut Conn, id: &str) -> QueryResult<Vec<Row>> {
    template_versions::table
        .filter(template_versions::template_id.eq(id))
        .order(template_versions::version.desc())
        .load(conn)
}

/// Writes the first version of a template.
pub(super) fn open(conn: &mut Conn, version: &Row) -> QueryResult<()> {
    diesel::insert_into(templates::table)
        .values((
            templates::id.eq(&version.template_id),
            templates::version.eq(version.version),
        ))
        .execute(conn)?;
    write(conn, version)
}

/// Writes a version that counts from now on.
pub(super) fn go_on(conn: &mut Conn, version: &Row) -> QueryResult<()> {
    diesel::update(templates::table.find(&version.template_id))
        .set(templates::version.eq(version.version))
        .execute(conn)?;
    write(conn, version)
}

fn write(conn: &mut Conn, version: &Row) -> QueryResult<()> {
    diesel::insert_into(template_versions::table)
        .values(version)
        .execute(conn)
        .map(|_| ())
}
