//! The dispatch board: what each unit has to do, what of it is due first, and figures of what was done.
//!
//! | module | subject |
//! |---|---|
//! | [`page`] | the board: loads above, orders below |
//! | [`loads`], [`line`] | how much each unit has; one order |
//! | [`act`] | acting on an order without opening it |
//! | [`figures`] | on-time and satisfaction figures |
//! | [`address`] | what is looked at, in the page's own address |

mod act;
mod address;
mod figures;
mod filters;
mod line;
mod loads;
mod page;
mod words;

pub(crate) use figures::FiguresPage;
pub(crate) use page::BoardPage;
