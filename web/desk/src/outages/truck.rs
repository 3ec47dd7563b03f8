//! Planning a delivery: the truck, what it carries, and where it stops when.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::Failure;
use shuiting_parts::form::Marks;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::DeliveryView;
use shuiting_shared::form::FieldFlaw;
use shuiting_shared::words::{Bi, Text};

use super::deliveries::Trucks;
use super::inputs::{Line, Town};
use super::typed_truck::{TypedStop, TypedTruck};
use super::words;
use crate::sheet::Sheet;

/// What is typed, what is wrong with it, and what is being sent.
#[derive(Clone, Copy)]
struct Planning {
    trucks: Trucks,
    language: Language,
    household: Household,
    typed: RwSignal<TypedTruck>,
    marks: RwSignal<Marks>,
    busy: RwSignal<bool>,
    failure: RwSignal<Option<Failure>>,
}

impl Planning {
    fn flaws(self) -> Vec<FieldFlaw> {
        let (delivery, mut flaws) = self.typed.with(TypedTruck::reads);
        let known: Vec<_> = flaws.iter().map(|flaw| flaw.field.clone()).collect();
        let found = self.household.read(|house| delivery.flaws(house));
        flaws.extend(found.into_iter().filter(|flaw| !known.contains(&flaw.field)));
        flaws
    }

    fn said(self, path: String) -> Signal<Option<String>> {
        Signal::derive(move || {
            let flaws = self.flaws();
            self.marks.with(|marks| marks.say(&path, &flaws, self.language.get()))
        })
    }

    fn change(self, path: &str, change: impl FnOnce(&mut TypedTruck)) {
        self.typed.update(change);
        self.marks.update(|marks| marks.change(path));
    }

    fn send(self) {
        if self.busy.get_untracked() {
            return;
        }
        let flaws = untrack(|| self.flaws());
        self.marks.update(|marks| marks.show(&flaws));
        if !flaws.is_empty() {
            return;
        }
        let (delivery, _) = self.typed.with_untracked(TypedTruck::reads);
        self.busy.set(true);
        self.failure.set(None);
        spawn_local(async move {
            let trucks = self.trucks;
            let answer = trucks.hand.api.post::<DeliveryView>(&trucks.path(), &delivery).await;
            // The page may have been left meanwhile.
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(_) => {
                    trucks.planning.set(false);
                    trucks.fetch();
                    trucks.hand.fetch();
                }
                Err(refused) => {
                    self.marks.update(|marks| marks.tell(refused.fields()));
                    self.failure.set(Some(refused));
                }
            }
        });
    }
}

/// The dialog.
#[component]
pub(super) fn TruckSheet(trucks: Trucks) -> impl IntoView {
    let language = Language::here();
    let planning = Planning {
        trucks,
        language,
        household: Household::here(),
        typed: RwSignal::default(),
        marks: RwSignal::default(),
        busy: RwSignal::new(false),
        failure: RwSignal::new(None),
    };
    let count = Memo::new(move |_| planning.typed.with(|typed| typed.stops.len()));
    let add = move |_| {
        planning.change("stops", |typed| {
            let last = typed.stops.last().cloned().unwrap_or_default();
            typed.stops.push(TypedStop {
                place: String::new(),
                from: last.until,
                until: String::new(),
                ..last
            });
        });
    };
    let whole = move || {
        let failure = planning.failure.get()?;
        failure.fields().is_empty().then(|| failure.say(language.get()))
    };
    view! {
        <Sheet
            title=Signal::derive(move || language.say(words::PLAN_TRUCK).to_owned())
            class="sheet sheet-wide"
            on_close=move |()| trucks.planning.set(false)
        >
            <form
                class="plan-form"
                novalidate
                on:submit=move |event| {
                    event.prevent_default();
                    planning.send();
                }
            >
                <p class="flaw" role="alert">
                    {whole}
                </p>
                <Part planning path="truck".to_owned() label=words::TRUCK part=|typed| Some(&mut typed.truck) />
                <Part planning path="litres".to_owned() label=words::LITRES part=|typed| Some(&mut typed.litres) />
                <Unit planning />
                <For each=move || 0..count.get() key=|place| *place let:place>
                    <OneStop planning place />
                </For>
                <p>
                    <button type="button" on:click=add>
                        {say(words::ADD_STOP)}
                    </button>
                </p>
                <p class="help">{say(words::TRUCK_HELP)}</p>
                <footer>
                    <button type="submit" class="main" aria-disabled=move || planning.busy.get().to_string()>
                        {say(words::PLAN_IT)}
                    </button>
                    <button type="button" class="plain" on:click=move |_| trucks.planning.set(false)>
                        {say(crate::words::CLOSE)}
                    </button>
                </footer>
            </form>
        </Sheet>
    }
}

#[component]
fn OneStop(planning: Planning, place: usize) -> impl IntoView {
    let language = Language::here();
    let name = move || words::stop(place + 1, language.get());
    let path = |field: &str| format!("stops.{place}.{field}");
    let town = path("town");
    let value = Signal::derive(move || {
        let stop = planning.typed.with(|typed| typed.stops.get(place).cloned());
        stop.map(|stop| stop.town).unwrap_or_default()
    });
    let set = {
        let town = town.clone();
        move |code| {
            planning.change(&town, |typed| {
                if let Some(stop) = typed.stops.get_mut(place) {
                    stop.town = code;
                }
            });
        }
    };
    let said = planning.said(town.clone());
    view! {
        <fieldset class="outage-area">
            <legend>{name}</legend>
            <Town path=town said value set />
            <Part
                planning
                path=path("place")
                label=words::STOP_PLACE
                part=move |typed| typed.stops.get_mut(place).map(|stop| &mut stop.place)
            />
            <div class="plan-times outage-times">
                <Part
                    planning
                    path=path("from")
                    kind="datetime-local"
                    label=words::STOP_FROM
                    part=move |typed| typed.stops.get_mut(place).map(|stop| &mut stop.from)
                />
                <Part
                    planning
                    path=path("until")
                    kind="datetime-local"
                    label=words::STOP_UNTIL
                    part=move |typed| typed.stops.get_mut(place).map(|stop| &mut stop.until)
                />
            </div>
        </fieldset>
    }
}

/// One of the texts of a delivery.
#[component]
fn Part(
    planning: Planning,
    path: String,
    label: Bi,
    #[prop(default = "text")] kind: &'static str,
    part: impl Fn(&mut TypedTruck) -> Option<&mut String> + Copy + Send + Sync + 'static,
) -> impl IntoView {
    let value = Signal::derive(move || part(&mut planning.typed.get()).cloned().unwrap_or_default());
    let (changed, left) = (path.clone(), path.clone());
    let set = move |typed: String| {
        planning.change(&changed, |all| {
            if let Some(text) = part(all) {
                *text = typed;
            }
        });
    };
    let leave = move |()| planning.marks.update(|marks| marks.leave(&left));
    let said = planning.said(path.clone());
    view! { <Line path label kind help=None value set said leave /> }
}

/// Whose crew drives it.
#[component]
fn Unit(planning: Planning) -> impl IntoView {
    let language = Language::here();
    let said = planning.said("unit".to_owned());
    let units = planning.household.read(|house| {
        let units = house.units.iter().map(|unit| (unit.code.clone(), unit.name.clone()));
        units.collect::<Vec<_>>()
    });
    let option = move |(code, name): (String, Text)| {
        view! { <option value=code>{move || name.get(language.get()).to_owned()}</option> }
    };
    view! {
        <p>
            <label for="unit">{say(words::UNIT)}</label>
            <select
                id="unit"
                on:change=move |event| planning.change("unit", |typed| typed.unit = event_target_value(&event))
                aria-invalid=move || said.with(Option::is_some).to_string()
                aria-describedby="unit-flaw"
            >
                <option value="">{say(words::CHOOSE_UNIT)}</option>
                {units.into_iter().map(option).collect_view()}
            </select>
            <span id="unit-flaw" class="flaw" role="alert">
                {said}
            </span>
        </p>
    }
}
