//! Knowledge: articles with all that they said before, found by whatever people type, and whether they have helped.
//!
//! | module | subject |
//! |---|---|
//! | [`index`] | finding, in memory |
//! | [`library`] | the index that all requests share, made anew when an article has changed |
//! | [`mod@file`] | articles that come by a file |

pub mod file;
mod index;
mod library;
pub(crate) mod routes;
mod store;

use shuiting_shared::api::{ArticleChange, ArticleQuery, ArticleRead, ArticleVersion, ArticleView};
use shuiting_shared::form::{FieldFlaw, Flaw};
use shuiting_shared::knowledge::Article;
use shuiting_shared::problem::Code;
use shuiting_shared::time::Moment;
use shuiting_shared::words::Text;

use crate::app::App;
use crate::db::{Conn, alone};
use crate::ids;
use crate::problem::Failure;
use crate::session::{Caller, Staff};
use crate::staff;

pub use library::Library;
pub use store::hand_over;

/// Articles found at once, where nobody says how many.
const MOST: usize = 10;
/// Articles found at once, whatever is asked for.
const MOST_OF_ALL: usize = 20;

/// The member of staff who may write articles.
fn writer(caller: &Caller) -> Result<&Staff, Failure> {
    let me = caller.staff()?;
    if me.role.writes_knowledge() {
        Ok(me)
    } else {
        Err(Failure::new(Code::Forbidden))
    }
}

/// The articles that a query may mean, the likeliest first. Without a query those of a service, and without that those
/// that have helped most.
pub fn find(app: &App, conn: &mut Conn, query: &ArticleQuery) -> Result<Vec<ArticleRead>, Failure> {
    let most = query.most.unwrap_or(MOST);
    if !(1..=MOST_OF_ALL).contains(&most) {
        let flaw = Flaw::TooMany { most: MOST_OF_ALL };
        return Err(Failure::flawed(vec![FieldFlaw::new("most", flaw)]));
    }
    let index = app.library.fresh(conn)?;
    if !query.q.trim().is_empty() {
        return Ok(index.find(&query.q, query.service, most));
    }
    let votes = store::votes(conn)?;
    let helped = |id: &str| votes.get(id).map_or(0, |(yes, no)| yes - no);
    Ok(index.most_by(query.service, most, helped))
}

/// An article that is there, as everybody reads it.
pub fn read(conn: &mut Conn, id: &str) -> Result<ArticleRead, Failure> {
    let row = store::current(conn, id)?;
    if row.removed {
        return Err(Failure::new(Code::NotFound));
    }
    row.read()
}

/// What an article asks, whether or not anybody still finds it; nothing where there never was one.
pub fn question(conn: &mut Conn, id: &str) -> Result<Option<Text>, Failure> {
    match store::current(conn, id) {
        Ok(row) => Ok(Some(row.article()?.question)),
        Err(diesel::result::Error::NotFound) => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// Whether there is an article by this id that has not been taken away.
pub fn is_there(conn: &mut Conn, id: &str) -> Result<bool, Failure> {
    match read(conn, id) {
        Ok(_) => Ok(true),
        Err(failure) if failure.code() == Code::NotFound => Ok(false),
        Err(failure) => Err(failure),
    }
}

/// Whether an article has helped a resident; what they say later counts.
pub(crate) fn vote(conn: &mut Conn, caller: &Caller, id: &str, helped: bool, now: Moment) -> Result<(), Failure> {
    let account = &caller.resident()?.account;
    read(conn, id)?;
    alone(conn, account)?;
    Ok(store::vote(conn, id, account, helped, now)?)
}

/// All articles for those who write them: those that nobody finds any more last.
fn list(conn: &mut Conn, caller: &Caller) -> Result<Vec<ArticleView>, Failure> {
    caller.staff()?;
    let votes = store::votes(conn)?;
    let rows = store::latest(conn)?;
    let mut views: Vec<_> = rows.iter().map(|row| row.view(&votes)).collect::<Result<_, _>>()?;
    views.sort_by_key(|view| view.removed);
    Ok(views)
}

/// Writes a new article.
fn add(app: &App, conn: &mut Conn, caller: &Caller, article: Article) -> Result<ArticleView, Failure> {
    let me = writer(caller)?;
    let article = article.trimmed();
    let flaws = article.flaws();
    if !flaws.is_empty() {
        return Err(Failure::flawed(flaws));
    }
    let now = app.clock.now();
    let row = store::Row::new(ids::new(now), 1, now, Some(&me.id), article, false)?;
    store::open(conn, &row)?;
    row.view(&store::votes(conn)?)
}

/// Changes an article, unless somebody else has changed it since the caller looked.
fn change(
    app: &App,
    conn: &mut Conn,
    caller: &Caller,
    id: &str,
    change: ArticleChange,
) -> Result<ArticleView, Failure> {
    let me = writer(caller)?;
    // Whoever comes later sees what the first one wrote.
    alone(conn, id)?;
    let before = store::version(conn, id)?;
    let article = change.article.trimmed();
    let flaws = article.flaws();
    if !flaws.is_empty() {
        let inside = flaws
            .into_iter()
            .map(|flaw| FieldFlaw::new(format!("article.{}", flaw.field), flaw.flaw));
        return Err(Failure::flawed(inside.collect()));
    }
    if change.version != before {
        return Err(Failure::new(Code::ArticleChanged));
    }
    let now = app.clock.now();
    let row = store::Row::new(id.to_owned(), before + 1, now, Some(&me.id), article, change.removed)?;
    store::go_on(conn, &row)?;
    row.view(&store::votes(conn)?)
}

/// Every version of an article, the newest first.
fn history(conn: &mut Conn, caller: &Caller, id: &str) -> Result<Vec<ArticleVersion>, Failure> {
    caller.staff()?;
    store::version(conn, id)?;
    let versions = store::versions(conn, id)?;
    let ids: Vec<_> = versions.iter().filter_map(|version| version.staff_id.clone()).collect();
    let names = staff::names(conn, &ids)?;
    versions
        .iter()
        .map(|version| {
            let by = version.staff_id.as_ref().and_then(|id| names.get(id));
            version.told(by.map(|(display, _)| display.clone()))
        })
        .collect()
}
