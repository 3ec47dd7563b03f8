//! A connection to either engine.

#![expect(missing_docs, reason = "the derive writes public items without any")]

use diesel::{PgConnection, SqliteConnection};

/// A connection to either engine.
#[derive(diesel::MultiConnection)]
pub enum Conn {
    /// SQLite, for a town.
    Sqlite(SqliteConnection),
    /// PostgreSQL, for a city.
    Postgres(PgConnection),
}
