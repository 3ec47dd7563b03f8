//! Photos in and out.

use actix_web::http::header;
use actix_web::{HttpResponse, get, post, web};
use futures_util::StreamExt as _;
use shuiting_shared::api::AttachmentView;
use shuiting_shared::problem::{Code, Problem};

use super::{Attachment, MOST, Uploader, store, take_in, thumbnail_of};
use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::Caller;
use crate::{authority, body, case};

/// Takes in one photo, the whole body: JPEG, PNG or WebP, at most 12 MB, told by its content. It is turned upright
/// and written anew without EXIF. File it within 30 days.
#[utoipa::path(tag = "attachment", request_body(content = Vec<u8>, content_type = "image/*"), responses((status = 201, body = AttachmentView), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[post("/attachments")]
pub(crate) async fn upload(app: web::Data<App>, caller: Caller, body: web::Payload) -> Result<HttpResponse, Failure> {
    let bytes = read(body).await?;
    let photo = take_in(&app, Uploader::from(&caller), bytes).await?;
    Ok(HttpResponse::Created().json(AttachmentView {
        id: photo.id,
        width: u32::try_from(photo.width).unwrap_or_default(),
        height: u32::try_from(photo.height).unwrap_or_default(),
    }))
}

/// So much of a body that is too large is still read, and thrown away: a sender who is cut off never sees the answer.
const READ: usize = 64 * 1024 * 1024;

async fn read(mut body: web::Payload) -> Result<web::Bytes, Failure> {
    let (mut bytes, mut length) = (web::BytesMut::new(), 0);
    while let Some(part) = body.next().await {
        // What breaks off on the way is no picture.
        let part = part.map_err(|_| Failure::new(Code::NotAnImage))?;
        length += part.len();
        if length <= MOST {
            bytes.extend_from_slice(&part);
        } else if length > READ {
            break;
        }
    }
    if length <= MOST {
        Ok(bytes.freeze())
    } else {
        Err(Failure::new(Code::TooLarge))
    }
}

/// A photo, JPEG.
#[utoipa::path(operation_id = "show_photo", tag = "attachment", responses((status = 200, body = Vec<u8>, content_type = "image/jpeg"), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/attachments/{id}")]
pub(crate) async fn show(app: web::Data<App>, caller: Caller, id: web::Path<String>) -> Result<HttpResponse, Failure> {
    let photo = may_see(&app, caller, body::id(id.into_inner())?).await?;
    jpeg(&app, photo.hash).await
}

/// A photo's thumbnail, JPEG, at most 320 pixels a side.
#[utoipa::path(tag = "attachment", responses((status = 200, body = Vec<u8>, content_type = "image/jpeg"), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/attachments/{id}/thumbnail")]
pub(crate) async fn thumbnail(
    app: web::Data<App>,
    caller: Caller,
    id: web::Path<String>,
) -> Result<HttpResponse, Failure> {
    let photo = may_see(&app, caller, body::id(id.into_inner())?).await?;
    jpeg(&app, thumbnail_of(&photo.hash)).await
}

/// A photo is seen by who uploaded it and by who may see the documents of its case; for anybody else it is not there.
async fn may_see(app: &App, caller: Caller, id: String) -> Result<Attachment, Failure> {
    app.db
        .read(move |conn: &mut Conn| {
            let photo = store::find(conn, &id)?.ok_or_else(|| Failure::new(Code::NotFound))?;
            let seen = photo.is_of(&Uploader::from(&caller))
                || match &photo.case_id {
                    Some(case) => case::shows_documents(conn, case, &caller)?,
                    None if photo.of_event() => caller.staff().is_ok(),
                    None => photo.of_letter() && authority::shows_photos(&caller),
                };
            if seen {
                Ok(photo)
            } else {
                Err(Failure::new(Code::NotFound))
            }
        })
        .await
}

/// The file of a picture, as an answer.
pub(crate) async fn jpeg(app: &App, name: String) -> Result<HttpResponse, Failure> {
    let files = app.files.clone();
    let bytes = web::block(move || files.get(&name))
        .await
        .map_err(Failure::broken)?
        .map_err(Failure::broken)?;
    Ok(HttpResponse::Ok()
        .content_type("image/jpeg")
        // The id never shows anything else, and only this browser may keep it.
        .insert_header((header::CACHE_CONTROL, "private, max-age=86400, immutable"))
        .body(bytes))
}
