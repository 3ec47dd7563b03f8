use crate::form::{Flaw, Kind, read_answer};

/// A mobile phone number of mainland China, eleven digits, since every promise is kept by SMS.
/// Shown masked, `138****1234`.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct Phone(String);

super::personal!(Phone, |full| super::mask(full, 3, 4));

impl Phone {
    /// Reads a number with or without `+86`, spaces and hyphens.
    pub fn read(raw: &str) -> Result<Self, Flaw> {
        let squeezed = super::squeeze(raw);
        let digits = squeezed
            .strip_prefix("+86")
            .or_else(|| squeezed.strip_prefix("0086"))
            .unwrap_or(&squeezed);
        if !digits.chars().all(|c| c.is_ascii_digit()) {
            return Err(Flaw::NotAPhone);
        }
        if digits.len() != 11 {
            return Err(Flaw::PhoneLength { is: digits.len() });
        }
        if !matches!(digits.as_bytes(), [b'1', b'3'..=b'9', ..]) {
            return Err(Flaw::NotAPhone);
        }
        Ok(Self(digits.to_owned()))
    }
}

read_answer!(Phone, Kind::Phone);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_type() {
        for said in [
            "13800001234",
            " 138 0000 1234 ",
            "138-0000-1234",
            "+8613800001234",
            "１３８００００１２３４",
        ] {
            assert_eq!(Phone::read(said).unwrap().reveal(), "13800001234", "{said}");
        }
    }

    #[test]
    fn refuses_what_cannot_get_an_sms() {
        assert_eq!(Phone::read("1380000123"), Err(Flaw::PhoneLength { is: 10 }));
        assert_eq!(Phone::read("12800001234"), Err(Flaw::NotAPhone));
        assert_eq!(Phone::read("0769-2222333"), Err(Flaw::NotAPhone));
        assert_eq!(Phone::read("phone"), Err(Flaw::NotAPhone));
    }

    #[test]
    fn is_masked_unless_revealed() {
        let phone = Phone::read("13800001234").unwrap();
        assert_eq!(format!("{phone} {phone:?}"), "138****1234 138****1234");
    }
}
