//! x
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod codes;
mod sessions;
