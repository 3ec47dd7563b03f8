use crate::form::{Flaw, Kind, read_answer};

/// A person's name: 2 to 50 letters of any script, with the dots, hyphens and spaces that names have.
/// Shown masked, `张**`.
#[derive(Clone, PartialEq, Eq)]
pub struct PersonName(String);

super::personal!(PersonName, |full| super::mask(full, 1, 0));

impl PersonName {
    /// Reads a name; inner runs of white space become one space.
    pub fn read(raw: &str) -> Result<Self, Flaw> {
        let name = raw.split_whitespace().collect::<Vec<_>>().join(" ");
        let name = Kind::Name.fit(&name)?;
        let fits = |c: char| c.is_alphabetic() || matches!(c, ' ' | '·' | '•' | '-' | '\'' | '’' | '.');
        match name.chars().find(|c| !fits(*c)) {
            Some(c) => Err(Flaw::NotInAName { symbol: c }),
            None => Ok(Self(name)),
        }
    }
}

read_answer!(PersonName, Kind::Name);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_the_names_people_have() {
        for name in ["张三", "欧阳娜娜", "买买提·吐尔逊", "Anne-Marie O'Neill", "𠮷田"] {
            assert_eq!(PersonName::read(name).unwrap().reveal(), name);
        }
    }

    #[test]
    fn refuses_what_is_no_name() {
        assert_eq!(PersonName::read("张"), Err(Flaw::TooShort { least: 2 }));
        assert_eq!(PersonName::read("张3"), Err(Flaw::NotInAName { symbol: '3' }));
        assert_eq!(
            PersonName::read(&"长".repeat(51)),
            Err(Flaw::TooLong { most: 50, is: 51 })
        );
    }
}
