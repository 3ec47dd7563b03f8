//! Signposts over HTTP: their pictures for the desk, and where they lead.

use std::io::ErrorKind;

use actix_web::http::header;
use actix_web::web::{self, ServiceConfig};
use actix_web::{HttpRequest, HttpResponse, get};
use serde::Deserialize;
use shuiting_shared::api::SignpostPicture;
use shuiting_shared::problem::{Code, Problem};

use super::Signpost;
use crate::app::App;
use crate::body::Query;
use crate::problem::Failure;
use crate::session::Caller;
use crate::{keys, qr};

/// The page of the mini-program that shows the hall.
const PAGE: &str = "pages/hall/hall";
/// It shows the same as long as hall and release do.
const KEPT: &str = "private, max-age=3600";

/// The address to which codes lead.
pub(crate) fn routes(config: &mut ServiceConfig) {
    config.route("/go/{scene}", web::get().to(go));
}

/// Leads on to the page; a code that is worn or of another house leads to the hall.
async fn go(scene: web::Path<String>) -> HttpResponse {
    let path = Signpost::read(&scene).map_or_else(|| "/".to_owned(), |post| post.path());
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, path))
        .finish()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Choice {
    // Which side's cookie is meant; the session reads it.
    #[serde(rename = "side")]
    _side: Option<String>,
}

/// The picture of a code that leads to a service (`service`, by its code), an outage notice (`notice`, by its id) or an event
/// (`event`, by its id): a QR code (`svg`, `png`), or the mini-program's own code picture (`wechat`). For staff, who print it.
#[utoipa::path(operation_id = "signpost", tag = "desk", params(("kind" = String, Path, example = "service"), ("name" = String, Path, example = "LEAK"), ("picture" = String, Path, description = "`svg`, `png` or `wechat`"), ("side" = Option<String>, Query, description = "`desk` where staff ask by cookie")), responses((status = 200, body = Vec<u8>, content_type = "image/png"), (status = "4XX", body = Problem, content_type = "application/problem+json"), (status = 503, body = Problem, content_type = "application/problem+json")))]
#[get("/desk/signposts/{kind}/{name}/{picture}")]
pub(crate) async fn picture(
    app: web::Data<App>,
    request: HttpRequest,
    caller: Caller,
    path: web::Path<(String, String, String)>,
    _choice: Query<Choice>,
) -> Result<HttpResponse, Failure> {
    caller.staff()?;
    let (kind, name, picture) = path.into_inner();
    let nothing = || Failure::new(Code::NotFound);
    let post = Signpost::named(&kind, &name).ok_or_else(nothing)?;
    let picture = SignpostPicture::from_code(&picture).ok_or_else(nothing)?;
    let plain = || qr::draw(&post.address(&app.hall(&request))).map_err(Failure::broken);
    let (kind, bytes) = match picture {
        SignpostPicture::Svg => ("image/svg+xml", plain()?.svg().into_bytes()),
        SignpostPicture::Png => ("image/png", plain()?.png().map_err(Failure::broken)?),
        SignpostPicture::Wechat => by_wechat(&app, &post.scene()).await?,
    };
    Ok(HttpResponse::Ok()
        .content_type(kind)
        .insert_header((header::CACHE_CONTROL, KEPT))
        .body(bytes))
}

/// The mini-program's own picture. WeChat draws it once; it lies with the photos from then on.
async fn by_wechat(app: &App, scene: &str) -> Result<(&'static str, Vec<u8>), Failure> {
    let wechat = app.wechat.clone().ok_or_else(|| Failure::new(Code::NoWechat))?;
    let mini = wechat
        .appid(crate::wechat::AppKind::Mini)
        .ok_or_else(|| Failure::new(Code::NoWechat))?;
    let name = keys::hash(format!("signpost {mini} {scene}").as_bytes());
    let (files, wanted) = (app.files.clone(), name.clone());
    let kept = web::block(move || files.get(&wanted)).await.map_err(Failure::broken)?;
    let bytes = match kept {
        Ok(bytes) => bytes,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            let bytes = wechat.code_picture(scene, PAGE).await?;
            let (files, drawn) = (app.files.clone(), bytes.clone());
            web::block(move || files.put(&name, &drawn))
                .await
                .map_err(Failure::broken)?
                .map_err(Failure::broken)?;
            bytes
        }
        Err(error) => return Err(Failure::broken(error)),
    };
    let kind = match image::guess_format(&bytes) {
        Ok(image::ImageFormat::Jpeg) => "image/jpeg",
        _ => "image/png",
    };
    Ok((kind, bytes))
}
