//! What time alone does to a case that is a work order: whoever is to hear that a clock runs out hears it, once.

use shuiting_shared::case::{Event, Hears, Notice, Seen, Tidings};
use shuiting_shared::order::{Level, Ring};
use shuiting_shared::time::Moment;

use super::store::{self, Writer};
use super::{acting, telling};
use crate::app::App;
use crate::db::{Conn, alone};
use crate::order;
use crate::problem::Failure;

/// Does to an order what time has brought about; says whether that was anything. Whoever comes second finds nothing.
pub fn ring(app: &App, conn: &mut Conn, case: &str) -> Result<bool, Failure> {
    let number = store::by_id(conn, case)?.number()?;
    alone(conn, &number.to_string())?;
    let mut row = store::by_id(conn, case)?;
    let Some(order) = order::find(conn, case)? else {
        return Ok(false);
    };
    let now = app.clock.now();
    let (order, rings) = order.ring(now, &app.house);
    for ring in &rings {
        let (event, seen, notice) = told(*ring, order.finish());
        acting::noted(conn, &mut row, &Writer::House, &event, seen, now)?;
        telling::notices(app, conn, &row, &[notice])?;
    }
    order::put(app, conn, &row.of_order()?, &order)?;
    Ok(!rings.is_empty())
}

/// What stands on the timeline of what time has brought about, and who hears of it.
fn told(ring: Ring, promised: Option<Moment>) -> (Event, Seen, Notice) {
    match ring {
        Ring::Interim => {
            let notice = Notice {
                to: Hears::Filer,
                tidings: Tidings::Interim { promised },
            };
            (Event::Interim, Seen::All, notice)
        }
        Ring::Tell { clock, level, due } => {
            let notice = Notice {
                to: match level {
                    Level::Holder => Hears::Holder,
                    Level::Head => Hears::Head,
                    Level::Supervisor => Hears::Supervisors,
                    Level::Duty => Hears::Duty,
                },
                tidings: Tidings::Rung { clock, level, due },
            };
            (Event::Rung { clock, level }, Seen::Inside, notice)
        }
    }
}
