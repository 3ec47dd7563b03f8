//! The tables of messages.

pub(super) mod consents;
pub(super) mod demo;
pub(super) mod inbox;
pub(super) mod outbox;
