//! What a case decides about its water account.

use chrono::NaiveDate;

use super::{Account, Bill, Deviation, Period, WaterChange, WaterState};
use crate::form::{Answers, Day, UseType};
use crate::tariff::Tariffs;

/// What becomes of the water account once a step of a case has ended. It is data of the step, so that a service says it by
/// naming one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It passes to a new owner: their name, phone and identity number; the head-count and the discount were the old
    /// household's and end.
    PassesOn,
    /// Another phone or name, as it was chosen.
    Details,
    /// So many persons are counted, until the day that was filed.
    Persons,
    /// The discount for hardship holds until the certificate does.
    Hardship,
    /// Another use, from the next month on.
    Use,
    /// It is suspended.
    Suspends,
    /// It is in use again.
    Resumes,
    /// It is closed.
    Closes,
    /// The reading makes a bill.
    Bills,
    /// The latest bill is worked out anew.
    Rebills,
}

/// What an effect depends on.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// What was filed.
    pub answers: &'a Answers,
    /// The account as it stands.
    pub account: &'a Account,
    /// Its latest bill.
    pub last: Option<&'a Bill>,
    /// By how much the meter was found to be wrong.
    pub deviation: Option<Deviation>,
    /// What water costs.
    pub tariffs: &'a Tariffs,
    /// Days from a bill to the last one to pay it.
    pub due_days: u32,
    /// The day in China.
    pub today: NaiveDate,
}

impl Effect {
    /// What is otherwise afterwards; nothing of what stands so already.
    pub fn changes(self, on: Ground<'_>) -> Vec<WaterChange> {
        let mut changes = match self {
            Self::PassesOn => on.passes_on(),
            Self::Details => on.details(),
            Self::Persons => on.persons().into_iter().collect(),
            Self::Hardship => {
                let until = on.day("expires");
                vec![WaterChange::Hardship { until }]
            }
            Self::Use => on.other_use().into_iter().collect(),
            Self::Suspends => {
                // Where the meter came out later than was asked, it ran until then.
                let from = on.day("from").map_or(on.today, |asked| asked.max(on.today));
                stands(WaterState::Suspended, Some(from))
            }
            Self::Resumes => stands(WaterState::Active, None),
            Self::Closes => stands(WaterState::Closed, None),
            Self::Bills => on.bills().into_iter().collect(),
            Self::Rebills => on.rebills().into_iter().collect(),
        };
        changes.retain(|change| !change.is_in(on.account));
        changes
    }
}

fn stands(state: WaterState, suspended_from: Option<NaiveDate>) -> Vec<WaterChange> {
    vec![WaterChange::Stands { state, suspended_from }]
}

impl Ground<'_> {
    fn day(self, key: &str) -> Option<NaiveDate> {
        Day::read(self.answers.get(key)?).ok().map(Day::date)
    }

    fn passes_on(self) -> Vec<WaterChange> {
        let given = |key: &str| self.answers.get(key).map(str::to_owned);
        let id_end = |number: String| {
            let from = number.len().checked_sub(4)?;
            number.get(from..).map(str::to_uppercase)
        };
        let ordinary = self.tariffs.at(&self.account.tariff, self.today);
        [
            given("name").map(|name| WaterChange::Name { name }),
            given("phone").map(|phone| WaterChange::Phone { phone }),
            given("id_number")
                .and_then(id_end)
                .map(|id_end| WaterChange::IdEnd { id_end }),
            ordinary.map(|tariff| WaterChange::Persons {
                persons: tariff.persons,
                until: None,
            }),
            Some(WaterChange::Hardship { until: None }),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// What was not chosen is not among the answers.
    fn details(self) -> Vec<WaterChange> {
        let given = |key: &str| self.answers.get(key).map(str::to_owned);
        let phone = given("new_phone").map(|phone| WaterChange::Phone { phone });
        let name = given("user_name").map(|name| WaterChange::Name { name });
        phone.into_iter().chain(name).collect()
    }

    fn persons(self) -> Option<WaterChange> {
        Some(WaterChange::Persons {
            persons: self.answers.get("persons")?.parse().ok()?,
            until: self.day("until"),
        })
    }

    fn other_use(self) -> Option<WaterChange> {
        Some(WaterChange::Use {
            use_type: UseType::from_code(self.answers.get("new_use")?)?,
            from: Period::of(self.today).next().first_day(),
        })
    }

    fn bills(self) -> Option<WaterChange> {
        let reading = self.answers.get("reading")?.parse().ok()?;
        let bill = Bill::of_reading(
            reading,
            self.account,
            self.last?,
            self.tariffs,
            self.today,
            self.due_days,
        )?;
        Some(WaterChange::Billed { bill })
    }

    fn rebills(self) -> Option<WaterChange> {
        let bill = self.last?.corrected(self.deviation?, self.tariffs)?;
        Some(WaterChange::Rebilled { bill })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::Service;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// The account after a case with these answers.
    fn after(effect: Effect, account: &Account, answers: &[(&str, &str)]) -> Account {
        let answers: Answers = answers.iter().copied().collect();
        let (tariffs, last) = (Tariffs::brought_along(), Bill::sample());
        let ground = Ground {
            answers: &answers,
            account,
            last: Some(&last),
            deviation: None,
            tariffs: &tariffs,
            due_days: 24,
            today: day("2026-11-24"),
        };
        let mut after = account.clone();
        for change in effect.changes(ground) {
            assert!(!change.is_in(account), "what stands so already is not told");
            change.apply(&mut after);
        }
        after
    }

    #[test]
    fn a_transfer_resets_the_head_count_and_the_discount() {
        let old = Account {
            persons: 7,
            persons_until: Some(day("2028-01-01")),
            hardship_until: Some(day("2027-01-01")),
            ..Account::sample()
        };
        let new = [
            ("name", "李四"),
            ("phone", "13800000001"),
            ("id_number", "11010519491231012x"),
        ];
        let expected = Account {
            name: "李四".into(),
            phone: Some("13800000001".into()),
            id_end: Some("012X".into()),
            persons: 4,
            ..Account::sample()
        };
        assert_eq!(after(Effect::PassesOn, &old, &new), expected);
    }

    #[test]
    fn details_change_as_they_were_chosen() {
        let phone = after(Effect::Details, &Account::sample(), &[("new_phone", "13900000001")]);
        assert_eq!(
            (phone.phone.as_deref(), phone.name.as_str()),
            (Some("13900000001"), "张三丰")
        );
        let name = after(Effect::Details, &Account::sample(), &[("user_name", "三丰武馆")]);
        assert_eq!(
            (name.phone.as_deref(), name.name.as_str()),
            (Some("13800001234"), "三丰武馆")
        );
    }

    #[test]
    fn a_household_and_a_discount_hold_until_their_day() {
        let large = after(
            Effect::Persons,
            &Account::sample(),
            &[("persons", "6"), ("until", "2028-11-24")],
        );
        assert_eq!((large.persons, large.persons_until), (6, Some(day("2028-11-24"))));
        let poor = after(Effect::Hardship, &Account::sample(), &[("expires", "2027-05-01")]);
        assert_eq!(poor.hardship_until, Some(day("2027-05-01")));
    }

    #[test]
    fn another_use_holds_from_the_next_month() {
        let tariffs = Tariffs::brought_along();
        let answers: Answers = [("new_use", "other")].into_iter().collect();
        let account = Account::sample();
        let ground = Ground {
            answers: &answers,
            account: &account,
            last: None,
            deviation: None,
            tariffs: &tariffs,
            due_days: 24,
            today: day("2026-12-31"),
        };
        let changes = Effect::Use.changes(ground);
        assert_eq!(changes[0].from(), Some(day("2027-01-01")));
        assert_eq!(
            Effect::Bills.changes(ground),
            [],
            "without a bill there is nothing to count from"
        );
    }

    #[test]
    fn it_is_suspended_from_the_day_the_meter_is_out() {
        let state = |from: &str| {
            let account = after(Effect::Suspends, &Account::sample(), &[("from", from)]);
            (account.state, account.suspended_from)
        };
        assert_eq!(state("2026-12-01"), (WaterState::Suspended, Some(day("2026-12-01"))));
        assert_eq!(state("2026-11-20"), (WaterState::Suspended, Some(day("2026-11-24"))));
        let suspended = Account {
            state: WaterState::Suspended,
            suspended_from: Some(day("2026-01-01")),
            ..Account::sample()
        };
        assert_eq!(after(Effect::Resumes, &suspended, &[]), Account::sample());
        assert_eq!(after(Effect::Closes, &suspended, &[]).state, WaterState::Closed);
    }

    #[test]
    fn the_services_of_an_account_say_what_they_decide() {
        let decided = |service: Service| {
            service
                .steps()
                .iter()
                .filter_map(|step| step.effect)
                .collect::<Vec<_>>()
        };
        for (service, effect) in [
            (Service::Trans, Effect::PassesOn),
            (Service::Info, Effect::Details),
            (Service::Pop, Effect::Persons),
            (Service::Disc, Effect::Hardship),
            (Service::Use, Effect::Use),
            (Service::Susp, Effect::Suspends),
            (Service::Resume, Effect::Resumes),
            (Service::Arrear, Effect::Resumes),
            (Service::Close, Effect::Closes),
            (Service::Read, Effect::Bills),
            (Service::Test, Effect::Rebills),
        ] {
            assert_eq!(decided(service), [effect], "{service:?}");
        }
        assert_eq!(decided(Service::Inv), []);
    }
}
