//! The tables of knowledge: which version of an article counts, all there have been, and whom they have helped.

use std::collections::HashMap;

use chrono::NaiveDateTime;
use diesel::prelude::*;
use shuiting_shared::api::{ArticleRead, ArticleVersion, ArticleView};
use shuiting_shared::knowledge::Article;
use shuiting_shared::service::Service;
use shuiting_shared::time::Moment;
use shuiting_shared::words::Text;

use crate::db::Conn;
use crate::db::schema::{article_versions, article_votes, articles};
use crate::problem::Failure;

/// A version as stored; other words are JSON, a version without a member of staff came by a file.
#[derive(Queryable, Insertable)]
#[diesel(table_name = article_versions)]
pub(super) struct Row {
    pub(super) article_id: String,
    pub(super) version: i32,
    at: NaiveDateTime,
    pub(super) staff_id: Option<String>,
    question_zh: String,
    question_en: String,
    answer_zh: String,
    answer_en: String,
    also: String,
    service: Option<String>,
    tariff: bool,
    pub(super) removed: bool,
}

/// By article how many said that it has helped, and how many that it has not.
pub(super) type Votes = HashMap<String, (i64, i64)>;

impl Row {
    pub(super) fn new(
        article_id: String,
        version: i32,
        now: Moment,
        staff: Option<&str>,
        article: Article,
        removed: bool,
    ) -> Result<Self, Failure> {
        Ok(Self {
            article_id,
            version,
            at: now.naive_utc(),
            staff_id: staff.map(str::to_owned),
            question_zh: article.question.zh,
            question_en: article.question.en,
            answer_zh: article.answer.zh,
            answer_en: article.answer.en,
            also: serde_json::to_string(&article.also)?,
            service: article.service.map(|service| service.code().to_owned()),
            tariff: article.tariff,
            removed,
        })
    }

    /// The article that it says.
    pub(super) fn article(&self) -> Result<Article, Failure> {
        let service = self.service.as_deref().map(|code| {
            let strange = || Failure::broken(anyhow::anyhow!("{} has {code}", self.article_id));
            Service::from_code(code).ok_or_else(strange)
        });
        Ok(Article {
            question: Text {
                zh: self.question_zh.clone(),
                en: self.question_en.clone(),
            },
            answer: Text {
                zh: self.answer_zh.clone(),
                en: self.answer_en.clone(),
            },
            also: serde_json::from_str(&self.also)?,
            service: service.transpose()?,
            tariff: self.tariff,
        })
    }

    /// As everybody reads it.
    pub(super) fn read(&self) -> Result<ArticleRead, Failure> {
        let article = self.article()?;
        Ok(ArticleRead {
            id: self.article_id.clone(),
            question: article.question,
            answer: article.answer,
            service: article.service,
            tariff: article.tariff,
        })
    }

    pub(super) fn view(&self, votes: &Votes) -> Result<ArticleView, Failure> {
        let (helped, not_helped) = votes.get(&self.article_id).copied().unwrap_or_default();
        Ok(ArticleView {
            id: self.article_id.clone(),
            version: self.version,
            removed: self.removed,
            helped,
            not_helped,
            article: self.article()?,
        })
    }

    pub(super) fn told(&self, by: Option<String>) -> Result<ArticleVersion, Failure> {
        Ok(ArticleVersion {
            version: self.version,
            at: self.at.and_utc(),
            by,
            removed: self.removed,
            article: self.article()?,
        })
    }
}

/// How many versions there have been: grows with each change, whichever server makes it.
pub(super) fn changes(conn: &mut Conn) -> QueryResult<i64> {
    article_versions::table.count().get_result(conn)
}

/// The version of each article that counts, in the order in which they were written.
pub(super) fn latest(conn: &mut Conn) -> QueryResult<Vec<Row>> {
    let counts = article_versions::article_id
        .eq(articles::id)
        .and(article_versions::version.eq(articles::version));
    articles::table
        .inner_join(article_versions::table.on(counts))
        .order(articles::id)
        .select(article_versions::all_columns)
        .load(conn)
}

/// The version of an article that counts.
pub(super) fn current(conn: &mut Conn, id: &str) -> QueryResult<Row> {
    let version = version(conn, id)?;
    article_versions::table.find((id, version)).first(conn)
}

/// Which version of an article counts.
pub(super) fn version(conn: &mut Conn, id: &str) -> QueryResult<i32> {
    articles::table.find(id).select(articles::version).first(conn)
}

/// Every version of an article, the newest first.
pub(super) fn versions(conn: &mut Conn, id: &str) -> QueryResult<Vec<Row>> {
    article_versions::table
        .filter(article_versions::article_id.eq(id))
        .order(article_versions::version.desc())
        .load(conn)
}

/// Writes the first version of an article.
pub(super) fn open(conn: &mut Conn, row: &Row) -> QueryResult<()> {
    diesel::insert_into(articles::table)
        .values((articles::id.eq(&row.article_id), articles::version.eq(row.version)))
        .execute(conn)?;
    write(conn, row)
}

/// Writes a version that counts from now on.
pub(super) fn go_on(conn: &mut Conn, row: &Row) -> QueryResult<()> {
    diesel::update(articles::table.find(&row.article_id))
        .set(articles::version.eq(row.version))
        .execute(conn)?;
    write(conn, row)
}

fn write(conn: &mut Conn, row: &Row) -> QueryResult<()> {
    diesel::insert_into(article_versions::table)
        .values(row)
        .execute(conn)
        .map(|_| ())
}

/// What was said of all articles.
pub(super) fn votes(conn: &mut Conn) -> QueryResult<Votes> {
    let counts: Vec<(String, bool, i64)> = article_votes::table
        .group_by((article_votes::article_id, article_votes::helped))
        .select((
            article_votes::article_id,
            article_votes::helped,
            diesel::dsl::count_star(),
        ))
        .load(conn)?;
    let mut votes = Votes::new();
    for (article, helped, count) in counts {
        let (yes, no) = votes.entry(article).or_default();
        *(if helped { yes } else { no }) = count;
    }
    Ok(votes)
}

/// Says whether an article has helped an account, in the place of what it said before.
pub(super) fn vote(conn: &mut Conn, article: &str, account: &str, helped: bool, now: Moment) -> QueryResult<()> {
    diesel::delete(article_votes::table.find((article, account))).execute(conn)?;
    diesel::insert_into(article_votes::table)
        .values((
            article_votes::article_id.eq(article),
            article_votes::account_id.eq(account),
            article_votes::helped.eq(helped),
            article_votes::at.eq(now.naive_utc()),
        ))
        .execute(conn)
        .map(|_| ())
}

/// What a guest has said goes over to the account they sign in to, unless that has said something already.
pub fn hand_over(conn: &mut Conn, from: &str, to: &str) -> QueryResult<()> {
    let known: Vec<String> = article_votes::table
        .select(article_votes::article_id)
        .filter(article_votes::account_id.eq(to))
        .load(conn)?;
    let theirs = article_votes::account_id.eq(from);
    diesel::delete(article_votes::table.filter(theirs.and(article_votes::article_id.eq_any(known)))).execute(conn)?;
    diesel::update(article_votes::table.filter(theirs))
        .set(article_votes::account_id.eq(to))
        .execute(conn)
        .map(|_| ())
}
