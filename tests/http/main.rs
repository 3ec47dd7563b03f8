//! The promises of the API, kept on both engines. Files are laid out as the addresses they ask.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod attachments;
mod authorities;
mod bad_input;
mod callbacks;
mod calls;
mod cases;
mod catalogue;
mod clocks;
mod codes;
mod crew;
mod debit;
mod deliveries;
mod demo;
mod desk;
mod dispatch;
mod events;
mod housekeeping;
mod knowledge;
mod letters;
mod messages;
mod openapi;
mod outages;
mod outbox;
mod pay;
mod practice;
mod probes;
mod profile;
mod schema;
mod sessions;
mod sms;
mod told;
mod volunteers;
mod water;
mod wechat;
