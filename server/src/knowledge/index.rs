//! Finding articles by what people type: in their own words, by pinyin, by initials, in English, and with a letter wrong.
//!
//! A query is taken apart into terms. How well a term fits each word of an article is said by `shared::find`, which also finds
//! services and towns; how much that counts, by where the word stands and by how few articles it fits. What stands whole in
//! the query, as the other words of an article do, counts on top.

mod terms;

use std::cmp::Reverse;

use shuiting_shared::api::ArticleRead;
use shuiting_shared::find::{self, Fit};
use shuiting_shared::service::Service;

use terms::{Term, sounds, terms, typed, words};

/// How much a word counts by where it stands.
const OTHER_WORDS: f64 = 3.0;
const QUESTION: f64 = 2.4;
const ANSWER: f64 = 0.7;
/// What the query names as a whole counts like so many words.
const NAMED: f64 = 4.0;
/// What is found with less than this part of the best is in the way.
const LEAST: f64 = 0.22;
/// Below this, a term does not fit.
const FITS: f64 = 0.4;
/// Letters of a query that count.
const MOST: usize = 80;

/// A word of an article, how it may sound where it has Chinese characters, and how much it counts.
struct Word {
    text: String,
    sounds: Vec<String>,
    counts: f64,
}

impl Word {
    fn new(text: String, counts: f64) -> Self {
        Self {
            sounds: sounds(&text),
            text,
            counts,
        }
    }

    /// How well a term fits it, 0 to 1.
    fn fit(&self, term: &Term) -> f64 {
        let read = if self.sounds.is_empty() {
            find::spelt(&term.text, &self.text)
        } else {
            let fits = self
                .sounds
                .iter()
                .filter_map(|sound| find::matches(&term.text, &self.text, sound));
            fits.max()
        };
        // A character alone is in many a longer word by chance, and so is an English word (bicycle, cycle).
        let small = self.sounds.is_empty() || self.text.chars().count() == 1;
        let by_chance = |(fit, _): &(Fit, usize)| *fit == Fit::Around && small;
        let read = read.filter(|fit| !by_chance(fit)).map_or(0.0, strength);
        // Input methods slip by characters that sound alike; what merely stands in an answer is not what was meant then.
        let alike = self.counts > ANSWER && term.sounds.iter().any(|sound| self.sounds.contains(sound));
        if alike { read.max(0.6) } else { read }
    }
}

/// What a fit is worth; `percent` is how much of the word the query is.
fn strength((fit, percent): (Fit, usize)) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "at most a hundred, or some characters")]
    let part = percent.min(100) as f64 / 100.0;
    match fit {
        Fit::Whole => 1.0,
        Fit::Begins => 0.5 + 0.4 * part,
        Fit::Around => 0.5,
        Fit::Within => 0.35 + 0.4 * part,
        Fit::Initials => 0.2 + 0.6 * part,
        Fit::Mistyped => 0.2 + 0.5 * part,
        // Terms are words already, and two words that share a character have nothing to do with each other.
        Fit::Alike => 0.0,
    }
}

/// An article with all by which it is found.
struct Entry {
    article: ArticleRead,
    words: Vec<Word>,
    /// What may stand whole in a query: the question, and the other words.
    names: Vec<Word>,
}

impl Entry {
    fn new(article: ArticleRead, also: &[String]) -> Self {
        let mut all = Vec::new();
        let mut add = |text: &str, counts| all.extend(words(text).into_iter().map(|word| Word::new(word, counts)));
        for text in also {
            add(text, OTHER_WORDS);
        }
        add(&article.question.zh, QUESTION);
        add(&article.question.en, QUESTION);
        add(&article.answer.zh, ANSWER);
        add(&article.answer.en, ANSWER);
        // A word that stands twice counts where it counts more.
        all.sort_by(|one, other| one.text.cmp(&other.text).then(other.counts.total_cmp(&one.counts)));
        all.dedup_by(|later, first| later.text == first.text);
        let questions = [&article.question.zh, &article.question.en];
        let names = also.iter().chain(questions).map(|name| Word::new(typed(name), NAMED));
        Self {
            names: names.collect(),
            words: all,
            article,
        }
    }

    /// How well a term fits the best of its words.
    fn fit(&self, term: &Term) -> f64 {
        let fits = self.words.iter().map(|word| word.counts * word.fit(term));
        fits.fold(0.0, f64::max)
    }

    /// How much the query as a whole is one of its names, or says one. What merely sounds alike is left to the terms.
    fn named(&self, query: &Term) -> f64 {
        let fits = self.names.iter().map(|name| {
            let fit = name.fit(query);
            let said = query.text.contains(&name.text);
            #[expect(clippy::cast_precision_loss, reason = "a query has at most 80 characters")]
            let part = name.text.chars().count() as f64 / query.text.chars().count().max(1) as f64;
            match (said, fit >= FITS) {
                // The more of the query it is, the less by chance.
                (true, _) => name.counts * part.clamp(0.35, 1.0),
                (false, true) => name.counts * fit,
                (false, false) => 0.0,
            }
        });
        fits.fold(0.0, f64::max)
    }
}

/// All articles.
pub(super) struct Index(Vec<Entry>);

impl Index {
    /// Of articles, each with its other words.
    pub(super) fn new(articles: Vec<(ArticleRead, Vec<String>)>) -> Self {
        let entries = articles.into_iter().map(|(article, also)| Entry::new(article, &also));
        Self(entries.collect())
    }

    /// The articles that a query may mean, the likeliest first; of a service alone where one is named.
    pub(super) fn find(&self, query: &str, service: Option<Service>, most: usize) -> Vec<ArticleRead> {
        let query: String = query.chars().take(MOST).collect();
        let (whole, terms) = (Term::new(typed(&query)), terms(&query));
        if terms.is_empty() {
            return Vec::new();
        }
        let mut scores: Vec<f64> = self.0.iter().map(|entry| entry.named(&whole)).collect();
        for term in terms {
            let fits: Vec<f64> = self.0.iter().map(|entry| entry.fit(&term)).collect();
            let rare = rarity(&fits);
            for (score, fit) in scores.iter_mut().zip(fits) {
                *score += rare * fit;
            }
        }
        let best = scores.iter().copied().fold(0.0, f64::max);
        let mut found: Vec<_> = self.0.iter().zip(scores).collect();
        found.retain(|(entry, score)| {
            let wanted = service.is_none_or(|service| entry.article.service == Some(service));
            wanted && *score > FITS && *score >= best * LEAST
        });
        found.sort_by(|(_, one), (_, other)| other.total_cmp(one));
        found
            .into_iter()
            .take(most)
            .map(|(entry, _)| entry.article.clone())
            .collect()
    }

    /// Those with the most of something, of a service alone where one is named.
    pub(super) fn most_by(&self, service: Option<Service>, most: usize, of: impl Fn(&str) -> i64) -> Vec<ArticleRead> {
        let there = self.0.iter().map(|entry| &entry.article);
        let mut wanted: Vec<_> = there
            .filter(|article| service.is_none_or(|service| article.service == Some(service)))
            .collect();
        wanted.sort_by_key(|article| Reverse(of(&article.id)));
        wanted.into_iter().take(most).cloned().collect()
    }
}

/// How much a term tells articles apart: the fewer it fits, the more.
fn rarity(fits: &[f64]) -> f64 {
    let fitting = fits.iter().filter(|fit| **fit >= FITS).count();
    #[expect(clippy::cast_precision_loss, reason = "articles are counted in hundreds")]
    let (all, fitting) = (fits.len() as f64, fitting as f64);
    (1.0 + (all - fitting + 0.5) / (fitting + 0.5)).ln()
}

#[cfg(test)]
mod tests;
