//! Who acts for an account; whoever owns it may end it.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Loader;
use shuiting_shared::api::{ActingView, WaterAccountView};
use shuiting_shared::time::say_day;
use shuiting_shared::water::Right;

use super::super::owed::PATH;
use super::words;
use crate::ask::AskFirst;
use crate::notice::Notices;
use crate::trouble::Trouble;

/// The card; nothing where nobody does.
#[component]
pub(in super::super) fn Acting(load: Loader<WaterAccountView>) -> impl IntoView {
    let (api, notices) = (Api::here(), Notices::here());
    let acting = Memo::new(move |_| {
        let details = load.get().and_then(|account| account.details);
        details.map_or_else(Vec::new, |details| details.acting)
    });
    let account = load.get_untracked();
    let owns = account.as_ref().is_some_and(|account| account.right == Right::Own);
    let number = account.map(|account| account.number).unwrap_or_default();
    let path = StoredValue::new(format!("{PATH}/{number}"));
    let (asked, failure) = (RwSignal::new(None::<String>), RwSignal::new(None::<Failure>));
    let end = move |()| {
        let Some(id) = asked.get_untracked() else { return };
        asked.set(None);
        failure.set(None);
        spawn_local(async move {
            let path = path.get_value();
            let answer = api.delete(&format!("{path}/acting/{id}")).await;
            // The page may have been left meanwhile.
            if failure.try_set(answer.as_ref().err().cloned()).is_some() || answer.is_err() {
                return;
            }
            notices.tell(words::ENDED);
            load.renew(async move { api.get(&path).await }, |_, fresh| fresh);
        });
    };
    view! {
        <Show when=move || !acting.with(Vec::is_empty)>
            <section class="card" aria-labelledby="water-acting">
                <h2 id="water-acting">{say(words::ACTING)}</h2>
                <p class="small">{say(words::ACTING_ABOUT)}</p>
                <Trouble failure />
                <ul class="devices">
                    <For each=move || acting.get() key=|one| one.id.clone() let:one>
                        <One one ends=owns asked />
                    </For>
                </ul>
                <Show when=move || asked.with(Option::is_some)>
                    <AskFirst
                        title=words::END_ASK
                        yes=words::END
                        no=words::KEEP
                        on_yes=end
                        on_close=move |()| asked.set(None)
                    >
                        <p>{say(words::END_MEANS)}</p>
                    </AskFirst>
                </Show>
            </section>
        </Show>
    }
}

#[component]
fn One(one: ActingView, ends: bool, asked: RwSignal<Option<String>>) -> impl IntoView {
    let language = Language::here();
    let ActingView { id, name, phone, until } = one;
    let label = {
        let name = name.clone();
        move || words::end_of(&name, language.get())
    };
    let last = move || {
        let lang = language.get();
        words::until(&say_day(until, lang), lang)
    };
    view! {
        <li class="setting">
            <span>
                {name} " " {phone} " " <span class="small">{last}</span>
            </span>
            {ends
                .then(|| {
                    view! {
                        <button
                            type="button"
                            class="button-link"
                            aria-label=label
                            on:click=move |_| asked.set(Some(id.clone()))
                        >
                            {say(words::END)}
                        </button>
                    }
                })}
        </li>
    }
}
