//! The demo city's own SMS: shown on a page instead.

use async_trait::async_trait;

pub use super::store::demo::shown;

use super::store;
use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::sms::{Parcel, Sms, Trouble};

/// A phone to which nothing comes, so that the demo city has letters that do not arrive.
const UNREACHABLE: &str = "13800000000";

/// Shows messages in the demo's inbox instead.
pub struct DemoInbox(App);

impl DemoInbox {
    /// The inbox of an application.
    pub fn new(app: App) -> Self {
        Self(app)
    }
}

#[async_trait]
impl Sms for DemoInbox {
    async fn send(&self, parcel: &Parcel) -> Result<(), Trouble> {
        if parcel.phone == UNREACHABLE {
            return Err(Trouble::Number("there is no such phone in the demo city".to_owned()));
        }
        let (phone, text, now) = (parcel.phone.clone(), parcel.text.clone(), self.0.clock.now());
        let show = move |conn: &mut Conn| store::demo::show(conn, phone, text, now).map_err(Failure::from);
        let shown = self.0.db.write(show).await;
        shown.map_err(|failure| Trouble::Passes(failure.to_string()))
    }
}
