use crate::form::{Flaw, Kind, read_answer};

/// An e-mail address: at most 100 characters, none of them a space, a name before the `@` and a domain with a dot after it.
/// Shown masked, `z***@example.com`. Whether mail arrives there only mail can tell.
#[derive(Clone, PartialEq, Eq)]
pub struct Email(String);

super::personal!(Email, Email::mask);

impl Email {
    /// At most so many characters.
    pub(crate) const MOST: usize = 100;

    /// Reads an address; what stands after the `@` is written in small letters.
    pub fn read(raw: &str) -> Result<Self, Flaw> {
        let text = super::narrow(raw);
        let is = text.chars().count();
        if is > Self::MOST {
            return Err(Flaw::TooLong { most: Self::MOST, is });
        }
        let (name, domain) = text.rsplit_once('@').ok_or(Flaw::NotAnEmail)?;
        let named = |c: char| c.is_ascii_alphanumeric() || ".!#$%&'*+-/=?^_`{|}~".contains(c);
        let labelled = |label: &str| {
            let inside = label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
            inside && !label.is_empty() && !label.starts_with('-') && !label.ends_with('-')
        };
        let right = !name.is_empty()
            && name.split('.').all(|part| !part.is_empty())
            && name.chars().all(named)
            && domain.contains('.')
            && domain.split('.').all(labelled);
        if right {
            Ok(Self(format!("{name}@{}", domain.to_ascii_lowercase())))
        } else {
            Err(Flaw::NotAnEmail)
        }
    }

    /// An address of which the first letter and the domain are left.
    pub(crate) fn mask(address: &str) -> String {
        match address.split_once('@') {
            Some((name, domain)) => format!("{}***@{domain}", name.chars().take(1).collect::<String>()),
            None => super::mask(address, 1, 0),
        }
    }
}

read_answer!(Email, Kind::Email);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn reads_the_addresses_people_have() {
        for address in [
            "li@example.com",
            "12345@qq.com",
            "li.xiu-ying+water@mail.example.com.cn",
        ] {
            assert_eq!(Email::read(address).unwrap().reveal(), address);
        }
        assert_eq!(Email::read(" Li@Example.COM ").unwrap().reveal(), "Li@example.com");
        assert_eq!(Email::read("li＠example．com").unwrap().reveal(), "li@example.com");
    }

    #[test]
    fn refuses_what_is_none() {
        for wrong in [
            "li",
            "li@",
            "@example.com",
            "li@example",
            "li@.com",
            "li@-a.com",
            "l i@x.",
            "李@qq.com",
            "a..b@qq.com",
        ] {
            assert_eq!(Email::read(wrong), Err(Flaw::NotAnEmail), "{wrong}");
        }
        let long = format!("{}@example.com", "a".repeat(89));
        assert_eq!(Email::read(&long), Err(Flaw::TooLong { most: 100, is: 101 }));
    }

    #[test]
    fn is_masked_once_and_for_all() {
        let shown = Email::read("zhang@example.com").unwrap().to_string();
        assert_eq!(shown, "z***@example.com");
        assert_eq!(Email::mask(&shown), shown);
    }

    proptest! {
        #[test]
        fn what_is_read_reads_as_itself(typed in "\\PC*") {
            if let Ok(email) = Email::read(&typed) {
                prop_assert_eq!(Email::read(email.reveal()), Ok(email));
            }
        }
    }
}
