//! The phone's own location: asked for by a button, never by itself, and never required.

use std::time::Duration;

use futures::channel::oneshot;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_shared::form::Answer;
use shuiting_shared::place::Point;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Position, PositionError, PositionOptions};

use super::aids::{Aids, NoPoint};
use super::question::Question;
use super::{frame, words};
use crate::icon::Icon;
use crate::lang::say;

const PATIENCE: Duration = Duration::from_secs(15);

/// A button that takes the location.
#[component]
pub(super) fn PointRow(question: Question) -> impl IntoView {
    let busy = RwSignal::new(false);
    let trouble = RwSignal::new(None::<NoPoint>);
    let aids = use_context::<Aids>();
    let has = move || question.value.with(|value| !value.trim().is_empty());
    let locate = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        trouble.set(None);
        spawn_local(async move {
            let found = locate(aids).await;
            // The page may have been left meanwhile.
            if busy.try_set(false).is_some() {
                return;
            }
            match found {
                Ok(point) => question.set.run(point.canonical()),
                Err(why) => trouble.set(Some(why)),
            }
        });
    };
    let name = move || match (busy.get(), has()) {
        (true, _) => words::LOCATING,
        (false, true) => words::LOCATE_AGAIN,
        (false, false) => words::LOCATE,
    };
    let language = crate::lang::Language::here();
    view! {
        <div class="field" role="group" aria-labelledby=format!("{}-label", question.id())>
            <p class="field-label" id=format!("{}-label", question.id())>{frame::label(question)}</p>
            <div class="field-line">
                <button
                    type="button"
                    class="button-plain"
                    id=question.id()
                    aria-describedby=question.described_by()
                    aria-busy=move || busy.get().to_string()
                    on:click=locate
                >
                    <Icon name="pin" />
                    {move || language.say(name())}
                </button>
                <Show when=has>
                    <span class="field-done" role="status"><Icon name="check" />{say(words::LOCATED)}</span>
                    <button type="button" class="button-link" on:click=move |_| question.set.run(String::new())>
                        {say(words::FORGET_POINT)}
                    </button>
                </Show>
            </div>
            {move || {
                trouble
                    .get()
                    .map(|why| view! { <p class="field-note" role="alert">{move || language.say(words::no_point(why))}</p> })
            }}
            {frame::flaw(question)}
            {frame::help(question)}
        </div>
    }
}

/// Finds where the phone is, once: by the program's own means, else by the browser's.
pub async fn locate(aids: Option<Aids>) -> Result<Point, NoPoint> {
    if let Some(locating) = aids.and_then(|aids| aids.locate.run(()))
        && let Some(found) = locating.await
    {
        return found;
    }
    ask_browser(PATIENCE).await
}

/// Asks the browser once where the phone is, and waits for so long.
pub async fn ask_browser(patience: Duration) -> Result<Point, NoPoint> {
    let geolocation = window().navigator().geolocation().map_err(|_| NoPoint::Failed)?;
    let (tell, answer) = oneshot::channel();
    let tell = std::rc::Rc::new(std::cell::Cell::new(Some(tell)));
    let finish = move |found: Result<Point, NoPoint>| {
        if let Some(tell) = tell.take() {
            // Nobody waits any more where the page was left.
            let _ = tell.send(found);
        }
    };
    let found = {
        let finish = finish.clone();
        Closure::<dyn FnMut(Position)>::new(move |position: Position| {
            let coordinates = position.coords();
            finish(Point::new(coordinates.latitude(), coordinates.longitude()).ok_or(NoPoint::Failed));
        })
    };
    let failed = Closure::<dyn FnMut(PositionError)>::new(move |error: PositionError| {
        finish(Err(if error.code() == PositionError::PERMISSION_DENIED {
            NoPoint::Denied
        } else {
            NoPoint::Failed
        }));
    });
    let options = PositionOptions::new();
    options.set_enable_high_accuracy(true);
    options.set_timeout(u32::try_from(patience.as_millis()).unwrap_or(u32::MAX));
    geolocation
        .get_current_position_with_error_callback_and_options(
            found.as_ref().unchecked_ref(),
            Some(failed.as_ref().unchecked_ref()),
            &options,
        )
        .map_err(|_| NoPoint::Failed)?;
    answer.await.unwrap_or(Err(NoPoint::Failed))
}
