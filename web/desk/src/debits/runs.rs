//! The months' files, and how many debits of each stand how.

use leptos::prelude::*;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Loader;
use shuiting_shared::api::{DebitQuery, DebitRunView, DebitsView};
use shuiting_shared::debit::ItemState;
use shuiting_shared::time::say_day;
use shuiting_shared::words::Lang;

use super::{address, words};

/// The table.
#[component]
pub(super) fn Runs(load: Loader<DebitsView>, query: Memo<DebitQuery>) -> impl IntoView {
    let runs = move || load.get().map_or_else(Vec::new, |view| view.runs);
    let heads = ItemState::ALL
        .iter()
        .map(|state| view! { <th scope="col">{say(state.label())}</th> });
    let heads = heads.collect_view();
    view! {
        <section aria-labelledby="debit-runs">
            <h2 id="debit-runs">{say(words::FILES)}</h2>
            <p class="help" hidden=move || !runs().is_empty()>
                {say(words::NO_FILES)}
            </p>
            <table hidden=move || runs().is_empty()>
                <thead>
                    <tr>
                        <th scope="col">{say(words::MONTH)}</th>
                        <th scope="col">{say(words::DUE)}</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>
                    {move || runs().into_iter().map(|run| view! { <Run run query /> }).collect_view()}
                </tbody>
            </table>
        </section>
    }
}

/// How many debits of a file stand so, and what they come to; nothing where none does.
fn count(run: &DebitRunView, state: ItemState, lang: Lang) -> Option<String> {
    let found = run.counts.iter().find(|count| count.state == state)?;
    Some(words::count(found.count, &found.amount.say(lang), lang))
}

#[component]
fn Run(run: DebitRunView, query: Memo<DebitQuery>) -> impl IntoView {
    let language = Language::here();
    let DebitRunView { month, due, .. } = run;
    let run = StoredValue::new(run);
    let here = move || query.with(|query| query.month == Some(month)).then_some("true");
    let cell = move |state: ItemState| {
        let href = address::page(&DebitQuery {
            month: Some(month),
            state: Some(state),
        });
        let said = move || run.with_value(|run| count(run, state, language.get()));
        let bad = matches!(state, ItemState::Failed | ItemState::Double);
        view! {
            <td class:owing=bad>
                {move || said().map(|said| view! { <a href=href.clone()>{said}</a> })}
            </td>
        }
    };
    let href = address::page(&DebitQuery {
        month: Some(month),
        state: None,
    });
    view! {
        <tr>
            <th scope="row">
                <a href=href aria-current=here>
                    {move || month.say(language.get())}
                </a>
            </th>
            <td>{move || say_day(due, language.get())}</td>
            {ItemState::ALL.iter().map(|state| cell(*state)).collect_view()}
        </tr>
    }
}

#[cfg(test)]
mod tests {
    use shuiting_shared::api::DebitCount;
    use shuiting_shared::money::Fen;
    use shuiting_shared::water::Period;

    use super::*;

    #[test]
    fn what_there_is_none_of_stays_blank() {
        let month: Period = "2026-12".parse().unwrap();
        let run = DebitRunView {
            month,
            due: month.day(15),
            counts: vec![DebitCount {
                state: ItemState::Paid,
                count: 2,
                amount: Fen(10_800),
            }],
        };
        assert_eq!(count(&run, ItemState::Paid, Lang::Zh).as_deref(), Some("2笔,108.00元"));
        assert_eq!(count(&run, ItemState::Paid, Lang::En).as_deref(), Some("2, ¥108.00"));
        assert_eq!(count(&run, ItemState::Failed, Lang::Zh), None);
    }
}
