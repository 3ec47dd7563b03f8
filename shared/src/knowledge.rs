//! Knowledge (知识库): what people ask, answered once in plain words, for residents and for whoever answers the hotline.

use serde::{Deserialize, Serialize};

use crate::form::{FieldFlaw, Flaw, Kind, Words};
use crate::service::Service;
use crate::words::Text;

/// An article, as it is written and read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// What people ask, 2 to 80 characters.
    pub question: Text,
    /// What they are told, at most 500 characters; an empty line parts paragraphs.
    pub answer: Text,
    /// Other words by which people ask it, in either language; at most [`Article::MOST_WORDS`], each of 1 to 30 characters.
    #[serde(default)]
    pub also: Vec<String>,
    /// The service that it leads to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<Service>,
    /// Whether it leads to what water costs.
    #[serde(default)]
    pub tariff: bool,
}

const QUESTION: Kind = Kind::Line { least: 2, most: 80 };
const WORD: Kind = Kind::Line { least: 1, most: 30 };

impl Article {
    /// Other words of one article.
    pub const MOST_WORDS: usize = 20;

    /// Every flaw at once, by its place in the article (`question.zh`, `also.3`).
    pub fn flaws(&self) -> Vec<FieldFlaw> {
        let question = |text: &str| match text.trim() {
            "" => Some(Flaw::Missing),
            text => QUESTION.fit(text).err(),
        };
        let answer = |text: &str| Words::read(text).err();
        let texts = [
            ("question.zh", question(&self.question.zh)),
            ("question.en", question(&self.question.en)),
            ("answer.zh", answer(&self.answer.zh)),
            ("answer.en", answer(&self.answer.en)),
        ];
        let texts = texts
            .into_iter()
            .filter_map(|(field, flaw)| Some(FieldFlaw::new(field, flaw?)));
        let most = Self::MOST_WORDS;
        let many = (self.also.len() > most).then(|| FieldFlaw::new("also", Flaw::TooMany { most }));
        let words = self.also.iter().enumerate();
        let words = words.filter_map(|(at, word)| {
            let flaw = WORD.fit(word).err()?;
            Some(FieldFlaw::new(format!("also.{at}"), flaw))
        });
        texts.chain(many).chain(words).collect()
    }

    /// Without the blanks around its texts, and without words that say nothing or the same again.
    #[must_use]
    pub fn trimmed(self) -> Self {
        let trimmed = |text: &Text| Text {
            zh: text.zh.trim().to_owned(),
            en: text.en.trim().to_owned(),
        };
        let mut also: Vec<String> = Vec::new();
        for word in &self.also {
            let word = word.trim();
            if !word.is_empty() && !also.iter().any(|known| known == word) {
                also.push(word.to_owned());
            }
        }
        Self {
            question: trimmed(&self.question),
            answer: trimmed(&self.answer),
            also,
            ..self
        }
    }
}

/// The other words as they are typed, a line or a comma apart.
pub fn words_of(typed: &str) -> Vec<String> {
    let words = typed.split(['\n', ',', '，', '、', ';', '；']);
    words
        .map(str::trim)
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn article() -> Article {
        let text = |zh: &str, en: &str| Text {
            zh: zh.into(),
            en: en.into(),
        };
        Article {
            question: text("水费怎么交", "How do I pay my bill"),
            answer: text("在水厅点“水费查缴”。", "Open \"Bills\" in the hall."),
            also: vec!["缴费".into(), "pay".into()],
            service: Some(Service::Bill),
            tariff: false,
        }
    }

    #[test]
    fn every_flaw_is_told_beside_its_field() {
        assert_eq!(article().flaws(), []);
        let wrong = Article {
            question: Text {
                zh: " ".into(),
                en: "x".repeat(81),
            },
            answer: Text {
                zh: "水".repeat(501),
                en: String::new(),
            },
            also: vec!["词".repeat(31); 21],
            ..article()
        };
        let told: Vec<_> = wrong
            .flaws()
            .iter()
            .map(|flaw| format!("{} {}", flaw.field, flaw.flaw.code()))
            .collect();
        assert_eq!(
            told[..6],
            [
                "question.zh missing",
                "question.en too_long",
                "answer.zh too_long",
                "answer.en missing",
                "also too_many",
                "also.0 too_long"
            ]
        );
        assert_eq!(told.len(), 5 + 21);
    }

    #[test]
    fn words_are_told_apart_however_they_are_typed() {
        assert_eq!(
            words_of("滞纳金, 违约金、罚款\nlate fee；; "),
            ["滞纳金", "违约金", "罚款", "late fee"]
        );
        let doubled = Article {
            also: vec![" 缴费 ".into(), "缴费".into(), " ".into()],
            ..article()
        };
        assert_eq!(doubled.trimmed().also, ["缴费"]);
    }

    proptest! {
        /// What is in order stays so once it is trimmed, and trimming it again changes nothing.
        #[test]
        fn trimming_spoils_nothing(zh in "[ 水a]{2,20}", also in prop::collection::vec("[ 水a]{0,5}", 0..6)) {
            let typed = Article { question: Text { zh, en: "How".into() }, also, ..article() };
            let trimmed = typed.clone().trimmed();
            prop_assert_eq!(trimmed.clone().trimmed(), trimmed.clone());
            prop_assert!(trimmed.flaws().len() <= typed.flaws().len());
        }
    }
}
