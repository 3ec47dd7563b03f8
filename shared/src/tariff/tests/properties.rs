//! What holds for any volume, household and tariff.

use proptest::prelude::*;

use super::*;

fn uses() -> impl Strategy<Value = Use> {
    (0_u32..400, 1_u32..20, 1_u32..4, any::<bool>()).prop_map(|(volume, persons, months, hardship)| Use {
        kind: UseType::Household,
        volume,
        persons,
        months,
        hardship,
    })
}

/// Any tariff that passes the check, with prices that never fall.
fn tariffs() -> impl Strategy<Value = Tariff> {
    let steps = prop::collection::vec((1_u32..40, 0_i64..500, 0_i64..200), 1..5);
    (steps, 1_u32..6, 0_u32..9999, 0_u32..9999).prop_map(|(steps, persons, person_litres, free_litres)| {
        let last = steps.len() - 1;
        let (mut bound, mut water, mut sewage) = (0, 0, 0);
        let tier = |(place, (wide, dearer, dirtier)): (usize, (u32, i64, i64))| {
            bound += wide;
            water += dearer;
            sewage += dirtier;
            let prices = [(Component::Water, Fen(water)), (Component::Sewage, Fen(sewage))];
            Tier {
                upto: (place < last).then_some(bound),
                prices: prices.into_iter().collect(),
            }
        };
        Tariff {
            household: steps.into_iter().enumerate().map(tier).collect(),
            persons,
            person_litres,
            free_litres,
            ..tariff("panyu")
        }
    })
}

proptest! {
    #[test]
    fn more_water_never_costs_less(tariff in tariffs(), used in uses(), more in 0_u32..50) {
        let larger = Use { volume: used.volume + more, ..used };
        prop_assert!(tariff.charge(&larger).unwrap().total >= tariff.charge(&used).unwrap().total);
    }

    #[test]
    fn the_parts_are_the_whole(tariff in tariffs(), used in uses()) {
        let charge = tariff.charge(&used).unwrap();
        prop_assert_eq!(charge.litres(), i64::from(used.volume) * CUBIC_METRE);
        prop_assert_eq!(charge.tiers.iter().map(|part| charge.of_tier(part.tier)).sum::<Fen>(), charge.total);
        prop_assert_eq!(charge.by_component().into_values().sum::<Fen>(), charge.total);
        for part in &charge.tiers {
            prop_assert!(part.litres >= 0 && (0..=part.litres).contains(&part.free));
            prop_assert!(part.upto.is_none_or(|upto| part.from + part.litres <= upto));
        }
    }

    #[test]
    fn hardship_and_more_persons_never_cost_more(used in uses(), more in 0_u32..5, panyu in any::<bool>()) {
        let tariff = tariff(if panyu { "panyu" } else { "shenzhen" });
        let total = |used: Use| tariff.charge(&used).unwrap().total;
        let larger = Use { persons: used.persons + more, ..used };
        let [helped, plain] = [true, false].map(|hardship| Use { hardship, ..used });
        prop_assert!(total(larger) <= total(used));
        prop_assert!(total(helped) <= total(plain));
    }

    #[test]
    fn nothing_overflows(volume: u32, persons: u32, months: u32, hardship: bool) {
        let mut tariff = tariff("panyu");
        tariff.household[2].prices.insert(Component::Water, Fen(100_000));
        let used = Use { kind: UseType::Household, volume, persons, months, hardship };
        let charge = tariff.charge(&used).unwrap();
        prop_assert_eq!(charge.litres(), i64::from(volume) * CUBIC_METRE);
    }

    #[test]
    fn a_late_fee_grows_with_the_days_up_to_the_bill(bill in 0_i64..1_000_000_000, days in -10_i64..9000, more in 0_i64..9000) {
        let due = day("2026-01-31");
        let fee = |days| tariff("panyu").late_fee(Fen(bill), due, due + chrono::TimeDelta::days(days));
        prop_assert!(fee(days) <= fee(days + more));
        prop_assert!(fee(days + more) <= Fen(bill));
        prop_assert!(fee(days) >= Fen::ZERO);
    }
}
