//! What is going to be filed, page by page.

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::say;
use shuiting_parts::photo::State;
use shuiting_shared::form::{Field, FieldFlaw, Kind, Page, answer_path, material_path, shown};
use shuiting_shared::service::Material;

use super::{Filing, way, words};

/// All pages, each with the way back to change it.
#[component]
pub(super) fn Summary(filing: Filing) -> impl IntoView {
    let flaws = Memo::new(move |_| filing.all_flaws());
    let page = move |page: &'static Page| view! { <OnePage filing page flaws /> };
    view! {
        <Show when=move || flaws.with(|flaws| !flaws.is_empty())>
            <p class="card card-warn" role="status">
                {say(words::TO_MEND)}
            </p>
        </Show>
        {filing.form.pages.iter().map(page).collect_view()}
    }
}

#[component]
fn OnePage(filing: Filing, page: &'static Page, flaws: Memo<Vec<FieldFlaw>>) -> impl IntoView {
    let id = format!("summary-{}", page.key);
    let answers = filing.drafts.with_untracked(filing.id, |draft| draft.answers.clone());
    let fields = page.fields.iter().filter(|field| field.asked.holds(&answers));
    let rows = fields.map(|field| {
        let answer = answers.get(field.key).map(str::to_owned);
        view! { <OneAnswer filing field answer flaws /> }
    });
    let rows = rows.collect_view();
    let materials = untrack(|| filing.materials(page));
    let materials = materials
        .into_iter()
        .map(|material| view! { <OneMaterial filing material flaws /> })
        .collect_view();
    view! {
        <section class="card summary" aria-labelledby=id>
            <div class="summary-head">
                <h2 id=id.clone()>{say(page.title)}</h2>
                <a class="button-link" href=way::address(filing.id, page.key)>
                    {say(words::CHANGE)}
                    <span class="hidden">" " {say(page.title)}</span>
                </a>
            </div>
            <dl class="facts">{rows} {materials}</dl>
        </section>
    }
}

/// What is wrong at a path, where anything is: here nothing is held back.
#[component]
fn FlawOf(filing: Filing, path: String, flaws: Memo<Vec<FieldFlaw>>) -> impl IntoView {
    let said = move || {
        let lang = filing.language.get();
        let told = filing.drafts.marks(filing.id, |marks| marks.say(&path, &[], lang));
        let found = || {
            flaws.with(|flaws| {
                let flaw = flaws.iter().find(|flaw| flaw.field == path);
                flaw.map(|flaw| flaw.flaw.say(lang))
            })
        };
        let said = told.or_else(found)?;
        Some(view! { <span class="field-flaw"><Icon name="warning" />{said}</span> })
    };
    view! { {said} }
}

#[component]
fn OneAnswer(
    filing: Filing,
    field: &'static Field,
    answer: Option<String>,
    flaws: Memo<Vec<FieldFlaw>>,
) -> impl IntoView {
    let said = move || {
        let lang = filing.language.get();
        let Some(answer) = &answer else {
            return words::NOT_FILLED.get(lang).to_owned();
        };
        if field.kind == Kind::Point {
            return words::LOCATED.get(lang).to_owned();
        }
        filing
            .household
            .read(|house| Some(shown(field, &field.kind.mask(answer), house, lang)))
            .unwrap_or_default()
    };
    let path = answer_path(field.key);
    view! {
        <div>
            <dt>{say(field.label)}</dt>
            <dd>{said} <FlawOf filing path flaws /></dd>
        </div>
    }
}

#[component]
fn OneMaterial(filing: Filing, material: &'static Material, flaws: Memo<Vec<FieldFlaw>>) -> impl IntoView {
    let (api, language) = (Api::here(), filing.language);
    let place = filing.place(material.key);
    let tiles = Memo::new(move |_| {
        filing
            .uploads()
            .with(|queue| queue.at(&place).cloned().collect::<Vec<_>>())
    });
    let photo = move |state: &State| match state {
        State::Here(id) => {
            let alt = move || format!("{}:{}", language.say(material.label), language.say(words::PHOTO));
            view! { <img class="thumbnail" src=api.thumbnail(id) alt=alt /> }.into_any()
        }
        State::Failed(_) => {
            view! { <span class="thumbnail thumbnail-word">{say(words::PHOTO_FAILED)}</span> }.into_any()
        }
        _ => view! { <span class="thumbnail thumbnail-word">{say(words::PHOTO_COMING)}</span> }.into_any(),
    };
    let photos = move || {
        tiles.with(|tiles| {
            if tiles.is_empty() {
                return view! { <span>{say(words::NO_PHOTOS)}</span> }.into_any();
            }
            let photos = tiles.iter().map(|tile| photo(&tile.state)).collect_view();
            view! { <span class="thumbnails">{photos}</span> }.into_any()
        })
    };
    let path = material_path(material.key);
    view! {
        <div>
            <dt>{say(material.label)}</dt>
            <dd>{photos} <FlawOf filing path flaws /></dd>
        </div>
    }
}
