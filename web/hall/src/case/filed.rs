//! What was filed: the answers page by page as they were asked, and what was photographed.

use leptos::prelude::*;
use shuiting_parts::household::Household;
use shuiting_parts::lang::Language;
use shuiting_shared::api::{CaseView, Viewer};
use shuiting_shared::form::{Page, shown};

use super::photos::Thumbnails;
use super::words;

/// All of it.
#[component]
pub(super) fn Filed(case: Memo<CaseView>) -> impl IntoView {
    let language = Language::here();
    let title = move || {
        let mine = case.with(|case| case.you == Viewer::Filer);
        language.say(if mine { words::FILED } else { words::FILED_BY_THEM })
    };
    view! {
        <section class="case-part" aria-labelledby="case-filed">
            <h2 id="case-filed">{title}</h2>
            <Answered case />
            <Materials case />
        </section>
    }
}

/// The answers.
#[component]
pub(super) fn Answered(case: Memo<CaseView>) -> impl IntoView {
    let language = Language::here();
    // To the other side it is nothing.
    let hears = move || {
        case.with(|case| {
            let hears = case.hears().filter(|_| case.you == Viewer::Filer);
            hears.map(str::to_owned)
        })
    };
    let pages = move || {
        let service = case.with(|case| case.line.service);
        let pages = service.form().map(|form| form.pages).unwrap_or_default();
        pages
            .iter()
            .map(|page| view! { <PageAnswers case page /> })
            .collect_view()
    };
    let number = move || {
        hears().map(|phone| {
            view! {
                <dl class="case-answers">
                    <div>
                        <dt>{move || language.say(words::HEARS)}</dt>
                        <dd>{phone}</dd>
                    </div>
                </dl>
            }
        })
    };
    view! {
        {pages}
        {number}
    }
}

#[component]
fn PageAnswers(case: Memo<CaseView>, page: &'static Page) -> impl IntoView {
    let language = Language::here();
    let household = Household::here();
    move || {
        let lang = language.get();
        let answered = page.fields.iter().filter_map(|field| {
            let answer = case.with(|case| case.answers.get(field.key).map(str::to_owned))?;
            Some((field, answer))
        });
        let rows = answered.map(|(field, answer)| {
            let said = household.read(|house| shown(field, &answer, house, lang));
            view! {
                <div>
                    <dt>{field.label.get(lang)}</dt>
                    <dd>{said}</dd>
                </div>
            }
        });
        let rows: Vec<_> = rows.collect();
        (!rows.is_empty()).then(|| {
            view! {
                <h3>{page.title.get(lang)}</h3>
                <dl class="case-answers">{rows}</dl>
            }
        })
    }
}

/// What was photographed.
#[component]
fn Materials(case: Memo<CaseView>) -> impl IntoView {
    let language = Language::here();
    let materials = Memo::new(move |_| {
        case.with(|case| {
            let brought = case.materials.iter().filter(|material| !material.photos.is_empty());
            let brought = brought.map(|material| (material.key.clone(), material.photos.clone()));
            (case.line.service, brought.collect::<Vec<_>>())
        })
    });
    move || {
        let (service, brought) = materials.get();
        let rows = brought.into_iter().map(|(key, photos)| {
            let label = service.material(&key).map(|material| material.label);
            let title =
                Signal::derive(move || label.map_or_else(|| key.clone(), |label| language.say(label).to_owned()));
            view! {
                <h3>{title}</h3>
                <Thumbnails title photos />
            }
        });
        rows.collect_view()
    }
}
