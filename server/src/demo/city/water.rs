//! What the residents of the city are billed: read in like any file of a billing system, and bound by the same door.

use std::fmt::Write as _;

use chrono::{Datelike as _, Days, NaiveDate, TimeDelta};
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use shuiting_shared::api::{NewBinding, NewShare};
use shuiting_shared::form::UseType;
use shuiting_shared::money::Fen;
use shuiting_shared::tariff::Use;
use shuiting_shared::time::today;
use shuiting_shared::water::Period;

use super::SEED;
use super::life::{City, Done, nobody};
use super::people::{Neighbour, address};
use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;
use crate::water::import::{self, Outcome, Rules, Subject};
use crate::water::{bind, share};

/// Bills that an account has.
const MONTHS: u32 = 24;
/// Whose pipe leaks, counted from nought.
const LEAKS: usize = 4;
/// Who is away and has their water suspended.
const AWAY: usize = 8;
/// Who has added no account yet: a visitor may do it for them.
const UNBOUND: usize = 59;

/// A water account of the city.
struct Supply {
    number: String,
    kind: UseType,
    persons: u32,
    /// What is used in a usual month, m³.
    usual: u32,
    leaks: bool,
    suspended: bool,
    /// How many of the latest bills are not paid.
    unpaid: u32,
}

impl Supply {
    /// The accounts of a resident: a home, and of every sixth a shop.
    fn of(place: usize, neighbour: &Neighbour, rng: &mut StdRng) -> Vec<Self> {
        let end = neighbour.phone.get(6..).unwrap_or_default();
        let persons = rng.random_range(1..=6);
        let home = Self {
            number: number_of(neighbour),
            kind: UseType::Household,
            persons,
            usual: persons * rng.random_range(4..8) + 2,
            leaks: place == LEAKS,
            suspended: place == AWAY,
            unpaid: match place % 7 {
                3 => 3,
                1 | 5 => 1,
                _ => 0,
            },
        };
        let shop = (place % 6 == 2).then(|| Self {
            number: format!("07697{end}"),
            kind: UseType::Other,
            persons: 1,
            usual: rng.random_range(20..90),
            leaks: false,
            suspended: false,
            unpaid: 0,
        });
        [home].into_iter().chain(shop).collect()
    }

    /// What is used in a month: more in summer, a little more or less by chance.
    fn volume(&self, period: NaiveDate, latest: bool, rng: &mut StdRng) -> u32 {
        let summer = if (6..=9).contains(&period.month()) { 4 } else { 0 };
        let leak = if self.leaks && latest { self.usual * 3 } else { 0 };
        (self.usual + summer + leak).saturating_sub(rng.random_range(0..=self.usual / 4))
    }
}

impl City<'_> {
    /// Reads accounts and bills in, and lets residents bind theirs.
    pub(super) fn supply(&self, conn: &mut Conn) -> Done {
        // By a chance of its own: what else happens in the city is to stay as it is.
        let mut rng = StdRng::seed_from_u64(SEED + 1);
        let today = today(self.now);
        let mut accounts =
            String::from("户号,户名,手机号,证件后四位,镇街,地址,用水性质,人口数,水表号,口径,状态,暂停日期,价格方案\n");
        let mut bills = String::from(
            "户号,账期,出账日期,缴费期限,上次读数,本次读数,水量,月数,人口数,用水性质,价格方案,应缴金额,已缴金额,缴清日期\n",
        );
        let mut bound = Vec::new();
        for (place, neighbour) in self.people.residents.iter().enumerate() {
            for supply in Supply::of(place, neighbour, &mut rng) {
                self.line(&mut accounts, &supply, neighbour, today, &mut rng);
                self.bills(&mut bills, &supply, today, &mut rng);
                if place != UNBOUND {
                    bound.push((neighbour, supply.number));
                }
            }
        }
        self.reads(conn, Subject::Accounts, &accounts)?;
        self.reads(conn, Subject::Bills, &bills)?;
        self.clock.set(self.now - TimeDelta::days(40));
        for (neighbour, number) in bound {
            bind_own(self.app, conn, neighbour, number)?;
        }
        self.lets_see(conn)
    }

    /// The first resident lets the second see their bills.
    fn lets_see(&self, conn: &mut Conn) -> Done {
        let [first, second, ..] = self.people.residents.as_slice() else {
            return Err(nobody());
        };
        let phone = second.phone.clone();
        share(self.app, conn, &first.caller, &number_of(first), &NewShare { phone }).map(drop)
    }

    fn reads(&self, conn: &mut Conn, subject: Subject, text: &str) -> Done {
        let rules = Rules {
            house: &self.app.house,
            tariffs: &self.app.tariffs,
        };
        match import::read(conn, subject, text.as_bytes(), rules).map_err(Failure::broken)? {
            Outcome::Taken(_) => Ok(()),
            Outcome::Refused(faults) => {
                let first = faults.listed().first().map(ToString::to_string).unwrap_or_default();
                Err(Failure::broken(anyhow::anyhow!("the city's bills: {first}")))
            }
        }
    }

    fn line(&self, text: &mut String, supply: &Supply, of: &Neighbour, today: NaiveDate, rng: &mut StdRng) {
        let towns = &self.app.house.towns;
        let town = &towns[rng.random_range(0..towns.len())].code;
        let id_end = of.id_number.get(14..).unwrap_or_default();
        let since = today - Days::new(70);
        let (state, since) = if supply.suspended {
            ("暂停", since.to_string())
        } else {
            ("正常", String::new())
        };
        let meter = rng.random_range(10_000_000..99_999_999);
        // Writing into a text does not fail.
        let _ = writeln!(
            text,
            "{},{},{},{id_end},{town},{},{},{},{meter},DN15,{state},{since},{}",
            supply.number,
            of.name,
            of.phone,
            address(rng),
            supply.kind.code(),
            supply.persons,
            self.app.tariffs.default,
        );
    }

    /// Bills of the last two years; of who is away none of the last months.
    fn bills(&self, text: &mut String, supply: &Supply, today: NaiveDate, rng: &mut StdRng) {
        let mut previous = rng.random_range(100..900);
        let latest = if supply.suspended { 3 } else { 1 };
        for ago in (latest..latest + MONTHS).rev() {
            let period = Period::of(today).before(ago);
            let first = period.first_day();
            // Made on the first day of the next month, and to be paid by its 25th.
            let issued = Period::of(today).before(ago - 1).first_day();
            let due = issued + Days::new(24);
            let volume = supply.volume(first, ago == latest, rng);
            let used = Use {
                kind: supply.kind,
                volume,
                persons: supply.persons,
                months: 1,
                hardship: false,
            };
            let tariffs = &self.app.tariffs;
            let tariff = tariffs.at(&tariffs.default, issued);
            let total = tariff
                .and_then(|tariff| tariff.charge(&used))
                .map_or(Fen::ZERO, |charge| charge.total);
            let paid = ago >= latest + supply.unpaid || !total.owed();
            let (paid, on) = if paid {
                let on = (issued + Days::new(rng.random_range(1..20))).min(today);
                (total, on.to_string())
            } else {
                (Fen::ZERO, String::new())
            };
            let reading = previous + volume;
            // Writing into a text does not fail.
            let _ = writeln!(
                text,
                "{},{period},{issued},{due},{previous},{reading},{volume},1,{},{},{},{total},{paid},{on}",
                supply.number,
                supply.persons,
                supply.kind.code(),
                tariffs.default,
            );
            previous = reading;
        }
    }
}

/// The number of a resident's home.
pub(super) fn number_of(neighbour: &Neighbour) -> String {
    format!("07696{}", neighbour.phone.get(6..).unwrap_or_default())
}

fn bind_own(app: &App, conn: &mut Conn, neighbour: &Neighbour, number: String) -> Done {
    let new = NewBinding {
        number,
        name_end: neighbour.name.clone(),
        last_four: neighbour.phone.get(7..).unwrap_or_default().to_owned(),
        name: None,
    };
    bind(app, conn, &neighbour.caller, &new)?.answer().map(drop)
}
