//! x
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod attachments;
mod cases;
mod catalogue;
mod codes;
mod demo;
mod desk;
mod housekeeping;
mod messages;
mod outbox;
mod probes;
mod schema;
mod sessions;
