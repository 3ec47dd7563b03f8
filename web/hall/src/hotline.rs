//! The hotline, as a link that calls.

use leptos::prelude::*;
use shuiting_parts::household::Household;
use shuiting_parts::lang::Language;
use shuiting_shared::words::Lang;

/// As the first screen has it, until the house says otherwise.
const BUILT_IN: &str = "96968";

/// The number.
pub(crate) fn hotline() -> Memo<String> {
    let household = Household::here();
    Memo::new(move |_| {
        let number = household.read(|house| house.hotline.clone());
        if number.is_empty() { BUILT_IN.to_owned() } else { number }
    })
}

/// A link that calls; `said` says so with the number.
#[component]
pub(crate) fn Hotline(
    /// What it says.
    said: fn(&str, Lang) -> String,
    /// How it looks.
    #[prop(optional)]
    class: Option<&'static str>,
) -> impl IntoView {
    let (number, language) = (hotline(), Language::here());
    view! {
        <a class=class href=move || format!("tel:{}", number.get())>
            {move || said(&number.get(), language.get())}
        </a>
    }
}
