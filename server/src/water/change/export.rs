//! What the billing system has yet to hear of, as a file for it.

use std::io::Write;

use chrono::NaiveDate;
use shuiting_shared::time;
use shuiting_shared::water::WaterChange;

use super::store;
use crate::case;
use crate::db::Conn;

/// Writes as CSV what cases have decided and no import has said yet, a line for each column that is otherwise; says how many.
/// `docs/export.md` tells the columns.
pub fn export(conn: &mut Conn, out: impl Write) -> anyhow::Result<usize> {
    let mut csv = csv::Writer::from_writer(out);
    csv.write_record([
        "number",
        "case",
        "decided_at",
        "holds_from",
        "period",
        "column",
        "value",
    ])?;
    let rows = store::open(conn)?;
    let ids: Vec<_> = rows.iter().map(|row| row.case_id.clone()).collect();
    let numbers = case::numbers(conn, &ids)?;
    let mut count = 0;
    for row in rows {
        let change = row.change()?;
        let period = change.bill().map(|bill| bill.period.to_string()).unwrap_or_default();
        let number = numbers.get(&row.case_id).map(String::as_str).unwrap_or_default();
        let (at, from) = (time::exact(row.at.and_utc()), row.holds_from.to_string());
        for (column, value) in cells(&change) {
            csv.write_record([&row.account, number, &at, &from, &period, column, &value])?;
            count += 1;
        }
    }
    csv.flush()?;
    Ok(count)
}

/// The columns that change, by their names in the files of an import, and what is to stand in them.
fn cells(change: &WaterChange) -> Vec<(&'static str, String)> {
    let day = |day: &Option<NaiveDate>| day.map(|day| day.to_string()).unwrap_or_default();
    match change {
        WaterChange::Name { name } => vec![("name", name.clone())],
        WaterChange::Phone { phone } => vec![("phone", phone.clone())],
        WaterChange::IdEnd { id_end } => vec![("id_end", id_end.clone())],
        WaterChange::Persons { persons, until } => {
            vec![("persons", persons.to_string()), ("persons_until", day(until))]
        }
        WaterChange::Hardship { until } => vec![("hardship_until", day(until))],
        WaterChange::Use { use_type, .. } => vec![("use_type", use_type.code().to_owned())],
        WaterChange::Stands { state, suspended_from } => {
            vec![
                ("state", state.code().to_owned()),
                ("suspended_from", day(suspended_from)),
            ]
        }
        WaterChange::Billed { bill } => vec![
            ("previous", bill.previous.to_string()),
            ("reading", bill.reading.to_string()),
            ("volume", bill.volume.to_string()),
            ("total", bill.total.to_string()),
        ],
        WaterChange::Rebilled { bill } => {
            vec![("volume", bill.volume.to_string()), ("total", bill.total.to_string())]
        }
    }
}
