//! From what a gateway says of an order to what is done with it.

use super::OrderState;
use crate::money::Fen;
use crate::time::Moment;

/// What a gateway says of an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trade {
    /// It knows of none: nobody has gone there yet.
    Unknown,
    /// Nobody has paid; they still may.
    Unpaid,
    /// Somebody is about to pay; it will know in a while.
    Paying,
    /// It cannot be paid any more.
    Closed,
    /// The money is in.
    Paid {
        /// The gateway's own number of it.
        transaction: String,
        /// How much.
        amount: Fen,
        /// When.
        at: Moment,
    },
}

/// What is done with an order next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    /// It is looked at again later.
    Wait,
    /// The gateway is told that it is not to be paid any more.
    Close,
    /// Nothing will come of it.
    Drop,
    /// What it paid for is settled.
    Settle,
    /// All that was to be done is done.
    Rest,
}

/// What is done with an order in `state` of which its gateway says `trade`; it can be paid until `expires`.
///
/// Money that comes late, even after we had given the order up, is settled like any other; told again, it is not.
pub fn next(state: OrderState, expires: Moment, trade: &Trade, now: Moment) -> Next {
    match (state, trade) {
        (OrderState::Open | OrderState::Closed, Trade::Paid { .. }) => Next::Settle,
        (OrderState::Paid | OrderState::Closed, _) => Next::Rest,
        (OrderState::Open, Trade::Paying) => Next::Wait,
        (OrderState::Open, Trade::Unknown | Trade::Unpaid) if now < expires => Next::Wait,
        (OrderState::Open, Trade::Unpaid) => Next::Close,
        (OrderState::Open, Trade::Unknown | Trade::Closed) => Next::Drop,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(minute: i64) -> Moment {
        Moment::from_timestamp(1_795_000_000 + minute * 60, 0).unwrap()
    }

    fn paid() -> Trade {
        Trade::Paid {
            transaction: "4200001".into(),
            amount: Fen(5400),
            at: at(3),
        }
    }

    #[test]
    fn an_order_waits_until_its_time_is_over() {
        let open = |trade: Trade, minute| next(OrderState::Open, at(30), &trade, at(minute));
        assert_eq!(open(Trade::Unpaid, 29), Next::Wait);
        assert_eq!(open(Trade::Unpaid, 30), Next::Close);
        assert_eq!(open(Trade::Unknown, 29), Next::Wait);
        assert_eq!(open(Trade::Unknown, 30), Next::Drop);
        assert_eq!(open(Trade::Paying, 31), Next::Wait, "the money may be on its way");
        assert_eq!(open(Trade::Closed, 1), Next::Drop);
    }

    fn trades() -> impl Strategy<Value = Trade> {
        prop_oneof![
            Just(Trade::Unknown),
            Just(Trade::Unpaid),
            Just(Trade::Paying),
            Just(Trade::Closed),
            Just(paid()),
        ]
    }

    proptest! {
        /// Whatever is told, how often and in which order: what is paid is settled, and once.
        #[test]
        fn an_order_is_settled_once(told in prop::collection::vec((trades(), 0..90_i64), 0..40)) {
            let (mut state, mut settled) = (OrderState::Open, 0);
            for (trade, minute) in &told {
                match next(state, at(30), trade, at(*minute)) {
                    Next::Settle => (state, settled) = (OrderState::Paid, settled + 1),
                    Next::Close | Next::Drop => state = OrderState::Closed,
                    Next::Wait | Next::Rest => {}
                }
            }
            let came = told.iter().any(|(trade, _)| matches!(trade, Trade::Paid { .. }));
            prop_assert_eq!(settled, i32::from(came));
            prop_assert_eq!(state == OrderState::Paid, came);
        }
    }
}
