//! The promises of the API, kept on both engines. Files are laid out as the addresses they ask.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod sessions;
