//! Water accounts and their bills.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{ActingView, DebitView};
use crate::form::{MeterSize, UseType};
use crate::money::Fen;
use crate::water::{Advice, BillState, Obstacle, Period, Right, WaterState};

wire! {
    /// Asks that a water account be among one's own.
    pub struct NewBinding {
        /// Its number, 8 to 12 digits.
        pub number: String,
        /// The last character of the name that it is registered under.
        pub name_end: String,
        /// The last four characters of the registered phone or identity number.
        pub last_four: String,
        /// What one calls it, at most 20 characters.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub name: Option<String>,
    }

    /// Changes what one calls a water account.
    pub struct BindingChange {
        /// The name, at most 20 characters; a blank one takes it away.
        pub name: String,
    }

    /// Lets somebody see the bills of a water account.
    pub struct NewShare {
        /// Their mobile phone.
        pub phone: String,
    }

    /// Somebody whom one lets see the bills.
    pub struct ShareView {
        /// Its id.
        pub id: String,
        /// Their phone, masked.
        pub phone: String,
        /// Since when.
        pub since: DateTime<Utc>,
    }

    /// A water account that is among one's own.
    pub struct WaterAccountView {
        /// Its number.
        pub number: String,
        /// What one calls it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub name: Option<String>,
        /// What one may see of it.
        pub right: Right,
        /// The town's code.
        pub town: String,
        /// The address in it.
        pub address: String,
        /// How it stands.
        pub state: WaterState,
        /// Since when it is suspended.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub suspended_from: Option<NaiveDate>,
        /// All that is unpaid, fen.
        pub owed: Fen,
        /// Of that, what is past its last day, fen.
        pub overdue: Fen,
        /// The late fee that is owed besides today, fen.
        pub late_fee: Fen,
        /// The last day for the oldest unpaid bill; it may be over.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub due: Option<NaiveDate>,
        /// What was paid above what bills come to, fen; the next ones take it up.
        pub credit: Fen,
        /// The day on which a bank is about to pay of it, so that nobody pays twice.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub debit_on: Option<NaiveDate>,
        /// What only an owner sees.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub details: Option<WaterDetails>,
    }

    /// What an owner sees of a water account besides.
    pub struct WaterDetails {
        /// The name that it is registered under: in full where the registered phone is one's own, else masked.
        pub holder: String,
        /// Whether that is the full name.
        pub holder_in_full: bool,
        /// What the water is for.
        pub use_type: UseType,
        /// How many persons the tariff counts today.
        pub persons: u32,
        /// The last day on which that many are counted, unless it is over.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub persons_until: Option<NaiveDate>,
        /// The last day of the discount for hardship, unless it is over.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub hardship_until: Option<NaiveDate>,
        /// The meter's number.
        pub meter: String,
        /// The meter's size.
        pub meter_size: MeterSize,
        /// The bank that pays its bills, or is asked to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub debit: Option<DebitView>,
        /// Who acts for it by a letter of authority.
        pub acting: Vec<ActingView>,
        /// Whom one lets see the bills.
        pub shares: Vec<ShareView>,
    }

    /// A bill.
    pub struct BillView {
        /// The month that it is for.
        #[cfg_attr(feature = "server", schema(value_type = String, example = "2026-11"))]
        pub period: Period,
        /// When it was made.
        pub issued: NaiveDate,
        /// The last day to pay it.
        pub due: NaiveDate,
        /// What the meter showed before, m³.
        pub previous: u32,
        /// What it showed, m³.
        pub reading: u32,
        /// Whether another meter was put in meanwhile.
        pub new_meter: bool,
        /// What was used, m³.
        pub volume: u32,
        /// How many months it is for.
        pub months: u32,
        /// How many persons it counts.
        pub persons: u32,
        /// Whether the discount for hardship is in it.
        pub hardship: bool,
        /// What the water was for.
        pub use_type: UseType,
        /// The code of the tariff that held.
        pub tariff: String,
        /// What it comes to, fen.
        pub total: Fen,
        /// What was paid, fen.
        pub paid: Fen,
        /// The late fee that is owed besides today, fen.
        pub late_fee: Fen,
        /// When it was paid, where all of it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub paid_on: Option<NaiveDate>,
        /// The day on which a bank is about to pay it, so that nobody pays twice.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub debit_on: Option<NaiveDate>,
        /// How it stands today.
        pub state: BillState,
    }

    /// The water account that a case names, as the desk sees it.
    pub struct WaterBeside {
        /// Its number.
        pub number: String,
        /// The name that it is registered under.
        pub holder: String,
        /// The town's code.
        pub town: String,
        /// The address in it.
        pub address: String,
        /// What the water is for.
        pub use_type: UseType,
        /// How it stands.
        pub state: WaterState,
        /// Since when it is suspended.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub suspended_from: Option<NaiveDate>,
        /// All that is unpaid, fen.
        pub owed: Fen,
        /// Of that, what is past its last day, fen.
        pub overdue: Fen,
        /// The late fee that is owed besides today, fen.
        pub late_fee: Fen,
        /// What has to be known of it for this case.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub advice: Option<Advice>,
        /// The bank that pays its bills, or is asked to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub debit: Option<DebitView>,
    }

    /// A service and a water account that it may be filed on.
    pub struct ReadyQuery {
        /// The account's number.
        pub account: String,
    }

    /// Whether a service can be filed on a water account. Whoever does not see its bills is told no more than whether
    /// bills are unpaid; of an account that nobody knows nothing is told.
    pub struct ReadyView {
        /// What stands in the way, each to be seen to first.
        pub obstacles: Vec<Obstacle>,
        /// What is told beforehand and stands in nobody's way.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub advice: Option<Advice>,
        /// What the meter showed last, m³, where readings are reported: a lower one comes with a photo.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub last_reading: Option<u32>,
    }
}
