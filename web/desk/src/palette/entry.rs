//! What the palette finds.

use shuiting_shared::api::Filter;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::person::Phone;
use shuiting_shared::service::{self, Service};
use shuiting_shared::words::{Bi, Lang};

use super::words;
use crate::inbox::query;
use crate::keys::Command;

/// So many entries are shown: what is further down is found by typing on.
const MOST: usize = 12;

/// In the order of an entry's names.
pub(super) const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];

/// What an entry does.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Way {
    /// Does what a key does.
    Do(Command),
    /// Goes to an address.
    Go(String),
}

/// One thing that can be done or gone to.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    /// Its name in Chinese and in English; it is found by either.
    pub(super) name: [String; 2],
    /// What kind of thing it is.
    pub(super) kind: Bi,
    /// The key that does it.
    pub(super) key: Option<String>,
    /// What it does.
    pub(super) way: Way,
}

impl Entry {
    /// Its name.
    pub(super) fn say(&self, lang: Lang) -> String {
        let [zh, en] = &self.name;
        match lang {
            Lang::Zh => zh.clone(),
            Lang::En => en.clone(),
        }
    }

    fn new(name: impl Fn(Lang) -> String, kind: Bi, path: String) -> Self {
        Self {
            name: LANGS.map(name),
            kind,
            key: None,
            way: Way::Go(path),
        }
    }
}

/// How well what is typed fits a name: nought is best.
fn fit(typed: &str, name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    if name.starts_with(typed) {
        Some(0)
    } else if name.split(' ').any(|word| word.starts_with(typed)) {
        Some(1)
    } else {
        name.contains(typed).then_some(2)
    }
}

fn search(text: &str) -> Entry {
    let filter = Filter {
        text: Some(text.to_owned()),
        ..Filter::default()
    };
    Entry::new(|lang| words::search(text, lang), words::SEARCH, query::list(&filter))
}

fn service(service: Service) -> Entry {
    let path = format!("/desk/file/{}", service.code());
    Entry::new(|lang| service.label().get(lang).to_owned(), words::FILE_FOR, path)
}

/// What is meant by what is typed: a case by its number or a phone at once; of the `known` ones those whose name fits,
/// the best first; services where this person `files`; and the inbox, searched.
pub(super) fn find(typed: &str, known: Vec<Entry>, files: bool) -> Vec<Entry> {
    let typed = typed.trim();
    let number = typed.parse::<CaseNumber>().ok().map(|number| {
        let path = query::case(number, &Filter::default());
        Entry::new(|_| number.to_string(), words::CASE, path)
    });
    let is_phone = Phone::read(typed).is_ok();
    let lower = typed.to_lowercase();
    let fits = |entry: Entry| Some((entry.name.iter().filter_map(|name| fit(&lower, name)).min()?, entry));
    let mut named: Vec<_> = known.into_iter().filter_map(fits).collect();
    named.sort_by_key(|(fit, _)| *fit);
    let named = named.into_iter().map(|(_, entry)| entry);
    let services = service::search(typed, &[]).into_iter();
    let services = services.filter(|found| files && found.form().is_some()).map(service);
    let searched = (!typed.is_empty()).then(|| search(typed));
    let (first, last) = if is_phone { (searched, None) } else { (None, searched) };
    let found = number.into_iter().chain(first).chain(named).chain(services);
    // The search is there whatever else is found.
    let room = MOST - usize::from(last.is_some());
    found.take(room).chain(last).collect()
}

#[cfg(test)]
mod tests {
    use shuiting_shared::case::Verb;

    use super::*;

    fn known() -> Vec<Entry> {
        let command = |zh: &str, en: &str, command| Entry {
            name: [zh.into(), en.into()],
            kind: words::COMMAND,
            key: Some("t".into()),
            way: Way::Do(command),
        };
        vec![
            command("下一件", "Next case", Command::Next),
            command("受理", "Take", Command::Act(Verb::Take)),
            Entry::new(|_| "Late".into(), words::VIEW, "/desk/cases?due=late".into()),
        ]
    }

    fn ways(typed: &str, files: bool) -> Vec<Way> {
        find(typed, known(), files).into_iter().map(|entry| entry.way).collect()
    }

    fn goes(path: &str) -> Way {
        Way::Go(path.into())
    }

    #[test]
    fn nothing_typed_offers_what_is_known() {
        assert_eq!(find("  ", known(), true), known());
    }

    #[test]
    fn names_are_found_in_either_language_the_best_first() {
        assert_eq!(ways("受", false)[0], Way::Do(Command::Act(Verb::Take)));
        assert_eq!(ways("TAKE", false)[0], Way::Do(Command::Act(Verb::Take)));
        let case = ways("a", false);
        assert_eq!(
            case,
            [
                Way::Do(Command::Next),
                Way::Do(Command::Act(Verb::Take)),
                goes("/desk/cases?due=late"),
                goes("/desk/cases?text=a"),
            ],
            "all hold an a, none begins with one"
        );
        assert_eq!(ways("cas", false)[0], Way::Do(Command::Next), "a word begins with it");
    }

    #[test]
    fn numbers_and_phones_lead_at_once() {
        let number = CaseNumber::from_index(7);
        let typed = number.to_string().to_lowercase().replace('-', " ");
        assert_eq!(ways(&typed, false)[0], goes(&format!("/desk/cases/{number}")));
        assert_eq!(ways("138 0000 1234", true)[0], goes("/desk/cases?text=138+0000+1234"));
    }

    #[test]
    fn services_are_found_by_pinyin_by_those_who_file() {
        assert!(ways("guohu", true).contains(&goes("/desk/file/TRANS")));
        assert!(!ways("guohu", false).contains(&goes("/desk/file/TRANS")));
    }

    #[test]
    fn the_search_stands_last_whatever_else_is_found() {
        let many = vec![known().remove(0); 30];
        let found = find("next", many, true);
        assert_eq!(found.len(), MOST);
        assert_eq!(
            found.last().map(|entry| &entry.way),
            Some(&goes("/desk/cases?text=next"))
        );
    }
}
