//! What the program that shows a form adds to its inputs.

use std::future::Future;
use std::pin::Pin;

use leptos::prelude::*;
use shuiting_shared::place::Point;

/// Why there is no location.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPoint {
    /// It is not allowed.
    Denied,
    /// It cannot be found.
    Failed,
}

/// A location that is being found; none where the browser is to be asked after all.
pub type Locating = Pin<Box<dyn Future<Output = Option<Result<Point, NoPoint>>>>>;

/// What the program adds; it stands in the context. A program that has nothing to add puts none there.
#[derive(Clone, Copy)]
pub struct Aids {
    /// Finds where the phone is by other means than the browser's own, where there are any.
    pub locate: Callback<(), Option<Locating>>,
    /// What stands below the number of a water account and may fill it in.
    pub scan: Callback<Callback<String>, AnyView>,
}
