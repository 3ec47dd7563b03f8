//! What cases have decided, held against a file that is about to be taken over: what the file says too has arrived at the
//! billing system, and what it does not say yet is written into its lines.

use diesel::prelude::*;
use shuiting_shared::water::WaterChange;

use super::super::change::store::{arrive, open_in};
use super::super::store::{AccountRow, changed_columns};
use super::account::staged_water_accounts;
use super::bill::staged_bills;
use crate::db::Conn;

/// Does so with a file of accounts.
pub(super) fn accounts(conn: &mut Conn) -> anyhow::Result<()> {
    use staged_water_accounts as staged;
    for open in open_in(conn, "staged_water_accounts", "number")? {
        let change = open.change()?;
        if change.bill().is_some() {
            continue;
        }
        let row: AccountRow = staged::table
            .filter(staged::number.eq(&open.account))
            .select((
                staged::number,
                staged::name,
                staged::phone,
                staged::id_end,
                staged::town,
                staged::address,
                staged::use_type,
                staged::persons,
                staged::persons_until,
                staged::hardship_until,
                staged::meter,
                staged::meter_size,
                staged::state,
                staged::suspended_from,
                staged::tariff,
            ))
            .first(conn)?;
        let mut account = row.account()?;
        if change.is_in(&account) {
            arrive(conn, &open.id)?;
        } else if open.applied {
            change.apply(&mut account);
            diesel::update(staged::table.filter(staged::number.eq(&open.account)))
                .set(changed_columns!(staged, &account))
                .execute(conn)?;
        }
    }
    Ok(())
}

/// Does so with a file of bills.
pub(super) fn bills(conn: &mut Conn) -> anyhow::Result<()> {
    use staged_bills as staged;
    for open in open_in(conn, "staged_bills", "account")? {
        let change = open.change()?;
        let Some(bill) = change.bill() else { continue };
        let (volume, total) = (i32::try_from(bill.volume).unwrap_or(i32::MAX), bill.total.0);
        let here = staged::account
            .eq(open.account.clone())
            .and(staged::period.eq(bill.period.to_string()));
        let found: Option<(i32, i64)> = staged::table
            .filter(here.clone())
            .select((staged::volume, staged::total))
            .first(conn)
            .optional()?;
        let Some(found) = found else { continue };
        // The billing system makes the bill of a reading as it sees fit; what a test of the meter has found stands.
        if matches!(change, WaterChange::Billed { .. }) || found == (volume, total) {
            arrive(conn, &open.id)?;
        } else {
            diesel::update(staged::table.filter(here))
                .set((staged::volume.eq(volume), staged::total.eq(total)))
                .execute(conn)?;
        }
    }
    Ok(())
}
