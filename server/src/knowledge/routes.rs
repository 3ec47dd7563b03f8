//! Knowledge over HTTP.

use actix_web::{HttpResponse, get, patch, post, put, web};
use shuiting_shared::api::{ArticleChange, ArticleQuery, ArticleRead, ArticleVersion, ArticleView, Helped};
use shuiting_shared::knowledge::Article;
use shuiting_shared::problem::Problem;

use crate::app::App;
use crate::body::{self, Body, Query};
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;

/// Answers to what people ask, for everybody: found by words in either language, pinyin, initials, and with a letter wrong,
/// the likeliest first. Without a query those of a service, or those that have helped most.
#[utoipa::path(operation_id = "articles", tag = "knowledge", params(("q" = Option<String>, Query, description = "What somebody wants to know, as they type it"), ("service" = Option<String>, Query, description = "Those of a service alone"), ("most" = Option<u32>, Query, description = "At most so many, 1 to 20")), responses((status = 200, body = Vec<ArticleRead>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/articles")]
pub(crate) async fn find(
    app: web::Data<App>,
    query: Query<ArticleQuery>,
) -> Result<web::Json<Vec<ArticleRead>>, Failure> {
    let state = app.clone();
    let found = app
        .db
        .read(move |conn: &mut Conn| super::find(&state, conn, &query.0))
        .await?;
    Ok(web::Json(found))
}

/// One article, for everybody.
#[utoipa::path(operation_id = "article", tag = "knowledge", params(("id" = String, Path)), responses((status = 200, body = ArticleRead), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/articles/{id}")]
pub(crate) async fn read(app: web::Data<App>, id: web::Path<String>) -> Result<web::Json<ArticleRead>, Failure> {
    let id = body::id(id.into_inner())?;
    let article = app.db.read(move |conn: &mut Conn| super::read(conn, &id)).await?;
    Ok(web::Json(article))
}

/// Says whether an article has helped, once a resident or guest; what they say later counts.
#[utoipa::path(operation_id = "vote_on_article", tag = "knowledge", params(("id" = String, Path)), request_body = Helped, responses((status = 200, body = Helped), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[put("/articles/{id}/vote")]
pub(crate) async fn vote(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
    body: Body<Helped>,
) -> Result<web::Json<Helped>, Failure> {
    let (id, helped, now) = (body::id(id.into_inner())?, body.0.helped, app.clock.now());
    app.db
        .write(move |conn: &mut Conn| super::vote(conn, &caller, &id, helped, now))
        .await?;
    Ok(web::Json(Helped { helped }))
}

/// All articles with how they have helped, for all staff. Those that nobody finds any more come last.
#[utoipa::path(operation_id = "desk_articles", tag = "desk", responses((status = 200, body = Vec<ArticleView>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/desk/articles")]
pub(crate) async fn list(app: web::Data<App>, caller: Caller) -> Result<web::Json<Vec<ArticleView>>, Failure> {
    let articles = app.db.read(move |conn: &mut Conn| super::list(conn, &caller)).await?;
    Ok(web::Json(articles))
}

/// Writes a new article; for supervisors and administrators.
#[utoipa::path(operation_id = "add_article", tag = "desk", request_body = Article, responses((status = 201, body = ArticleView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/desk/articles")]
pub(crate) async fn add(app: web::Data<App>, caller: Caller, body: Body<Article>) -> Result<HttpResponse, Failure> {
    let state = app.clone();
    let view = app
        .db
        .write(move |conn: &mut Conn| super::add(&state, conn, &caller, body.0))
        .await?;
    Ok(HttpResponse::Created().json(view))
}

/// Changes an article, takes it away or brings it back; for supervisors and administrators. A change to an older version
/// than there is now is refused with 409.
#[utoipa::path(operation_id = "change_article", tag = "desk", params(("id" = String, Path)), request_body = ArticleChange, responses((status = 200, body = ArticleView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[patch("/desk/articles/{id}")]
pub(crate) async fn change(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
    body: Body<ArticleChange>,
) -> Result<web::Json<ArticleView>, Failure> {
    let id = body::id(id.into_inner())?;
    let state = app.clone();
    let view = app
        .db
        .write(move |conn: &mut Conn| super::change(&state, conn, &caller, &id, body.0))
        .await?;
    Ok(web::Json(view))
}

/// Every version of an article, the newest first: who wrote it, when, and what it said.
#[utoipa::path(operation_id = "article_history", tag = "desk", params(("id" = String, Path)), responses((status = 200, body = Vec<ArticleVersion>), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/desk/articles/{id}/history")]
pub(crate) async fn history(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
) -> Result<web::Json<Vec<ArticleVersion>>, Failure> {
    let id = body::id(id.into_inner())?;
    let versions = app
        .db
        .read(move |conn: &mut Conn| super::history(conn, &caller, &id))
        .await?;
    Ok(web::Json(versions))
}
