//! The lines of a file in a temporary table, from where they are taken over. The SQL is the same on both engines.

use diesel::connection::SimpleConnection as _;
use diesel::prelude::*;
use diesel::sql_types::BigInt;

use super::Rules;
use crate::db::{self, Conn};
use crate::import::{Cells, Column, Fault, Faults, Noted, Wrong};

/// A line that can be staged: its columns, and the table that it is for. That table's columns stand in the order of the
/// file's, the key first.
pub(super) trait Staged: Sized {
    /// The columns of the file, in the order in which they are read.
    const COLUMNS: &'static [Column];
    /// The table that it is for.
    const TABLE: &'static str;
    /// The columns by which a row of it is known.
    const KEY: &'static [&'static str];

    /// Reads a line; what is wrong with it is noted.
    fn read(cells: &mut Cells<'_>, rules: Rules<'_>) -> Result<Self, Noted>;

    /// Puts lines into the staging table.
    fn put(conn: &mut Conn, lines: &[Self]) -> QueryResult<()>;

    /// Looks for what is wrong with lines that can each be read.
    fn check(conn: &mut Conn, faults: &mut Faults) -> QueryResult<()>;

    /// What a column becomes that is not simply the file's; `s` is the staged line.
    fn value(_column: &str) -> Option<&'static str> {
        None
    }

    /// What else has to be done before lines are taken over; says how many bindings went.
    fn before(_conn: &mut Conn) -> anyhow::Result<usize> {
        Ok(0)
    }
}

/// What was taken over of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Taken {
    /// Rows that were not there.
    pub new: usize,
    /// Rows that were there and are otherwise now.
    pub changed: usize,
    /// Rows that are as they were.
    pub same: usize,
    /// Residents who see an account no more, since it has passed to somebody else.
    pub unbound: usize,
}

/// Lays out the staging table: the line's number, then what the table has.
pub(super) fn lay_out<L: Staged>(conn: &mut Conn) -> QueryResult<()> {
    let table = L::TABLE;
    conn.batch_execute(&format!(
        "CREATE TEMPORARY TABLE staged_{table} AS SELECT CAST(0 AS BIGINT) AS line, {table}.* FROM {table} LIMIT 0"
    ))
}

/// Sorts it, for all that is asked of it from now on.
pub(super) fn sort<L: Staged>(conn: &mut Conn) -> QueryResult<()> {
    let (table, key) = (L::TABLE, L::KEY.join(", "));
    conn.batch_execute(&format!(
        "CREATE INDEX staged_{table}_key ON staged_{table} ({key}, line)"
    ))?;
    db::analyze(conn, &format!("staged_{table}"))
}

/// Takes it away.
pub(super) fn clear_away<L: Staged>(conn: &mut Conn) -> QueryResult<()> {
    conn.batch_execute(&format!("DROP TABLE staged_{}", L::TABLE))
}

/// A line that was found, and another one that it has to do with.
#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = BigInt)]
    line: i64,
    #[diesel(sql_type = BigInt)]
    other: i64,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    count: i64,
}

fn count(conn: &mut Conn, from: &str) -> QueryResult<u64> {
    let sql = format!("SELECT COUNT(*) AS count {from}");
    let found: Count = diesel::sql_query(sql).get_result(conn)?;
    Ok(found.count.unsigned_abs())
}

/// Notes the lines that a query finds; `other` is an expression that each fault is told.
pub(super) fn find(
    conn: &mut Conn,
    faults: &mut Faults,
    column: &'static str,
    from: &str,
    other: &str,
    fault: fn(u64) -> Fault,
) -> QueryResult<()> {
    let found = count(conn, from)?;
    if found == 0 {
        return Ok(());
    }
    let most = Faults::LISTED;
    let sql = format!("SELECT line, CAST({other} AS BIGINT) AS other {from} ORDER BY line LIMIT {most}");
    let first: Vec<Found> = diesel::sql_query(sql).load(conn)?;
    let first = first
        .iter()
        .map(|row| Wrong::new(row.line.unsigned_abs(), column, fault(row.other.unsigned_abs())));
    faults.found(first, found);
    Ok(())
}

/// Notes the lines that are about the same as an earlier one.
pub(super) fn find_twice<L: Staged>(conn: &mut Conn, faults: &mut Faults) -> QueryResult<()> {
    let (table, key) = (L::TABLE, L::KEY.join(", "));
    let twice = format!(
        "FROM (SELECT line, MIN(line) OVER (PARTITION BY {key}) AS first FROM staged_{table}) AS lines \
         WHERE line > first"
    );
    find(conn, faults, "", &twice, "first", Fault::Twice)
}

/// Takes the lines over: changes what is otherwise, adds what is not there. The caller holds a transaction.
pub(super) fn take_over<L: Staged>(conn: &mut Conn) -> anyhow::Result<Taken> {
    let table = L::TABLE;
    let columns = columns::<L>();
    let list = |from: &str, columns: &[&str]| {
        let named: Vec<_> = columns.iter().map(|column| format!("{from}{column}")).collect();
        named.join(", ")
    };
    let same_key = |a: &str, b: &str| {
        let pairs: Vec<_> = L::KEY
            .iter()
            .map(|column| format!("{a}.{column} = {b}.{column}"))
            .collect();
        pairs.join(" AND ")
    };
    let rest: Vec<_> = columns
        .iter()
        .copied()
        .filter(|column| !L::KEY.contains(column))
        .collect();
    let value = |column: &str| L::value(column).map_or_else(|| format!("s.{column}"), str::to_owned);
    let values: Vec<_> = rest.iter().map(|column| value(column)).collect();
    let set: Vec<_> = rest
        .iter()
        .zip(&values)
        .map(|(column, value)| format!("{column} = {value}"))
        .collect();
    let unbound = L::before(conn)?;
    let changed = diesel::sql_query(format!(
        "UPDATE {table} SET {} FROM staged_{table} AS s WHERE {} AND ({}) IS DISTINCT FROM ({})",
        set.join(", "),
        same_key(table, "s"),
        list(&format!("{table}."), &rest),
        values.join(", "),
    ))
    .execute(conn)?;
    let new = diesel::sql_query(format!(
        "INSERT INTO {table} ({}) SELECT {} FROM staged_{table} AS s \
         WHERE NOT EXISTS (SELECT 1 FROM {table} AS t WHERE {}) ORDER BY {}",
        list("", &columns),
        list("s.", &columns),
        same_key("t", "s"),
        list("s.", L::KEY),
    ))
    .execute(conn)?;
    let all = usize::try_from(count(conn, &format!("FROM staged_{table}"))?).unwrap_or(usize::MAX);
    Ok(Taken {
        new,
        changed,
        same: all.saturating_sub(new + changed),
        unbound,
    })
}

/// The columns of the table. A file calls what a row is known by as its readers do; the others have the same names in both.
fn columns<L: Staged>() -> Vec<&'static str> {
    let rest = L::COLUMNS.iter().skip(L::KEY.len()).map(|column| column.en);
    L::KEY.iter().copied().chain(rest).collect()
}
