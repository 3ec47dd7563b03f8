//! Views of the inbox: the built-in ones, and those that staff save for themselves or for a role.

use serde::{Deserialize, Serialize};

use super::desk::Filter;
use crate::case::Role;
use crate::form::{FieldFlaw, Flaw};
use crate::words::Lang;

wire! {
    /// How many cases stand in each of the desk's views.
    pub struct Views {
        /// Open cases.
        pub open: i64,
        /// Mine and open.
        pub mine: i64,
        /// Nobody has them.
        pub unassigned: i64,
        /// Due before the day ends, or late.
        pub due_today: i64,
        /// Late.
        pub late: i64,
        /// Waiting for residents.
        pub sent_back: i64,
        /// Completed by residents after they were sent back.
        pub answered: i64,
        /// Rated low.
        pub low_rated: i64,
        /// Urged, and still to be done.
        pub urged: i64,
        /// Work orders of which whoever filed has heard nothing, and soon must.
        pub unheard: i64,
        /// Work orders that a supervisor watches.
        pub supervised: i64,
        /// Work orders that units have sent back twice or more.
        pub returned: i64,
        /// The saved ones: those shared by role first, each in its order.
        pub saved: Vec<SavedView>,
    }

    /// A saved view.
    pub struct SavedView {
        /// Its id.
        pub id: String,
        /// Its name.
        pub name: ViewName,
        /// What it finds.
        pub filter: Filter,
        /// The role that shares it; nothing where it is the caller's own.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub for_role: Option<Role>,
        /// Whether the caller may rename, move and remove it.
        pub changeable: bool,
        /// How many cases stand in it.
        pub count: i64,
    }

    /// A view to be saved.
    pub struct NewView {
        /// Its name.
        pub name: ViewName,
        /// What it finds; page and length of the page are not part of a view.
        pub filter: Filter,
        /// The role that is to share it; only supervisors and administrators share views.
        #[serde(default)]
        pub for_role: Option<Role>,
    }

    /// What is to change of a saved view.
    pub struct ViewChange {
        /// Another name.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub name: Option<ViewName>,
        /// Another place, from 0, among the views that are shared as it is.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub place: Option<u32>,
    }

    /// A name in one language or both.
    #[derive(Default, Eq)]
    #[serde(default)]
    pub struct ViewName {
        /// Simplified Chinese; may be blank where there is English.
        pub zh: String,
        /// English; may be blank where there is Chinese.
        pub en: String,
    }
}

impl ViewName {
    /// Characters that fit beside a count.
    pub const MOST: usize = 24;

    /// The name without blanks around it, or what is wrong with it.
    pub fn read(&self) -> Result<Self, Vec<FieldFlaw>> {
        let name = Self {
            zh: self.zh.trim().to_owned(),
            en: self.en.trim().to_owned(),
        };
        let flaws: Vec<_> = [("name.zh", &name.zh), ("name.en", &name.en)]
            .into_iter()
            .filter_map(|(field, text)| flaw(text).map(|flaw| FieldFlaw::new(field, flaw)))
            .collect();
        if !flaws.is_empty() {
            Err(flaws)
        } else if name.zh.is_empty() && name.en.is_empty() {
            Err(vec![FieldFlaw::new("name.zh", Flaw::Missing)])
        } else {
            Ok(name)
        }
    }

    /// The name in `lang`, else in the other language, and the language it is in.
    pub fn get(&self, lang: Lang) -> (&str, Lang) {
        let (first, second) = match lang {
            Lang::Zh => ((&self.zh, Lang::Zh), (&self.en, Lang::En)),
            Lang::En => ((&self.en, Lang::En), (&self.zh, Lang::Zh)),
        };
        let (name, lang) = if first.0.is_empty() { second } else { first };
        (name, lang)
    }
}

fn flaw(text: &str) -> Option<Flaw> {
    let (is, most) = (text.chars().count(), ViewName::MOST);
    if is > most {
        Some(Flaw::TooLong { most, is })
    } else {
        text.chars().any(char::is_control).then_some(Flaw::Unprintable)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(zh: &str, en: &str) -> ViewName {
        ViewName {
            zh: zh.into(),
            en: en.into(),
        }
    }

    #[test]
    fn one_language_is_enough() {
        assert_eq!(name(" 南城漏水 ", "").read(), Ok(name("南城漏水", "")));
        assert_eq!(name("", "Leaks").read(), Ok(name("", "Leaks")));
        let flaws = |name: ViewName| name.read().unwrap_err();
        assert_eq!(flaws(name(" ", "")), [FieldFlaw::new("name.zh", Flaw::Missing)]);
        let long = flaws(name(&"水".repeat(25), "\u{7}"));
        assert_eq!(
            long,
            [
                FieldFlaw::new("name.zh", Flaw::TooLong { most: 24, is: 25 }),
                FieldFlaw::new("name.en", Flaw::Unprintable)
            ]
        );
    }

    #[test]
    fn a_name_says_which_language_it_is_in() {
        assert_eq!(name("漏水", "Leaks").get(Lang::En), ("Leaks", Lang::En));
        assert_eq!(name("漏水", "").get(Lang::En), ("漏水", Lang::Zh));
        assert_eq!(name("", "Leaks").get(Lang::Zh), ("Leaks", Lang::En));
    }
}
