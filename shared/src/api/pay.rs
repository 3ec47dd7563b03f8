//! Paying.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::money::Fen;
use crate::number::CaseNumber;
use crate::pay::{Differs, LineState, Moved, OrderState, RefundState};
use crate::service::Service;
use crate::water::{BillState, Period};

/// What is to be paid.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum ToPay {
    /// Bills of a water account, whoever holds it.
    Bills {
        /// Its number.
        account: String,
        /// Their months.
        #[cfg_attr(feature = "server", schema(value_type = Vec<String>, example = json!(["2026-11"])))]
        periods: Vec<Period>,
    },
    /// What a case of one's own waits for.
    Case {
        /// Its number.
        #[cfg_attr(feature = "server", schema(value_type = String, example = "7F2-0391"))]
        number: CaseNumber,
    },
}

wire! {
    /// Asks to pay something. Asked again with the same content, as long as it can be paid, it is the same order.
    pub struct NewOrder {
        /// What.
        pub what: ToPay,
        /// What it comes to, as one was shown it, fen; where that is not so any more nothing is ordered.
        pub amount: Fen,
        /// Where to go on to afterwards: a path of the hall.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub then: Option<String>,
    }

    /// An order that is to be paid, and where.
    pub struct Ordered {
        /// The order.
        pub order: OrderView,
        /// The address of the page on which it is paid.
        pub go: String,
    }

    /// An order, as whoever pays it sees it.
    pub struct OrderView {
        /// Its number.
        pub id: String,
        /// How it stands.
        pub state: OrderState,
        /// What it comes to, fen.
        pub amount: Fen,
        /// What it is for.
        pub lines: Vec<LineView>,
        /// When it was asked for.
        pub created: DateTime<Utc>,
        /// Until when it can be paid.
        pub expires: DateTime<Utc>,
        /// When the money came in.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub paid_at: Option<DateTime<Utc>>,
        /// The gateway's number of the payment.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub transaction: Option<String>,
        /// What goes back, where anything does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub refund: Option<RefundView>,
        /// Where to go on to afterwards.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub then: Option<String>,
    }

    /// One thing that an order pays for.
    pub struct LineView {
        /// The water account, where it is a bill.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub account: Option<String>,
        /// The month, where it is a bill.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "server", schema(value_type = Option<String>, example = "2026-11"))]
        pub period: Option<Period>,
        /// The case, where it is the fee for one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(feature = "server", schema(value_type = Option<String>, example = "7F2-0391"))]
        pub case: Option<CaseNumber>,
        /// The service of that case.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub service: Option<Service>,
        /// What it comes to without a late fee, fen.
        pub amount: Fen,
        /// The late fee besides, fen.
        pub late_fee: Fen,
        /// What became of it.
        pub state: LineState,
    }

    /// Money that goes back.
    pub struct RefundView {
        /// How much, fen.
        pub amount: Fen,
        /// How it stands.
        pub state: RefundState,
        /// When it was back.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub done: Option<DateTime<Utc>>,
    }

    /// What is owed on a water account, as told to anybody who knows its number and has proved a phone.
    pub struct OwedView {
        /// Its number.
        pub number: String,
        /// The name that it is registered under, masked.
        pub holder: String,
        /// Its unpaid bills, oldest first.
        pub bills: Vec<OwedBill>,
        /// Whether they can be paid here.
        pub payable: bool,
    }

    /// A bill of which something is unpaid.
    pub struct OwedBill {
        /// Its month.
        #[cfg_attr(feature = "server", schema(value_type = String, example = "2026-11"))]
        pub period: Period,
        /// The last day to pay it.
        pub due: NaiveDate,
        /// What is left of it, fen.
        pub left: Fen,
        /// The late fee besides today, fen.
        pub late_fee: Fen,
        /// How it stands today.
        pub state: BillState,
        /// The day on which a bank is about to pay it, so that nobody pays it twice.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub debit_on: Option<NaiveDate>,
    }

    /// Days whose books were held against the gateway's, and where they differ.
    pub struct PayBooks {
        /// The days, newest first.
        pub days: Vec<PayDay>,
        /// The differences, those that nobody has seen to first.
        pub differences: Vec<PayDifference>,
    }

    /// A day in our books.
    pub struct PayDay {
        /// The day in China.
        pub day: NaiveDate,
        /// How many payments came in.
        pub payments: u32,
        /// What they came to, fen.
        pub paid: Fen,
        /// How many refunds went back.
        pub refunds: u32,
        /// What they came to, fen.
        pub refunded: Fen,
        /// How many differences were found.
        pub differences: u32,
    }

    /// A difference between our books and the gateway's.
    pub struct PayDifference {
        /// Its id.
        pub id: String,
        /// The day in China.
        pub day: NaiveDate,
        /// The number of the order or of the refund.
        pub order: String,
        /// What has moved.
        pub moved: Moved,
        /// How the books differ.
        pub differs: Differs,
        /// What ours say, fen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub ours: Option<Fen>,
        /// What theirs say, fen.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub theirs: Option<Fen>,
        /// What was done about it; none as long as nobody has seen to it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub resolved: Option<Resolved>,
    }

    /// What was done about a difference.
    pub struct Resolved {
        /// When.
        pub at: DateTime<Utc>,
        /// Who, as people call them; nobody where it was mended by itself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub by: Option<String>,
        /// What.
        pub words: String,
    }

    /// Says what was done about a difference.
    pub struct Resolve {
        /// What, in 1 to 200 characters.
        pub words: String,
    }
}

impl LineView {
    /// What it comes to in all.
    pub fn total(&self) -> Fen {
        self.amount + self.late_fee
    }
}

impl OwedBill {
    /// What it comes to in all today.
    pub fn total(&self) -> Fen {
        self.left + self.late_fee
    }
}
