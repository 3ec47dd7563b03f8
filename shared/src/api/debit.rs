//! Direct debit, as residents and the desk are shown it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::debit::{BankReason, ContractState, ItemState};
use crate::form::Bank;
use crate::money::Fen;
use crate::water::Period;

wire! {
    /// The contract by which a bank pays the bills of a water account.
    pub struct DebitView {
        /// Which bank.
        pub bank: Bank,
        /// The last four digits of the card.
        pub last_four: String,
        /// How it stands: the bank is checking, or it is in use.
        pub state: ContractState,
        /// The first month whose bills it pays, once it is in use.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "server", schema(value_type = Option<String>, example = "2026-12"))]
        pub first: Option<Period>,
    }

    /// What the desk looks for among debits.
    #[derive(Default)]
    pub struct DebitQuery {
        /// The month of the file.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "server", schema(value_type = Option<String>, example = "2026-12"))]
        pub month: Option<Period>,
        /// How they stand.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub state: Option<ItemState>,
    }

    /// The months' files and what came of them.
    pub struct DebitsView {
        /// The files, newest first, at most 24.
        pub runs: Vec<DebitRunView>,
        /// The debits looked for, newest month first, at most 200.
        pub items: Vec<DebitItemView>,
        /// Whether there are more.
        pub more: bool,
    }

    /// A month's file.
    pub struct DebitRunView {
        /// The month.
        #[cfg_attr(feature = "server", schema(value_type = String, example = "2026-12"))]
        pub month: Period,
        /// The day on which the bank pays.
        pub due: NaiveDate,
        /// How many debits stand how, and what they come to.
        pub counts: Vec<DebitCount>,
    }

    /// Debits of a month that stand alike.
    pub struct DebitCount {
        /// How they stand.
        pub state: ItemState,
        /// How many.
        pub count: u32,
        /// What they come to, fen.
        pub amount: Fen,
    }

    /// One debit.
    pub struct DebitItemView {
        /// Its id.
        pub id: String,
        /// The month of the file.
        #[cfg_attr(feature = "server", schema(value_type = String, example = "2026-12"))]
        pub month: Period,
        /// The water account.
        pub account: String,
        /// The month of the bill.
        #[cfg_attr(feature = "server", schema(value_type = String, example = "2026-11"))]
        pub period: Period,
        /// The amount, fen.
        pub amount: Fen,
        /// Which bank.
        pub bank: Bank,
        /// The last four digits of the card.
        pub last_four: String,
        /// How it stands.
        pub state: ItemState,
        /// Why the bank could not pay.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub reason: Option<BankReason>,
        /// The day on which the bank paid or its answer came in.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub answered: Option<NaiveDate>,
    }
}
