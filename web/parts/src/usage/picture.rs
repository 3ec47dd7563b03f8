//! The bars.

use leptos::prelude::*;
use shuiting_shared::usage::MonthUse;

use super::bars::{Bar, GROUND, HEIGHT, WIDE, WIDTH, bars, shown};
use super::table::MonthTable;
use super::words;
use crate::lang::{Language, say};

/// The last twelve months as bars, what the latest is beside the year before, and all of it in figures.
#[component]
pub fn UsageBars(
    /// The months that are known, the oldest first; two years of them to compare.
    months: Vec<MonthUse>,
) -> impl IntoView {
    let language = Language::here();
    let drawn = bars(&months);
    let legend = drawn.iter().any(|bar| bar.before.is_some());
    let latest = months.last().copied();
    let compared = latest.and_then(|latest| Some((latest, *latest.year_before(&months)?)));
    let compared = compared.map(|(latest, before)| {
        view! { <p>{move || words::compared(&latest, &before, language.get())}</p> }
    });
    let before = |month: &MonthUse| month.year_before(&months).map(|before| before.volume);
    let figures = shown(&months).iter().map(|month| (*month, before(month))).collect();
    (!drawn.is_empty()).then(|| {
        view! {
            <section class="card usage" aria-labelledby="usage">
                <h2 id="usage">{say(words::TITLE)}</h2>
                <svg
                    class="usage-picture"
                    viewBox=format!("0 0 {WIDTH} {HEIGHT}")
                    role="img"
                    aria-label=move || words::picture(shown(&months), language.get())
                >
                    {drawn.into_iter().map(bar).collect_view()}
                    <path class="usage-ground" d=format!("M0 {GROUND}h{WIDTH}") />
                </svg>
                {legend.then(|| view! { <p class="small">{say(words::LEGEND)}</p> })}
                {compared}
                <MonthTable months=figures />
            </section>
        }
    })
}

fn bar(bar: Bar) -> impl IntoView {
    let middle = bar.x + WIDE / 2;
    let before = bar.before.map(|y| {
        let line = format!("M{} {y}h{}", bar.x - 3, WIDE + 6);
        view! { <path class="usage-before" d=line /> }
    });
    let figure = bar.figured.then(|| {
        let above = bar.before.map_or(bar.y, |before| before.min(bar.y)) - 7;
        view! {
            <text class="usage-figure" x=middle y=above text-anchor="middle">
                {bar.volume}
            </text>
        }
    });
    view! {
        <rect class="usage-bar" x=bar.x y=bar.y width=WIDE height=GROUND - bar.y />
        {before}
        {figure}
        <text class="usage-figure" x=middle y=GROUND + 22 text-anchor="middle">
            {bar.month}
        </text>
    }
}
