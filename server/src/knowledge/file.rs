//! Articles that come by a file: a utility's own, or those of the demo city. The file is taken whole, or not at all and what
//! is wrong with it is listed.

use std::collections::BTreeSet;

use serde::Deserialize;
use shuiting_shared::knowledge::Article;
use shuiting_shared::service::Service;
use shuiting_shared::time::Moment;
use shuiting_shared::words::{Lang, Text};

use super::store;
use crate::db::{Conn, alone};
use crate::problem::Failure;

/// The articles that the demo city brings along.
const BROUGHT_ALONG: &str = include_str!("../../../shared/data/knowledge.toml");
/// Characters of an id.
const ID: usize = 40;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Articles {
    article: Vec<Entry>,
}

/// An article under the id that stands in its address: small letters, digits and hyphens.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    id: String,
    question: Text,
    answer: Text,
    #[serde(default)]
    also: Vec<String>,
    service: Option<Service>,
    #[serde(default)]
    tariff: bool,
}

impl Entry {
    fn parts(self) -> (String, Article) {
        let article = Article {
            question: self.question,
            answer: self.answer,
            also: self.also,
            service: self.service,
            tariff: self.tariff,
        };
        (self.id, article.trimmed())
    }
}

/// A file whose articles are all in order.
pub struct File(Vec<(String, Article)>);

/// What has become of a file's articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// Not there before.
    pub new: usize,
    /// There, and said otherwise.
    pub changed: usize,
    /// There, and said the same.
    pub same: usize,
}

impl File {
    /// Reads TOML, or says everything that is wrong, a line each.
    pub fn read(text: &str) -> Result<Self, String> {
        let articles: Articles = toml::from_str(text).map_err(|error| error.to_string())?;
        let mut known = BTreeSet::new();
        let mut wrong = Vec::new();
        let mut read = Vec::new();
        for entry in articles.article {
            let (id, article) = entry.parts();
            let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            if !(1..=ID).contains(&id.len()) || !id.chars().all(plain) {
                wrong.push(format!("{id:?}: an id has 1 to {ID} small letters, digits and hyphens"));
            }
            if !known.insert(id.clone()) {
                wrong.push(format!("{id}: stands in the file twice"));
            }
            let flaws = article.flaws();
            wrong.extend(
                flaws
                    .iter()
                    .map(|flaw| format!("{id}: {}: {}", flaw.field, flaw.flaw.say(Lang::En))),
            );
            read.push((id, article));
        }
        if wrong.is_empty() {
            Ok(Self(read))
        } else {
            Err(wrong.join("\n"))
        }
    }

    /// The articles of the demo city.
    pub fn brought_along() -> Result<Self, String> {
        Self::read(BROUGHT_ALONG)
    }

    /// Writes what is new or says otherwise, as further versions of it. What the file does not name stays as it is, and what
    /// staff have taken away comes back.
    pub fn take(self, conn: &mut Conn, now: Moment) -> Result<Taken, Failure> {
        let mut taken = Taken::default();
        alone(conn, "knowledge by a file")?;
        for (id, article) in self.0 {
            match store::current(conn, &id) {
                Err(diesel::result::Error::NotFound) => {
                    store::open(conn, &store::Row::new(id, 1, now, None, article, false)?)?;
                    taken.new += 1;
                }
                Err(error) => return Err(error.into()),
                Ok(row) if !row.removed && row.article()? == article => taken.same += 1,
                Ok(row) => {
                    store::go_on(conn, &store::Row::new(id, row.version + 1, now, None, article, false)?)?;
                    taken.changed += 1;
                }
            }
        }
        Ok(taken)
    }

    /// What stands in it: id and article.
    pub fn articles(&self) -> &[(String, Article)] {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demo_city_knows_sixty_answers_and_something_of_every_service() {
        let file = File::brought_along().unwrap();
        assert_eq!(file.articles().len(), 60);
        let about: BTreeSet<_> = file
            .articles()
            .iter()
            .filter_map(|(_, article)| article.service)
            .collect();
        let untold: Vec<_> = Service::ALL.iter().filter(|service| !about.contains(service)).collect();
        assert_eq!(untold, Vec::<&Service>::new());
    }

    #[test]
    fn all_that_is_wrong_with_a_file_is_listed() {
        let file = r#"
            [[article]]
            id = "Late Fee"
            question = { zh = "违约金怎么算", en = "" }
            answer = { zh = "每天万分之五", en = "0.05 % a day" }
            [[article]]
            id = "pay"
            question = { zh = "怎么交", en = "How to pay" }
            answer = { zh = "在水厅", en = "In the hall" }
            [[article]]
            id = "pay"
            question = { zh = "怎么交", en = "How to pay" }
            answer = { zh = "", en = "In the hall" }
        "#;
        let why = File::read(file).err().unwrap();
        let lines: Vec<_> = why.lines().collect();
        assert_eq!(lines.len(), 4, "{why}");
        assert!(lines[0].contains("Late Fee") && lines[1].contains("question.en"));
        assert!(lines[2].contains("twice") && lines[3].contains("answer.zh"));
        assert!(File::read("[[article]]\nid = 1").is_err());
    }
}
