//! The volunteers of one event: who they are, when they came and went, who leads; and the code of the minute.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::clock::{self, Clock};
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::{HelperView, MinuteCode, TurnChange};
use shuiting_shared::time::{Moment, local};

use super::address::EVENTS;
use super::words;

fn hour(moment: Moment) -> String {
    local(moment).format("%H:%M").to_string()
}

/// Who has signed up, in a table.
#[component]
pub(super) fn HelpersOf(id: String) -> impl IntoView {
    let (api, language) = (Api::here(), Language::here());
    let id = StoredValue::new(id);
    let load = Loader::<Vec<HelperView>>::default();
    let ask = move || async move { api.get(&id.with_value(|id| format!("{EVENTS}/{id}/helpers"))).await };
    load.fetch(ask());
    let failure = RwSignal::new(None::<Failure>);
    let change = move |helper: &HelperView, change: TurnChange| {
        failure.set(None);
        let path = id.with_value(|id| format!("{EVENTS}/{id}/shifts/{}/helpers/{}", helper.turn.shift, helper.id));
        spawn_local(async move {
            match api.patch::<HelperView>(&path, &change).await {
                Ok(_) => load.follow(ask()),
                // The page may have been left meanwhile.
                Err(refused) => drop(failure.try_set(Some(refused))),
            }
        });
    };
    let all = move || load.get().unwrap_or_default();
    let said = move || failure.with(|failure| failure.as_ref().map(|failure| failure.say(language.get())));
    view! {
        <section aria-labelledby="event-helpers">
            <h2 id="event-helpers">{say(words::HELPERS)}</h2>
            <NowCode id />
            <Faces load happening=words::FETCHING_ONE retry=move |()| load.fetch(ask())>
                <div role="alert">{said}</div>
                <Show when=move || !all().is_empty() fallback=|| view! { <p class="help">{say(words::NO_HELPERS)}</p> }>
                    <table>
                        <thead>
                            <tr>
                                <th scope="col">{say(words::HELPER)}</th>
                                <th scope="col">{say(words::HELPER_PHONE)}</th>
                                <th scope="col">{say(words::HELPER_SHIFT)}</th>
                                <th scope="col">{say(words::HELPER_CAME)}</th>
                                <th scope="col">{say(words::HELPER_WENT)}</th>
                                <th scope="col">{say(words::HELPER_LEADS)}</th>
                            </tr>
                        </thead>
                        <tbody>
                            {move || {
                                all().into_iter().map(|helper| view! { <Helper helper change /> }).collect_view()
                            }}
                        </tbody>
                    </table>
                </Show>
            </Faces>
        </section>
    }
}

#[component]
fn Helper(
    helper: HelperView,
    /// Changes their turn.
    change: impl Fn(&HelperView, TurnChange) + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let language = Language::here();
    let kind = say(helper.kind.label());
    let (name, phone, turn) = (helper.name.clone(), helper.phone.clone(), helper.turn.clone());
    let helper = StoredValue::new(helper);
    let does = move |what: TurnChange| helper.with_value(|helper| change(helper, what));
    let came = move |_| {
        does(TurnChange {
            came: Some(clock::now()),
            ..TurnChange::default()
        });
    };
    let went = move |_| {
        does(TurnChange {
            went: Some(clock::now()),
            ..TurnChange::default()
        });
    };
    let leads = turn.leads;
    let lead = move |_| {
        does(TurnChange {
            leads: Some(!leads),
            ..TurnChange::default()
        });
    };
    let (has_come, has_gone) = (turn.came.map(hour), turn.went.map(hour));
    let (for_came, for_went, for_lead) = (name.clone(), name.clone(), name.clone());
    let come_cell = has_come.clone().map_or_else(
        || {
            view! {
                <button type="button" class="plain" on:click=came>
                    {say(words::NOTE_CAME)}
                    <span class="hidden">" " {for_came}</span>
                </button>
            }
            .into_any()
        },
        IntoAny::into_any,
    );
    let gone_cell = match (has_come, has_gone) {
        (_, Some(hour)) => hour.into_any(),
        (None, None) => ().into_any(),
        (Some(_), None) => view! {
            <button type="button" class="plain" on:click=went>
                {say(words::NOTE_WENT)}
                <span class="hidden">" " {for_went}</span>
            </button>
        }
        .into_any(),
    };
    let lead_says = move || language.say(if leads { words::LEADS_NO_MORE } else { words::LET_LEAD });
    view! {
        <tr>
            <td>{name} " " <span class="help">{kind}</span></td>
            <td>{phone}</td>
            <td>{format!("{}–{}", hour(turn.starts), hour(turn.ends))}</td>
            <td>{come_cell}</td>
            <td>{gone_cell}</td>
            <td>
                {leads.then(|| view! { <b>{say(words::LEADS)}</b> " " })}
                <button type="button" class="plain" on:click=lead>
                    {lead_says}
                    <span class="hidden">" " {for_lead}</span>
                </button>
            </td>
        </tr>
    }
}

/// The code by which volunteers come and go now, where there is one.
#[component]
fn NowCode(id: StoredValue<String>) -> impl IntoView {
    let (api, clock) = (Api::here(), Clock::here());
    let load = Loader::<Vec<MinuteCode>>::default();
    load.fetch(async move { api.get(&id.with_value(|id| format!("{EVENTS}/{id}/codes"))).await });
    let code = Memo::new(move |_| {
        clock.get();
        let now = clock::now();
        let codes = load.get().unwrap_or_default();
        codes.into_iter().find(|code| code.is_of(now)).map(|code| code.code)
    });
    view! {
        <Show when=move || code.with(Option::is_some)>
            <p>
                {say(words::NOW_CODE)} " " <b class="event-code">{move || code.get()}</b>
                " " <span class="help">{say(words::NOW_CODE_ABOUT)}</span>
            </p>
        </Show>
    }
}
