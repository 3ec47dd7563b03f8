//! Where a clerk chooses how they are told.

use leptos::prelude::*;
use shuiting_parts::lang::say;

use super::{Alerts, words};

const ID: &str = "alert-menu";
const TITLE_ID: &str = "alert-title";

/// The button in the header and what it opens: the browser shows and closes it, by pointer and by keyboard.
#[component]
pub(crate) fn AlertMenu() -> impl IntoView {
    let alerts = Alerts::here();
    let chosen = move || alerts.choice.get();
    view! {
        <button type="button" class="plain" popovertarget=ID>
            {say(words::ALERTS)}
        </button>
        <div id=ID class="alert-menu" popover="auto" role="dialog" aria-labelledby=TITLE_ID>
            <h2 id=TITLE_ID>{say(words::ALERTS)}</h2>
            <p>{say(words::WHEN)}</p>
            <label>
                <input
                    type="checkbox"
                    prop:checked=move || chosen().count
                    on:change=move |event| {
                        let on = event_target_checked(&event);
                        alerts.choose(|choice| choice.count = on);
                    }
                />
                {say(words::COUNT)}
            </label>
            <label>
                <input
                    type="checkbox"
                    prop:checked=move || chosen().tone
                    on:change=move |event| {
                        let on = event_target_checked(&event);
                        alerts.choose(|choice| choice.tone = on);
                    }
                />
                {say(words::TONE)}
            </label>
            <p class="help">{say(words::KEPT_HERE)}</p>
        </div>
    }
}
