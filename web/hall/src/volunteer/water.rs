//! Testing water on the spot: what was measured, against the national limits, in plain words.

use std::collections::BTreeMap;

use leptos::html;
use leptos::prelude::*;
use serde_json::json;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::waiting::Errands;
use shuiting_shared::event::ActKind;
use shuiting_shared::quality::{Finding, Measure};
use shuiting_shared::words::Lang;

use super::{counts, words};
use crate::line_field::{fill, look_at, typed};
use crate::notice::Notices;

/// Thousandths as people write them.
fn plain(milli: i64) -> String {
    let text = format!("{}.{:03}", milli / 1000, milli % 1000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

fn limits(measure: Measure, lang: Lang) -> String {
    let (least, most) = measure.limits();
    words::limits(&plain(least), &plain(most), measure.unit(), lang)
}

/// The form; hidden until it is wanted.
#[component]
pub(super) fn WaterTest(id: String) -> impl IntoView {
    let (errands, notices) = (Errands::here(), Notices::here());
    let inputs: Vec<(Measure, NodeRef<html::Input>)> =
        Measure::ALL.iter().map(|measure| (*measure, NodeRef::new())).collect();
    let inputs = StoredValue::new(inputs);
    let typed_now = RwSignal::new(BTreeMap::<Measure, String>::new());
    let nothing = RwSignal::new(false);
    let id = StoredValue::new(id);
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let mut figures = BTreeMap::new();
        let mut wrong = None;
        inputs.with_value(|inputs| {
            for (measure, input) in inputs {
                let text = typed(*input);
                match measure.read(&text) {
                    Some(milli) => drop(figures.insert(*measure, milli)),
                    None if text.is_empty() => {}
                    None => wrong = wrong.or(Some(*input)),
                }
            }
        });
        if let Some(input) = wrong {
            return look_at(input);
        }
        nothing.set(figures.is_empty());
        if figures.is_empty() {
            return;
        }
        let body = json!({ "kind": ActKind::Tested, "count": 1, "figures": figures });
        errands.add(counts::errand(&id.get_value(), ActKind::Tested.label(), 1, body));
        inputs.with_value(|inputs| inputs.iter().for_each(|(_, input)| fill(*input, "")));
        typed_now.set(BTreeMap::new());
        notices.tell(words::NOTED_TURN);
    };
    let rows = inputs.with_value(|inputs| {
        let row = |(measure, input): &(Measure, NodeRef<html::Input>)| {
            view! { <OneMeasure measure=*measure input=*input typed_now /> }
        };
        inputs.iter().map(row).collect_view()
    });
    view! {
        <details class="card unfolds">
            <summary>
                <h2>{say(words::WATER)}</h2>
            </summary>
            <form novalidate on:submit=submit>
                <p class="small">{say(words::WATER_ABOUT)}</p>
                <p class="small">{say(words::LIMITS)}</p>
                {rows}
                <div role="alert">
                    <Show when=move || nothing.get()>
                        <p class="field-flaw">
                            <Icon name="warning" />
                            {say(words::NOTHING_MEASURED)}
                        </p>
                    </Show>
                </div>
                <button type="submit" class="button-main">
                    {say(words::NOTE_TEST)}
                </button>
            </form>
        </details>
    }
}

/// One input, and what its figure means.
#[component]
fn OneMeasure(
    measure: Measure,
    input: NodeRef<html::Input>,
    typed_now: RwSignal<BTreeMap<Measure, String>>,
) -> impl IntoView {
    let language = Language::here();
    let id = format!("measure-{}", measure.code());
    let (help_id, said_id) = (format!("{id}-help"), format!("{id}-said"));
    let described = format!("{help_id} {said_id}");
    let text = Memo::new(move |_| typed_now.with(|all| all.get(&measure).cloned().unwrap_or_default()));
    let said = move || {
        let text = text.get();
        if text.is_empty() {
            return None;
        }
        let (class, icon, said) = match measure.read(&text) {
            None => ("field-flaw", "warning", words::NOT_A_FIGURE),
            Some(milli) => match measure.finding(milli) {
                Finding::Good => ("measure-good", "done", measure.meaning(Finding::Good)),
                other => ("field-flaw", "warning", measure.meaning(other)),
            },
        };
        Some(view! {
            <p class=class>
                <Icon name=icon />
                {say(said)}
            </p>
        })
    };
    let listen = move |event: leptos::ev::Event| {
        let text = event_target_value(&event).trim().to_owned();
        typed_now.update(|all| drop(all.insert(measure, text)));
    };
    view! {
        <div class="field">
            <label class="field-label" for=id.clone()>
                {say(measure.label())}
            </label>
            <p class="field-help" id=help_id>
                {move || limits(measure, language.get())}
            </p>
            <input
                class="field-input"
                id=id
                type="text"
                inputmode="decimal"
                autocomplete="off"
                node_ref=input
                aria-describedby=described
                on:change=listen
            />
            <div id=said_id role="status">
                {said}
            </div>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_said_as_people_write_them() {
        let said: Vec<_> = Measure::ALL.iter().map(|measure| limits(*measure, Lang::Zh)).collect();
        assert_eq!(
            said,
            [
                "不超过1 NTU",
                "0.05–2 mg/L",
                "6.5–8.5",
                "不超过1000 mg/L",
                "不超过450 mg/L"
            ]
        );
    }
}
