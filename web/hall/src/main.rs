//! The hall: what residents and volunteers see, at `/`.

fn main() {}
