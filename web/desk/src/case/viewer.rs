//! The documents, large: looked at one after the other, compared with what was filed, and judged.
//!
//! | module | subject |
//! |---|---|
//! | [`tour`] | which photo is seen, and which comes next |
//! | [`sight`] | zoom, turn and the moving about |
//! | [`compare`] | what the document should show, and what is said of it |
//! | [`judge`], [`refusal`] | in order, or not and why |

mod compare;
mod judge;
mod refusal;
mod sight;
mod tour;
mod words;

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Item, Verdict};
use shuiting_shared::words::Bi;

pub(crate) use tour::Tour;

use super::hand::Hand;
use super::item_name;
use crate::keys::{Command, Hint, Keys, Layer};
use crate::sheet::Sheet;
use compare::Compare;
use judge::Judge;
use sight::{LargePhoto, Sight};
use tour::Subject;

/// Opens the documents by their key, and shows them while they are open.
#[component]
pub(crate) fn Viewer(case: Memo<CaseView>) -> impl IntoView {
    let hand = Hand::here();
    Keys::here().on_if(Command::Look, move || {
        let done = |key: &str| case.with_untracked(|case| judge::verdict_of(case, key).is_some());
        let tour = case.with_untracked(Tour::of).map(|tour| tour.at_open(done));
        let some = tour.is_some();
        hand.tour.set(tour);
        some
    });
    let open = Memo::new(move |_| hand.tour.with(Option::is_some));
    move || open.get().then(|| view! { <Large case /> })
}

/// The keys of the viewer, for as long as the component that asks is there.
fn by_keys(sight: Sight) {
    let (hand, keys, judge) = (Hand::here(), Keys::here(), Judge::here());
    let go = move |change: fn(&mut Tour)| {
        hand.tour.update(|tour| {
            if let Some(tour) = tour {
                change(tour);
            }
        });
    };
    // Enlarged, the arrows move the photo.
    let step = move |change: fn(&mut Tour)| {
        let whole = sight.whole();
        if whole {
            go(change);
        }
        whole
    };
    keys.on_if(Command::NextPhoto, move || step(Tour::go_on));
    keys.on_if(Command::PreviousPhoto, move || step(Tour::go_back));
    keys.on(Command::NextMaterial, move || go(Tour::skip));
    keys.on(Command::PreviousMaterial, move || go(Tour::skip_back));
    keys.on(Command::Nearer, move || sight.nearer());
    keys.on(Command::Farther, move || sight.farther());
    keys.on(Command::Fit, move || sight.fit());
    keys.on(Command::TurnRight, move || sight.turn_right());
    keys.on(Command::TurnLeft, move || sight.turn_left());
    keys.on_if(Command::Accept, move || judge.say(Verdict::Accepted));
    keys.on_if(Command::Refuse, move || {
        let may = untrack(|| judge.judges()).is_some();
        judge.refusing.set(may);
        may
    });
}

#[component]
fn Large(case: Memo<CaseView>) -> impl IntoView {
    let (api, hand, language) = (Api::here(), Hand::here(), Language::here());
    let (sight, judge) = (Sight::new(), Judge::provide());
    by_keys(sight);
    // While it goes it keeps its last face.
    let tour = Memo::new(move |before: Option<&Option<Tour>>| hand.tour.get().or_else(|| before.cloned().flatten()));
    let read = move |read: fn(&Tour) -> Option<String>| tour.with(|tour| tour.as_ref().and_then(read));
    let photo = Memo::new(move |_| read(|tour| tour.photo().map(str::to_owned)).unwrap_or_default());
    // Each photo is seen whole and upright at first, by the keys.
    Effect::watch(
        move || photo.get(),
        move |_, _, _| {
            sight.reset();
            judge.refusing.set(false);
            sight.focus();
        },
        false,
    );
    let back = move |refusing: &bool, _: Option<&bool>, _| {
        if !refusing {
            sight.focus();
        }
    };
    Effect::watch(move || judge.refusing.get(), back, false);
    let name = Signal::derive(move || {
        let service = case.with(|case| case.line.service);
        let lang = language.get();
        tour.with(|tour| match tour.as_ref().and_then(Tour::subject) {
            Some(Subject::Material(key)) => item_name(service, &Item::Material(key.clone()), lang),
            Some(Subject::Other(title)) => title.clone(),
            None => String::new(),
        })
    });
    let title = Signal::derive(move || {
        let (at, count) = tour.with(|tour| tour.as_ref().map(Tour::place).unwrap_or_default());
        crate::words::photo(&name.get(), at, count, language.get())
    });
    let material = Memo::new(move |_| read(|tour| tour.material().map(str::to_owned)));
    let stop = Signal::derive(move || tour.with(|tour| tour.as_ref().map(Tour::stop).unwrap_or_default()));
    let many = Memo::new(move |_| tour.with(|tour| tour.as_ref().is_some_and(|tour| tour.len() > 1)));
    let source = Signal::derive(move || api.photo(&photo.get()));
    view! {
        <Sheet title class="viewer" layer=Layer::Viewer on_close=move |()| hand.tour.set(None)>
            <div class="viewer-bar">
                <Show when=move || many.get()>
                    <Tool command=Command::PreviousPhoto name=crate::words::PREVIOUS_PHOTO />
                    <Tool command=Command::NextPhoto name=crate::words::NEXT_PHOTO />
                </Show>
                <Tool command=Command::Nearer name=crate::words::NEARER />
                <Tool command=Command::Farther name=crate::words::FARTHER />
                <Tool command=Command::TurnRight name=crate::words::TURN />
                <button type="button" on:click=move |_| hand.tour.set(None)>
                    {say(crate::words::CLOSE)}
                </button>
            </div>
            <div class="viewer-body" class:alone=move || material.with(Option::is_none)>
                <LargePhoto sight source title />
                <Show when=move || material.with(Option::is_some)>
                    <Compare case material name stop />
                </Show>
            </div>
        </Sheet>
    }
}

/// A button that does what its key does.
#[component]
fn Tool(
    /// What it does.
    command: Command,
    /// What it is called.
    name: Bi,
    /// A class for its looks.
    #[prop(default = "")]
    class: &'static str,
) -> impl IntoView {
    let keys = Keys::here();
    let hint = Hint::of(command);
    view! {
        <button
            type="button"
            class=class
            aria-keyshortcuts=move || hint.aria()
            data-key=move || hint.said()
            on:click=move |_| {
                keys.run(command, 0);
            }
        >
            {say(name)}
        </button>
    }
}
