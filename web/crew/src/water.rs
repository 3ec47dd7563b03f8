//! Emergency water that the unit brings today and tomorrow: where each truck stops, and a button for where it has.

mod given;
mod stop;

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_parts::waiting::Errands;
use shuiting_shared::api::CrewDelivery;
use shuiting_shared::outage::Area;

use crate::orders::often;
use crate::words;
use stop::OneStop;

/// The part of the list; nothing where no water is to be brought.
#[component]
pub(crate) fn Water() -> impl IntoView {
    let (api, errands, clock) = (Api::here(), Errands::here(), Clock::here());
    let load = Loader::<Vec<CrewDelivery>>::default();
    let ask = move || async move { api.get("/api/v1/crew/deliveries").await };
    load.fetch(ask());
    often(errands, move || load.renew(ask(), |_, newer| newer));
    let all = Memo::new(move |_| {
        let mut all = load.get().unwrap_or_default();
        // What is of last time may be of days ago.
        all.retain(|brought| brought.delivery.plan.is_at_hand(clock.get()));
        all
    });
    view! {
        <Faces load happening=words::FETCHING_WATER retry=move |()| load.fetch(ask())>
            <Show when=move || !all.with(Vec::is_empty)>
                <section>
                    <h2>{say(words::WATER)}</h2>
                    <ul class="rows" role="list">
                        <For
                            each=move || all.get()
                            key=|brought| (brought.delivery.id.clone(), brought.delivery.version)
                            let:brought
                        >
                            <Truck brought all />
                        </For>
                    </ul>
                </section>
            </Show>
        </Faces>
    }
}

/// One truck: what it carries, where water is off, and where it stops.
#[component]
fn Truck(brought: CrewDelivery, all: Memo<Vec<CrewDelivery>>) -> impl IntoView {
    let language = Language::here();
    let CrewDelivery { delivery, areas } = brought;
    let (id, plan) = (delivery.id, delivery.plan);
    let (carries, litres) = (plan.litres, plan.share());
    let stops = plan.stops.into_iter().enumerate();
    let stops = stops.map(|(place, stop)| {
        let (path, id) = (given::path(&id, place), id.clone());
        let told = Memo::new(move |_| {
            all.with(|all| {
                let delivery = &all.iter().find(|brought| brought.delivery.id == id)?.delivery;
                delivery.given.get(place)?.as_ref().map(|given| given.at)
            })
        });
        view! { <OneStop path stop litres told /> }
    });
    view! {
        <li class="order">
            <h3 class="order-head">
                <span lang="zh-CN">{plan.truck}</span>
                <span class="order-until">{move || words::litres(carries, language.get())}</span>
            </h3>
            {areas.into_iter().map(|area| view! { <Off area /> }).collect_view()}
            <ol class="waits">{stops.collect_view()}</ol>
        </li>
    }
}

/// Where water is off.
#[component]
fn Off(area: Area) -> impl IntoView {
    let (language, household) = (Language::here(), Household::here());
    view! {
        <p>
            {move || household.town(&area.town, language.get())} " " <span lang="zh-CN">{area.words}</span>
        </p>
    }
}
