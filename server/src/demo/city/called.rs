//! Who was called back in the city's past.

use rand::Rng as _;
use rand::rngs::StdRng;
use shuiting_shared::api::CallbackTold;
use shuiting_shared::callback::{CallbackAnswer, CallbackReason};
use shuiting_shared::case::Level;

use super::life::{City, Done};
use crate::callback;
use crate::db::Conn;

/// What people say who are content.
const SAID: [&str; 4] = ["师傅来得快,修得也好", "现在水压正常了", "没什么问题", ""];

impl City<'_> {
    /// The agent has called whoever was due before today, when they were due.
    pub(super) fn calls_back(&self, conn: &mut Conn, rng: &mut StdRng) -> Done {
        let agent = self.people.staff("agent")?;
        for (id, reason, due) in callback::due_before(conn, self.now - chrono::TimeDelta::days(1))? {
            self.clock.set(due);
            let answer = match (reason, rng.random_range(0..10)) {
                (CallbackReason::Low, _) => CallbackAnswer::Reached {
                    level: None,
                    words: "说当时没修彻底,约好再去一次".to_owned(),
                },
                (_, 0) => CallbackAnswer::Declined,
                (_, at) => CallbackAnswer::Reached {
                    level: Some(if at < 7 { Level::VeryGood } else { Level::Good }),
                    words: SAID[at % SAID.len()].to_owned(),
                },
            };
            callback::tell(self.app, conn, agent, &id, &CallbackTold { tries: 0, answer })?;
        }
        Ok(())
    }
}
