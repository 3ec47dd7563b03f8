use crate::form::{Flaw, Kind, read_answer};

/// The number of a bank card, ISO/IEC 7812: 16 to 19 digits, the last a check by Luhn's formula.
/// Sensitive under PIPL: stored encrypted, shown `6222***********1234`.
#[derive(Clone, PartialEq, Eq)]
pub struct BankCard(String);

super::personal!(BankCard, |full| super::mask(full, 4, 4));

impl BankCard {
    /// Reads a number, with or without the spaces that stand on the card.
    pub fn read(raw: &str) -> Result<Self, Flaw> {
        let number = super::squeeze(raw);
        if !number.chars().all(|c| c.is_ascii_digit()) {
            return Err(Flaw::NotDigits);
        }
        let is = number.len();
        if !(16..=19).contains(&is) {
            return Err(Flaw::CardLength { is });
        }
        let digits = number.chars().rev().filter_map(|c| c.to_digit(10));
        let sum: u32 = digits
            .enumerate()
            .map(|(place, digit)| match (place % 2, digit) {
                (0, digit) | (_, digit @ 9) => digit,
                (_, digit) => digit * 2 % 9,
            })
            .sum();
        if sum.is_multiple_of(10) {
            Ok(Self(number))
        } else {
            Err(Flaw::CardCheck)
        }
    }
}

read_answer!(BankCard, Kind::BankCard);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    // Numbers that card schemes publish for tests, of 16 and of 19 digits.
    const CARDS: [&str; 3] = ["6200000000000005", "4111111111111111", "6205500000000000004"];

    #[test]
    fn reads_what_stands_on_a_card() {
        for card in CARDS {
            assert_eq!(BankCard::read(card).unwrap().reveal(), card);
        }
        assert_eq!(BankCard::read("6200 0000 0000 0005").unwrap().reveal(), CARDS[0]);
        assert_eq!(BankCard::read(CARDS[0]).unwrap().to_string(), "6200********0005");
    }

    #[test]
    fn says_what_is_wrong() {
        assert_eq!(BankCard::read("620000000000000"), Err(Flaw::CardLength { is: 15 }));
        assert_eq!(BankCard::read("62055000000000000040"), Err(Flaw::CardLength { is: 20 }));
        assert_eq!(BankCard::read("6200000000000006"), Err(Flaw::CardCheck));
        assert_eq!(BankCard::read("62000000000O0005"), Err(Flaw::NotDigits));
    }

    proptest! {
        #[test]
        fn one_wrong_digit_is_noticed(card in 0..CARDS.len(), place in 0..16usize, digit in 0..10u8) {
            let mut typed = CARDS[card].as_bytes().to_vec();
            prop_assume!(typed[place] != b'0' + digit);
            typed[place] = b'0' + digit;
            prop_assert_eq!(BankCard::read(std::str::from_utf8(&typed).unwrap()), Err(Flaw::CardCheck));
        }

        #[test]
        fn nothing_typed_makes_it_panic(typed in "\\PC*") {
            let _ = BankCard::read(&typed);
        }
    }
}
