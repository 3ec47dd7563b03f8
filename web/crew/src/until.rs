//! How long there is left. Plain.

use shuiting_shared::order::{Hand, Order};
use shuiting_shared::time::{Moment, lasting};
use shuiting_shared::words::Lang;

use crate::words;

/// What is due next of an order, and whether it is late.
pub(crate) fn next(order: &Order, now: Moment, lang: Lang) -> (String, bool) {
    match order.next() {
        Some((clock, due)) => {
            let late = due < now;
            (format!("{} {}", clock.label().get(lang), left(due, now, lang)), late)
        }
        None if order.waiting => (words::STANDS.get(lang).to_owned(), false),
        None => (words::NO_CLOCK.get(lang).to_owned(), false),
    }
}

/// How long there is left until a moment, or how long it has passed.
fn left(due: Moment, now: Moment, lang: Lang) -> String {
    let time = lasting((due - now).abs(), lang);
    match (due < now, lang) {
        (false, Lang::Zh) => format!("还有{time}"),
        (true, Lang::Zh) => format!("已超{time}"),
        (false, Lang::En) => format!("in {time}"),
        (true, Lang::En) => format!("{time} late"),
    }
}

/// How one clock of an order stands.
pub(crate) fn state(hand: &Hand, order: &Order, now: Moment, lang: Lang) -> String {
    match (hand.stopped, hand.kept()) {
        (Some(_), Some(false)) => words::DONE_LATE.get(lang).to_owned(),
        (Some(_), _) => words::DONE.get(lang).to_owned(),
        (None, _) if order.runs() => left(hand.due, now, lang),
        (None, _) => words::STANDS.get(lang).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use shuiting_shared::house::House;
    use shuiting_shared::order::{Clock, Kind};

    use super::*;

    #[test]
    fn it_says_what_comes_and_how_long_there_is() {
        let filed: Moment = "2024-11-10T15:50:00Z".parse().unwrap();
        let mut order = Order::open_at(Kind::Burst, Some("songshanhu"), filed, &House::dongguan());
        let at = |minutes| filed + chrono::TimeDelta::minutes(minutes);
        assert_eq!(next(&order, at(3), Lang::Zh), ("响应 还有2分钟".to_owned(), false));
        assert_eq!(next(&order, at(17), Lang::En), ("Respond 12 min late".to_owned(), true));
        let secure = order.hand(Clock::Secure).unwrap();
        assert_eq!(state(secure, &order, at(60), Lang::Zh), "还有3小时");
        order.waiting = true;
        order.paused = Some(at(20));
        assert_eq!(next(&order, at(30), Lang::Zh).1, false);
    }
}
