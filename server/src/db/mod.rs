//! The database: one enum for both engines, readers and one way to write.
//!
//! On SQLite all writing goes through one thread that commits waiting jobs together: with `synchronous=FULL` a
//! commit costs a flush to the disk, and a hundred filings that arrive at once then share one. On PostgreSQL each
//! job is a transaction of its own. Either way [`Db::write`] returns only after the commit.

mod connection;
mod dialect;
pub(crate) mod schema;
mod writer;

use std::sync::Arc;

use actix_web::web;
use anyhow::Context as _;
use diesel::connection::Connection as _;
use diesel::r2d2::{self, ManageConnection, Pool};
use diesel::{PgConnection, SqliteConnection};

pub use connection::{Conn, MultiBackend};
pub use dialect::contains;
pub(crate) use dialect::{alone, analyze, begin_writing, empty, identity, insert_many};
use writer::Writer;

/// Where the database is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// A SQLite file.
    Sqlite(String),
    /// A PostgreSQL server, by its whole URL.
    Postgres(String),
}

impl Address {
    /// Reads a `DATABASE_URL`. The scheme decides; an unknown one is refused, since SQLite would take any text
    /// for a file name.
    pub fn parse(url: &str) -> Result<Self, String> {
        match url.split_once("://") {
            Some(("sqlite", path)) if !path.is_empty() => Ok(Self::Sqlite(path.to_owned())),
            Some(("postgres" | "postgresql", _)) => Ok(Self::Postgres(url.to_owned())),
            _ => Err("write sqlite://PATH or postgres://USER@HOST/NAME".into()),
        }
    }

    /// Opens one connection.
    pub fn connect(&self) -> diesel::ConnectionResult<Conn> {
        match self {
            Self::Sqlite(path) => {
                let mut conn = SqliteConnection::establish(path)?;
                dialect::prepare_sqlite(&mut conn)?;
                Ok(Conn::Sqlite(conn))
            }
            Self::Postgres(url) => PgConnection::establish(url).map(Conn::Postgres),
        }
    }
}

#[derive(Debug)]
struct Manager(Address);

impl ManageConnection for Manager {
    type Connection = Conn;
    type Error = r2d2::Error;

    fn connect(&self) -> Result<Conn, r2d2::Error> {
        self.0.connect().map_err(r2d2::Error::ConnectionError)
    }

    fn is_valid(&self, conn: &mut Conn) -> Result<(), r2d2::Error> {
        r2d2::R2D2Connection::ping(conn).map_err(r2d2::Error::QueryError)
    }

    fn has_broken(&self, conn: &mut Conn) -> bool {
        r2d2::R2D2Connection::is_broken(conn)
    }
}

/// What can go wrong around a piece of database work that may itself be refused with an `E`.
#[derive(Debug, thiserror::Error)]
pub enum DbError {
    /// The engine refused or failed.
    #[error(transparent)]
    Query(#[from] diesel::result::Error),
    /// No connection was free in time.
    #[error("no database connection: {0}")]
    Pool(String),
    /// The server is stopping.
    #[error("the database is closed")]
    Closed,
}

/// The database of one server.
#[derive(Clone)]
pub struct Db {
    readers: Pool<Manager>,
    writer: Option<Arc<Writer>>,
}

const CONNECTIONS: u32 = 8;

impl Db {
    /// Opens the database and brings its tables up to date.
    pub fn open(address: &Address) -> anyhow::Result<Self> {
        let mut first = address.connect().context("DATABASE_URL: cannot open the database")?;
        dialect::migrate(&mut first)?;
        let readers = Pool::builder()
            .max_size(CONNECTIONS)
            .min_idle(Some(1))
            .build(Manager(address.clone()))?;
        let writer = match first {
            Conn::Sqlite(_) => Some(Arc::new(Writer::start(first)?)),
            Conn::Postgres(_) => None,
        };
        Ok(Self { readers, writer })
    }

    /// Reads, off the HTTP threads.
    pub async fn read<T, E>(&self, work: impl FnOnce(&mut Conn) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + Send + 'static,
    {
        let pool = self.readers.clone();
        web::block(move || {
            let mut conn = pool.get().map_err(|error| DbError::Pool(error.to_string()))?;
            work(&mut conn)
        })
        .await
        .unwrap_or_else(|_| Err(DbError::Closed.into()))
    }

    /// Writes in one transaction, off the HTTP threads; returns after the commit. An `Err` rolls back.
    pub async fn write<T, E>(&self, work: impl FnOnce(&mut Conn) -> Result<T, E> + Send + 'static) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<DbError> + From<diesel::result::Error> + Send + 'static,
    {
        match &self.writer {
            Some(writer) => writer.write(work).await,
            None => self.read(move |conn| conn.transaction(work)).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[test]
    fn the_scheme_names_the_engine() {
        assert_eq!(
            Address::parse("sqlite://data/x.db"),
            Ok(Address::Sqlite("data/x.db".into()))
        );
        assert_eq!(
            Address::parse("sqlite:///tmp/x.db"),
            Ok(Address::Sqlite("/tmp/x.db".into()))
        );
        let url = "postgres://u@localhost/x";
        assert_eq!(Address::parse(url), Ok(Address::Postgres(url.into())));
        for wrong in ["", "data/x.db", "mysql://x/y", "sqlite://"] {
            assert!(Address::parse(wrong).is_err(), "{wrong}");
        }
    }
}
