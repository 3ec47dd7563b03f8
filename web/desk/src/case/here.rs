//! Who else is at this case now, so that two do not do the same work.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::Api;
use shuiting_parts::clock;
use shuiting_parts::lang::Language;
use shuiting_shared::api::{CaseView, Doing, Presence, Present};

use super::hand::Hand;

/// How often one says that one is here; the server takes one to be gone after two beats and a little.
const BEAT: Duration = Duration::from_secs(20);

/// What one does at a case: whoever has a dialog open, or has typed since the last beat, is writing.
fn doing(dialog: bool, typed: bool) -> Doing {
    if dialog || typed { Doing::Typing } else { Doing::Looking }
}

/// Says that one is here, and shows who else is.
#[component]
pub(crate) fn Here(case: Memo<CaseView>) -> impl IntoView {
    let (api, hand, language) = (Api::here(), Hand::here(), Language::here());
    let number = case.with_untracked(|case| case.line.number);
    let path = StoredValue::new(format!("/api/v1/desk/cases/{number}/presence"));
    let others = RwSignal::new(Vec::<Present>::new());
    let typed = StoredValue::new(false);
    let said = StoredValue::new(Doing::Looking);
    let beat = move || {
        // A page behind others is looked at by nobody.
        if document().hidden() {
            return;
        }
        let doing = doing(hand.dialog.with_untracked(Option::is_some), typed.get_value());
        typed.set_value(false);
        said.set_value(doing);
        let path = path.get_value();
        spawn_local(async move {
            // Who cannot ask does not know who is here; and the case may have been left meanwhile. What has not changed is
            // not read out again.
            let here = api.put(&path, &Presence { doing }).await.unwrap_or_default();
            if others.try_get_untracked().is_some_and(|before| before != here) {
                others.set(here);
            }
        });
    };
    beat();
    clock::every(BEAT, beat);
    Effect::watch(move || hand.dialog.with(Option::is_some), move |_, _, _| beat(), false);
    Effect::watch(
        move || hand.draft.track(),
        move |(), _, _| {
            typed.set_value(true);
            if said.get_value() == Doing::Looking {
                beat();
            }
        },
        false,
    );
    on_cleanup(move || {
        let path = path.get_value();
        spawn_local(async move {
            // Where it does not get there, the server takes one to be gone a little later.
            drop(api.delete(&path).await);
        });
    });
    let rows = move || {
        let lang = language.get();
        let one = |Present { display, doing }| {
            view! {
                <span class:typing=doing == Doing::Typing>
                    <b lang="zh-CN">{display}</b>
                    " "
                    {doing.label().get(lang)}
                </span>
            }
        };
        others.get().into_iter().map(one).collect_view()
    };
    view! {
        <p class="here" role="status">
            {rows}
        </p>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_open_dialog_is_as_good_as_a_letter() {
        assert_eq!(doing(false, false), Doing::Looking);
        assert_eq!(doing(true, false), Doing::Typing);
        assert_eq!(doing(false, true), Doing::Typing);
    }
}
