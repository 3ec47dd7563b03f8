//! The hall inside WeChat.

mod client;
mod pages;
mod push;
mod sign_in;
mod vetting;
