//! Photos: taken or picked, kept, made small on the phone, and uploaded while the person goes on.

mod kept;
mod queue;
mod send;
mod shrink;
mod tiles;
mod uploads;
mod words;

pub use queue::{Place, Queue, State, Tile};
pub use shrink::encoded;
pub use tiles::PhotoTiles;
pub use uploads::Uploads;
