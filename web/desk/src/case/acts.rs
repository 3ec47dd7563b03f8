//! The dialogs of what needs more than a press.

mod advance;
mod assign;
mod conclude;
mod dispatch;
mod finish;
mod join;
mod note;
mod paid;
mod parts;
mod pick;
mod price;
mod quote;
mod redo;
mod reject;
mod said;
mod send_back;
mod sort;
mod split;
pub(super) mod units;
mod words;

use leptos::prelude::*;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::photo::Uploads;
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Action, Verb};

use super::conflict::ConflictBanner;
use super::hand::Hand;
use crate::sheet::Sheet;
use crate::words as texts;

/// The dialog that is open, if one is.
#[component]
pub(crate) fn ActSheet(case: Memo<CaseView>) -> impl IntoView {
    let hand = Hand::here();
    move || {
        let form = match hand.dialog.get()? {
            Verb::SendBack => view! { <send_back::SendBack case /> }.into_any(),
            Verb::Reject => view! { <reject::Reject case /> }.into_any(),
            Verb::Dispatch => view! { <dispatch::Dispatch case /> }.into_any(),
            Verb::Advance => view! { <advance::Advance case /> }.into_any(),
            Verb::Quote => view! { <quote::Quote /> }.into_any(),
            Verb::Paid => view! { <paid::Paid case /> }.into_any(),
            Verb::Conclude => view! { <conclude::Conclude case /> }.into_any(),
            Verb::Redo => view! { <redo::Redo case /> }.into_any(),
            Verb::Assign => view! { <assign::Assign case /> }.into_any(),
            Verb::Note => view! { <note::Note case /> }.into_any(),
            Verb::Finish => view! { <finish::Finish case /> }.into_any(),
            Verb::Sort => view! { <sort::Sort case /> }.into_any(),
            Verb::Split => view! { <split::Split /> }.into_any(),
            Verb::Join => view! { <join::Join case /> }.into_any(),
            verb if said::is(verb) => view! { <said::Said verb /> }.into_any(),
            _ => return None,
        };
        Some(form)
    }
}

/// So many photos of the work, of each kind, as the rules have it.
const WORK_PHOTOS: usize = 9;

/// What must become of the photos of the case before they can be sent.
fn photos_first(hand: &Hand) -> Signal<Option<String>> {
    let (language, uploads) = (Language::here(), Uploads::here());
    let owner = hand.owner();
    Signal::derive(move || {
        let (busy, failed) = uploads.with(|queue| (queue.busy(&owner), queue.failed(&owner)));
        (busy + failed > 0).then(|| texts::photos_first(busy, failed, language.get()))
    })
}

/// The frame of such a dialog: what others did meanwhile, what is wrong with the whole, send, close.
#[component]
fn ActForm(
    /// What is done.
    verb: Verb,
    /// The action as it is typed now.
    action: impl Fn() -> Action + Send + 'static,
    /// Fields beside which flaws are shown; any other problem is told here.
    fields: &'static [&'static str],
    /// What must come before it can be sent.
    #[prop(optional)]
    first: Option<Signal<Option<String>>>,
    /// The inputs.
    children: Children,
) -> impl IntoView {
    let hand = Hand::here();
    let language = Language::here();
    let title = Signal::derive(move || language.say(verb.label()).to_owned());
    let busy = move || hand.busy.get() == Some(verb);
    let told_first = move || first.and_then(|first| first.get());
    let waits = move || told_first().is_some();
    let trouble = move || {
        hand.refused.with(|refused| {
            let failure = &refused.as_ref().filter(|refused| refused.verb == verb)?.failure;
            let elsewhere = |field: &str| fields.iter().any(|known| field.starts_with(known));
            let strays = failure.fields().iter().filter(|error| !elsewhere(&error.field));
            let strays = strays.map(|error| error.detail.as_str()).collect::<Vec<_>>();
            let told_there = !failure.fields().is_empty() && strays.is_empty();
            (!told_there).then(|| {
                let all = std::iter::once(failure.say(language.get())).chain(strays.into_iter().map(str::to_owned));
                all.collect::<Vec<_>>().join(" ")
            })
        })
    };
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if !waits() {
            hand.act(action());
        }
    };
    view! {
        <Sheet title on_close=move |()| hand.close()>
            <form on:submit=submit novalidate>
                <ConflictBanner />
                <p class="flaw" role="alert">
                    {trouble}
                </p>
                {children()}
                <p class="help" role="status">
                    {told_first}
                </p>
                <footer>
                    <button type="submit" class="main" aria-disabled=move || (busy() || waits()).to_string()>
                        {move || if busy() { language.say(texts::SENDING).to_owned() } else { title.get() }}
                    </button>
                    <button type="button" class="plain" on:click=move |_| hand.close()>
                        {say(texts::CLOSE)}
                    </button>
                </footer>
            </form>
        </Sheet>
    }
}
