//! Tokens by which we ask WeChat. All servers of a house share one, since a new one voids the one before; whoever finds it
//! run out first renews it, the others wait for that.

use std::future::Future;
use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use tokio::sync::Mutex;

use super::{Trouble, store};
use crate::clock::Clock;
use crate::db::{Conn, Db};
use crate::keys::Keys;
use crate::problem::Failure;

/// A token is renewed so long before it runs out: until then WeChat gives the same one again.
const EARLY_SECONDS: i64 = 300;
/// So long whoever renews may take; after that another server tries.
const LEASE_SECONDS: i64 = 10;
/// How often, and how many times, the others look whether it is there.
const LOOK: Duration = Duration::from_millis(100);
const LOOKS: u32 = 100;

/// A token that was renewed.
pub(super) struct Renewed {
    pub(super) token: String,
    pub(super) seconds: i64,
}

/// One of the tokens.
pub(super) struct Token {
    name: &'static str,
    db: Db,
    clock: Arc<dyn Clock>,
    keys: Arc<Keys>,
    /// Whoever asks on this server asks one after the other; what the first one found the next ones find too. It holds
    /// when renewing has failed last.
    turn: Mutex<Option<Instant>>,
}

impl Token {
    pub(super) fn new(name: &'static str, db: &Db, clock: &Arc<dyn Clock>, keys: &Arc<Keys>) -> Self {
        Self {
            name,
            db: db.clone(),
            clock: clock.clone(),
            keys: keys.clone(),
            turn: Mutex::default(),
        }
    }

    /// The token; one that is not `stale`, which WeChat did not take any more. `renew` asks for a new one, and is told
    /// whether the one before must be void.
    pub(super) async fn get<F>(&self, stale: Option<&str>, renew: impl Fn(bool) -> F) -> Result<String, Trouble>
    where
        F: Future<Output = Result<Renewed, Trouble>>,
    {
        let came = Instant::now();
        let mut failed = self.turn.lock().await;
        let good = |token: &String| Some(token.as_str()) != stale;
        for _ in 0..LOOKS {
            if let Some(token) = self.kept().await?.filter(good) {
                return Ok(token);
            }
            if self.is_ours_to_renew().await? {
                // Another server may have ended renewing it between our look and our turn.
                if let Some(token) = self.kept().await?.filter(good) {
                    self.keep(None).await?;
                    return Ok(token);
                }
                // Whoever has waited while it failed need not wait for it to fail again.
                if failed.is_some_and(|failed| failed > came) {
                    self.keep(None).await?;
                    return Err(Trouble::Busy);
                }
                let renewed = renew(stale.is_some()).await;
                if renewed.is_err() {
                    *failed = Some(Instant::now());
                }
                self.keep(renewed.as_ref().ok()).await?;
                return renewed.map(|renewed| renewed.token);
            }
            tokio::time::sleep(LOOK).await;
        }
        Err(Trouble::Busy)
    }

    /// The token that is kept, where it is good for a while yet.
    async fn kept(&self) -> Result<Option<String>, Trouble> {
        let name = self.name;
        let kept = self
            .db
            .read(move |conn: &mut Conn| store::token(conn, name).map_err(Failure::from))
            .await?;
        let good = (self.clock.now() + TimeDelta::seconds(EARLY_SECONDS)).naive_utc();
        let Some(kept) = kept.filter(|kept| kept.expires > good) else {
            return Ok(None);
        };
        // Sealed with another secret it is as good as none.
        Ok(self.keys.open(name, &kept.sealed).ok())
    }

    async fn is_ours_to_renew(&self) -> Result<bool, Trouble> {
        let (name, now) = (self.name, self.clock.now());
        let until = now + TimeDelta::seconds(LEASE_SECONDS);
        let ours = self
            .db
            .write(move |conn: &mut Conn| store::begin_renewing(conn, name, now, until).map_err(Failure::from))
            .await?;
        Ok(ours)
    }

    async fn keep(&self, renewed: Option<&Renewed>) -> Result<(), Trouble> {
        let (name, now) = (self.name, self.clock.now());
        let kept = renewed.map(|renewed| {
            let sealed = self.keys.seal(name, &renewed.token).map_err(Failure::broken)?;
            Ok::<_, Failure>((sealed, now + TimeDelta::seconds(renewed.seconds)))
        });
        let kept = kept.transpose()?;
        self.db
            .write(move |conn: &mut Conn| store::end_renewing(conn, name, kept, now).map_err(Failure::from))
            .await?;
        Ok(())
    }
}
