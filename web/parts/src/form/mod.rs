//! The pages of a form: an input for each kind of question, and which flaws a person is told of.

mod address;
mod aids;
mod choice;
mod day;
mod frame;
mod line;
mod marks;
mod point;
mod question;
mod sensitive;
mod several;
mod slot;
mod town;
mod words;

pub use aids::{Aids, Locating, NoPoint};
pub use frame::{described_by, flaw_of};
pub use marks::Marks;
pub use point::{ask_browser, locate};
pub use question::{Others, Question, QuestionRow, focus, id_of};
pub(crate) use words::OPTIONAL;
pub use words::no_point;
