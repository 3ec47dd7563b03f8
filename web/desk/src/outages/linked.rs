//! The cases of a notice: those that are linked, and open ones where water is off.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::Failure;
use shuiting_parts::clock::Clock;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::{LinkCases, OutageCase, OutageCases};
use shuiting_shared::case::Role;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::time;
use shuiting_shared::words::Bi;

use super::one::Hand;
use super::{DESK, may, words};

/// The cases that are shown, and what is being done to them.
#[derive(Clone, Copy)]
struct Links {
    hand: Hand,
    load: Loader<OutageCases>,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
}

impl Links {
    fn path(self) -> String {
        format!("{DESK}/{}/cases", self.hand.id.get_untracked())
    }

    fn fetch(self) {
        let (api, path) = (self.hand.api, self.path());
        self.load.follow(async move { api.get(&path).await });
    }

    /// Links some, or takes them off. Whoever filed one is told, so the notice is looked at again.
    fn does(self, change: LinkCases) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let answer = self.hand.api.post(&self.path(), &change).await;
            // The page may have been left meanwhile.
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(cases) => self.load.put(cases),
                Err(refused) => self.failure.set(Some(refused)),
            }
        });
    }
}

/// Both lists.
#[component]
pub(super) fn Linked(hand: Hand) -> impl IntoView {
    let (language, writes) = (Language::here(), may(Role::posts_outages));
    let links = Links {
        hand,
        load: Loader::default(),
        busy: RwSignal::new(false),
        failure: RwSignal::new(None),
    };
    Effect::new(move || {
        hand.id.track();
        links.fetch();
    });
    let linked = Signal::derive(move || links.load.get().map(|cases| cases.linked).unwrap_or_default());
    let proposed = Signal::derive(move || links.load.get().map(|cases| cases.proposed).unwrap_or_default());
    let all = move |_| {
        let link = proposed.with_untracked(|cases| cases.iter().map(|case| case.number).collect());
        links.does(LinkCases {
            link,
            unlink: Vec::new(),
        });
    };
    let off = move |number| {
        let unlink = vec![number];
        links.does(LinkCases {
            link: Vec::new(),
            unlink,
        });
    };
    let on = move |number| {
        let link = vec![number];
        links.does(LinkCases {
            link,
            unlink: Vec::new(),
        });
    };
    view! {
        <section aria-labelledby="outage-cases" class="outage-cases">
            <h2 id="outage-cases">{say(words::CASES)}</h2>
            <p class="flaw" role="alert">
                {move || links.failure.get().map(|failure| failure.say(language.get()))}
            </p>
            <Faces load=links.load happening=words::FETCHING_CASES retry=move |()| links.fetch()>
                <Show when=move || linked.with(Vec::is_empty) && proposed.with(Vec::is_empty)>
                    <p class="help">{say(words::NO_CASES)}</p>
                </Show>
                <Cases cases=linked name=words::LINKED verb=words::UNLINK does=off writes />
                <Cases cases=proposed name=words::PROPOSED verb=words::LINK does=on writes />
                <Show when=move || writes.get() && proposed.with(|cases| cases.len() > 1)>
                    <button type="button" on:click=all>
                        {say(words::LINK_ALL)}
                    </button>
                </Show>
            </Faces>
        </section>
    }
}

#[component]
fn Cases(
    cases: Signal<Vec<OutageCase>>,
    name: Bi,
    verb: Bi,
    #[prop(into)] does: Callback<CaseNumber>,
    writes: Memo<bool>,
) -> impl IntoView {
    let (language, clock) = (Language::here(), Clock::here());
    let row = move |case: OutageCase| {
        let (number, filed) = (case.number, case.filed);
        let label = number.to_string();
        view! {
            <tr>
                <th scope="row">
                    <a href=format!("/desk/cases/{number}")>{label.clone()}</a>
                </th>
                <td>{say(case.service.label())}</td>
                <td>{say(case.status.label())}</td>
                <td class="plan-where">{case.address}</td>
                <td>{move || time::say(filed, clock.get(), language.get())}</td>
                <td>
                    <Show when=move || writes.get()>
                        <button type="button" class="plain" on:click=move |_| does.run(number)>
                            {say(verb)}
                            <span class="hidden">" " {label.clone()}</span>
                        </button>
                    </Show>
                </td>
            </tr>
        }
    };
    view! {
        <Show when=move || !cases.with(Vec::is_empty)>
            <table>
                <caption>{say(name)}</caption>
                <tbody>
                    <For each=move || cases.get() key=|case| (case.number, case.status) children=row />
                </tbody>
            </table>
        </Show>
    }
}
