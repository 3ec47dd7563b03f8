//! What people are called and known by. Each type parses once and then cannot hold a wrong value; those
//! that PIPL calls personal show themselves masked unless asked otherwise.

mod bank_card;
mod company;
mod email;
mod id_number;
mod name;
mod phone;

pub use bank_card::BankCard;
pub use company::{CompanyName, CreditCode};
pub use email::Email;
pub use id_number::IdNumber;
pub use name::PersonName;
pub use phone::Phone;

/// `head` characters, stars, `tail` characters; all stars where the text is not longer than both.
pub(crate) fn mask(text: &str, head: usize, tail: usize) -> String {
    let count = text.chars().count();
    text.chars()
        .enumerate()
        .map(|(at, c)| {
            if count > head + tail && (at < head || at >= count - tail) {
                c
            } else {
                '*'
            }
        })
        .collect()
}

/// Digits and letters only, in capitals: people type spaces and hyphens.
pub(crate) fn squeeze(raw: &str) -> String {
    narrow(raw).replace(['-', '–'], "").to_uppercase()
}

/// Without spaces, and in half width: keyboards for Chinese give full-width forms.
pub(crate) fn narrow(raw: &str) -> String {
    raw.chars().filter(|c| !c.is_whitespace()).map(half).collect()
}

/// A letter in half width.
pub(crate) fn half(c: char) -> char {
    match u32::from(c) {
        wide @ 0xFF01..=0xFF5E => char::from_u32(wide - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

/// Gives a personal text type its `reveal`, and a masked `Display` and `Debug`.
macro_rules! personal {
    ($name:ident, $masked:expr) => {
        impl $name {
            /// The full text. Whoever shows it to staff writes that in the audit log.
            pub fn reveal(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let masked: fn(&str) -> String = $masked;
                f.write_str(&masked(&self.0))
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(self, f)
            }
        }
    };
}
pub(crate) use personal;

#[cfg(test)]
mod tests {
    #[test]
    fn masks_keep_only_their_ends() {
        assert_eq!(super::mask("13800001234", 3, 4), "138****1234");
        assert_eq!(super::mask("张三丰", 1, 0), "张**");
        assert_eq!(super::mask("12", 3, 4), "**");
    }
}
