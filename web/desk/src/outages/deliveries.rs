//! Emergency water for a notice: trucks, their stops, and what was given there.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::Failure;
use shuiting_parts::chance;
use shuiting_parts::clock::Clock;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::{DeliveryView, GiveWater, Given};
use shuiting_shared::case::Role;
use shuiting_shared::delivery::Stop;
use shuiting_shared::time;

use super::one::Hand;
use super::truck::TruckSheet;
use super::{DESK, may, words};

/// The deliveries that are shown, and what is being done to them.
#[derive(Clone, Copy)]
pub(super) struct Trucks {
    pub(super) hand: Hand,
    load: Loader<Vec<DeliveryView>>,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
    /// Whether one is being planned.
    pub(super) planning: RwSignal<bool>,
}

impl Trucks {
    /// Where they are planned.
    pub(super) fn path(self) -> String {
        format!("{DESK}/{}/deliveries", self.hand.id.get_untracked())
    }

    /// Looks at them again, and at the notice, of which they are a part.
    pub(super) fn fetch(self) {
        let (api, path) = (self.hand.api, self.path());
        self.load.follow(async move { api.get(&path).await });
    }

    fn after(self, answer: Result<(), Failure>) {
        // The page may have been left meanwhile.
        if self.busy.try_set(false).is_some() {
            return;
        }
        match answer {
            Ok(()) => {
                self.fetch();
                self.hand.fetch();
            }
            Err(refused) => self.failure.set(Some(refused)),
        }
    }

    /// Ticks off a stop, where the truck has given what it carries in equal parts.
    fn gives(self, delivery: &str, stop: usize, litres: u32) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        let path = format!("/api/v1/deliveries/{delivery}/stops/{stop}/acts");
        spawn_local(async move {
            let key = chance::key();
            let answer = self.hand.api.post_once(&path, &key, &GiveWater { litres }).await;
            self.after(answer.map(|_: DeliveryView| ()));
        });
    }

    fn removes(self, delivery: &str, version: i32) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        let path = format!("/api/v1/desk/deliveries/{delivery}?version={version}");
        spawn_local(async move {
            let answer = self.hand.api.delete(&path).await;
            self.after(answer);
        });
    }
}

/// All of them, and one more.
#[component]
pub(super) fn Deliveries(hand: Hand, over: bool) -> impl IntoView {
    let (language, writes) = (Language::here(), may(Role::posts_outages));
    let trucks = Trucks {
        hand,
        load: Loader::default(),
        busy: RwSignal::new(false),
        failure: RwSignal::new(None),
        planning: RwSignal::new(false),
    };
    Effect::new(move || {
        hand.id.track();
        trucks.fetch();
    });
    let all = move || trucks.load.get().unwrap_or_default();
    let failed = move || {
        let failure = trucks.failure.get()?;
        let field = failure.fields().first().map(|field| field.detail.clone());
        Some(field.unwrap_or_else(|| failure.say(language.get())))
    };
    view! {
        <section aria-labelledby="outage-water" class="outage-water">
            <h2 id="outage-water">{say(words::WATER)}</h2>
            <p class="flaw" role="alert">
                {failed}
            </p>
            <Faces load=trucks.load happening=words::FETCHING_WATER retry=move |()| trucks.fetch()>
                <Show when=move || all().is_empty()>
                    <p class="help">{say(words::NO_WATER)}</p>
                </Show>
                <For each=all key=|view| (view.id.clone(), view.version, given(view)) let:view>
                    <Truck trucks view writes />
                </For>
            </Faces>
            <Show when=move || writes.get() && !over>
                <button type="button" on:click=move |_| trucks.planning.set(true)>
                    {say(words::PLAN_TRUCK)}
                </button>
            </Show>
            <Show when=move || trucks.planning.get()>
                <TruckSheet trucks />
            </Show>
        </section>
    }
}

/// At how many stops water was given.
fn given(view: &DeliveryView) -> usize {
    view.given.iter().flatten().count()
}

#[component]
fn Truck(trucks: Trucks, view: DeliveryView, writes: Memo<bool>) -> impl IntoView {
    let (language, household) = (Language::here(), Household::here());
    let (id, version, untouched) = (view.id.clone(), view.version, given(&view) == 0);
    let name = {
        let (truck, litres, unit) = (view.plan.truck.clone(), view.plan.litres, view.plan.unit.clone());
        move || {
            let lang = language.get();
            let named = household.read(|house| house.unit(&unit).map(|unit| unit.name.get(lang).to_owned()));
            words::truck(&truck, litres, named.as_deref().unwrap_or(&unit), lang)
        }
    };
    let litres = view.plan.share();
    let stops = view.plan.stops.clone().into_iter().zip(view.given.clone()).enumerate();
    let stops = stops.map(|(place, (stop, given))| {
        view! { <OneStop trucks delivery=view.id.clone() place stop given litres writes /> }
    });
    let stops = stops.collect_view();
    view! {
        <table>
            <caption>{name}</caption>
            <tbody>{stops}</tbody>
        </table>
        <Show when=move || writes.get() && untouched>
            <button type="button" class="plain" on:click={
                let id = id.clone();
                move |_| trucks.removes(&id, version)
            }>
                {say(words::REMOVE_TRUCK)}
            </button>
        </Show>
    }
}

#[component]
fn OneStop(
    trucks: Trucks,
    delivery: String,
    place: usize,
    stop: Stop,
    given: Option<Given>,
    litres: u32,
    writes: Memo<bool>,
) -> impl IntoView {
    let (language, household, clock) = (Language::here(), Household::here(), Clock::here());
    let (town, where_to) = (stop.town.clone(), stop.place.clone());
    let when = move || stop.when(clock.get(), language.get());
    let open = given.is_none();
    let said = move || {
        let given = given.as_ref()?;
        let lang = language.get();
        Some(words::given(
            given.litres,
            &time::say(given.at, clock.get(), lang),
            lang,
        ))
    };
    let name = where_to.clone();
    view! {
        <tr>
            <th scope="row" class="plan-where">
                {move || household.town(&town, language.get())}
                " "
                {where_to}
            </th>
            <td>{when}</td>
            <td>
                {said}
                <Show when=move || writes.get() && open>
                    <button type="button" class="plain" on:click={
                        let delivery = delivery.clone();
                        move |_| trucks.gives(&delivery, place, litres)
                    }>
                        {say(words::GIVEN)}
                        <span class="hidden">" " {name.clone()}</span>
                    </button>
                </Show>
            </td>
        </tr>
    }
}
