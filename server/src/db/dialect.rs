//! All that differs between the engines.

use diesel::connection::SimpleConnection as _;
use diesel::sql_types::Text;
use diesel::{ConnectionError, ConnectionResult, QueryResult, QueryableByName, RunQueryDsl as _, SqliteConnection};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness as _, embed_migrations};

use super::Conn;

const SQLITE: EmbeddedMigrations = embed_migrations!("../migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("../migrations/postgres");

/// WAL lets readers go on while the writer writes; FULL keeps an answered filing through a power cut.
pub(super) fn prepare_sqlite(conn: &mut SqliteConnection) -> ConnectionResult<()> {
    conn.batch_execute(
        "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;",
    )
    .map_err(ConnectionError::CouldntSetupConfiguration)
}

pub(super) fn migrate(conn: &mut Conn) -> anyhow::Result<()> {
    let run = match conn {
        Conn::Sqlite(conn) => conn.run_pending_migrations(SQLITE).map(|_| ()),
        Conn::Postgres(conn) => conn.run_pending_migrations(POSTGRES).map(|_| ()),
    };
    run.map_err(|error| anyhow::anyhow!("the tables could not be brought up to date: {error}"))
}

/// Lets one transaction at a time go on with `what`, until it ends. On SQLite there is only ever one that writes.
pub(crate) fn alone(conn: &mut Conn, what: &str) -> QueryResult<()> {
    match conn {
        Conn::Sqlite(_) => Ok(()),
        Conn::Postgres(conn) => diesel::sql_query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))")
            .bind::<Text, _>(what)
            .execute(conn)
            .map(|_| ()),
    }
}

/// Makes a transaction one that writes, before it has read anything. On SQLite a program beside the server could not write
/// any more what it has read first, once the server has written meanwhile.
pub(crate) fn begin_writing(conn: &mut Conn) -> QueryResult<()> {
    match conn {
        Conn::Sqlite(conn) => conn.batch_execute("UPDATE water_accounts SET number = number WHERE FALSE"),
        Conn::Postgres(_) => Ok(()),
    }
}

/// Tells the planner what has come into a table, where there is one that would not notice in time.
pub(crate) fn analyze(conn: &mut Conn, table: &str) -> QueryResult<()> {
    match conn {
        Conn::Sqlite(_) => Ok(()),
        Conn::Postgres(conn) => conn.batch_execute(&format!("ANALYZE {table}")),
    }
}

#[derive(QueryableByName)]
struct Name {
    #[diesel(sql_type = Text)]
    name: String,
}

/// What tells this database from any other, by whatever address it is reached.
pub(crate) fn identity(conn: &mut Conn) -> QueryResult<String> {
    let found: Name = match conn {
        Conn::Sqlite(conn) => {
            diesel::sql_query("SELECT file AS name FROM pragma_database_list WHERE name = 'main'").get_result(conn)
        }
        Conn::Postgres(conn) => diesel::sql_query(
            "SELECT oid::text || ' since ' || pg_postmaster_start_time()::text AS name \
             FROM pg_database WHERE datname = current_database()",
        )
        .get_result(conn),
    }?;
    Ok(found.name)
}

/// Empties every table, in the transaction that is under way. Numbers that count up go on, so that none is given twice.
pub(crate) fn empty(conn: &mut Conn) -> QueryResult<()> {
    match conn {
        Conn::Sqlite(conn) => {
            let tables: Vec<Name> = diesel::sql_query(
                "SELECT name FROM sqlite_master WHERE type = 'table' \
                 AND name NOT LIKE 'sqlite%' AND name NOT LIKE '!_!_%' ESCAPE '!'",
            )
            .load(conn)?;
            // What rows say of each other holds again once all of them are gone.
            conn.batch_execute("PRAGMA defer_foreign_keys = ON")?;
            for Name { name } in tables {
                conn.batch_execute(&format!("DELETE FROM \"{name}\""))?;
            }
            Ok(())
        }
        Conn::Postgres(conn) => {
            let tables: Vec<Name> = diesel::sql_query(
                "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = current_schema() \
                 AND tablename NOT LIKE '!_!_%' ESCAPE '!'",
            )
            .load(conn)?;
            let tables: Vec<_> = tables.into_iter().map(|table| table.name).collect();
            conn.batch_execute(&format!("TRUNCATE TABLE {}", tables.join(", ")))
        }
    }
}

/// Inserts many rows at once, each engine in the way that is quickest there: SQLite by one prepared statement, PostgreSQL
/// by `COPY`.
macro_rules! insert_many {
    ($conn:expr, $table:expr, $rows:expr) => {
        match $conn {
            $crate::db::Conn::Sqlite(conn) => diesel::insert_into($table).values($rows).execute(conn),
            $crate::db::Conn::Postgres(conn) => diesel::copy_from($table).from_insertable($rows).execute(conn),
        }
    };
}
pub(crate) use insert_many;

/// The `LIKE` pattern that finds `text` anywhere, its own wildcards taken as letters; use with `escape('!')`.
pub fn contains(text: &str) -> String {
    let mut pattern = String::from("%");
    for c in text.chars() {
        if matches!(c, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(c);
    }
    pattern.push('%');
    pattern
}

#[cfg(test)]
mod tests {
    #[test]
    fn wildcards_are_letters() {
        assert_eq!(super::contains("50%_!"), "%50!%!_!!%");
    }
}
