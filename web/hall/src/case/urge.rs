//! What has come of urging, and from when one can urge again.

use leptos::prelude::*;
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::Language;
use shuiting_parts::stand;
use shuiting_shared::api::{CaseView, Viewer};
use shuiting_shared::case::Urging;
use shuiting_shared::time::{self, Moment};
use shuiting_shared::words::Lang;

use super::words;

/// What is said of it; nothing where nobody has urged.
fn said(urges: u32, urging: Urging, now: Moment, lang: Lang) -> Option<String> {
    let count = (urges > 0).then(|| words::urged(urges, lang))?;
    Some(match urging {
        Urging::From(moment) => words::urge_again(&count, &time::say(moment, now, lang), lang),
        Urging::Open | Urging::NotLate => count,
    })
}

/// The line under the buttons.
#[component]
pub(super) fn Urged(case: Memo<CaseView>) -> impl IntoView {
    let (language, household, clock) = (Language::here(), Household::here(), Clock::here());
    let line = move || {
        let (now, lang) = (clock.get(), language.get());
        case.with(|case| {
            let urging = household.read(|house| Some(stand::stand(case, house).urging(now)))?;
            said(case.line.urges, urging, now, lang).filter(|_| case.you == Viewer::Filer)
        })
    };
    view! {
        <div role="status">
            {move || {
                line()
                    .map(|line| {
                        view! {
                            <p class="case-urged">
                                <Icon name="done" />
                                <span>{line}</span>
                            </p>
                        }
                    })
            }}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_says_how_often_and_from_when_again() {
        let now: Moment = "2026-11-24T08:00:00Z".parse().unwrap();
        let midnight = "2026-11-24T16:00:00Z".parse().unwrap();
        assert_eq!(said(0, Urging::Open, now, Lang::Zh), None);
        assert_eq!(
            said(2, Urging::Open, now, Lang::Zh).unwrap(),
            "已催办 2 次,经办人能看到"
        );
        assert_eq!(
            said(1, Urging::From(midnight), now, Lang::Zh).unwrap(),
            "已催办 1 次,经办人能看到。还没办好的话,明天 00:00 起可以再催"
        );
        assert_eq!(
            said(1, Urging::From(midnight), now, Lang::En).unwrap(),
            "Urged once; whoever works on it sees it. If it is still not done, you can urge us again from tomorrow 00:00"
        );
    }
}
