//! What was paid here, for the billing system.

use std::io::Write;

use chrono::NaiveDate;
use shuiting_shared::time;

use super::store;
use crate::db::Conn;

/// Writes the bills that were settled on a day in China as CSV, and says how many; `docs/export.md` tells its
/// columns.
pub fn export(conn: &mut Conn, day: NaiveDate, out: impl Write) -> anyhow::Result<usize> {
    let mut csv = csv::Writer::from_writer(out);
    csv.write_record([
        "number",
        "period",
        "amount",
        "late_fee",
        "paid_at",
        "order",
        "transaction",
    ])?;
    let settled = store::settled_between(conn, time::span_of(day))?;
    for (row, line) in &settled {
        let (Some(number), Some(period)) = (&row.water_account, line.period()) else {
            continue;
        };
        let at = row.paid_at.map(|at| time::exact(at.and_utc())).unwrap_or_default();
        csv.write_record([
            number.as_str(),
            &period.to_string(),
            &line.amount().to_string(),
            &line.late_fee().to_string(),
            &at,
            &row.id,
            row.trade.as_deref().unwrap_or_default(),
        ])?;
    }
    csv.flush()?;
    Ok(settled.len())
}
