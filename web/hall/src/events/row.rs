//! An event in a list; it leads to its page.

use leptos::prelude::*;
use shuiting_parts::household::Household;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::EventView;
use shuiting_shared::event::State;
use shuiting_shared::words::Lang;

/// The row. What staff wrote stands in their words.
#[component]
pub(super) fn Row(event: EventView) -> impl IntoView {
    let (language, household) = (Language::here(), Household::here());
    let cancelled = event.state == State::Cancelled;
    let (href, plan) = (format!("/events/{}", event.id), StoredValue::new(event.plan));
    let title = plan.with_value(|plan| plan.title.clone());
    let when = move || plan.with_value(|plan| plan.when(language.get()));
    let whereabouts = move || {
        let lang = language.get();
        plan.with_value(|plan| household.read(|house| plan.whereabouts(house, lang)))
    };
    view! {
        <li>
            <a class="row" href=href>
                <span class="row-body">
                    <b lang=Lang::Zh.tag()>{title}</b>
                    <span>{when}</span>
                    <span class="small" lang=Lang::Zh.tag()>
                        {whereabouts}
                    </span>
                </span>
                {cancelled.then(|| view! { <span class="tag event-off">{say(State::Cancelled.label())}</span> })}
                <Icon name="chevron" />
            </a>
        </li>
    }
}
