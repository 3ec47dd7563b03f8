//! The people and the last 60 days of the demo city, and its year of events.

mod called;
mod calls;
mod events;
mod life;
mod long;
mod near;
mod paid;
mod people;
mod templates;
mod water;

use std::collections::HashMap;
use std::sync::Arc;

use chrono::TimeDelta;
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};
use shuiting_shared::service::Service;

use super::clock::Past;
use super::draw::{Motif, draw};
use crate::app::App;
use crate::attachment::{self, Picture};
use crate::db::Conn;
use crate::problem::Failure;
use crate::{notice, order};
use life::Fate;
pub(super) use people::{name, phone};

const CASES: usize = 300;
const DAYS: i64 = 60;
/// The same city each time.
const SEED: u64 = 96968;

/// A drawn photo that lies in the storage: hash, width, height.
type Print = (String, u32, u32);

/// The photos of the city, by what they show.
pub(super) struct Album(HashMap<String, Print>);

impl Album {
    async fn develop(app: &App) -> anyhow::Result<Self> {
        let mut motifs = vec![Motif::Card, Motif::CardBack, Motif::Paper, Motif::Plan];
        motifs.extend((0..6).map(Motif::Leak));
        motifs.extend((0..6).map(Motif::Repaired));
        motifs.extend([214, 1024, 3307, 8861].map(Motif::Meter));
        let mut prints = HashMap::new();
        for motif in motifs {
            let picture = draw(motif).ok_or_else(|| anyhow::anyhow!("there is no memory for a drawing"))?;
            let picture = Picture::print(picture)?;
            let (width, height) = (picture.width, picture.height);
            let hash = attachment::store(app, picture).await?;
            prints.insert(format!("{motif:?}"), (hash, width, height));
        }
        Ok(Self(prints))
    }

    fn print(&self, motif: Motif) -> Option<&Print> {
        self.0.get(&format!("{motif:?}"))
    }
}

/// Builds the city in one transaction.
pub(super) async fn build(app: &App) -> anyhow::Result<()> {
    let album = Album::develop(app).await?;
    let password = crate::staff::hashed(super::PASSWORD)?;
    let now = app.clock.now();
    let clock = Arc::new(Past::new(now - TimeDelta::days(DAYS)));
    let past = App {
        clock: clock.clone(),
        demo: true,
        ..app.clone()
    };
    app.db
        .write(move |conn: &mut Conn| {
            let mut rng = StdRng::seed_from_u64(SEED);
            let people = people::settle(&past, conn, &password)?;
            templates::write(&past, conn, people.staff("supervisor")?)?;
            calls::knowledge(&past, conn, &people)?;
            let mut city = life::City {
                app: &past,
                clock: &clock,
                album: &album,
                people: &people,
                now,
            };
            for n in 0..CASES - near::CASES - long::CASES - events::CASES {
                let service = [Service::Leak, Service::New, Service::Leak, Service::Trans][n % 4];
                let fate = Fate::ALL[rng.random_range(0..Fate::ALL.len())];
                city.live(conn, &mut rng, service, fate)?;
            }
            city.long_ways(conn, &mut rng)?;
            city.late_leak(conn)?;
            city.leak_near(conn)?;
            city.outages(conn)?;
            city.events(conn, &mut rng)?;
            city.supply(conn)?;
            city.pays_online(conn)?;
            city.calls_back(conn, &mut rng)?;
            clock.set(now);
            order::bell::ring_in(&past, conn)?;
            calls::past(&past, conn, people.staff("agent")?, now)?;
            notice::forget_waiting(conn)?;
            Ok::<_, Failure>(())
        })
        .await?;
    Ok(())
}
