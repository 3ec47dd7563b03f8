//! What tells one draft of a service from another.

use shuiting_shared::house::House;
use shuiting_shared::time::{self, Moment};
use shuiting_shared::words::Lang;

use super::draft::Draft;

/// Where it is about, as far as that is filled in; else when it was last in hand, seen from `now`.
pub(super) fn about(draft: &Draft, house: Option<&House>, now: Moment, lang: Lang) -> String {
    let town = draft.answers.get("town").and_then(|code| house?.town(code));
    let town = town.map(|town| town.name.get(lang));
    let place: Vec<_> = town.into_iter().chain(draft.answers.get("address")).collect();
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
        let (house, now) = (House::dongguan(), Moment::default());
        let mut draft = Draft {
            touched: now,
            ..Draft::default()
        };
        let say = |draft: &Draft, lang| about(draft, Some(&house), now, lang);
        assert_eq!(say(&draft, Lang::Zh), "今天 08:00");
        draft.answer("town", "nancheng".into());
        assert_eq!(say(&draft, Lang::Zh), "南城");
        draft.answer("address", "鸿福路100号".into());
        assert_eq!(say(&draft, Lang::Zh), "南城鸿福路100号");
        assert_eq!(say(&draft, Lang::En), "Nancheng, 鸿福路100号");
        assert_eq!(about(&draft, None, now, Lang::Zh), "鸿福路100号");
    }
}
