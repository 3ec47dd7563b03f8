//! Texts taken apart: Chinese into words by `jieba`, Latin ones at their blanks; and how they sound.

use std::sync::LazyLock;

use jieba_rs::Jieba;
use pinyin::ToPinyinMulti as _;
use shuiting_shared::find;

/// The dictionary, read once a server and only where somebody looks for something.
static JIEBA: LazyLock<Jieba> = LazyLock::new(Jieba::new);

/// What stands in every question and tells none apart.
const SAID_ANYWAY: [&str; 2] = [
    "的 了 吗 呢 啊 吧 么 我 我们 我家 你 你们 您 是 在 有 和 与 要 想 能 可以 怎么 怎样 如何 怎么办 什么 为什么 哪里 哪 哪儿 多少 请问 一下 这 那 就 都 也 给 把 被 会 到 去 来 个 不 没 没有 需要",
    "a an the i my is are do does how what why when can to of for in on it and or me you with there be",
];

/// A piece of a query, and how it may sound where it has Chinese characters.
pub(super) struct Term {
    pub(super) text: String,
    pub(super) sounds: Vec<String>,
}

impl Term {
    pub(super) fn new(text: String) -> Self {
        Self {
            sounds: sounds(&text),
            text,
        }
    }
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}')
}

/// A text without what makes no difference: blanks, signs, wide and capital letters.
pub(super) fn typed(text: &str) -> String {
    find::typed(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// How a text with Chinese characters may sound: a syllable a character, without tones, blanks between them. Many a character
/// has two readings (银行, 行走), so there may be a few; none where there are no such characters.
pub(super) fn sounds(text: &str) -> Vec<String> {
    /// Readings of one character, and of a text, that are gone through.
    const READINGS: usize = 2;
    const MOST: usize = 4;
    if !text.chars().any(is_han) {
        return Vec::new();
    }
    let mut sounds = vec![String::new()];
    for c in text.chars() {
        let mut readings: Vec<String> = Vec::new();
        for reading in c.to_pinyin_multi().into_iter().flatten() {
            let plain = reading.plain().replace('ü', "v");
            if !readings.contains(&plain) {
                readings.push(plain);
            }
        }
        if readings.is_empty() {
            readings.push(c.to_string());
        }
        let before = std::mem::take(&mut sounds);
        for reading in readings.iter().take(READINGS) {
            let with = before.iter().map(|sound| match sound.as_str() {
                "" => reading.clone(),
                sound => format!("{sound} {reading}"),
            });
            sounds.extend(with);
        }
        sounds.truncate(MOST);
    }
    sounds
}

/// The longest pieces of a text that are in one script: Chinese characters, or Latin letters and digits.
fn runs(text: &str) -> Vec<(bool, String)> {
    let mut runs: Vec<(bool, String)> = Vec::new();
    let mut open = false;
    for c in text.chars() {
        let folded = find::typed(&c.to_string());
        let Some(c) = folded.chars().next().filter(|c| c.is_alphanumeric()) else {
            open = false;
            continue;
        };
        let han = is_han(c);
        match runs.last_mut().filter(|(known, _)| open && *known == han) {
            Some((_, run)) => run.push(c),
            None => runs.push((han, c.to_string())),
        }
        open = true;
    }
    runs
}

fn tells(word: &str) -> bool {
    let mut anyway = SAID_ANYWAY.iter().flat_map(|words| words.split(' '));
    !anyway.any(|known| known == word)
}

/// The words of a text that tell something, each once.
pub(super) fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    for (han, run) in runs(text) {
        let pieces = if han {
            JIEBA
                .cut_for_search(&run, true)
                .into_iter()
                .map(|piece| piece.word.to_owned())
                .collect()
        } else {
            vec![run]
        };
        words.extend(pieces.into_iter().filter(|word| tells(word)));
    }
    let mut known = std::collections::BTreeSet::new();
    words.retain(|word| known.insert(word.clone()));
    words
}

/// What is looked for: the words of a query, and where it is short the whole of it, which the dictionary may not know as it
/// was typed. Pinyin is at times typed with blanks. Nothing where all of it is said in every question.
pub(super) fn terms(query: &str) -> Vec<Term> {
    /// Characters of a query that may be one word.
    const ONE_WORD: usize = 4;
    let mut found = words(query);
    let whole = typed(query);
    let latin = !whole.chars().any(is_han);
    if found.len() > 1 && (latin || whole.chars().count() <= ONE_WORD) {
        found.push(whole);
    }
    found.into_iter().map(Term::new).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_taken_apart() {
        assert_eq!(words("我家的水费怎么交?"), ["水费", "交"]);
        assert_eq!(words("How do I pay my Bill"), ["pay", "bill"]);
        assert_eq!(words("ＤＮ15水表"), ["dn15", "水表"]);
        assert_eq!(words("?!  "), Vec::<String>::new());
    }

    #[test]
    fn characters_sound_in_one_way_or_two() {
        assert_eq!(sounds("水费"), ["shui fei"]);
        assert_eq!(sounds("绿"), ["lv", "lu"]);
        assert!(sounds("银行").contains(&"yin hang".to_owned()));
        assert_eq!(sounds("bill"), Vec::<String>::new());
        assert!(sounds("长长长长长长").len() <= 4);
    }

    #[test]
    fn what_is_short_is_also_looked_for_as_it_is() {
        let texts = |query: &str| terms(query).into_iter().map(|term| term.text).collect::<Vec<_>>();
        assert!(texts("shui fei").contains(&"shuifei".to_owned()));
        assert_eq!(texts("水"), ["水"]);
        assert_eq!(texts("怎么办"), Vec::<String>::new());
    }
}
