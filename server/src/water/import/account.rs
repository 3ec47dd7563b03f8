//! A line of the file of water accounts.

use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::Text;
use shuiting_shared::form::{Flaw, MeterSize};
use shuiting_shared::house::House;
use shuiting_shared::person::Phone;
use shuiting_shared::water::WaterState;

use super::stage::{self, Staged};
use super::{Rules, arrived};
use crate::db::{Conn, insert_many};
use crate::debit;
use crate::import::{Cells, Column, Fault, Faults, Noted, cell};

diesel::table! {
    staged_water_accounts (line) {
        line -> BigInt,
        number -> Text,
        name -> Text,
        phone -> Nullable<Text>,
        id_end -> Nullable<Text>,
        town -> Text,
        address -> Text,
        use_type -> Text,
        persons -> Integer,
        persons_until -> Nullable<Date>,
        hardship_until -> Nullable<Date>,
        meter -> Text,
        meter_size -> Text,
        state -> Text,
        suspended_from -> Nullable<Date>,
        tariff -> Text,
    }
}

/// A water account as the file has it.
#[derive(Insertable)]
#[diesel(table_name = staged_water_accounts, treat_none_as_default_value = false)]
pub(super) struct AccountLine {
    line: i64,
    number: String,
    name: String,
    phone: Option<String>,
    id_end: Option<String>,
    town: String,
    address: String,
    use_type: String,
    persons: i32,
    persons_until: Option<NaiveDate>,
    hardship_until: Option<NaiveDate>,
    meter: String,
    meter_size: String,
    state: String,
    suspended_from: Option<NaiveDate>,
    tariff: String,
}

impl Staged for AccountLine {
    const COLUMNS: &'static [Column] = &[
        Column::must("户号", "number"),
        Column::must("户名", "name"),
        Column::may("手机号", "phone"),
        Column::may("证件后四位", "id_end"),
        Column::must("镇街", "town"),
        Column::must("地址", "address"),
        Column::must("用水性质", "use_type"),
        Column::must("人口数", "persons"),
        Column::may("人口有效期", "persons_until"),
        Column::may("优惠有效期", "hardship_until"),
        Column::must("水表号", "meter"),
        Column::must("口径", "meter_size"),
        Column::must("状态", "state"),
        Column::may("暂停日期", "suspended_from"),
        Column::must("价格方案", "tariff"),
    ];
    const TABLE: &'static str = "water_accounts";
    const KEY: &'static [&'static str] = &["number"];

    fn read(cells: &mut Cells<'_>, rules: Rules<'_>) -> Result<Self, Noted> {
        // All cells are read before any of them may end it: whoever mends a line wants to know all that is wrong with it.
        let number = cells.must(cell::number);
        let name = cells.must(cell::text(100));
        let phone = cells.may(phone);
        let id_end = cells.may(id_end);
        let town = cells.must(|text| town(text, rules.house));
        let address = cells.must(cell::text(200));
        let use_type = cells.must(cell::use_type);
        let persons = cells.must(cell::whole(1, 99));
        let persons_until = cells.may(cell::day);
        let hardship_until = cells.may(cell::day);
        let meter = cells.must(cell::text(40));
        let meter_size = cells.must(meter_size);
        let state = cells.must(state);
        let suspended_from = cells.may(cell::day);
        let tariff = cells.must(|text| cell::tariff(text, rules.tariffs));
        if let (Ok(WaterState::Suspended), Ok(None)) = (&state, &suspended_from) {
            return Err(cells.wrong("suspended_from", Fault::SuspendedWhen));
        }
        Ok(Self {
            line: cells.stored_line(),
            number: number?,
            name: name?,
            phone: phone?,
            id_end: id_end?,
            town: town?,
            address: address?,
            use_type: use_type?,
            persons: persons?,
            persons_until: persons_until?,
            hardship_until: hardship_until?,
            meter: meter?,
            meter_size: meter_size?,
            state: state?.code().to_owned(),
            suspended_from: suspended_from?,
            tariff: tariff?,
        })
    }

    fn put(conn: &mut Conn, lines: &[Self]) -> QueryResult<()> {
        insert_many!(conn, staged_water_accounts::table, lines).map(|_| ())
    }

    fn check(conn: &mut Conn, faults: &mut Faults) -> QueryResult<()> {
        stage::find_twice::<Self>(conn, faults)
    }

    /// What the hall has decided holds on. Whoever has shown that an account is of one name has not shown it of another, and
    /// whose card has paid for one household is not to pay for another.
    fn before(conn: &mut Conn) -> anyhow::Result<usize> {
        arrived::accounts(conn)?;
        let renamed: Vec<Renamed> = diesel::sql_query(
            "SELECT a.number, s.name FROM water_accounts AS a \
             JOIN staged_water_accounts AS s ON s.number = a.number WHERE s.name <> a.name",
        )
        .load(conn)?;
        for Renamed { number, name } in &renamed {
            debit::new_holder(conn, number, name)?;
        }
        diesel::sql_query(
            "DELETE FROM bindings WHERE number IN (SELECT a.number FROM water_accounts AS a \
             JOIN staged_water_accounts AS s ON s.number = a.number WHERE s.name <> a.name)",
        )
        .execute(conn)
        .map_err(Into::into)
    }
}

/// An account that has another name now.
#[derive(QueryableByName)]
struct Renamed {
    #[diesel(sql_type = Text)]
    number: String,
    #[diesel(sql_type = Text)]
    name: String,
}

fn phone(text: &str) -> Result<String, Fault> {
    Ok(Phone::read(text)?.reveal().to_owned())
}

/// The last four letters of an identity number. A whole one is not taken: it is not to be in the file at all.
fn id_end(text: &str) -> Result<String, Fault> {
    let is = text.chars().count();
    if is > 4 {
        return Err(Flaw::TooLong { most: 4, is }.into());
    }
    let (digits, last) = text.split_at_checked(3).ok_or(Flaw::TooShort { least: 4 })?;
    let fits = |c: char| c.is_ascii_digit();
    if last.len() == 1 && digits.chars().all(fits) && last.chars().all(|c| fits(c) || matches!(c, 'x' | 'X')) {
        Ok(text.to_uppercase())
    } else {
        Err(Flaw::NotDigits.into())
    }
}

/// A town's code, by its code or its Chinese name.
fn town(text: &str, house: &House) -> Result<String, Fault> {
    let found = house
        .towns
        .iter()
        .find(|town| town.code == text || town.name.zh == text);
    found.map(|town| town.code.clone()).ok_or(Flaw::NotATown.into())
}

/// `15`, `DN15`.
fn meter_size(text: &str) -> Result<String, Fault> {
    let text = text.to_ascii_uppercase();
    let size = MeterSize::from_code(text.strip_prefix("DN").unwrap_or(&text));
    match size {
        Some(size) if size != MeterSize::Unsure => Ok(size.code().to_owned()),
        _ => Err(Fault::NoneOf("15, 20, 25, 40, 50, 80, 100, 150, 200")),
    }
}

fn state(text: &str) -> Result<WaterState, Fault> {
    let named = match text {
        "正常" => Some(WaterState::Active),
        "暂停" => Some(WaterState::Suspended),
        "销户" => Some(WaterState::Closed),
        code => WaterState::from_code(code),
    };
    named.ok_or(Fault::NoneOf("正常 (active), 暂停 (suspended), 销户 (closed)"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_an_identity_number_only_the_end_comes_in() {
        assert_eq!(id_end("002x").as_deref(), Ok("002X"));
        assert_eq!(
            id_end("11010519491231002X"),
            Err(Flaw::TooLong { most: 4, is: 18 }.into())
        );
        assert_eq!(id_end("12"), Err(Flaw::TooShort { least: 4 }.into()));
        assert_eq!(id_end("张三丰一"), Err(Flaw::NotDigits.into()));
        assert_eq!(id_end("12X4"), Err(Flaw::NotDigits.into()));
    }

    #[test]
    fn towns_sizes_and_states_are_read_as_people_write_them() {
        let house = House::dongguan();
        assert_eq!(town("南城", &house).as_deref(), Ok("nancheng"));
        assert_eq!(town("nancheng", &house).as_deref(), Ok("nancheng"));
        assert_eq!(town("广州", &house), Err(Flaw::NotATown.into()));
        assert_eq!(
            (meter_size("DN15").as_deref(), meter_size("20").as_deref()),
            (Ok("15"), Ok("20"))
        );
        assert!(meter_size("unsure").is_err() && meter_size("17").is_err());
        assert_eq!(state("暂停"), Ok(WaterState::Suspended));
        assert_eq!(state("active"), Ok(WaterState::Active));
    }
}
