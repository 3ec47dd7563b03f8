use crate::form::{Answer, Flaw, Kind, read_answer};
use crate::house::House;

/// A unified social credit code (统一社会信用代码), GB 32100: eighteen symbols, the last a check modulo 31.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreditCode(String);

const SYMBOLS: &str = "0123456789ABCDEFGHJKLMNPQRTUWXY";

fn value(symbol: char) -> Option<u32> {
    SYMBOLS
        .chars()
        .zip(0..)
        .find(|(known, _)| *known == symbol)
        .map(|(_, value)| value)
}

impl CreditCode {
    /// Reads a code.
    pub fn read(raw: &str) -> Result<Self, Flaw> {
        let code = super::squeeze(raw);
        let count = code.chars().count();
        if count != 18 {
            return Err(Flaw::CreditLength { is: count });
        }
        let mut sum = 0;
        let mut weight = 1;
        for (place, symbol) in code.chars().enumerate().take(17) {
            let value = value(symbol).ok_or(Flaw::CreditPlace { place: place + 1 })?;
            sum += value * weight;
            weight = weight * 3 % 31;
        }
        if code.chars().last().and_then(value) != Some((31 - sum % 31) % 31) {
            return Err(Flaw::CreditCheck);
        }
        Ok(Self(code))
    }
}

read_answer!(CreditCode, Kind::CreditCode);

/// An organisation's name as on its licence: 2 to 100 characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompanyName(String);

impl Answer for CompanyName {
    const KIND: Kind = Kind::Line { least: 2, most: 100 };

    fn parse(raw: &str, _house: &House) -> Result<Self, Flaw> {
        Self::KIND.fit(raw).map(Self)
    }

    fn canonical(&self) -> String {
        self.0.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_by_the_standard() {
        // Tencent's and Huawei's own codes, as printed on every invoice of theirs.
        assert!(CreditCode::read("9144030071526726XG").is_ok());
        assert!(CreditCode::read("914403001922038216").is_ok());
        assert_eq!(CreditCode::read("914403001922038217"), Err(Flaw::CreditCheck));
        assert_eq!(CreditCode::read("91440300"), Err(Flaw::CreditLength { is: 8 }));
        assert_eq!(
            CreditCode::read("9144030019220O8216"),
            Err(Flaw::CreditPlace { place: 14 })
        );
    }
}
