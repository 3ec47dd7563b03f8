mod properties;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// One that is brought along, as it holds in 2026.
fn tariff(code: &str) -> Tariff {
    Tariffs::brought_along().at(code, day("2026-11-24")).unwrap().clone()
}

/// A household of four, one month.
fn home(volume: u32) -> Use {
    Use {
        kind: UseType::Household,
        volume,
        persons: 4,
        months: 1,
        hardship: false,
    }
}

fn charge(code: &str, used: Use) -> Charge {
    tariff(code).charge(&used).unwrap()
}

/// The total, then each component, in yuan.
fn sums(charge: &Charge) -> Vec<String> {
    let components = charge.by_component().into_values();
    [charge.total]
        .into_iter()
        .chain(components)
        .map(|fen| fen.to_string())
        .collect()
}

/// Litres over the tiers.
fn over_tiers(charge: &Charge) -> Vec<i64> {
    charge.tiers.iter().map(|part| part.litres).collect()
}

#[test]
fn what_is_brought_along_fits_together() {
    assert_eq!(Tariffs::brought_along().check(), Ok(()));
}

#[test]
fn the_examples_of_the_domain_hold() {
    for (code, volume, expected) in [
        ("panyu", 20, &["54.00", "35.00", "19.00"][..]),
        ("panyu", 26, &["70.20", "45.50", "24.70"]),
        ("panyu", 40, &["151.28", "98.04", "53.24"]),
        ("shenzhen", 22, &["91.52", "58.74", "19.80", "12.98"]),
        ("shenzhen", 40, &["233.32", "170.92", "38.80", "23.60"]),
    ] {
        assert_eq!(sums(&charge(code, home(volume))), expected, "{code} {volume} m³");
    }
}

#[test]
fn other_uses_have_one_price() {
    for (kind, expected) in [
        (UseType::Other, ["43.40", "29.40", "14.00"]),
        (UseType::Special, ["110.00", "90.00", "20.00"]),
    ] {
        let used = Use {
            kind,
            persons: 9,
            hardship: true,
            ..home(10)
        };
        let charge = charge("panyu", used);
        assert_eq!(sums(&charge), expected);
        assert_eq!((over_tiers(&charge), charge.to_next()), (vec![10_000], None));
        assert_eq!(tariff("shenzhen").charge(&used), None);
    }
}

#[test]
fn each_person_beyond_four_widens_every_tier() {
    let of = |persons| {
        let used = Use { persons, ..home(40) };
        over_tiers(&charge("panyu", used))
    };
    assert_eq!(of(1), [26_000, 8_000, 6_000]);
    assert_eq!(of(4), [26_000, 8_000, 6_000]);
    assert_eq!(of(5), [30_500, 8_000, 1_500]);
    assert_eq!(of(6), [35_000, 5_000, 0]);
    assert_eq!(of(8), [40_000, 0, 0]);
    // 30.5 × 1.75 = 53.375 and 1.5 × 5.25 = 7.875 are rounded by themselves, half up; so is 1.5 × 2.85 = 4.275.
    let five = charge("panyu", Use { persons: 5, ..home(40) });
    let amounts: Vec<_> = five.lines.iter().map(|line| line.amount.0).collect();
    assert_eq!(amounts, [5338, 2898, 2104, 1144, 788, 428]);
}

#[test]
fn a_bill_of_two_months_has_tiers_twice_as_wide() {
    let used = Use { months: 2, ..home(80) };
    let charge = charge("panyu", used);
    assert_eq!(over_tiers(&charge), [52_000, 16_000, 12_000]);
    assert_eq!(sums(&charge)[0], "302.56");
    assert_eq!(
        tariff("panyu").charge(&Use { months: 0, ..home(40) }),
        tariff("panyu").charge(&home(40))
    );
}

#[test]
fn in_hardship_the_first_eight_a_month_are_free_and_move_no_bound() {
    let of = |volume, months| {
        let used = Use {
            hardship: true,
            months,
            ..home(volume)
        };
        charge("panyu", used)
    };
    assert_eq!(of(8, 1).total, Fen::ZERO);
    assert_eq!(sums(&of(9, 1)), ["2.70", "1.75", "0.95"]);
    assert_eq!(over_tiers(&of(40, 1)), [26_000, 8_000, 6_000]);
    assert_eq!(charge("panyu", home(40)).total - of(40, 1).total, Fen(8 * 270));
    assert_eq!(of(16, 2).total, Fen::ZERO);
    assert_eq!(sums(&of(17, 2))[0], "2.70");
}

#[test]
fn it_says_how_far_it_is_to_the_next_tier() {
    let next = |volume| {
        let charge = charge("panyu", home(volume));
        charge.to_next().map(|(litres, part)| (litres, part.tier, part.price))
    };
    assert_eq!(next(0), Some((26_000, 2, Fen(406))));
    assert_eq!(next(25), Some((1000, 2, Fen(406))));
    assert_eq!(next(26), Some((0, 2, Fen(406))), "the next litre is dearer already");
    assert_eq!(next(27), Some((7000, 3, Fen(810))));
    assert_eq!(next(34), Some((0, 3, Fen(810))));
    assert_eq!(next(35), None);
    assert_eq!(charge("panyu", home(0)).average(), None);
    assert_eq!(charge("panyu", home(40)).average(), Some(Fen(378)));
}

#[test]
fn a_bill_keeps_the_tariff_of_its_day() {
    let old = tariff("panyu");
    let mut new = old.clone();
    new.from = day("2027-01-01");
    new.household[0].prices.insert(Component::Water, Fen(200));
    let mut tariffs = Tariffs::brought_along();
    tariffs.tariffs.insert(0, new.clone());
    assert_eq!(tariffs.check(), Ok(()));
    assert_eq!(tariffs.at("panyu", day("2026-12-31")), Some(&old));
    assert_eq!(tariffs.at("panyu", day("2027-01-01")), Some(&new));
    assert_eq!(tariffs.at("panyu", day("2019-12-31")), None);
    assert_eq!(tariffs.at("nowhere", day("2027-01-01")), None);
    let shown = |day| {
        tariffs
            .in_force(day)
            .into_iter()
            .map(|tariff| tariff.from)
            .collect::<Vec<_>>()
    };
    assert_eq!(shown(day("2026-12-31")), [day("2020-01-01"), day("2022-01-01")]);
    assert_eq!(shown(day("2027-06-01")), [day("2027-01-01"), day("2022-01-01")]);
}

#[test]
fn late_is_a_two_thousandth_a_day() {
    let fee = |bill, on| tariff("panyu").late_fee(Fen(bill), day("2026-11-20"), day(on)).0;
    assert_eq!(fee(5400, "2026-11-20"), 0, "the last day to pay on");
    assert_eq!(fee(5400, "2026-11-21"), 3, "2.7 fen");
    assert_eq!(fee(5400, "2026-11-30"), 27);
    assert_eq!(fee(5400, "2040-11-30"), 5400, "never above the bill");
    assert_eq!(fee(5400, "2026-11-01"), 0);
    assert_eq!(fee(-5400, "2026-12-30"), 0);
}

#[test]
fn what_does_not_fit_together_is_named() {
    type Break = fn(&mut Tariffs);
    let cases: [(Break, &str); 9] = [
        (|all| all.default = "x".into(), "default: there is no tariff x"),
        (
            |all| all.tariffs[1] = all.tariffs[0].clone(),
            "tariffs.panyu: two versions from 2020-01-01",
        ),
        (
            |all| all.tariffs[0].household.clear(),
            "household: give at least one tier",
        ),
        (
            |all| all.tariffs[0].household[1].upto = Some(26),
            "tier 2: `upto` must be more",
        ),
        (
            |all| all.tariffs[0].household[1].upto = None,
            "tier 2: only the last tier has no `upto`",
        ),
        (
            |all| all.tariffs[0].household[2].upto = Some(99),
            "tier 3: the last tier has no `upto`",
        ),
        (
            |all| all.tariffs[0].household[1].prices.clear(),
            "tier 2: give at least one price",
        ),
        (
            |all| all.tariffs[0].free_litres = 27_000,
            "free_litres: more than the first tier holds",
        ),
        (
            |all| all.tariffs[0].special = Some([(Component::Water, Fen(-1))].into_iter().collect()),
            "special: water: -1 fen is no price; 0 to 100000 is",
        ),
    ];
    for (breaks, named) in cases {
        let mut tariffs = Tariffs::brought_along();
        breaks(&mut tariffs);
        let why = tariffs.check().unwrap_err();
        assert!(why.contains(named), "{why}");
    }
    let mut poorer = Tariffs::brought_along();
    poorer.tariffs[0].household[1].prices.remove(&Component::Sewage);
    assert!(
        poorer
            .check()
            .unwrap_err()
            .ends_with("it must have the components of the tier before")
    );
    let mut cheaper = Tariffs::brought_along();
    cheaper.tariffs[0].household[2].prices.insert(Component::Sewage, Fen(1));
    assert_eq!(
        cheaper.check(),
        Err("tariffs.panyu from 2020-01-01: household tier 3: sewage costs less than in the tier before".into())
    );
}

#[test]
fn litres_are_said_in_cubic_metres() {
    assert_eq!(cubic_metres(26_000, Lang::Zh), "26立方米");
    assert_eq!(cubic_metres(30_500, Lang::En), "30.5 m³");
    assert_eq!(cubic(1_050), "1.05");
    assert_eq!(cubic(0), "0");
}
