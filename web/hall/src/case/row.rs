//! The cases of a list.

use leptos::prelude::*;
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::stand;
use shuiting_shared::api::CaseLine;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::time;

use super::mark::Mark;
use super::words;

/// A row for each case. It stays where it is while the case changes, and whoever has the focus on it keeps it.
#[component]
pub(crate) fn Rows(
    /// The cases.
    #[prop(into)]
    lines: Signal<Vec<CaseLine>>,
) -> impl IntoView {
    let numbers = move || lines.with(|lines| lines.iter().map(|line| line.number).collect::<Vec<_>>());
    let find =
        move |number: CaseNumber| move |lines: &Vec<CaseLine>| lines.iter().find(|line| line.number == number).cloned();
    let row = move |number: CaseNumber| {
        let first = lines.with_untracked(find(number));
        first.map(|first| {
            let line = Memo::new(move |before: Option<&CaseLine>| {
                let now = lines.with(find(number));
                // A row that is about to go keeps its last face.
                now.or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
            });
            view! { <Row line /> }
        })
    };
    view! { <For each=numbers key=|number| *number children=row /> }
}

/// The row, which leads to the case.
#[component]
fn Row(line: Memo<CaseLine>) -> impl IntoView {
    let language = Language::here();
    let household = Household::here();
    let clock = Clock::here();
    let (number, service) = line.with_untracked(|line| (line.number, line.service));
    let icon = service.code().to_ascii_lowercase();
    let service = service.label();
    let followed = move || line.with(|line| line.followed);
    let urgent = move || line.with(|line| line.urgent && line.status.waits());
    let place = move || {
        let lang = language.get();
        line.with(|line| {
            let name = |code: &str| household.read(|house| house.town(code).map(|town| town.name.get(lang).to_owned()));
            let town = line.town.as_deref().and_then(name);
            let place = [town, line.address.clone()].into_iter().flatten().collect::<Vec<_>>();
            let parts = [line.name.clone(), Some(place.join(" "))].into_iter().flatten();
            parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
        })
    };
    let due = move || line.with(|line| line.due.filter(|_| line.status.waits()));
    let late = move || due().is_some_and(|due| due < clock.get());
    let when = move || {
        let (now, lang) = (clock.get(), language.get());
        if let Some(due) = due() {
            let said = time::say(due, now, lang);
            let said = if late() {
                words::late(&said, lang)
            } else {
                words::by(&said, lang)
            };
            let holder = line.with(|line| household.read(|house| stand::holder(line, house, lang)));
            return holder.into_iter().chain([said]).collect::<Vec<_>>().join(" · ");
        }
        let filed = line.with(|line| time::say(line.filed, now, lang));
        format!("{} {filed}", words::FILED_ON.get(lang))
    };
    view! {
        <li>
            <a class="case-row" href=format!("/cases/{number}")>
                <span class="case-row-icon">
                    <Icon name=icon />
                </span>
                <span class="case-row-body">
                    <span class="case-row-title">
                        <b>{say(service)}</b>
                        <span class="case-row-number">{number.to_string()}</span>
                    </span>
                    <span class="case-row-facts">
                        <Mark line />
                        <Show when=followed>
                            <span class="tag">{say(words::FOLLOWED)}</span>
                        </Show>
                        <Show when=urgent>
                            <em class="case-urgent">{say(words::URGENT)}</em>
                        </Show>
                        <span class:case-late=late>
                            {when}
                        </span>
                    </span>
                    <span class="case-small case-row-place">{place}</span>
                </span>
                <Icon name="chevron" />
            </a>
        </li>
    }
}
