//! The tiers as steps.

use leptos::prelude::*;
use shuiting_parts::lang::Language;
use shuiting_shared::tariff::{Charge, cubic};

use super::steps::{GROUND, HEIGHT, Step, Steps, WIDTH};
use super::words;

/// The picture; nothing where all water has one price.
#[component]
pub(crate) fn TierPicture(
    /// How the bill comes about.
    charge: Charge,
) -> impl IntoView {
    let language = Language::here();
    let figures = move |(x, litres): (i64, i64)| {
        view! {
            <text class="tiers-figure" x=x y=GROUND + 22 text-anchor="middle">
                {cubic(litres)}
            </text>
        }
    };
    Steps::of(&charge).map(|Steps { steps, bounds }| {
        view! {
            <svg
                class="tiers"
                viewBox=format!("0 0 {WIDTH} {HEIGHT}")
                role="img"
                aria-label=move || words::picture(&charge, language.get())
            >
                {steps.into_iter().map(step).collect_view()}
                <path class="tiers-ground" d=format!("M0 {GROUND}h{WIDTH}") />
                {bounds.into_iter().map(figures).collect_view()}
                <text class="tiers-figure" x=WIDTH y=GROUND + 22 text-anchor="end">
                    {move || language.say(words::CUBIC_METRES)}
                </text>
            </svg>
        }
    })
}

/// A step: its outline, the water in it, its number above.
fn step(step: Step) -> impl IntoView {
    let water = match step.tier {
        1 => "tiers-water tiers-1",
        2 => "tiers-water tiers-2",
        _ => "tiers-water tiers-3",
    };
    let number = step.numbered.then(|| {
        view! {
            <text class="tiers-figure" x=step.x + step.width / 2 y=step.y - 7 text-anchor="middle">
                {step.tier}
            </text>
        }
    });
    view! {
        <rect class=water x=step.x y=step.y width=step.filled height=step.height />
        <rect class="tiers-step" x=step.x y=step.y width=step.width height=step.height />
        {number}
    }
}
