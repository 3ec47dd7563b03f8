//! What the utility's lawyers word: it stands on paper, in both languages, and no code knows what it says.

use serde::{Deserialize, Serialize};

use crate::words::Text;

/// The wording of the papers that the server prints.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Papers {
    /// The rules under which a filing is refused.
    pub basis: Text,
    /// What a resident whose case was refused can do about it, a paragraph each.
    pub remedy: Vec<Text>,
    /// The supply contract.
    pub contract: Contract,
}

/// The draft of a supply contract: facts of the case between articles of the house.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contract {
    /// What stands before the first article.
    pub opening: Text,
    /// The articles, in their order; they are numbered as they are printed.
    pub articles: Vec<Article>,
}

/// One article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Article {
    /// What it is about.
    pub title: Text,
    /// What the case tells, before the clauses.
    #[serde(default)]
    pub facts: Option<ArticleFacts>,
    /// The clauses, a paragraph each; several are numbered as they are printed.
    pub clauses: Vec<Text>,
}

/// The facts that an article begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ArticleFacts {
    /// Where the water is used, and for what.
    Use,
    /// The meter, and its reading at the beginning.
    Meter,
}

impl Papers {
    /// Names the first thing that is missing.
    pub(super) fn check(&self) -> Result<(), String> {
        said("papers.basis", &self.basis)?;
        all_said("papers.remedy", &self.remedy)?;
        said("papers.contract.opening", &self.contract.opening)?;
        if self.contract.articles.is_empty() {
            return Err("papers.contract.articles: there is nothing".to_owned());
        }
        for (at, article) in self.contract.articles.iter().enumerate() {
            let place = format!("papers.contract.articles.{at}");
            said(&format!("{place}.title"), &article.title)?;
            all_said(&format!("{place}.clauses"), &article.clauses)?;
        }
        Ok(())
    }
}

fn said(place: &str, text: &Text) -> Result<(), String> {
    if text.zh.trim().is_empty() || text.en.trim().is_empty() {
        return Err(format!("{place}: write it in zh and en"));
    }
    Ok(())
}

fn all_said(place: &str, texts: &[Text]) -> Result<(), String> {
    if texts.is_empty() {
        return Err(format!("{place}: there is nothing"));
    }
    let mut numbered = texts.iter().enumerate();
    numbered.try_for_each(|(at, text)| said(&format!("{place}.{at}"), text))
}

#[cfg(test)]
mod tests {
    use super::super::House;

    #[test]
    fn a_paper_that_would_say_nothing_is_told() {
        let papers = House::dongguan().papers;
        assert_eq!(papers.check(), Ok(()));

        let mut groundless = papers.clone();
        groundless.basis.zh.clear();
        let told = "papers.basis: write it in zh and en";
        assert_eq!(groundless.check(), Err(told.into()));

        let mut silent = papers.clone();
        silent.remedy.clear();
        assert_eq!(silent.check(), Err("papers.remedy: there is nothing".into()));

        let mut chinese = papers.clone();
        chinese.contract.articles[2].clauses[0].en = " ".into();
        let told = "papers.contract.articles.2.clauses.0: write it in zh and en";
        assert_eq!(chinese.check(), Err(told.into()));

        let mut empty = papers;
        empty.contract.articles.clear();
        assert_eq!(empty.check(), Err("papers.contract.articles: there is nothing".into()));
    }
}
