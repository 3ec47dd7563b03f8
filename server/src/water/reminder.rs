//! A large household and a discount run out: whoever has the account hears of it once, in time to file it again.

use chrono::{Days, NaiveDate};
use diesel::prelude::*;
use diesel::sql_types::{Date, Text};
use shuiting_shared::message::Message;
use shuiting_shared::service::Service;

use super::end;
use super::view::today;
use crate::app::App;
use crate::db::schema::water_reminders;
use crate::db::{Conn, alone};
use crate::problem::Failure;
use crate::{account, notice};

/// At most so many at once; the others come with the next time.
const MOST: usize = 500;

/// Something that runs out, and the phone that hears of it.
#[derive(QueryableByName)]
struct Due {
    #[diesel(sql_type = Text)]
    number: String,
    #[diesel(sql_type = Date)]
    until: NaiveDate,
    #[diesel(sql_type = Text)]
    phone: String,
}

/// Tells whoever has an account that what a service gave it runs out; once each time, however many servers look.
pub fn remind(app: &App, conn: &mut Conn) -> Result<(), Failure> {
    alone(conn, "water reminders")?;
    for (service, column) in [(Service::Pop, "persons_until"), (Service::Disc, "hardship_until")] {
        for due in running_out(app, conn, service, column)? {
            let lang = account::lang_of(conn, &due.phone)?.unwrap_or_default();
            let message = Message::RunsOut {
                service,
                end: end(&due.number),
                until: due.until,
            };
            notice::enqueue(app, conn, None, &due.phone, lang, &message)?;
            told(conn, service, &due)?;
        }
    }
    Ok(())
}

/// What runs out soon and was not told: to the registered phone, or where there is none to whoever has bound it first.
fn running_out(app: &App, conn: &mut Conn, service: Service, column: &str) -> Result<Vec<Due>, Failure> {
    let today = today(app);
    let last = today + Days::new(app.house.billing.remind_days.into());
    let code = service.code();
    // All that is put in is written by us.
    let due = diesel::sql_query(format!(
        "SELECT due.number, due.until, due.phone FROM (\
         SELECT a.number, a.{column} AS until, COALESCE(a.phone, (\
         SELECT r.phone FROM bindings AS b JOIN accounts AS r ON r.id = b.account_id \
         WHERE b.number = a.number AND b.access = 'own' AND r.phone IS NOT NULL ORDER BY b.id LIMIT 1)) AS phone \
         FROM water_accounts AS a WHERE a.{column} BETWEEN '{today}' AND '{last}' AND a.state <> 'closed' \
         AND NOT EXISTS (SELECT 1 FROM water_reminders AS w \
         WHERE w.account = a.number AND w.service = '{code}' AND w.until = a.{column})) AS due \
         WHERE due.phone IS NOT NULL ORDER BY due.number LIMIT {MOST}"
    ));
    Ok(due.load(conn)?)
}

fn told(conn: &mut Conn, service: Service, due: &Due) -> QueryResult<()> {
    diesel::insert_into(water_reminders::table)
        .values((
            water_reminders::account.eq(&due.number),
            water_reminders::service.eq(service.code()),
            water_reminders::until.eq(due.until),
        ))
        .execute(conn)
        .map(|_| ())
}
