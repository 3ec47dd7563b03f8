//! How much each unit has to do.

use leptos::prelude::*;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::{BoardLoad, BoardQuery, BoardUnit};

use super::page::{Looked, name_of};
use super::{address, words};

/// The table; a unit's name leads to all its orders.
#[component]
pub(super) fn Loads(looked: Looked) -> impl IntoView {
    let language = Language::here();
    let units = Memo::new(move |_| looked.load.get().map(|board| board.units).unwrap_or_default());
    let rows = move || {
        let units = units.get().into_iter();
        units.map(|unit| view! { <Unit unit looked /> }).collect_view()
    };
    let total = move || units.with(|units| units.iter().map(|unit| unit.load).sum::<BoardLoad>());
    let all = move || looked.query.with(|query| address::of_unit(query, None));
    let one = move || looked.query.with(|query| query.unit.is_some());
    let priorities = (1..=4_u8).map(|priority| {
        view! { <th scope="col">{move || words::priority(priority, language.get())}</th> }
    });
    view! {
        <section class="board-loads" aria-labelledby="board-loads">
            <h2 id="board-loads">{say(words::LOADS)}</h2>
            <p hidden=move || !one()>
                <a href=all>{say(words::ALL)}</a>
            </p>
            <table>
                <thead>
                    <tr>
                        <th scope="col">{say(words::UNIT)}</th>
                        <th scope="col">{say(words::OPEN)}</th>
                        {priorities.collect_view()}
                        <th scope="col">{say(words::LATE)}</th>
                        <th scope="col">{say(words::SOON)}</th>
                        <th scope="col">{say(words::STILL)}</th>
                        <th scope="col">{say(words::UNHELD)}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{say(words::TOTAL)}</th>
                        {move || figures(total())}
                    </tr>
                </tfoot>
            </table>
        </section>
    }
}

#[component]
fn Unit(unit: BoardUnit, looked: Looked) -> impl IntoView {
    let (language, household) = (Language::here(), Household::here());
    let code = unit.unit.clone().unwrap_or_else(|| BoardQuery::NONE.to_owned());
    let here = {
        let code = code.clone();
        move || {
            let here = looked.query.with(|query| query.unit.as_ref() == Some(&code));
            here.then_some("true")
        }
    };
    let href = move || looked.query.with(|query| address::of_unit(query, Some(code.clone())));
    let name = move || name_of(unit.unit.as_deref(), household, language.get());
    view! {
        <tr>
            <th scope="row">
                <a href=href aria-current=here>
                    {name}
                </a>
            </th>
            {figures(unit.load)}
        </tr>
    }
}

/// The figures of a row; noughts are left blank, so that the eye finds what there is.
fn figures(load: BoardLoad) -> impl IntoView {
    let said = |count: u32| if count == 0 { String::new() } else { count.to_string() };
    let priorities = load
        .priorities
        .into_iter()
        .map(|count| view! { <td>{said(count)}</td> });
    view! {
        <td>
            <b>{load.open}</b>
        </td>
        {priorities.collect_view()}
        <td class:late=load.late.gt(&0)>{said(load.late)}</td>
        <td class:soon=load.soon.gt(&0)>{said(load.soon)}</td>
        <td>{said(load.still)}</td>
        <td>{said(load.unheld)}</td>
    }
}
