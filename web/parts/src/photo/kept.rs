//! A photo as it is kept in the browser, beside its picture or in place of it.

use serde::{Deserialize, Serialize};
use shuiting_shared::time::Moment;

use super::queue::{Place, State, Tile};

/// What is said of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// Where it belongs.
    pub place: Place,
    /// When it was picked.
    pub picked: Moment,
    /// The server's name for it; none as long as the server has not got it.
    pub id: Option<String>,
}

impl Kept {
    /// What is to be kept of a photo.
    pub fn of(tile: &Tile) -> Self {
        let id = match &tile.state {
            State::Here(id) => Some(id.clone()),
            State::Waiting | State::Shrinking | State::Sending(_) | State::Failed(_) => None,
        };
        Self {
            place: tile.place.clone(),
            picked: tile.picked,
            id,
        }
    }
}
