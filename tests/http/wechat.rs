//! The hall inside WeChat.

mod client;
mod counterparts;
mod pages;
mod push;
mod sign_in;
mod signature;
mod vetting;
