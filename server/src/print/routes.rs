//! Papers over HTTP.

use actix_web::http::header::{self, Charset, ContentDisposition, DispositionParam, DispositionType, ExtendedValue};
use actix_web::{HttpRequest, HttpResponse, get, web};
use serde::Deserialize;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::print::Print;
use shuiting_shared::problem::{Code, Problem};
use shuiting_shared::words::Lang;

use super::{Told, paper, set};
use crate::app::App;
use crate::body::Query;
use crate::case;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Choice {
    lang: Option<Lang>,
    // Which side's cookie is meant; the session reads it.
    #[serde(rename = "side")]
    _side: Option<String>,
}

/// A paper of a case, PDF/UA: `slip` (every case), `contract` (the draft, once a hookup, a temporary supply or a transfer is
/// taken) or `refusal` (a case that was refused). For whoever filed the case and for staff; what is sensitive comes masked.
#[utoipa::path(tag = "case", params(("number" = String, Path, example = "7F2-0391"), ("what" = String, Path, description = "`slip`, `contract` or `refusal`"), ("lang" = Option<String>, Query, description = "`zh` or `en`; by default the language in which the filer hears of the case"), ("side" = Option<String>, Query, description = "`desk` where staff ask by cookie")), responses((status = 200, body = Vec<u8>, content_type = "application/pdf"), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/cases/{number}/print/{what}.pdf")]
pub(crate) async fn print(
    app: web::Data<App>,
    request: HttpRequest,
    caller: Caller,
    path: web::Path<(String, String)>,
    choice: Query<Choice>,
) -> Result<HttpResponse, Failure> {
    let (number, what) = path.into_inner();
    let nothing = || Failure::new(Code::NotFound);
    let number: CaseNumber = number.parse().map_err(|_| nothing())?;
    let what = Print::from_code(&what).ok_or_else(nothing)?;
    let clerk = caller.staff().ok().map(|staff| staff.display.clone());
    let state = app.clone();
    let case = app
        .db
        .read(move |conn: &mut Conn| case::look(&state, conn, &caller, number))
        .await?;
    if !Print::of(&case).any(|print| print == what) {
        return Err(nothing());
    }
    let address = format!("{}/cases/{number}", app.hall(&request));
    let lang = choice.0.lang.unwrap_or(case.lang);
    let (realm, house) = (app.realm, app.house.clone());
    let pdf = web::block(move || {
        let told = Told {
            case: &case,
            house: &house,
            lang,
        };
        set(realm, paper(what, &told, &address, clerk.as_deref())?)
    })
    .await
    .map_err(Failure::broken)??;
    Ok(answer(
        pdf,
        what.code(),
        what.label().get(lang),
        &number.to_string(),
        lang,
    ))
}

/// A paper as it is answered. What it is and its number name the file where it is kept: in words, and in plain letters for
/// programs that know no others.
pub(crate) fn answer(pdf: Vec<u8>, code: &str, title: &str, number: &str, lang: Lang) -> HttpResponse {
    let words = format!("{title} {number}.pdf");
    let named = ContentDisposition {
        disposition: DispositionType::Inline,
        parameters: vec![
            DispositionParam::Filename(format!("{code}-{number}.pdf")),
            DispositionParam::FilenameExt(ExtendedValue {
                charset: Charset::Ext("UTF-8".to_owned()),
                language_tag: None,
                value: words.into_bytes(),
            }),
        ],
    };
    HttpResponse::Ok()
        .content_type("application/pdf")
        .insert_header((header::CONTENT_LANGUAGE, lang.tag()))
        .insert_header((header::CACHE_CONTROL, "private, no-cache"))
        .insert_header(named)
        .body(pdf)
}
