//! Water used month by month, up to a bill.

use leptos::prelude::*;
use shuiting_parts::lang::say;
use shuiting_parts::usage::{LeakHint, UsageBars};
use shuiting_shared::api::BillView;
use shuiting_shared::service::Service;
use shuiting_shared::usage::{MonthUse, jump};
use shuiting_shared::water::Period;

use super::words;
use crate::filing::way;

/// The months up to one, the oldest first. A bill of several months says nothing of each of them.
pub(super) fn months(bills: &[BillView], upto: Option<Period>) -> Vec<MonthUse> {
    let upto = |bill: &&BillView| upto.is_none_or(|upto| bill.period <= upto);
    let mut months: Vec<_> = bills
        .iter()
        .filter(upto)
        .filter(|bill| bill.months == 1)
        .map(|bill| MonthUse {
            month: bill.period.first_day(),
            volume: bill.volume,
            amount: bill.total,
        })
        .collect();
    months.sort_by_key(|month| month.month);
    months
}

/// The bars, and a hint where the latest month jumps.
#[component]
pub(super) fn Usage(
    /// The months that are known, the oldest first.
    months: Vec<MonthUse>,
) -> impl IntoView {
    let hint = jump(&months).map(|jump| {
        view! {
            <LeakHint jump>
                <a class="button-plain" href=way::intro(Service::Leak)>
                    {say(words::REPORT_LEAK)}
                </a>
            </LeakHint>
        }
    });
    view! {
        {hint}
        <UsageBars months />
    }
}

#[cfg(test)]
pub(super) mod tests {
    use shuiting_shared::form::UseType;
    use shuiting_shared::money::Fen;
    use shuiting_shared::water::BillState;

    use super::*;

    /// An open bill of a month by Panyu's tariff, within the first tier.
    pub(in crate::water) fn bill(period: &str, volume: u32) -> BillView {
        let period: Period = period.parse().unwrap();
        BillView {
            period,
            issued: period.first_day(),
            due: period.first_day(),
            previous: 100,
            reading: 100 + volume,
            new_meter: false,
            volume,
            months: 1,
            persons: 3,
            hardship: false,
            use_type: UseType::Household,
            tariff: "panyu".into(),
            total: Fen(i64::from(volume) * 270),
            paid: Fen::ZERO,
            late_fee: Fen::ZERO,
            paid_on: None,
            debit_on: None,
            state: BillState::Open,
        }
    }

    #[test]
    fn months_are_shown_in_their_order_and_up_to_a_bill() {
        let two = BillView {
            months: 2,
            ..bill("2026-07", 40)
        };
        let bills = [bill("2026-09", 22), bill("2026-08", 20), two, bill("2026-06", 18)];
        let volumes = |upto: Option<&str>| {
            let months = months(&bills, upto.map(|upto| upto.parse().unwrap()));
            months.iter().map(|month| month.volume).collect::<Vec<_>>()
        };
        assert_eq!(volumes(None), [18, 20, 22]);
        assert_eq!(volumes(Some("2026-08")), [18, 20]);
    }
}
