//! Where water is off: one or several parts of towns.

use leptos::prelude::*;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::words::Bi;

use super::desk::Desk;
use super::inputs::{Line, Town};
use super::typed::TypedArea;
use super::words;

/// All of them, and one more.
#[component]
pub(super) fn Areas(desk: Desk) -> impl IntoView {
    let said = desk.said("areas");
    let count = Memo::new(move |_| desk.typed.with(|typed| typed.areas.len()));
    let add = move |_| desk.change("areas", |typed| typed.areas.push(TypedArea::default()));
    view! {
        <For each=move || 0..count.get() key=|place| *place let:place>
            <OneArea desk place several=Signal::derive(move || count.get() > 1) />
        </For>
        <p class="flaw" id="areas-flaw" role="alert">
            {said}
        </p>
        <p>
            <button type="button" on:click=add>
                {say(words::ADD_AREA)}
            </button>
        </p>
    }
}

#[component]
fn OneArea(desk: Desk, place: usize, several: Signal<bool>) -> impl IntoView {
    let language = Language::here();
    let name = move || words::area(place + 1, language.get());
    let town = format!("areas.{place}.town");
    let value = read(desk, place, |area| &mut area.town);
    let set = {
        let town = town.clone();
        move |code| write(desk, place, &town, |area| area.town = code)
    };
    let said = desk.said(town.clone());
    let remove = move |_| {
        desk.change("areas", |typed| {
            if place < typed.areas.len() {
                typed.areas.remove(place);
            }
        });
    };
    view! {
        <fieldset class="outage-area">
            <legend>{name}</legend>
            <Town path=town said value set />
            <Part desk place field="words" label=words::AREA_WORDS part=|area| &mut area.words />
            <Part
                desk
                place
                field="streets"
                label=words::STREETS
                help=words::STREETS_HELP
                part=|area| &mut area.streets
            />
            <Part desk place field="estates" label=words::ESTATES part=|area| &mut area.estates />
            <Part
                desk
                place
                field="accounts"
                label=words::ACCOUNTS
                help=words::ACCOUNTS_HELP
                part=|area| &mut area.accounts
            />
            <Show when=move || several.get()>
                <button type="button" class="plain" on:click=remove>
                    {say(words::REMOVE)}
                    <span class="hidden">" " {name}</span>
                </button>
            </Show>
        </fieldset>
    }
}

/// One of the texts of an area.
#[component]
fn Part(
    desk: Desk,
    place: usize,
    field: &'static str,
    label: Bi,
    #[prop(optional)] help: Option<Bi>,
    part: fn(&mut TypedArea) -> &mut String,
) -> impl IntoView {
    let path = format!("areas.{place}.{field}");
    let value = read(desk, place, part);
    let set = {
        let path = path.clone();
        move |text| write(desk, place, &path, |area| *part(area) = text)
    };
    let (said, left) = (desk.said(path.clone()), path.clone());
    view! { <Line path label kind="text" help value set said leave=move |()| desk.leave(&left) /> }
}

fn read(desk: Desk, place: usize, part: fn(&mut TypedArea) -> &mut String) -> Signal<String> {
    Signal::derive(move || {
        let area = desk.typed.with(|typed| typed.areas.get(place).cloned());
        area.map(|mut area| part(&mut area).clone()).unwrap_or_default()
    })
}

fn write(desk: Desk, place: usize, path: &str, change: impl FnOnce(&mut TypedArea)) {
    desk.change(path, |typed| {
        if let Some(area) = typed.areas.get_mut(place) {
            change(area);
        }
    });
}
