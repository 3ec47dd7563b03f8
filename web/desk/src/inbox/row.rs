//! One row of the list.

use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::lasting;
use shuiting_parts::sight;
use shuiting_parts::stand::standing;
use shuiting_shared::api::CaseLine;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::time::{self, Moment};
use shuiting_shared::words::Lang;

use super::bulk::Bulk;
use super::words as texts;
use super::{Desk, query};
use crate::words;

/// A case in the list.
#[component]
pub(super) fn Row(
    /// Its number.
    number: CaseNumber,
    /// What the list shows of it.
    line: Memo<Option<CaseLine>>,
    /// All rows of the page.
    lines: Memo<Vec<CaseLine>>,
) -> impl IntoView {
    let bulk = Bulk::here();
    let desk = Desk::here();
    let language = Language::here();
    let household = Household::here();
    let clock = Clock::here();
    let pathname = use_location().pathname;
    let own = format!("/desk/cases/{number}");
    let here = Memo::new(move |_| lasting::read(pathname, |path| *path == own));
    // Whoever goes on to the next case sees where it stands.
    let way = NodeRef::<html::A>::new();
    Effect::new(move || {
        if let Some(way) = way.get().filter(|_| here.get()) {
            sight::bring(&way);
        }
    });
    let of = move |read: fn(&CaseLine) -> Option<String>| line.with(|line| line.as_ref().and_then(read));
    let service = move || line.with(|line| line.as_ref().map(|line| language.say(line.service.label())));
    let status = move || line.with(|line| line.as_ref().map(|line| language.say(standing(line))));
    let urgent = move || line.with(|line| line.as_ref().is_some_and(|line| line.urgent));
    let urged = move || {
        let urges = line.with(|line| line.as_ref().map_or(0, |line| line.urges));
        (urges > 0).then(|| {
            let lang = language.get();
            let full = words::urged(urges, lang);
            let title = full.clone();
            view! {
                <em class="urged" title=title>
                    <span aria-hidden="true">{words::urged_short(urges, lang)}</span>
                    <span class="hidden">{full}</span>
                </em>
            }
        })
    };
    let place = move || {
        let town = of(|line| line.town.clone()).map(|town| household.town(&town, language.get()));
        [town, of(|line| line.address.clone())]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let due = move || {
        let clock = line.with(|line| {
            line.as_ref()
                .map(|line| due_clock(line.due.filter(|_| line.status.waits()), clock.get(), language.get()))
        });
        clock.map(|(colour, said, exact)| view! { <span class=format!("due {colour}") title=exact>{said}</span> })
    };
    let picked = Memo::new(move |_| {
        lasting::forget_reader(&bulk.picked);
        bulk.picked.with(|picked| picked.has(number))
    });
    let pick = move |event: MouseEvent| {
        let (on, range) = (event_target_checked(&event), event.shift_key());
        bulk.pick(|picked| lines.with_untracked(|lines| picked.pick(lines, number, on, range)));
    };
    view! {
        <li class="line" class:picked=move || picked.get()>
            <label class="pick-row">
                <input
                    type="checkbox"
                    aria-label=move || texts::pick(number, language.get())
                    prop:checked=move || picked.get()
                    on:click=pick
                />
            </label>
            <a
                class="row"
                node_ref=way
                href=move || lasting::read(desk.filter, |filter| query::case(number, filter))
                aria-current=move || here.get().then_some("page")
            >
                <b class="number">{number.to_string()}</b>
                <span class="service">
                    <Show when=urgent>
                        <em class="urgent">{say(words::URGENT)}</em>
                    </Show>
                    {urged}
                    {service}
                </span>
                <span class="who">{move || of(|line| line.name.clone())}</span>
                <span class="where">{place}</span>
                <span class="status">{status}</span>
                {due}
            </a>
        </li>
    }
}

/// What is late is counted for so long; after that its day says more.
const COUNTED_HOURS: i64 = 24;

/// The colour, the words and the exact moment of a due clock: what is due today counts down, and what is late counts up.
pub(crate) fn due_clock(due: Option<Moment>, now: Moment, lang: Lang) -> (&'static str, String, String) {
    let Some(due) = due else {
        return ("", String::new(), String::new());
    };
    let exact = time::exact(due);
    let past = now - due;
    if due < now && past.num_hours() < COUNTED_HOURS {
        ("late", words::late(&time::lasting(past, lang), lang), exact)
    } else if due < now {
        ("late", words::late(&time::say(due, now, lang), lang), exact)
    } else if due < time::day_of(now).1 {
        ("soon", words::left(&time::lasting(due - now, lang), lang), exact)
    } else {
        ("", time::say(due, now, lang), exact)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        text.parse().unwrap()
    }

    #[test]
    fn only_what_is_due_has_a_colour() {
        let now = at("2026-11-24T02:00:00Z");
        let clock = |due: &str| due_clock(Some(at(due)), now, Lang::Zh);
        let tomorrow = clock("2026-11-25T09:30:00Z");
        assert_eq!(tomorrow, ("", "明天 17:30".into(), "2026-11-25 17:30".into()));
        let soon = clock("2026-11-24T09:30:00Z");
        assert_eq!(soon, ("soon", "剩7小时30分".into(), "2026-11-24 17:30".into()));
        let late = clock("2026-11-24T01:15:00Z");
        assert_eq!((late.0, late.1.as_str()), ("late", "超时 45分钟"));
        let late = clock("2026-11-22T09:30:00Z");
        assert_eq!((late.0, late.1.as_str()), ("late", "超时 11月22日 17:30"));
        assert_eq!(
            due_clock(None, now, Lang::Zh),
            ("", String::new(), String::new()),
            "what waits for nobody is not due"
        );
    }
}
