//! A turn as a row, and how its times are said.

use leptos::prelude::*;
use shuiting_parts::household::Household;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::TurnView;
use shuiting_shared::event::State;
use shuiting_shared::time::{Moment, local, say_day};
use shuiting_shared::words::Lang;

use super::words;

/// The hour, by a clock in China.
pub(super) fn hour(moment: Moment) -> String {
    local(moment).format("%H:%M").to_string()
}

/// From when until when.
pub(super) fn span(starts: Moment, ends: Moment) -> String {
    format!("{}–{}", hour(starts), hour(ends))
}

/// When somebody came and went.
pub(super) fn been(turn: &TurnView, lang: Lang) -> String {
    let (came, went) = (turn.came.map(hour), turn.went.map(hour));
    words::came(came.as_deref(), went.as_deref(), lang)
}

/// What is to be done, as one line.
pub(super) fn tasks(turn: &TurnView, lang: Lang) -> String {
    let between = match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    };
    let tasks: Vec<_> = turn.tasks.iter().map(|task| task.label().get(lang)).collect();
    tasks.join(between)
}

/// The row, which leads to what is done there.
#[component]
pub(super) fn TurnRow(turn: TurnView) -> impl IntoView {
    let (language, household) = (Language::here(), Household::here());
    let href = format!("/events/{}/work", turn.event);
    let off = turn.state == State::Cancelled;
    let (starts, ends) = (turn.starts, turn.ends);
    let when = move || {
        format!(
            "{} {}",
            say_day(local(starts).date(), language.get()),
            span(starts, ends)
        )
    };
    let (town, community, place) = (turn.town.clone(), turn.community.clone(), turn.place.clone());
    let whereabouts = move || {
        let lang = language.get();
        let town = household.town(&town, lang);
        match lang {
            Lang::Zh => format!("{town}{community} {place}"),
            Lang::En => format!("{place}, {community}, {town}"),
        }
    };
    let (title, minutes) = (turn.title.clone(), turn.minutes);
    let state = move || {
        let lang = language.get();
        if minutes > 0 {
            words::hours(minutes, lang)
        } else {
            been(&turn, lang)
        }
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
                    {if off {
                        view! { <span class="event-off">{say(words::CANCELLED)}</span> }.into_any()
                    } else {
                        view! { <span class="small">{state}</span> }.into_any()
                    }}
                </span>
                <Icon name="chevron" />
            </a>
        </li>
    }
}
