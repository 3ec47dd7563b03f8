//! What is wrong with a line of a file.

use std::fmt;

use shuiting_shared::form::Flaw;
use shuiting_shared::money::Fen;
use shuiting_shared::water::{Metered, NotAPeriod};
use shuiting_shared::words::Lang;

/// What is wrong, and what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "each says itself what it is")]
pub enum Fault {
    #[error("{}", .0.say(Lang::En))]
    Flaw(Flaw),
    #[error("write the day as 2026-11-28")]
    NotADay,
    #[error(transparent)]
    NotAPeriod(#[from] NotAPeriod),
    #[error("write 是 or 否, yes or no, 1 or 0")]
    NotYesOrNo,
    #[error("take one of {0}")]
    NoneOf(&'static str),
    #[error("there is no tariff of this code in the file of tariffs")]
    NoTariff,
    #[error("here are letters that cannot be read; name how the file is written with --encoding")]
    Unreadable,
    #[error(transparent)]
    Metered(#[from] Metered),
    #[error("there is no such water account; import the accounts first")]
    NoAccount,
    #[error("line {0} is about the same; leave one of them out")]
    Twice(u64),
    #[error("the last day to pay is before the day on which the bill was made")]
    DueTooEarly,
    #[error("more was paid than the bill comes to")]
    PaidTooMuch,
    #[error("say when it was paid")]
    PaidWhen,
    #[error("not all of it is paid, so there is no such day")]
    NotPaid,
    #[error("there is no contract of direct debit with this number")]
    NoContract,
    #[error("the bank was not asked for this; hold month, contract, account and period against our file")]
    NoDebit,
    #[error("the bank was asked for {0}")]
    OtherAmount(Fen),
    #[error("the bank has answered otherwise before; ask it which of the two holds")]
    AnsweredOtherwise,
    #[error("say since when it is suspended")]
    SuspendedWhen,
    #[error("here are {here} cells, and in the header {header}; put what has a comma in it in quotes")]
    Cells { header: usize, here: usize },
}

impl From<Flaw> for Fault {
    fn from(flaw: Flaw) -> Self {
        Self::Flaw(flaw)
    }
}

/// A fault, and where it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// The line of the file, counted from 1, the header's.
    pub line: u64,
    /// The column's English name; empty where it is about the whole line.
    pub column: &'static str,
    /// What is wrong.
    pub fault: Fault,
}

impl Wrong {
    pub(crate) fn new(line: u64, column: &'static str, fault: impl Into<Fault>) -> Self {
        let fault = fault.into();
        Self { line, column, fault }
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.line)?;
        if !self.column.is_empty() {
            write!(f, ", {}", self.column)?;
        }
        write!(f, ": {}", self.fault)
    }
}

/// All that is wrong with a file.
#[derive(Debug, Default)]
pub struct Faults {
    listed: Vec<Wrong>,
    count: u64,
}

impl Faults {
    /// So many are listed; who has more has the same one in each line.
    pub const LISTED: usize = 1000;

    pub(crate) fn add(&mut self, wrong: Wrong) {
        self.count += 1;
        let at = self.listed.partition_point(|known| known.line <= wrong.line);
        self.listed.insert(at, wrong);
        self.listed.truncate(Self::LISTED);
    }

    /// Adds faults of one kind that the database has found, the first ones and how many there are in all.
    pub(crate) fn found(&mut self, first: impl IntoIterator<Item = Wrong>, count: u64) {
        self.count += count;
        self.listed.extend(first);
        self.listed.sort_by_key(|wrong| wrong.line);
        self.listed.truncate(Self::LISTED);
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.count == 0
    }

    /// The first ones, by line.
    pub fn listed(&self) -> &[Wrong] {
        &self.listed
    }

    /// How many there are in all.
    pub fn count(&self) -> u64 {
        self.count
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_listed_ends_and_the_count_does_not() {
        let mut faults = Faults::default();
        for line in (0..3000).rev() {
            faults.add(Wrong::new(line + 2, "due", Fault::NotADay));
        }
        faults.found([Wrong::new(1, "number", Fault::NoAccount)], 7);
        assert_eq!((faults.listed().len(), faults.count()), (Faults::LISTED, 3007));
        assert_eq!(faults.listed()[0].line, 1);
    }

    #[test]
    fn a_fault_says_where_it_is_and_what_to_do() {
        let wrong = Wrong::new(7, "number", Flaw::AccountLength { is: 3 });
        let said = "line 7, number: An account number has 8 to 12 digits, as printed on the bill; there are 3";
        assert_eq!(wrong.to_string(), said);
        let twice = Wrong::new(9, "", Fault::Twice(4));
        assert_eq!(
            twice.to_string(),
            "line 9: line 4 is about the same; leave one of them out"
        );
    }
}
