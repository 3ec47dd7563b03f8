//! What was filed: the answers, page by page as they were asked.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::Failure;
use shuiting_parts::household::Household;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::CaseView;
use shuiting_shared::form::{Field, Page, shown};

use super::hand::Hand;
use crate::words;

/// The left half of the case.
#[component]
pub(crate) fn FilingPane(case: Memo<CaseView>) -> impl IntoView {
    let service = Memo::new(move |_| case.with(|case| case.line.service));
    let pages = move || {
        let pages = service.get().form().map(|form| form.pages).unwrap_or_default();
        let asked = pages.iter().filter(|page| !page.fields.is_empty());
        asked.map(|page| view! { <PageAnswers case page /> }).collect_view()
    };
    let hears = move || case.with(|case| case.hears().map(str::to_owned));
    let any_masked = move || case.with(|case| !case.masked.is_empty());
    view! {
        <section class="filing" aria-labelledby="filing-title">
            <h2 id="filing-title">{say(words::FILED)}</h2>
            <Show when=any_masked>
                <p class="help" id="reveal-recorded">
                    {say(words::REVEAL_RECORDED)}
                </p>
            </Show>
            {pages}
            {move || {
                hears()
                    .map(|phone| {
                        view! {
                            <dl>
                                <dt>{say(words::HEARS)}</dt>
                                <dd>{phone}</dd>
                            </dl>
                        }
                    })
            }}
        </section>
    }
}

#[component]
fn PageAnswers(case: Memo<CaseView>, page: &'static Page) -> impl IntoView {
    // Which fields were answered; the answers themselves are read field by field.
    let answered = Memo::new(move |_| {
        case.with(|case| {
            let fields = page.fields.iter();
            fields
                .map(|field| case.answers.get(field.key).is_some())
                .collect::<Vec<_>>()
        })
    });
    let any = move || answered.with(|answered| answered.contains(&true));
    let rows = move || {
        let fields = page.fields.iter().zip(answered.get()).filter(|(_, answered)| *answered);
        fields
            .map(|(field, _)| view! { <OneAnswer case field /> })
            .collect_view()
    };
    view! {
        <Show when=any>
            <h3>{say(page.title)}</h3>
            <dl>{rows}</dl>
        </Show>
    }
}

/// One question and its answer.
#[component]
pub(super) fn OneAnswer(case: Memo<CaseView>, field: &'static Field) -> impl IntoView {
    let language = Language::here();
    let household = Household::here();
    let masked = Memo::new(move |_| case.with(|case| case.masked.iter().any(|key| key == field.key)));
    let answer = Memo::new(move |_| case.with(|case| case.answers.get(field.key).map(str::to_owned)));
    let said = move || {
        let lang = language.get();
        answer
            .get()
            .map(|answer| household.read(|house| shown(field, &answer, house, lang)))
    };
    view! {
        <dt>{say(field.label)}</dt>
        <dd>
            <Show when=move || masked.get() fallback=move || view! { {said} }>
                <Sensitive field=field.key label=say(field.label) masked=Signal::derive(said) />
            </Show>
        </dd>
    }
}

/// A masked answer, which can be seen in full; that is written down.
#[component]
fn Sensitive(
    field: &'static str,
    #[prop(into)] label: Signal<&'static str>,
    masked: Signal<Option<String>>,
) -> impl IntoView {
    let hand = Hand::here();
    let language = Language::here();
    let full = RwSignal::new(None::<String>);
    let failure = RwSignal::new(None::<Failure>);
    let busy = RwSignal::new(false);
    let toggle = move |_| {
        if busy.get_untracked() {
            return;
        }
        if full.get_untracked().is_some() {
            full.set(None);
            return;
        }
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let answer = hand.reveal(field).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(answer) => full.set(Some(answer)),
                Err(refused) => failure.set(Some(refused)),
            }
        });
    };
    let name = move || {
        let text = if full.with(Option::is_some) {
            words::HIDE
        } else {
            words::REVEAL
        };
        language.say(text)
    };
    view! {
        <span class="sensitive" aria-live="polite">
            {move || full.get().or_else(|| masked.get())}
        </span>
        " "
        <button
            type="button"
            class="plain"
            aria-label=move || format!("{} {}", name(), label.get())
            aria-describedby="reveal-recorded"
            aria-disabled=move || busy.get().to_string()
            on:click=toggle
        >
            {name}
        </button>
        <Show when=move || full.with(Option::is_some)>
            <small class="help">{say(words::RECORDED)}</small>
        </Show>
        <span class="flaw" role="alert">
            {move || failure.get().map(|failure| failure.say(language.get()))}
        </span>
    }
}
