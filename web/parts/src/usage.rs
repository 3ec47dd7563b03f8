//! Water used month by month: the last twelve as bars, each beside the same month of the year before, and the hint that
//! something may leak.

mod bars;
mod hint;
mod picture;
mod table;
mod words;

pub use hint::LeakHint;
pub use picture::UsageBars;
