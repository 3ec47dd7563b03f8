//! How a resident shows that a water account is theirs, and what they call it.

use std::fmt;

use crate::api::NewBinding;
use crate::form::{AccountNumber, FieldFlaw, Flaw, Kind};
use crate::person::narrow;

/// How long the name that a resident gives an account may be, as an input.
pub const NAME: Kind = Kind::Line { least: 1, most: 20 };
/// Letters that phone and identity number end with.
const LAST: usize = 4;

/// What somebody who wants to bind an account says of whoever holds it.
#[derive(Clone, PartialEq, Eq)]
pub struct Proof {
    /// The number of the account.
    pub number: AccountNumber,
    name_end: char,
    last_four: String,
}

impl fmt::Debug for Proof {
    /// It is what lets somebody in.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Proof(…)")
    }
}

impl Proof {
    /// Reads what was typed, or gives every flaw at once. Of a longer name its last letter counts.
    pub fn read(typed: &NewBinding) -> Result<Self, Vec<FieldFlaw>> {
        let mut flaws = Vec::new();
        let mut keep = |field: &str, flaw: Flaw| flaws.push(FieldFlaw::new(field, flaw));
        let number = read_number(&typed.number).map_err(|flaw| keep("number", flaw));
        let name_end = last_letter(&typed.name_end).ok_or(Flaw::Missing);
        let name_end = name_end.map_err(|flaw| keep("name_end", flaw));
        let last_four = read_last_four(&typed.last_four).map_err(|flaw| keep("last_four", flaw));
        match (number, name_end, last_four) {
            (Ok(number), Ok(name_end), Ok(last_four)) => Ok(Self {
                number,
                name_end,
                last_four,
            }),
            _ => Err(flaws),
        }
    }
}

fn read_number(raw: &str) -> Result<AccountNumber, Flaw> {
    if raw.trim().is_empty() {
        return Err(Flaw::Missing);
    }
    AccountNumber::read(raw)
}

/// The last letter of a name, however it is typed.
fn last_letter(name: &str) -> Option<char> {
    let last = narrow(name).chars().last()?;
    last.to_uppercase().next()
}

fn read_last_four(raw: &str) -> Result<String, Flaw> {
    let text = narrow(raw).to_uppercase();
    let is = text.chars().count();
    if is == 0 {
        return Err(Flaw::Missing);
    }
    if is < LAST {
        return Err(Flaw::TooShort { least: LAST });
    }
    if is > LAST {
        return Err(Flaw::TooLong { most: LAST, is });
    }
    // An identity number may end with an X.
    let digits = text.strip_suffix('X').unwrap_or(&text);
    if digits.chars().all(|c| c.is_ascii_digit()) {
        Ok(text)
    } else {
        Err(Flaw::NotDigits)
    }
}

/// Who holds an account, as the billing system knows them.
#[derive(Clone, Copy)]
pub struct Holder<'a> {
    /// Their name.
    pub name: &'a str,
    /// Their phone, where one is registered.
    pub phone: Option<&'a str>,
    /// The last four letters of their identity number, where it is known.
    pub id_end: Option<&'a str>,
}

impl Holder<'_> {
    /// Whether somebody knows the last letter of the name and how the phone or the identity number ends.
    pub fn is_known_to(&self, proof: &Proof) -> bool {
        let ends = |text: Option<&str>| text.is_some_and(|text| text.to_uppercase().ends_with(&proof.last_four));
        last_letter(self.name) == Some(proof.name_end) && (ends(self.phone) || ends(self.id_end))
    }
}

/// The name that a resident gives an account; none where it is blank.
pub fn given_name(raw: &str) -> Result<Option<String>, Flaw> {
    if raw.trim().is_empty() {
        return Ok(None);
    }
    NAME.fit(raw).map(Some)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn typed(number: &str, name_end: &str, last_four: &str) -> NewBinding {
        NewBinding {
            number: number.into(),
            name_end: name_end.into(),
            last_four: last_four.into(),
            name: None,
        }
    }

    fn knows(name_end: &str, last_four: &str) -> bool {
        let holder = Holder {
            name: "张三丰",
            phone: Some("13800001234"),
            id_end: Some("002X"),
        };
        holder.is_known_to(&Proof::read(&typed("0769123456", name_end, last_four)).unwrap())
    }

    #[test]
    fn the_name_s_end_and_either_number_s_end_are_enough() {
        assert!(knows("丰", "1234") && knows("丰", "002x") && knows(" 张三丰 ", "００２Ｘ"));
        assert!(!knows("三", "1234") && !knows("丰", "1235") && !knows("丰", "002 1"));
    }

    #[test]
    fn what_is_not_known_proves_nothing() {
        let nobody = Holder {
            name: "张三丰",
            phone: None,
            id_end: None,
        };
        assert!(!nobody.is_known_to(&Proof::read(&typed("0769123456", "丰", "1234")).unwrap()));
    }

    #[test]
    fn every_flaw_is_told_at_once() {
        let told = |typed: &NewBinding| {
            let flaws = Proof::read(typed).unwrap_err();
            flaws
                .into_iter()
                .map(|flaw| (flaw.field, flaw.flaw))
                .collect::<Vec<_>>()
        };
        let blank = ["number", "name_end", "last_four"].map(|field| (field.to_owned(), Flaw::Missing));
        assert_eq!(told(&typed(" ", "", "　")), blank);
        let flaws = [
            ("number".to_owned(), Flaw::AccountLength { is: 3 }),
            ("last_four".to_owned(), Flaw::NotDigits),
        ];
        assert_eq!(told(&typed("123", "丰", "12A4")), flaws);
        assert_eq!(
            told(&typed("12345678", "丰", "12345")),
            [("last_four".to_owned(), Flaw::TooLong { most: 4, is: 5 })]
        );
    }

    #[test]
    fn a_blank_name_is_none() {
        assert_eq!(given_name("  "), Ok(None));
        assert_eq!(given_name(" 妈妈家 "), Ok(Some("妈妈家".into())));
        assert_eq!(given_name(&"长".repeat(21)), Err(Flaw::TooLong { most: 20, is: 21 }));
    }

    proptest! {
        #[test]
        fn nothing_typed_makes_it_panic(number in "\\PC*", name in "\\PC*", four in "\\PC*") {
            let _ = Proof::read(&typed(&number, &name, &four));
        }

        #[test]
        fn other_ends_do_not_let_in(four in "[0-9]{3}[0-9X]") {
            prop_assert_eq!(knows("丰", &four), four == "1234" || four == "002X");
        }
    }
}
