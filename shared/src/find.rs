//! Finding by whatever people type: characters, pinyin, initials, English, and with a letter wrong.

use strsim::osa_distance;

use crate::person::narrow;

/// How well a query fits a word; the larger the better.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// Half of the characters are in a word, in its order.
    Alike,
    /// It sounds like a word, or is a word with a letter wrong.
    Mistyped,
    /// The beginnings of a word's syllables.
    Initials,
    /// It is inside a word.
    Within,
    /// A word is inside it, as in "how do I change the name".
    Around,
    /// A word begins with it.
    Begins,
    /// It is a word.
    Whole,
}

/// What somebody types, without what makes no difference.
pub fn typed(query: &str) -> String {
    narrow(query).to_lowercase()
}

/// How well a query fits a Chinese word with this sound (pinyin, a syllable a character, without tones), and how much
/// of the word it is, in percent.
pub fn matches(query: &str, word: &str, pinyin: &str) -> Option<(Fit, usize)> {
    if query.is_ascii() {
        sounds(query, pinyin)
    } else {
        reads(query, word)
    }
}

/// How well Chinese characters fit a word.
fn reads(query: &str, word: &str) -> Option<(Fit, usize)> {
    let (asked, all) = (query.chars().count(), word.chars().count());
    let share = share(asked, all);
    if query == word {
        Some((Fit::Whole, share))
    } else if word.starts_with(query) {
        Some((Fit::Begins, share))
    } else if query.contains(word) {
        // The longer the word, the less by chance.
        Some((Fit::Around, all))
    } else if word.contains(query) {
        Some((Fit::Within, share))
    } else {
        let same = common(query, word);
        (same >= 2 && same * 2 >= asked || asked == 2 && all == 2 && same == 1)
            .then(|| (Fit::Alike, self::share(same, asked.max(all))))
    }
}

/// How well letters fit the sound of a word.
fn sounds(query: &str, pinyin: &str) -> Option<(Fit, usize)> {
    let joined = pinyin.replace(' ', "");
    let initials: String = pinyin
        .split(' ')
        .filter_map(|syllable| syllable.chars().next())
        .collect();
    if query == initials {
        return Some((Fit::Initials, 100));
    }
    if query.len() >= 2 && initials.starts_with(query) {
        return Some((Fit::Initials, share(query.len(), initials.len())));
    }
    spelt(query, &joined)
}

/// How well letters fit a word in letters.
pub fn spelt(query: &str, word: &str) -> Option<(Fit, usize)> {
    if !query.is_ascii() {
        return None;
    }
    let share = share(query.len(), word.len());
    if query == word {
        Some((Fit::Whole, share))
    } else if query.len() >= 2 && word.starts_with(query) {
        Some((Fit::Begins, share))
    } else if word.len() >= 4 && query.contains(word) {
        Some((Fit::Around, word.len()))
    } else if query.len() >= 3 && word.contains(query) {
        Some((Fit::Within, share))
    } else {
        let slips = osa_distance(query, word);
        let forgiven = match query.len() {
            0..4 => 0,
            4..8 => 1,
            _ => 2,
        };
        (slips <= forgiven).then(|| (Fit::Mistyped, share.saturating_sub(slips)))
    }
}

/// How much `part` is of `whole`, in percent, at most all of it.
fn share(part: usize, whole: usize) -> usize {
    (part * 100).checked_div(whole).unwrap_or(0).min(100)
}

/// How many characters of the query are in the word, in its order.
fn common(query: &str, word: &str) -> usize {
    let mut rest = word.chars();
    query
        .chars()
        .filter(|asked| {
            let mut ahead = rest.clone();
            let found = ahead.any(|one| one == *asked);
            if found {
                rest = ahead;
            }
            found
        })
        .count()
}
