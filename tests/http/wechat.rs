//! The hall inside WeChat.

mod client;
mod pages;
mod sign_in;
