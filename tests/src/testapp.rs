//! A hall of its own for a test.

use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::{Duration, Instant};

use actix_web::dev::ServerHandle;
use actix_web::rt::System;
use reqwest::{Client, Method};
use serde_json::json;
use shuiting_server::app::App;
use shuiting_server::application::{Application, Means};
use shuiting_server::attachment::Folder;
use shuiting_server::clock::Clock as _;
use shuiting_server::db::{Conn, DbError};
use shuiting_server::providers::Providers;
use shuiting_server::staff::{self, NewMember};
use shuiting_shared::case::{Post, Role};
use shuiting_shared::house::House;
use shuiting_shared::realm::Realm;
use shuiting_shared::tariff::Tariffs;
use tokio::sync::oneshot;

use crate::ask::Ask;
use crate::clock::HandClock;
use crate::database::{Engine, Place, everything, is_carrying};
use crate::messenger::Messenger;
use crate::person::Person;

/// The password of everybody on the staff.
pub const PASSWORD: &str = "water-and-wine";

/// Longest that a test waits for something that the server does by itself.
const PATIENCE: Duration = Duration::from_secs(20);

/// Somebody who is to work for the house.
#[derive(Clone, Copy)]
pub struct Employee<'a> {
    /// The user name.
    pub name: &'a str,
    /// What they are.
    pub role: Role,
    /// Where they hear of clocks that run out.
    pub phone: Option<&'a str>,
    /// The code of the unit they work for.
    pub unit: Option<&'a str>,
    /// The post that they hold.
    pub post: Option<Post>,
}

impl<'a> Employee<'a> {
    /// Somebody of whom no more is known.
    pub const fn new(name: &'a str, role: Role) -> Self {
        Self {
            name,
            role,
            phone: None,
            unit: None,
            post: None,
        }
    }
}

/// A hall of its own: server, database, folder, clock, messenger. All of it goes when it is dropped.
pub struct TestApp {
    /// Where it answers.
    pub url: String,
    /// Its clock.
    pub clock: Arc<HandClock>,
    /// Who carries its messages.
    pub messenger: Arc<Messenger>,
    /// Where its data lie.
    pub place: Arc<Place>,
    app: Option<App>,
    practice: Option<App>,
    client: Client,
    handle: ServerHandle,
    server: Option<thread::JoinHandle<()>>,
}

impl TestApp {
    /// Opens a hall in Dongguan.
    pub async fn new() -> Self {
        Self::with(|_| ()).await
    }

    /// Opens a hall that differs in something.
    pub async fn with(differ: impl FnOnce(&mut Means)) -> Self {
        Self::try_in(Place::new(), differ).await.unwrap()
    }

    /// Opens a hall on a database that is there, or tells why it cannot be opened.
    pub async fn try_in(place: impl Into<Arc<Place>>, differ: impl FnOnce(&mut Means)) -> anyhow::Result<Self> {
        let place = place.into();
        let (clock, messenger) = (Arc::new(HandClock::default()), Arc::new(Messenger::default()));
        let mut means = Means {
            address: place.address.clone(),
            secret: b"a secret that is only good for tests".to_vec(),
            house: House::dongguan(),
            tariffs: Tariffs::brought_along(),
            clock: clock.clone(),
            files: Arc::new(Folder::new(place.files())?),
            sms: Some(messenger.clone()),
            providers: Providers::default(),
            gateway: None,
            demo: false,
            time: None,
            practice: None,
            https: false,
            url: None,
            listen: ([127, 0, 0, 1], 0).into(),
            workers: Some(1),
            bell: None,
        };
        differ(&mut means);
        // The server runs on a thread of its own, so that dropping the hall can wait for its end.
        let (tell, told) = oneshot::channel();
        let server = thread::spawn(move || {
            System::new().block_on(async move {
                match Application::build(means).await {
                    Ok(application) => {
                        let practice = application.practice.as_ref().map(|practice| practice.app.clone());
                        let found = (
                            application.url(),
                            application.handle(),
                            application.app.clone(),
                            practice,
                        );
                        // A test that does not wait for it has failed already.
                        drop(tell.send(Ok(found)));
                        application.run().await.unwrap();
                    }
                    Err(error) => drop(tell.send(Err(error))),
                }
            });
        });
        let (url, handle, app, practice) = told.await??;
        let client = Client::builder().timeout(Duration::from_mins(1)).build()?;
        Ok(Self {
            url,
            clock,
            messenger,
            place,
            app: Some(app),
            practice,
            client,
            handle,
            server: Some(server),
        })
    }

    /// Stops; gives where its data lie.
    pub fn stops(self) -> Arc<Place> {
        self.place.clone()
    }

    /// What the server's own functions are given.
    pub fn inside(&self) -> &App {
        self.app.as_ref().unwrap()
    }

    /// What the functions of its city for practising are given, where it has one.
    pub fn practice(&self) -> &App {
        self.practice.as_ref().unwrap()
    }

    /// Asks for any address.
    pub fn ask(&self, method: Method, path: &str) -> Ask {
        Ask::new(&self.client, &self.url, method, path)
    }

    /// Does something with the database that no address does.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> anyhow::Result<T> + Send + 'static,
    ) -> T {
        self.inside().db.write(work).await.unwrap()
    }

    /// Whether a text lies open in the database or in a file.
    pub async fn keeps(&self, text: &str) -> bool {
        match Engine::tested() {
            Engine::Sqlite => {
                let holds = |bytes: &[u8]| bytes.windows(text.len()).any(|at| at == text.as_bytes());
                self.place.bytes().iter().any(|(_, bytes)| holds(bytes))
            }
            Engine::Postgres => self.write(everything).await.contains(text),
        }
    }

    /// Somebody without a session.
    pub fn passer_by(&self) -> Person {
        Person::new(&self.client, &self.url, None)
    }

    /// Somebody in its city for practising, with the tokens of a session that was opened there, or without.
    pub fn practises(&self, session: Option<&serde_json::Value>) -> Person {
        Person::new(
            &self.client,
            &format!("{}{}", self.url, Realm::Practice.base()),
            session,
        )
    }

    /// Somebody with the tokens of a session that was just opened.
    pub fn holder_of(&self, session: &serde_json::Value) -> Person {
        Person::new(&self.client, &self.url, Some(session))
    }

    /// Somebody who has not signed in.
    pub async fn guest(&self) -> Person {
        let session = self
            .passer_by()
            .post("/sessions/guest")
            .json(&json!({ "bearer": true }))
            .await;
        self.holder_of(&session.is(201).json())
    }

    /// Asks for a code, and reads it on the phone.
    pub async fn code(&self, phone: &str) -> String {
        let before = self.messages_to(phone).await.len();
        self.passer_by()
            .post("/codes")
            .json(&json!({ "phone": phone }))
            .await
            .is(202);
        let told = self.messages_to(phone).await;
        let code = told[before..].iter().find_map(|text| six_digits(text));
        code.unwrap_or_else(|| panic!("there is no code in {told:?}"))
    }

    /// Somebody who has signed in with their phone.
    pub async fn resident(&self, phone: &str) -> Person {
        let code = self.code(phone).await;
        let sign_in = json!({ "phone": phone, "code": code, "bearer": true });
        self.holder_of(&self.passer_by().post("/sessions").json(&sign_in).await.is(201).json())
    }

    /// Adds a member of staff, whose phone is known.
    pub async fn hires(&self, name: &str, role: Role, phone: Option<&str>) {
        self.employs(Employee {
            phone,
            ..Employee::new(name, role)
        })
        .await;
    }

    /// Adds a member of staff.
    pub async fn employs(&self, employee: Employee<'_>) {
        static HASH: OnceLock<String> = OnceLock::new();
        let password = HASH.get_or_init(|| staff::hashed(PASSWORD).unwrap()).clone();
        let Employee { role, post, .. } = employee;
        let (name, now) = (employee.name.to_owned(), self.clock.now());
        let (phone, unit) = (employee.phone.map(str::to_owned), employee.unit.map(str::to_owned));
        self.write(move |conn| {
            let display = format!("{name}先生");
            let member = NewMember {
                name: &name,
                display: &display,
                role,
                password,
                phone: phone.as_deref(),
                unit: unit.as_deref(),
                post,
            };
            staff::add(conn, &member, now)
        })
        .await;
    }

    /// A new member of staff who has signed in.
    pub async fn staff(&self, name: &str, role: Role) -> Person {
        self.hires(name, role, None).await;
        self.signs_in(name).await
    }

    /// A new crew of a unit, who has signed in.
    pub async fn crew(&self, name: &str, unit: &str) -> Person {
        self.employs(Employee {
            unit: Some(unit),
            ..Employee::new(name, Role::Crew)
        })
        .await;
        self.signs_in(name).await
    }

    /// A member of staff who signs in.
    pub async fn signs_in(&self, name: &str) -> Person {
        let sign_in = json!({ "name": name, "password": PASSWORD, "bearer": true });
        self.holder_of(
            &self
                .passer_by()
                .post("/sessions/staff")
                .json(&sign_in)
                .await
                .is(201)
                .json(),
        )
    }

    /// A new clerk who has signed in.
    pub async fn clerk(&self, name: &str) -> Person {
        self.staff(name, Role::Clerk).await
    }

    /// Waits until everything that is due has been carried, or has been tried in vain.
    pub async fn carried(&self) {
        self.carries(PATIENCE).await;
    }

    /// The same where there is very much of it.
    pub async fn carried_all(&self) {
        self.carries(PATIENCE * 15).await;
    }

    async fn carries(&self, patience: Duration) {
        self.inside().outbox.wake();
        let start = Instant::now();
        loop {
            // Read beside the writer, which must not be held up by whoever watches it.
            let now = self.clock.now().naive_utc();
            let look = move |conn: &mut Conn| is_carrying(conn, now).map_err(DbError::from);
            if !self.inside().db.read(look).await.unwrap() {
                return;
            }
            assert!(start.elapsed() < patience, "the outbox is not carried");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// What has arrived on a phone, once everything that is due has been carried.
    pub async fn messages_to(&self, phone: &str) -> Vec<String> {
        self.carried().await;
        self.messenger
            .carried()
            .into_iter()
            .filter(|carried| carried.phone == phone)
            .map(|carried| carried.text)
            .collect()
    }
}

fn six_digits(text: &str) -> Option<String> {
    text.split(|c: char| !c.is_ascii_digit())
        .find(|run| run.len() == 6)
        .map(str::to_owned)
}

impl Drop for TestApp {
    fn drop(&mut self) {
        drop((self.app.take(), self.practice.take()));
        // The order is given by calling; waiting for it is what the thread's end is for.
        drop(self.handle.stop(false));
        if let Some(server) = self.server.take() {
            drop(server.join());
        }
    }
}
