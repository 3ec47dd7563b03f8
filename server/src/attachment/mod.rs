//! Photos: taken in, made harmless, and handed out only to who may see the case they belong to.

mod picture;
pub(crate) mod routes;
mod storage;
mod store;

use std::sync::Arc;

use actix_web::web;
use shuiting_shared::problem::Code;
use tokio::sync::Semaphore;

pub use picture::Picture;
pub(crate) use routes::jpeg;
pub use storage::{Folder, Storage};
pub use store::{
    Attachment, add, claim, claim_for_authority, claim_for_event, claimable, counts, find, forget_unfiled, give,
    hand_over, let_go, of_authority, of_case, of_events, set_aside, take_from_event,
};

use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::session::{Caller, Who};

/// The largest picture taken in, bytes.
pub const MOST: usize = 12 * 1024 * 1024;

/// Where pictures are decoded. A decoded picture takes some 200 MB at worst, so only a few are worked on at a time;
/// the others wait.
#[derive(Clone)]
pub struct Darkroom(Arc<Semaphore>);

const PLACES: usize = 2;

impl Default for Darkroom {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(PLACES)))
    }
}

/// Whose photo it is until it is filed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Uploader {
    /// A resident or guest, by account.
    Account(String),
    /// A member of staff, by id.
    Staff(String),
}

impl From<&Caller> for Uploader {
    fn from(caller: &Caller) -> Self {
        match &caller.who {
            Who::Resident(resident) => Self::Account(resident.account.clone()),
            Who::Staff(staff) => Self::Staff(staff.id.clone()),
        }
    }
}

/// Takes a picture in: reads it by content, not by name, turns it upright, leaves out all that is not picture (EXIF
/// with its whereabouts, and anything else that hides in a file), and stores it with a thumbnail.
pub async fn take_in(app: &App, uploader: Uploader, bytes: web::Bytes) -> Result<Attachment, Failure> {
    // The semaphore is never closed.
    let place = app.darkroom.0.acquire().await.map_err(Failure::broken)?;
    let picture = web::block(move || Picture::develop(&bytes))
        .await
        .map_err(Failure::broken)?;
    drop(place);
    let picture = picture.map_err(|_| Failure::new(Code::NotAnImage))?;
    let (width, height) = (picture.width, picture.height);
    // The files lie on the disk before the row that promises them.
    let hash = store(app, picture).await?;
    let now = app.clock.now();
    app.db
        .write(move |conn: &mut Conn| add(conn, uploader, hash, width, height, now).map_err(Failure::from))
        .await
}

/// Writes a picture's files, and gives what they lie under.
pub async fn store(app: &App, picture: Picture) -> Result<String, Failure> {
    let hash = picture.hash();
    let (files, name, thumbnail) = (app.files.clone(), hash.clone(), thumbnail_of(&hash));
    web::block(move || {
        files.put(&name, &picture.jpeg)?;
        files.put(&thumbnail, &picture.thumbnail)
    })
    .await
    .map_err(Failure::broken)?
    .map_err(Failure::broken)?;
    Ok(hash)
}

/// Removes the files of a photo that no row names any more.
pub async fn remove(app: &App, hash: &str) -> Result<(), Failure> {
    let (files, name, thumbnail) = (app.files.clone(), hash.to_owned(), thumbnail_of(hash));
    web::block(move || files.remove(&name).and_then(|()| files.remove(&thumbnail)))
        .await
        .map_err(Failure::broken)?
        .map_err(Failure::broken)
}

fn thumbnail_of(hash: &str) -> String {
    format!("{hash}-small")
}
