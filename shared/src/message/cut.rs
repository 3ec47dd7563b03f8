//! What WeChat's templates take: each blank is named after its sort (`thing1`, `time2`), and takes so many characters of
//! so many kinds. A message with a blank that does not fit is refused as a whole.

/// What stands where nothing can be said: WeChat takes no empty blank.
const NOTHING: &str = "无";
/// Written at the end of what was cut.
const CUT: char = '…';

/// A value as a blank takes it, counted in characters, never in bytes.
pub fn cut(blank: &str, value: &str) -> String {
    let sort = blank.trim_end_matches(|c: char| c.is_ascii_digit());
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    let fits = match sort {
        "character_string" => only(&value, 32, |c| c.is_ascii_graphic()),
        "number" => only(&value, 32, |c| c.is_ascii_digit() || c == '.'),
        "letter" => only(&value, 32, |c| c.is_ascii_alphabetic()),
        "symbol" => only(&value, 5, |c| c.is_ascii_punctuation()),
        "phone_number" => only(&value, 17, |c| c.is_ascii_digit() || matches!(c, '+' | '-')),
        "car_number" => only(&value, 8, char::is_alphanumeric),
        "phrase" => only(&value, 5, is_han),
        "amount" => only(&value, 11, |c| c.is_ascii_digit() || matches!(c, '¥' | '.')),
        // One of a form that is checked as a whole: a part of it would be refused.
        "time" | "date" => value,
        "name" => shorten(&value, 10),
        _ => shorten(&value, 20),
    };
    if fits.is_empty() { NOTHING.to_owned() } else { fits }
}

/// The first of the characters that the blank takes; an end that is missing shows nothing wrong in a number, a plate, or a
/// word of five characters.
fn only(value: &str, most: usize, takes: impl Fn(char) -> bool) -> String {
    value.chars().filter(|c| takes(*c)).take(most).collect()
}

fn is_han(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c)
}

/// The beginning of a text, with a mark where something is missing.
pub fn shorten(value: &str, most: usize) -> String {
    if value.chars().count() <= most {
        return value.to_owned();
    }
    let kept = value.chars().take(most.saturating_sub(1));
    kept.chain([CUT]).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn characters_are_counted_and_not_bytes() {
        let twenty = "水".repeat(20);
        assert_eq!(cut("thing1", &twenty), twenty);
        assert_eq!(cut("thing1", &"水".repeat(21)), format!("{}…", "水".repeat(19)));
        assert_eq!(cut("phrase3", "已办结,请评价"), "已办结请评");
        assert_eq!(cut("character_string1", "7F2-0391"), "7F2-0391");
        assert_eq!(cut("amount4", "¥54.00"), "¥54.00");
        assert_eq!(cut("time2", "2026-11-25 10:00"), "2026-11-25 10:00");
        assert_eq!(cut("thing5", " 一\n二 "), "一 二");
        assert_eq!(cut("thing5", "\n"), "无");
    }

    proptest! {
        #[test]
        fn every_blank_fits(sort in 0_usize..6, value in any::<String>()) {
            let (blank, most) = [
                ("thing1", 20),
                ("character_string22", 32),
                ("phrase3", 5),
                ("amount4", 11),
                ("name5", 10),
                ("number6", 32),
            ][sort];
            let fits = cut(blank, &value);
            prop_assert!((1..=most).contains(&fits.chars().count()), "{fits:?}");
            prop_assert!(!fits.contains('\n'));
            // What fits is not touched again.
            prop_assert_eq!(cut(blank, &fits) == fits || fits == NOTHING, true);
        }
    }
}
