//! A line of the file of bills.

use chrono::NaiveDate;
use diesel::prelude::*;
use shuiting_shared::water::{Metered, Metering};

use super::stage::{self, Staged};
use super::{Rules, arrived};
use crate::db::{Conn, insert_many};
use crate::import::{Cells, Column, Fault, Faults, Noted, cell};

diesel::table! {
    staged_bills (line) {
        line -> BigInt,
        account -> Text,
        period -> Text,
        issued -> Date,
        due -> Date,
        previous -> Integer,
        reading -> Integer,
        new_meter -> Bool,
        volume -> Integer,
        months -> Integer,
        persons -> Integer,
        hardship -> Bool,
        use_type -> Text,
        tariff -> Text,
        total -> BigInt,
        paid -> BigInt,
        paid_on -> Nullable<Date>,
    }
}

/// A bill as the file has it.
#[derive(Insertable)]
#[diesel(table_name = staged_bills, treat_none_as_default_value = false)]
pub(super) struct BillLine {
    line: i64,
    account: String,
    period: String,
    issued: NaiveDate,
    due: NaiveDate,
    previous: i32,
    reading: i32,
    new_meter: bool,
    volume: i32,
    months: i32,
    persons: i32,
    hardship: bool,
    use_type: String,
    tariff: String,
    total: i64,
    paid: i64,
    paid_on: Option<NaiveDate>,
}

impl Staged for BillLine {
    const COLUMNS: &'static [Column] = &[
        Column::must("户号", "number"),
        Column::must("账期", "period"),
        Column::must("出账日期", "issued"),
        Column::must("缴费期限", "due"),
        Column::must("上次读数", "previous"),
        Column::must("本次读数", "reading"),
        Column::may("换表", "new_meter"),
        Column::must("水量", "volume"),
        Column::must("月数", "months"),
        Column::must("人口数", "persons"),
        Column::may("优惠", "hardship"),
        Column::must("用水性质", "use_type"),
        Column::must("价格方案", "tariff"),
        Column::must("应缴金额", "total"),
        Column::must("已缴金额", "paid"),
        Column::may("缴清日期", "paid_on"),
    ];
    const TABLE: &'static str = "bills";
    const KEY: &'static [&'static str] = &["account", "period"];

    /// The billing system hears later of what was paid here: until it has, its file does not take that back.
    fn value(column: &str) -> Option<&'static str> {
        match column {
            "paid" => Some("CASE WHEN bills.paid_here > 0 AND s.paid < bills.paid THEN bills.paid ELSE s.paid END"),
            "paid_on" => {
                Some("CASE WHEN bills.paid_here > 0 AND s.paid < bills.paid THEN bills.paid_on ELSE s.paid_on END")
            }
            _ => None,
        }
    }

    fn read(cells: &mut Cells<'_>, rules: Rules<'_>) -> Result<Self, Noted> {
        // All cells are read before any of them may end it: whoever mends a line wants to know all that is wrong with it.
        let account = cells.must(cell::number);
        let period = cells.must(cell::period);
        let issued = cells.must(cell::day);
        let due = cells.must(cell::day);
        let previous = cells.must(cell::reading);
        let reading = cells.must(cell::reading);
        let new_meter = cells.may(cell::yes_or_no);
        let volume = cells.must(cell::reading);
        let months = cells.must(cell::whole(1, 24));
        let persons = cells.must(cell::whole(1, 99));
        let hardship = cells.may(cell::yes_or_no);
        let use_type = cells.must(cell::use_type);
        let tariff = cells.must(|text| cell::tariff(text, rules.tariffs));
        let total = cells.must(cell::money);
        let paid = cells.must(cell::money);
        let paid_on = cells.may(cell::day);
        let line = Self {
            line: cells.stored_line(),
            account: account?,
            period: period?,
            issued: issued?,
            due: due?,
            previous: previous?,
            reading: reading?,
            new_meter: new_meter?.unwrap_or_default(),
            volume: volume?,
            months: months?,
            persons: persons?,
            hardship: hardship?.unwrap_or_default(),
            use_type: use_type?,
            tariff: tariff?,
            total: total?,
            paid: paid?,
            paid_on: paid_on?,
        };
        let wrong = line.wrong().map(|(column, fault)| cells.wrong(column, fault)).last();
        wrong.map_or(Ok(line), Err)
    }

    fn put(conn: &mut Conn, lines: &[Self]) -> QueryResult<()> {
        insert_many!(conn, staged_bills::table, lines).map(|_| ())
    }

    fn check(conn: &mut Conn, faults: &mut Faults) -> QueryResult<()> {
        stage::find_twice::<Self>(conn, faults)?;
        let nowhere = "FROM staged_bills AS s WHERE NOT EXISTS \
                       (SELECT 1 FROM water_accounts AS a WHERE a.number = s.account)";
        stage::find(conn, faults, "number", nowhere, "0", |_| Fault::NoAccount)
    }

    /// A bill that was corrected here stays so, until the file says the same.
    fn before(conn: &mut Conn) -> anyhow::Result<usize> {
        arrived::bills(conn)?;
        Ok(0)
    }
}

impl BillLine {
    /// What is wrong between cells that can each be read.
    fn wrong(&self) -> impl Iterator<Item = (&'static str, Fault)> {
        let metering = Metering {
            previous: self.previous.cast_unsigned(),
            reading: self.reading.cast_unsigned(),
            new_meter: self.new_meter,
            volume: self.volume.cast_unsigned(),
        };
        let metered = metering.check().err().map(|wrong| match wrong {
            Metered::Backwards => ("reading", wrong.into()),
            Metered::Volume(_) => ("volume", wrong.into()),
        });
        let due = (self.due < self.issued).then_some(("due", Fault::DueTooEarly));
        let paid = (self.paid > self.total).then_some(("paid", Fault::PaidTooMuch));
        let paid_on = match self.paid_on {
            Some(_) if self.paid < self.total => Some(("paid_on", Fault::NotPaid)),
            None if self.paid == self.total && self.total > 0 => Some(("paid_on", Fault::PaidWhen)),
            _ => None,
        };
        [metered, due, paid, paid_on].into_iter().flatten()
    }
}
