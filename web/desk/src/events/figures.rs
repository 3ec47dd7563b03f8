//! Figures of events, each with what it counts.

use leptos::prelude::*;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::event::Figures;
use shuiting_shared::words::Bi;

use super::words;

/// The figures, in the order in which they are told.
fn rows(figures: &Figures) -> [(Bi, u32); 12] {
    [
        (words::EVENTS_HELD, figures.events),
        (words::TURNS, figures.turns),
        (words::HOURS, figures.hours()),
        (words::PEOPLE, figures.people),
        (words::SHOWN, figures.shown),
        (words::CHECKS, figures.checks),
        (words::SWAPPED, figures.swapped),
        (words::TESTS, figures.tests),
        (words::FILED, figures.filed),
        (words::FINISHED, figures.finished),
        (words::NEEDS, figures.needs),
        (words::SOLVED, figures.solved),
    ]
}

/// All of them.
#[component]
pub(super) fn FiguresList(
    figures: Figures,
    /// Whether they are of one event, so that nobody counts events.
    #[prop(default = false)]
    alone: bool,
) -> impl IntoView {
    let language = Language::here();
    let one = |(name, count): (Bi, u32)| {
        view! {
            <div>
                <dt>{say(name)}</dt>
                <dd>{count}</dd>
            </div>
        }
    };
    let satisfaction = move || {
        let said = figures.satisfaction_said();
        said.unwrap_or_else(|| language.say(words::NOT_RATED).to_owned())
    };
    view! {
        <dl class="plan-figures">
            {rows(&figures).into_iter().skip(usize::from(alone)).map(one).collect_view()} <div>
                <dt>{say(words::SATISFACTION)}</dt>
                <dd>{satisfaction}</dd>
            </div>
        </dl>
    }
}
