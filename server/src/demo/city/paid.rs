//! What was paid online in the last days: the books have something in them, and one difference that nobody has seen to.

use chrono::TimeDelta;
use shuiting_shared::api::{NewOrder, OwedBill, ToPay};
use shuiting_shared::money::Fen;

use super::life::{City, Done};
use crate::db::Conn;
use crate::demo::bank;
use crate::water;

/// Who paid, counted from 1, and how many days ago.
const PAID: [(usize, i64); 5] = [(6, 4), (9, 3), (13, 3), (16, 2), (20, 1)];
/// How many days ago money came in of which nobody knows whose it is, and how much.
const STRAY: (i64, Fen) = (2, Fen(3000));

impl City<'_> {
    /// Some pay what they owe.
    pub(super) fn pays_online(&self, conn: &mut Conn) -> Done {
        for (who, days) in PAID {
            self.clock.set(self.now - TimeDelta::days(days));
            if let Some(neighbour) = self.people.residents.get(who - 1) {
                let account = super::water::number_of(neighbour);
                let bills = water::unpaid(self.app, conn, &account)?;
                let new = NewOrder {
                    amount: bills.iter().map(OwedBill::total).sum(),
                    what: ToPay::Bills {
                        account,
                        periods: bills.iter().map(|bill| bill.period).collect(),
                    },
                    then: None,
                };
                bank::pays(self.app, conn, &neighbour.caller, &new)?;
            }
        }
        let (days, amount) = STRAY;
        self.clock.set(self.now - TimeDelta::days(days));
        bank::strays(self.app, conn, amount)
    }
}
