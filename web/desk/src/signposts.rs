//! Codes on paper that lead to the hall: for each service and each outage notice, to be printed or put into a poster.

mod page;
mod words;

pub(crate) use page::SignpostsPage;
