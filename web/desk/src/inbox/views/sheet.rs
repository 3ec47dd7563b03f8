//! The dialogs in which a view is saved, renamed, moved and removed.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::lang::{Language, say};
use shuiting_parts::session::SignedIn;
use shuiting_shared::api::{Me, NewView, SavedView, ViewChange, ViewName};
use shuiting_shared::case::Role;

use super::super::Desk;
use super::super::words as texts;
use super::saved::Dialog;
use crate::field::LineField;
use crate::sheet::Sheet;
use crate::words;

const PATH: &str = "/api/v1/desk/views";

fn path(id: &str) -> String {
    format!("{PATH}/{id}")
}

/// What both dialogs type and tell.
#[derive(Clone, Copy)]
struct Form {
    desk: Desk,
    name: RwSignal<ViewName>,
    failure: RwSignal<Option<Failure>>,
    dialog: RwSignal<Option<Dialog>>,
}

impl Form {
    fn new(name: ViewName, dialog: RwSignal<Option<Dialog>>) -> Self {
        Self {
            desk: Desk::here(),
            name: RwSignal::new(name),
            failure: RwSignal::new(None),
            dialog,
        }
    }

    /// Sends something; then the views are looked at anew, and with `close` the dialog goes.
    fn send(self, close: bool, request: impl Future<Output = Result<(), Failure>> + 'static) {
        self.failure.set(None);
        spawn_local(async move {
            match request.await {
                Ok(()) => {
                    self.desk.renew();
                    if close {
                        // Where the dialog has gone meanwhile, there is nothing to close.
                        drop(self.dialog.try_set(None));
                    }
                }
                // Nobody is there any more to be told.
                Err(failure) => drop(self.failure.try_set(Some(failure))),
            }
        });
    }

    fn flaw(self, field: &str) -> Option<String> {
        self.failure
            .with(|failure| failure.as_ref()?.field(field).map(str::to_owned))
    }
}

/// The two names, and what is wrong with the whole.
#[component]
fn Names(form: Form) -> impl IntoView {
    let language = Language::here();
    let trouble = move || {
        form.failure.with(|failure| {
            let failure = failure.as_ref().filter(|failure| failure.fields().is_empty())?;
            Some(failure.say(language.get()))
        })
    };
    let (zh, en) = form.name.with_untracked(|name| (name.zh.clone(), name.en.clone()));
    view! {
        <p class="flaw" role="alert">
            {trouble}
        </p>
        <p class="help">{say(texts::ONE_NAME)}</p>
        <LineField
            id="name-zh"
            label=texts::NAME_ZH
            most=ViewName::MOST
            value=zh
            on_input=move |text| form.name.update(|name| name.zh = text)
            flaw=Signal::derive(move || form.flaw("name.zh"))
            autofocus=true
        />
        <LineField
            id="name-en"
            label=texts::NAME_EN
            most=ViewName::MOST
            value=en
            on_input=move |text| form.name.update(|name| name.en = text)
            flaw=Signal::derive(move || form.flaw("name.en"))
        />
    }
}

/// Saves the filter that is set now.
#[component]
pub(super) fn SaveSheet(dialog: RwSignal<Option<Dialog>>) -> impl IntoView {
    let language = Language::here();
    let signed_in = SignedIn::here();
    let api = Api::here();
    let form = Form::new(ViewName::default(), dialog);
    let for_role = RwSignal::new(None::<Role>);
    let shares = move || matches!(signed_in.me(), Some(Me::Staff { role, .. }) if role.shares_views());
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let view = NewView {
            name: form.name.get_untracked(),
            filter: form.desk.filter.get_untracked(),
            for_role: for_role.get_untracked(),
        };
        form.send(true, async move { api.post::<SavedView>(PATH, &view).await.map(drop) });
    };
    let roles = move || {
        let roles = Role::ALL.iter();
        let option = |role: &Role| view! { <option value=role.code()>{texts::all_of(*role, language.get())}</option> };
        roles.map(option).collect_view()
    };
    view! {
        <Sheet title=Signal::derive(move || language.say(texts::SAVE_VIEW).to_owned()) on_close=move |()| dialog.set(None)>
            <form on:submit=submit novalidate>
                <Names form />
                <Show when=shares>
                    <label for="for-role">{say(texts::SHARED_WITH)}</label>
                    <select
                        id="for-role"
                        on:change=move |event| for_role.set(Role::from_code(&event_target_value(&event)))
                    >
                        <option value="">{say(texts::ONLY_ME)}</option>
                        {roles}
                    </select>
                </Show>
                <footer>
                    <button type="submit" class="main">
                        {say(texts::SAVE)}
                    </button>
                    <button type="button" class="plain" on:click=move |_| dialog.set(None)>
                        {say(words::CLOSE)}
                    </button>
                </footer>
            </form>
        </Sheet>
    }
}

/// The place of a view among those beside it, and how many those are.
fn place(saved: &[SavedView], id: &str) -> Option<(u32, u32)> {
    let for_role = saved.iter().find(|view| view.id == id)?.for_role;
    let beside: Vec<_> = saved.iter().filter(|view| view.for_role == for_role).collect();
    let place = beside.iter().position(|view| view.id == id)?;
    Some((u32::try_from(place).ok()?, u32::try_from(beside.len()).ok()?))
}

/// Renames a view, moves or removes it.
#[component]
pub(super) fn ChangeSheet(id: String, saved: Memo<Vec<SavedView>>, dialog: RwSignal<Option<Dialog>>) -> impl IntoView {
    let language = Language::here();
    let api = Api::here();
    let name = saved.with_untracked(|saved| {
        let view = saved.iter().find(|view| view.id == id);
        view.map(|view| view.name.clone()).unwrap_or_default()
    });
    let form = Form::new(name, dialog);
    let id = StoredValue::new(id);
    let change = move |close, change: ViewChange| {
        let path = id.with_value(|id| path(id));
        form.send(
            close,
            async move { api.patch::<SavedView>(&path, &change).await.map(drop) },
        );
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let name = Some(form.name.get_untracked());
        change(true, ViewChange { name, place: None });
    };
    let now = Memo::new(move |_| saved.with(|saved| id.with_value(|id| place(saved, id))));
    let up = move || now.get().and_then(|(place, _)| place.checked_sub(1));
    let down = move || {
        now.get()
            .map(|(place, count)| (place + 1, count))
            .filter(|(place, count)| place < count)
    };
    let go = move |place: Option<u32>| {
        if place.is_some() {
            change(false, ViewChange { name: None, place });
        }
    };
    let remove = move |_| {
        let path = id.with_value(|id| path(id));
        form.send(true, async move { api.delete(&path).await });
    };
    view! {
        <Sheet title=Signal::derive(move || language.say(texts::CHANGE_VIEW).to_owned()) on_close=move |()| dialog.set(None)>
            <form on:submit=submit novalidate>
                <Names form />
                <div class="view-acts">
                    <button type="button" aria-disabled=move || up().is_none().to_string() on:click=move |_| go(up())>
                        {say(texts::UP)}
                    </button>
                    <button
                        type="button"
                        aria-disabled=move || down().is_none().to_string()
                        on:click=move |_| go(down().map(|(place, _)| place))
                    >
                        {say(texts::DOWN)}
                    </button>
                    <button type="button" on:click=remove>
                        {say(texts::REMOVE)}
                    </button>
                </div>
                <footer>
                    <button type="submit" class="main">
                        {say(texts::SAVE)}
                    </button>
                    <button type="button" class="plain" on:click=move |_| dialog.set(None)>
                        {say(words::CLOSE)}
                    </button>
                </footer>
            </form>
        </Sheet>
    }
}

#[cfg(test)]
mod tests {
    use shuiting_shared::api::Filter;

    use super::*;

    #[test]
    fn a_view_has_its_place_among_those_that_are_shared_as_it_is() {
        let view = |id: &str, for_role| SavedView {
            id: id.into(),
            name: ViewName::default(),
            filter: Filter::default(),
            for_role,
            changeable: true,
            count: 0,
        };
        let clerks = Some(Role::Clerk);
        let saved = [view("a", clerks), view("b", clerks), view("c", None)];
        assert_eq!(place(&saved, "b"), Some((1, 2)));
        assert_eq!(place(&saved, "c"), Some((0, 1)));
        assert_eq!(place(&saved, "gone"), None);
    }
}
