//! What every filing has: how it begins, goes on and is sent, and how it is followed to the rating.

use shuiting_shared::words::{Bi, bi};

/// The button at the bottom that goes on.
pub(in crate::practice) const NEXT: &str = ".bar button.button-main";
/// The link at the bottom that goes on.
pub(super) const ON: &str = ".bar a.button-main";
pub(super) const GO_ON: Bi = bi(
    "填好了,点最下面的按钮继续",
    "All is filled in: press the button at the bottom",
);
pub(super) const BEGIN: Bi = bi(
    "看一眼要准备什么,再点「开始办理」",
    "See what is needed, then press Start",
);
pub(super) const SEND: Bi = bi("再看一遍,没错就点「提交」", "Look it over once more, then send it");
pub(super) const FOLLOW: Bi = bi("记住单号。点「看进度」", "This is your number. Now see how it goes");
pub(super) const COMES: Bi = bi(
    "看,受理、派单、办理正在一步步来。办好了会出现「评价」,再点它",
    "Watch: it is taken, passed on and done, step by step. Once it is done, press Rate",
);
pub(super) const LEVEL: Bi = bi("办得怎么样?选一个", "How did it go? Choose one");
pub(super) const RATE: Bi = bi("点「提交」,就办完了", "Send it, and that is all");

/// The stops at the end, which are the same whatever was filed.
macro_rules! to_the_rating {
    ($($stop:expr),* $(,)?) => {
        &[
            $($stop,)*
            at("/filed/:number", ON, FOLLOW, Ends::Press),
            at("/cases/:number", ".case-acts a[href$='/rate']", COMES, Ends::Comes),
            at("/cases/:number/rate", "[name='level']", LEVEL, Ends::Answer(Example::Choose("very_good"))),
            at("/cases/:number/rate", ".bar button[type='submit']", RATE, Ends::Press),
        ]
    };
}
pub(super) use to_the_rating;

/// What is on the page of a case that was rated.
pub(super) const RATED: (&str, &str) = ("/cases/:number", "#case-rating");
