//! How a bill comes about, by the tariff that held when it was made.

use leptos::prelude::*;
use shuiting_shared::api::BillView;
use shuiting_shared::tariff::{Charge, Tariffs, Use};

use crate::charge::{ChargeLines, TierPicture};
use crate::tariffs::TariffBook;

/// The tiers and lines of a bill; none where they do not come to what the billing system says: a picture of another sum
/// would explain nothing.
fn charge_of(bill: &BillView, tariffs: &Tariffs) -> Option<Charge> {
    let used = Use {
        kind: bill.use_type,
        volume: bill.volume,
        persons: bill.persons,
        months: bill.months,
        hardship: bill.hardship,
    };
    let charge = tariffs.at(&bill.tariff, bill.issued)?.charge(&used)?;
    (charge.total == bill.total).then_some(charge)
}

/// The picture and the lines; nothing until the tariffs are here, or where they do not fit.
#[component]
pub(super) fn HowItComesAbout(bill: BillView) -> impl IntoView {
    let tariffs = TariffBook::wanted().load;
    let charge = Memo::new(move |_| tariffs.get().and_then(|tariffs| charge_of(&bill, &tariffs)));
    move || {
        charge.get().map(|charge| {
            view! {
                <section class="card">
                    <TierPicture charge=charge.clone() />
                    <ChargeLines charge />
                </section>
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use shuiting_shared::money::Fen;

    use super::super::usage::tests::bill;
    use super::*;

    #[test]
    fn a_bill_that_fits_is_explained() {
        let (tariffs, bill) = (Tariffs::brought_along(), bill("2026-10", 20));
        let charge = charge_of(&bill, &tariffs).unwrap();
        assert_eq!((charge.total, charge.lines.len()), (Fen(5400), 2));
    }

    #[test]
    fn one_that_does_not_is_not() {
        let (tariffs, bill) = (Tariffs::brought_along(), bill("2026-10", 20));
        let other = BillView {
            total: Fen(5401),
            ..bill.clone()
        };
        let before_all = BillView {
            issued: "2001-01-01".parse().unwrap(),
            ..bill
        };
        assert_eq!(charge_of(&other, &tariffs), None);
        assert_eq!(charge_of(&before_all, &tariffs), None);
    }
}
