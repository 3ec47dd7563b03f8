//! The saved views: one's own, and those that a role shares.

use leptos::prelude::*;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::{Filter, SavedView, Views};

use super::super::words as texts;
use super::super::{Desk, query};
use super::sheet::{ChangeSheet, SaveSheet};

/// The dialog that is open.
#[derive(Clone, PartialEq)]
pub(super) enum Dialog {
    /// In which the filter that is set now is saved.
    Save,
    /// In which the view with this id is changed.
    Change(String),
}

/// Whether a filter is worth a view: it filters something, and is none of the views that are there.
fn is_new(filter: &Filter, built_in: &[Filter], saved: &[SavedView]) -> bool {
    let known = built_in.iter().chain(saved.iter().map(|view| &view.filter));
    !known.into_iter().any(|view| query::same(view, filter))
}

/// The saved views, and the button that saves the filter that is set now.
#[component]
pub(super) fn SavedLinks(
    /// The filters of the built-in views.
    built_in: Vec<Filter>,
) -> impl IntoView {
    let desk = Desk::here();
    let dialog = RwSignal::new(None::<Dialog>);
    let saved = Memo::new(move |_| {
        let read = |views: &Views| views.saved.clone();
        desk.views
            .state
            .with(|state| state.here().map(read).unwrap_or_default())
    });
    let ids = move || saved.with(|saved| saved.iter().map(|view| view.id.clone()).collect::<Vec<_>>());
    let any = Memo::new(move |_| saved.with(|saved| !saved.is_empty()));
    let new = Memo::new(move |_| {
        let fetched = desk.views.state.with(|state| state.here().is_some());
        fetched
            && desk
                .filter
                .with(|filter| saved.with(|saved| is_new(filter, &built_in, saved)))
    });
    let row = move |id: String| {
        let find = {
            let id = id.clone();
            move || saved.with(|saved| saved.iter().find(|view| view.id == id).cloned())
        };
        let view = Memo::new(move |before: Option<&Option<SavedView>>| find().or_else(|| before.cloned().flatten()));
        view! { <SavedLink id view dialog /> }
    };
    let open = move || {
        dialog.get().map(|open| match open {
            Dialog::Save => view! { <SaveSheet dialog /> }.into_any(),
            Dialog::Change(id) => view! { <ChangeSheet id saved dialog /> }.into_any(),
        })
    };
    view! {
        <Show when=move || any.get()>
            <h2>{say(texts::SAVED_VIEWS)}</h2>
            <ul>
                <For each=ids key=Clone::clone children=row />
            </ul>
        </Show>
        <Show when=move || new.get()>
            <button type="button" class="plain" aria-haspopup="dialog" on:click=move |_| dialog.set(Some(Dialog::Save))>
                {say(texts::SAVE_VIEW)}
            </button>
        </Show>
        {open}
    }
}

#[component]
fn SavedLink(id: String, view: Memo<Option<SavedView>>, dialog: RwSignal<Option<Dialog>>) -> impl IntoView {
    let desk = Desk::here();
    let language = Language::here();
    let id = StoredValue::new(id);
    let filter = move || view.with(|view| view.as_ref().map(|view| view.filter.clone()).unwrap_or_default());
    let here = Memo::new(move |_| {
        view.with(|view| {
            view.as_ref()
                .is_some_and(|view| desk.filter.with(|filter| query::same(filter, &view.filter)))
        })
    });
    let name = move || {
        view.with(|view| {
            let named = view.as_ref().map(|view| view.name.get(language.get()));
            named.map(|(name, lang)| (name.to_owned(), lang)).unwrap_or_default()
        })
    };
    let changeable = Memo::new(move |_| view.with(|view| view.as_ref().is_some_and(|view| view.changeable)));
    let shared = move || {
        let role = view.with(|view| view.as_ref().and_then(|view| view.for_role));
        role.map(|role| language.say(role.label()))
    };
    view! {
        <li class="saved">
            <a
                href=move || query::list(&filter())
                title=shared
                aria-current=move || here.get().then_some("page")
            >
                <span lang=move || name().1.tag()>{move || name().0}</span>
                <span class="count">{move || view.with(|view| view.as_ref().map(|view| view.count))}</span>
            </a>
            <Show when=move || changeable.get()>
                <button
                    type="button"
                    class="plain"
                    aria-haspopup="dialog"
                    aria-label=move || texts::change_view(&name().0, language.get())
                    on:click=move |_| dialog.set(Some(Dialog::Change(id.get_value())))
                >
                    "⋯"
                </button>
            </Show>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use shuiting_shared::api::ViewName;

    use super::*;

    #[test]
    fn only_what_is_not_a_view_yet_is_worth_one() {
        let built_in = [Filter::default(), query::read("due=late")];
        let saved = [SavedView {
            id: "1".into(),
            name: ViewName::default(),
            filter: query::read("service=LEAK&town=nancheng"),
            for_role: None,
            changeable: true,
            count: 3,
        }];
        let new = |search: &str| is_new(&query::read(search), &built_in, &saved);
        assert!(!new(""));
        assert!(!new("due=late&page=2"));
        assert!(!new("service=LEAK&town=nancheng&sort=newest"));
        assert!(new("service=LEAK"));
    }
}
