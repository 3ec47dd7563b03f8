//! A database for each test, on the engine that `TEST_ENGINE` names.

use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::NaiveDateTime;
use diesel::connection::SimpleConnection as _;
use diesel::dsl::{exists, not};
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};
use shuiting_server::db::{Address, Conn, Db};
use tempfile::TempDir;

/// An engine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// SQLite.
    Sqlite,
    /// PostgreSQL.
    Postgres,
}

impl Engine {
    /// The one that the tests run on.
    pub fn tested() -> Self {
        match std::env::var("TEST_ENGINE").as_deref() {
            Ok("postgres") => Self::Postgres,
            Ok("sqlite") | Err(_) => Self::Sqlite,
            Ok(other) => panic!("TEST_ENGINE={other}: there are sqlite and postgres"),
        }
    }
}

/// Where the data of one hall lie; gone when dropped.
pub struct Place {
    /// The folder.
    pub folder: TempDir,
    /// The database.
    pub address: Address,
    /// The database's name on the server, where there is one.
    name: Option<String>,
}

impl Default for Place {
    fn default() -> Self {
        Self::new()
    }
}

impl Place {
    /// An empty database, whose tables are there, and an empty folder.
    pub fn new() -> Self {
        Self::on(Engine::tested())
    }

    /// On this engine.
    pub fn on(engine: Engine) -> Self {
        let folder = tempfile::tempdir().unwrap();
        match engine {
            Engine::Sqlite => {
                let address = Address::Sqlite(folder.path().join("hall.db").display().to_string());
                Self {
                    folder,
                    address,
                    name: None,
                }
            }
            Engine::Postgres => {
                let name = create();
                Self {
                    folder,
                    address: Address::Postgres(url_of_postgres(&name)),
                    name: Some(name),
                }
            }
        }
    }

    /// Opens the database, which brings its tables up to date.
    pub fn open(&self) -> Db {
        Db::open(&self.address).unwrap()
    }

    /// Where photos are kept.
    pub fn files(&self) -> PathBuf {
        self.folder.path().join("files")
    }

    /// Every file of the folder below, with what is in it.
    pub fn bytes(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let (mut folders, mut files) = (vec![self.folder.path().to_owned()], Vec::new());
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    folders.push(path);
                } else {
                    files.push((path.clone(), std::fs::read(path).unwrap()));
                }
            }
        }
        files
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if let Some(name) = &self.name {
            // The whole server goes after the tests; one database more or less is no failure.
            drop(administrator().batch_execute(&format!("DROP DATABASE {name} WITH (FORCE)")));
        }
    }
}

/// The address of a database on the server that the tests were given.
fn url_of_postgres(name: &str) -> String {
    let url = std::env::var("TEST_POSTGRES_URL")
        .unwrap_or_else(|_| panic!("TEST_POSTGRES_URL names no server; run the tests by tests/with-postgres.sh"));
    let (server, _) = url.rsplit_once('/').unwrap();
    format!("{server}/{name}")
}

fn administrator() -> PgConnection {
    PgConnection::establish(&url_of_postgres("postgres")).unwrap()
}

/// Creates a database; gives its name. The tables are made once, in a template that all others are copied from.
fn create() -> String {
    static TEMPLATE: Mutex<bool> = Mutex::new(false);
    static NEXT: AtomicUsize = AtomicUsize::new(1);
    let mut made = TEMPLATE.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let mut administrator = administrator();
    if !*made {
        administrator.batch_execute("CREATE DATABASE pattern").unwrap();
        drop(Db::open(&Address::Postgres(url_of_postgres("pattern"))).unwrap());
        await_alone(&mut administrator, "pattern");
        *made = true;
    }
    let name = format!("hall_{}", NEXT.fetch_add(1, Ordering::Relaxed));
    administrator
        .batch_execute(&format!("CREATE DATABASE {name} TEMPLATE pattern"))
        .unwrap();
    name
}

/// Waits until nothing is connected to a database any more: one that is in use cannot be copied.
fn await_alone(administrator: &mut PgConnection, name: &str) {
    for _ in 0..500 {
        let sql = format!("SELECT datname::text AS text FROM pg_stat_activity WHERE datname = '{name}'");
        if diesel::sql_query(sql).load::<Line>(administrator).unwrap().is_empty() {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    panic!("something stays connected to {name}");
}

/// One text of an answer.
#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = Text)]
    text: String,
}

diesel::table! {
    outbox (id) {
        id -> Text,
        case_id -> Nullable<Text>,
        phone -> Text,
        message -> Text,
        due -> Timestamp,
        state -> Text,
        turn -> Integer,
        leased -> Nullable<Timestamp>,
    }
}

diesel::alias!(outbox as ahead: Ahead);

/// Whether one of the letters that wait is being carried, or could be by now: it is due, and none of the same case to the
/// same phone goes before it.
pub(crate) fn is_carrying(conn: &mut Conn, now: NaiveDateTime) -> QueryResult<bool> {
    let before = ahead
        .filter(ahead.field(outbox::state).eq("waiting"))
        .filter(ahead.field(outbox::case_id).eq(outbox::case_id))
        .filter(ahead.field(outbox::phone).eq(outbox::phone))
        .filter(ahead.field(outbox::turn).lt(outbox::turn));
    let free = outbox::due.le(now).and(not(exists(before)));
    let busy = outbox::table
        .filter(outbox::state.eq("waiting"))
        .filter(outbox::leased.is_not_null().or(free))
        .select(outbox::id)
        .first::<String>(conn);
    Ok(busy.optional()?.is_some())
}

diesel::table! {
    consents (account_id, template) {
        account_id -> Text,
        template -> Text,
        remain -> Integer,
        asked -> Timestamp,
    }
}

/// Lets an account have agreed to so many messages of a template.
pub fn agrees(conn: &mut Conn, account: &str, template: &str, remain: i32) -> anyhow::Result<()> {
    let asked = chrono::DateTime::UNIX_EPOCH.naive_utc();
    diesel::insert_into(consents::table)
        .values((
            consents::account_id.eq(account),
            consents::template.eq(template),
            consents::remain.eq(remain),
            consents::asked.eq(asked),
        ))
        .execute(conn)?;
    Ok(())
}

/// How many messages of a template are agreed to, by all accounts.
pub fn consents_left(conn: &mut Conn, template: &str) -> anyhow::Result<i64> {
    let left: Option<i64> = consents::table
        .filter(consents::template.eq(template))
        .select(diesel::dsl::sum(consents::remain))
        .first(conn)?;
    Ok(left.unwrap_or_default())
}

/// What became of the letters: the phones of those that left, wait, and were given up.
#[derive(Debug, Default)]
pub struct Fates {
    /// They have left.
    pub sent: Vec<String>,
    /// They wait.
    pub waiting: Vec<String>,
    /// They are dead letters.
    pub dead: Vec<String>,
}

/// What became of the letters.
pub fn fates(conn: &mut Conn) -> anyhow::Result<Fates> {
    let rows: Vec<(String, String)> = outbox::table.select((outbox::state, outbox::phone)).load(conn)?;
    let mut fates = Fates::default();
    for (state, phone) in rows {
        match state.as_str() {
            "sent" => fates.sent.push(phone),
            "waiting" => fates.waiting.push(phone),
            _ => fates.dead.push(phone),
        }
    }
    Ok(fates)
}

/// A column of a table.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, QueryableByName)]
pub struct Column {
    /// The table.
    #[diesel(sql_type = Text)]
    pub of: String,
    /// The name.
    #[diesel(sql_type = Text)]
    pub name: String,
    /// Whether it may be empty.
    #[diesel(sql_type = Bool)]
    pub nullable: bool,
}

/// Every column of our own tables, in order.
pub fn columns(place: &Place) -> Vec<Column> {
    let mut columns: Vec<Column> = match &place.address {
        Address::Sqlite(path) => diesel::sql_query(
            "SELECT m.name AS \"of\", c.name AS name, (c.\"notnull\" = 0) AS nullable FROM sqlite_master m \
             JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' \
             AND m.name NOT LIKE '\\_\\_%' ESCAPE '\\'",
        )
        .load(&mut SqliteConnection::establish(path).unwrap())
        .unwrap(),
        Address::Postgres(url) => diesel::sql_query(
            "SELECT table_name::text AS \"of\", column_name::text AS name, is_nullable = 'YES' AS nullable \
             FROM information_schema.columns WHERE table_schema = 'public' AND table_name NOT LIKE '\\_\\_%'",
        )
        .load(&mut PgConnection::establish(url).unwrap())
        .unwrap(),
    };
    columns.sort();
    columns
}

/// Runs every `down.sql`, newest first, then every `up.sql`, oldest first; gives the columns in between.
pub fn roll_back_and_forward(place: &Place) -> Vec<Column> {
    let engine = if matches!(place.address, Address::Sqlite(_)) {
        "sqlite"
    } else {
        "postgres"
    };
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../migrations")
        .join(engine);
    let mut migrations: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    migrations.sort();
    assert!(!migrations.is_empty());
    let run = |path: PathBuf| {
        let sql = std::fs::read_to_string(&path).unwrap();
        let done = match &place.address {
            Address::Sqlite(file) => SqliteConnection::establish(file).unwrap().batch_execute(&sql),
            Address::Postgres(url) => PgConnection::establish(url).unwrap().batch_execute(&sql),
        };
        done.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    };
    for migration in migrations.iter().rev() {
        run(migration.join("down.sql"));
    }
    let between = columns(place);
    for migration in &migrations {
        run(migration.join("up.sql"));
    }
    between
}

diesel::table! {
    cases (id) {
        id -> Text,
        number -> Text,
    }
}

diesel::table! {
    entries (id) {
        id -> Text,
        case_id -> Text,
        event -> Text,
    }
}

diesel::table! {
    leak_places (case_id) {
        case_id -> Text,
    }
}

diesel::table! {
    slot_places (case_id) {
        case_id -> Text,
    }
}

/// The id of the case with this number, by which the audit log names it.
pub fn case_id(conn: &mut Conn, number: &str) -> anyhow::Result<String> {
    Ok(cases::table
        .filter(cases::number.eq(number))
        .select(cases::id)
        .first(conn)?)
}

/// All that a PostgreSQL database holds, as text.
pub(crate) fn everything(conn: &mut Conn) -> anyhow::Result<String> {
    let Conn::Postgres(conn) = conn else {
        anyhow::bail!("SQLite's file can be read as it is")
    };
    let dump: Line = diesel::sql_query("SELECT database_to_xml(true, false, '')::text AS text").get_result(conn)?;
    Ok(dump.text)
}

/// The messages in the outbox, as they are written there.
pub fn written_in_outbox(conn: &mut Conn) -> anyhow::Result<Vec<String>> {
    Ok(outbox::table.order(outbox::id).select(outbox::message).load(conn)?)
}

/// How many leaks have a place that is kept open.
pub fn places_kept(conn: &mut Conn) -> anyhow::Result<i64> {
    Ok(leak_places::table.count().get_result(conn)?)
}

/// How many places at a time at which somebody comes are taken.
pub fn slots_kept(conn: &mut Conn) -> anyhow::Result<i64> {
    Ok(slot_places::table.count().get_result(conn)?)
}

/// How often somebody was told that a clock of an order runs out, for each order of which somebody was.
pub fn rung(conn: &mut Conn) -> anyhow::Result<Vec<i64>> {
    Ok(entries::table
        .filter(entries::event.like("%\"event\":\"rung\"%"))
        .group_by(entries::case_id)
        .select(diesel::dsl::count_star())
        .load(conn)?)
}

/// How many letters were written to a phone.
pub fn letters_to(conn: &mut Conn, phone: &str) -> anyhow::Result<i64> {
    Ok(outbox::table.filter(outbox::phone.eq(phone)).count().get_result(conn)?)
}
