//! The months in figures, folded in until they are wanted.

use leptos::prelude::*;
use shuiting_shared::usage::MonthUse;

use super::words;
use crate::lang::{Language, say};

/// Months, the latest first, each with the volume of the same month of the year before.
#[component]
pub(super) fn MonthTable(months: Vec<(MonthUse, Option<u32>)>) -> impl IntoView {
    let language = Language::here();
    let row = |(month, before): (MonthUse, Option<u32>)| {
        view! {
            <tr>
                <th scope="row">{move || month.name(language.get())}</th>
                <td>{month.volume}</td>
                <td>
                    {move || {
                        before.map_or_else(|| language.say(words::UNKNOWN).to_owned(), |before| before.to_string())
                    }}
                </td>
                <td>{move || month.amount.say(language.get())}</td>
            </tr>
        }
    };
    view! {
        <details class="usage-figures">
            <summary>{say(words::EACH)}</summary>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{say(words::MONTH)}</th>
                        <th scope="col">{say(words::VOLUME)}</th>
                        <th scope="col">{say(words::YEAR_BEFORE)}</th>
                        <th scope="col">{say(words::AMOUNT)}</th>
                    </tr>
                </thead>
                <tbody>{months.into_iter().rev().map(row).collect_view()}</tbody>
            </table>
        </details>
    }
}
