//! What tells one draft of a service from another.

use shuiting_shared::time::{self, Moment};
use shuiting_shared::words::Lang;

use super::draft::Draft;

/// Where it is about, as far as that is filled in; else when it was last in hand, seen from `now`. `town` gives the name
/// of a town by its code.
pub(super) fn about(draft: &Draft, town: impl FnOnce(&str) -> String, now: Moment, lang: Lang) -> String {
    let town = draft.answers.get("town").map(town);
    let address = draft.answers.get("address").map(str::to_owned);
    let place: Vec<_> = town.into_iter().chain(address).collect();
    if place.is_empty() {
        return time::say(draft.touched, now, lang);
    }
    place.join(match lang {
        Lang::Zh => "",
        Lang::En => ", ",
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_known_by_its_place_or_by_its_time() {
        let mut draft = Draft::default();
        let say = |draft: &Draft, lang| {
            let town = |code: &str| if code == "nancheng" { "南城" } else { code }.to_owned();
            about(draft, town, Moment::default(), lang)
        };
        assert_eq!(say(&draft, Lang::Zh), "今天 08:00");
        draft.answer("address", "鸿福路100号".into());
        assert_eq!(say(&draft, Lang::Zh), "鸿福路100号");
        draft.answer("town", "nancheng".into());
        assert_eq!(say(&draft, Lang::Zh), "南城鸿福路100号");
        assert_eq!(say(&draft, Lang::En), "南城, 鸿福路100号");
    }
}
