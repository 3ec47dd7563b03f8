//! The pages of a form: an input for each kind of question, and which flaws a person is told of.

mod address;
mod choice;
mod frame;
mod id_number;
mod line;
mod marks;
mod point;
mod question;
mod town;
mod words;

pub use marks::Marks;
pub use question::{Others, Question, QuestionRow, focus, id_of};
pub(crate) use words::OPTIONAL;
