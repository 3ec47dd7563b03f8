//! The table of orders that WeChat Pay has taken on.

use diesel::prelude::*;
use shuiting_shared::api::AppKind;

use crate::db::Conn;
use crate::db::schema::wechat_prepays as prepays;

/// An order that WeChat Pay has taken on.
#[derive(Clone, Queryable, Insertable)]
#[diesel(table_name = prepays)]
pub(super) struct Row {
    pub(super) order_id: String,
    app: String,
    /// The number under which it is paid.
    pub(super) prepay_id: String,
}

impl Row {
    pub(super) fn new(order: &str, app: AppKind, prepay_id: String) -> Self {
        Self {
            order_id: order.to_owned(),
            app: app.code().to_owned(),
            prepay_id,
        }
    }

    /// Whether it was taken on for this app: in another one it cannot be paid.
    pub(super) fn is_of(&self, app: AppKind) -> bool {
        self.app == app.code()
    }
}

pub(super) fn find(conn: &mut Conn, order: &str) -> QueryResult<Option<Row>> {
    prepays::table.find(order).first(conn).optional()
}

pub(super) fn insert(conn: &mut Conn, row: &Row) -> QueryResult<()> {
    diesel::insert_into(prepays::table)
        .values(row)
        .execute(conn)
        .map(|_| ())
}
