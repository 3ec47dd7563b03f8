//! The receipt of an order that is paid.

use actix_web::{HttpResponse, get, web};
use serde::Deserialize;
use shuiting_shared::pay::OrderState;
use shuiting_shared::problem::{Code, Problem};
use shuiting_shared::words::{Bi, Lang, bi};

use super::view;
use crate::app::App;
use crate::body::{self, Query};
use crate::db::Conn;
use crate::print;
use crate::problem::Failure;
use crate::session::Caller;

const RECEIPT: Bi = bi("缴费收据", "Receipt");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Choice {
    lang: Option<Lang>,
}

/// The receipt of one of my orders, PDF/UA; there is none before it is paid.
#[utoipa::path(operation_id = "receipt", tag = "pay", params(("id" = String, Path), ("lang" = Option<String>, Query, description = "`zh` or `en`; by default the language of my messages")), responses((status = 200, body = Vec<u8>, content_type = "application/pdf"), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/pay/orders/{id}/receipt.pdf")]
pub(crate) async fn receipt(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
    choice: Query<Choice>,
) -> Result<HttpResponse, Failure> {
    let id = body::id(id.into_inner())?;
    let lang = choice.0.lang.unwrap_or(caller.resident()?.lang);
    let order = app
        .db
        .read(move |conn: &mut Conn| view::one(conn, &caller, &id))
        .await?;
    if order.state != OrderState::Paid {
        return Err(Failure::new(Code::NotFound));
    }
    let (realm, house, id) = (app.realm, app.house.clone(), order.id.clone());
    let pdf = web::block(move || print::receipt(realm, &order, RECEIPT.get(lang), &house, lang))
        .await
        .map_err(Failure::broken)??;
    Ok(print::answer(pdf, "receipt", RECEIPT.get(lang), &id, lang))
}
