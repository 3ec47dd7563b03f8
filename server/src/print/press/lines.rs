//! Where lines are broken: as Unicode has it (UAX #14), so that no line begins with a full stop, in Chinese or in English.

use unicode_linebreak::{BreakOpportunity, linebreaks};

/// A line of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    /// Whether it is the last one before an end that was written.
    pub(super) last: bool,
}

/// Breaks a text into lines that are at most `width` wide. What has no place to break, such as a long name in Latin letters,
/// is broken where the line ends.
pub(super) fn lines(text: &str, width: f32, measure: impl Fn(&str) -> f32) -> Vec<Line<'_>> {
    let fits = |text: &str| measure(text.trim_end()) <= width;
    let mut lines = Vec::new();
    let (mut start, mut chance) = (0, 0);
    for (at, kind) in linebreaks(text) {
        if !fits(&text[start..at]) {
            if chance > start {
                lines.push(line(&text[start..chance], false));
                start = chance;
            }
            while !fits(&text[start..at]) {
                let end = start + most(&text[start..at], fits);
                lines.push(line(&text[start..end], false));
                start = end;
            }
        }
        chance = at;
        if kind == BreakOpportunity::Mandatory && at > start {
            lines.push(line(&text[start..at], true));
            start = at;
        }
    }
    lines
}

fn line(text: &str, last: bool) -> Line<'_> {
    Line {
        text: text.trim_end(),
        last,
    }
}

/// How many bytes of a text fit; at least its first character, else there would be no end.
fn most(text: &str, fits: impl Fn(&str) -> bool) -> usize {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    let first = text.chars().next().map_or(0, char::len_utf8);
    ends.take_while(|end| fits(&text[..*end])).last().unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Wide characters are two, others one.
    #[expect(clippy::cast_precision_loss, reason = "lines are short")]
    fn measure(text: &str) -> f32 {
        text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum::<usize>() as f32
    }

    fn broken(text: &str, width: f32) -> Vec<&str> {
        lines(text, width, measure).into_iter().map(|line| line.text).collect()
    }

    #[test]
    fn no_line_begins_with_a_stop_or_ends_with_an_opening() {
        assert_eq!(
            broken("用水人按期缴费。逾期的,支付(全部)违约金", 14.0),
            ["用水人按期缴", "费。逾期的,支", "付(全部)违约金"]
        );
        assert_eq!(broken("The user pays on time.", 10.0), ["The user", "pays on", "time."]);
    }

    #[test]
    fn what_cannot_be_broken_is_broken_all_the_same() {
        assert_eq!(broken("Wolfeschlegelstein", 8.0), ["Wolfesch", "legelste", "in"]);
        assert_eq!(broken("水", 1.0), ["水"]);
        assert_eq!(broken("", 8.0), [""; 0]);
    }

    #[test]
    fn a_written_end_ends_a_line() {
        let lines = lines("一\n二三", 20.0, measure);
        assert_eq!(lines, [line("一", true), line("二三", true)]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_sticks_out(text in "[a-z水电费,。()· \n]{0,60}", width in 2..30u8) {
            let width = f32::from(width);
            let lines = lines(&text, width, measure);
            let kept = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            let set: String = lines.iter().map(|line| line.text).collect();
            prop_assert_eq!(kept(&set), kept(&text));
            prop_assert!(lines.iter().all(|line| measure(line.text) <= width));
        }
    }
}
