//! The photos of a page.

use leptos::prelude::*;
use shuiting_parts::photo::PhotoTiles;
use shuiting_shared::form::{FieldFlaw, Page, material_path};
use shuiting_shared::service::Material;

use super::Filing;

/// The materials that are asked for, given the answers so far.
#[component]
pub(super) fn Pictures(filing: Filing, page: &'static Page, flaws: Memo<Vec<FieldFlaw>>) -> impl IntoView {
    let keys = Memo::new(move |_| {
        let materials = filing.materials(page);
        materials.iter().map(|material| material.key).collect::<Vec<_>>()
    });
    view! {
        <For each=move || keys.get() key=|key| *key let:key>
            {filing.service().material(key).map(|material| view! { <OneMaterial filing material flaws /> })}
        </For>
    }
}

#[component]
fn OneMaterial(filing: Filing, material: &'static Material, flaws: Memo<Vec<FieldFlaw>>) -> impl IntoView {
    let (id, drafts) = (filing.id, filing.drafts);
    let required = material.least > 0;
    let path = StoredValue::new(material_path(material.key));
    let flaw = Memo::new(move |_| path.with_value(|path| flaws.with(|flaws| filing.said(path, flaws))));
    let changed = move |()| {
        let counts = filing.uploads().with_untracked(|queue| queue.counts(&filing.owner()));
        drafts.update(id, |draft| draft.count(counts.values().sum()));
        path.with_value(|path| {
            drafts.mark(id, |marks| {
                marks.change(path);
                marks.leave(path);
            });
        });
    };
    view! {
        <PhotoTiles
            place=filing.place(material.key)
            label=material.label
            help=material.help
            most=material.most
            required=required
            flaw
            changed
        />
    }
}
