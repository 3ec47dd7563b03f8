//! SMS 短信: who carries them, and why one did not leave.
//!
//! | module | subject |
//! |---|---|
//! | [`tencent`], [`aliyun`] | the two providers, each over a line of its own |
//! | [`pair`] | one provider, and the other as fall-back |
//! | [`command`] | a program of the utility's |
//! | [`settings`], [`trouble`] | how providers are named, and why one does not send |

mod aliyun;
mod command;
mod pair;
mod settings;
mod tencent;
mod trouble;

use std::sync::Arc;

use async_trait::async_trait;
use shuiting_shared::message::{Blanks, Kind};
use shuiting_shared::words::Lang;

pub use command::Command;
pub use settings::{Account, Choice, Settings, Template};
pub use trouble::Trouble;

use crate::clock::Clock;
use crate::line::Patience;

/// One SMS, as it is handed to whoever carries it.
#[derive(Clone)]
pub struct Parcel {
    /// Its id: the same whenever it is tried again, so that a provider can tell that it has it already.
    pub id: String,
    /// To whom: a mainland number of 11 digits.
    pub phone: String,
    /// In which language.
    pub lang: Lang,
    /// What kind of message it is; providers have a template for each.
    pub kind: Kind,
    /// What goes into a template.
    pub blanks: Blanks,
    /// The whole text, for whoever takes one.
    pub text: String,
    /// Who may have sent it already: nobody else is to.
    pub by: Option<String>,
}

impl std::fmt::Debug for Parcel {
    /// Neither phones nor words belong in a log.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Parcel({}, {})", self.id, self.kind.code())
    }
}

/// Carries an SMS.
#[async_trait]
pub trait Sms: Send + Sync {
    /// Returns once the carrier has taken it over.
    async fn send(&self, parcel: &Parcel) -> Result<(), Trouble>;
}

/// A provider: a carrier with a name, by which it is remembered that it may have sent something.
trait Provider: Sms {
    /// The name.
    fn name(&self) -> &'static str;
}

/// Whoever carries SMS by these settings.
pub fn carrier(settings: &Settings, patience: Patience, clock: &Arc<dyn Clock>) -> anyhow::Result<Arc<dyn Sms>> {
    Ok(Arc::new(pair::Pair::new(settings, patience, clock)?))
}
