//! A status in words, with its colour and its shape.

use leptos::prelude::*;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::Language;
use shuiting_shared::api::CaseLine;

use super::look::look;

/// The mark of a case.
#[component]
pub(super) fn Mark(
    /// The case.
    #[prop(into)]
    line: Signal<CaseLine>,
) -> impl IntoView {
    let language = Language::here();
    move || {
        let look = line.with(|line| look(line.status, line.waits_for_you));
        view! {
            <span class=format!("case-mark {}", look.tone)>
                <Icon name=look.icon />
                {language.say(look.words)}
            </span>
        }
    }
}
