//! What can be done now, and nothing else.

mod add;
mod confirm;
mod decline;
mod field;
mod withdraw;

use leptos::prelude::*;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::CaseView;
use shuiting_shared::case::{Action, Verb};
use shuiting_shared::number::CaseNumber;
use shuiting_shared::words::Bi;

use super::conflict::ConflictBanner;
use super::hand::Hand;
use super::rated::given;
use super::sheet::Sheet;
use super::urge::Urged;
use super::words;
use crate::notice::Notices;
use crate::trouble::Troubles;

pub(super) use field::WordsField;

/// What a button is called, and how it looks: the way forward first, the way back last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Button {
    verb: Verb,
    name: Bi,
    class: &'static str,
}

const MAIN: &str = "button-main";
const PLAIN: &str = "button-plain";
const BACK: &str = "button-plain case-act-back";

/// The buttons for what is allowed, in their order.
fn buttons(allowed: &[Verb], rated: bool) -> Vec<Button> {
    let order = [
        (Verb::Complete, Verb::Complete.label(), MAIN),
        (Verb::Confirm, Verb::Confirm.label(), MAIN),
        (Verb::Rate, Verb::Rate.label(), MAIN),
        (Verb::Urge, words::URGE, MAIN),
        (Verb::Add, Verb::Add.label(), PLAIN),
        (Verb::Decline, Verb::Decline.label(), BACK),
        (Verb::Withdraw, Verb::Withdraw.label(), BACK),
    ];
    let now = order.into_iter().filter(|(verb, ..)| allowed.contains(verb));
    // A rating that was given can be changed where it is shown.
    let now = now.filter(|(verb, ..)| !(rated && *verb == Verb::Rate));
    now.map(|(verb, name, class)| Button { verb, name, class }).collect()
}

/// The page of a verb that has one of its own.
fn page(verb: Verb, number: CaseNumber) -> Option<String> {
    match verb {
        Verb::Complete => Some(format!("/cases/{number}/complete")),
        Verb::Rate => Some(format!("/cases/{number}/rate")),
        _ => None,
    }
}

/// The buttons.
#[component]
pub(super) fn Acts(case: Memo<CaseView>) -> impl IntoView {
    let (hand, language, notices) = (Hand::here(), Language::here(), Notices::here());
    // Urging has no dialog to say what is wrong in.
    let refused = move || trouble(hand, Verb::Urge, &[], language).into_iter().collect();
    let now = Memo::new(move |_| case.with(|case| buttons(&case.allowed, given(case).is_some())));
    let urge = move |_| hand.act(Action::Urge, move || notices.tell(words::URGED_NOW));
    let urging = move || hand.busy.get() == Some(Verb::Urge);
    let one = move |Button { verb, name, class }| match page(verb, hand.number) {
        None if verb == Verb::Urge => view! {
            <button type="button" class=class aria-disabled=move || urging().to_string() on:click=urge>
                {say(name)}
            </button>
        }
        .into_any(),
        Some(page) => view! {
            <a class=class href=page>
                {say(name)}
            </a>
        }
        .into_any(),
        None => view! {
            <button type="button" class=class on:click=move |_| hand.open(verb)>
                {say(name)}
            </button>
        }
        .into_any(),
    };
    view! {
        <Show when=move || now.with(|now| !now.is_empty())>
            <div class="case-acts" role="group" aria-label=say(words::ACTIONS)>
                // A button that stays keeps the focus.
                <For each=move || now.get() key=|button| button.verb children=one />
            </div>
        </Show>
        <Troubles said=Signal::derive(refused) />
        <Urged case />
    }
}

/// The dialog that is open, if one is.
#[component]
pub(super) fn ActSheet(case: Memo<CaseView>) -> impl IntoView {
    let hand = Hand::here();
    move || match hand.dialog.get()? {
        Verb::Confirm => Some(view! { <confirm::Confirm case /> }.into_any()),
        Verb::Decline => Some(view! { <decline::Decline /> }.into_any()),
        Verb::Add => Some(view! { <add::Add /> }.into_any()),
        Verb::Withdraw => Some(view! { <withdraw::Withdraw /> }.into_any()),
        _ => None,
    }
}

/// What was refused and stands beside no field.
pub(super) fn trouble(hand: Hand, verb: Verb, fields: &[&str], language: Language) -> Option<String> {
    hand.refused.with(|refused| {
        let failure = &refused.as_ref().filter(|refused| refused.verb == verb)?.failure;
        let all = failure.fields();
        let strays = all.iter().filter(|error| !fields.contains(&error.field.as_str()));
        let strays = strays.map(|error| error.detail.clone()).collect::<Vec<_>>();
        let beside = all.len() > strays.len() && strays.is_empty();
        let said = std::iter::once(failure.say(language.get())).chain(strays);
        (!beside).then(|| said.collect::<Vec<_>>().join(" "))
    })
}

/// The frame of a dialog: what others did meanwhile, what is wrong with the whole, send, close.
#[component]
fn ActForm(
    /// What is done.
    verb: Verb,
    /// What the dialog asks.
    title: Bi,
    /// What was done, said afterwards.
    said: Bi,
    /// The action as it is typed now; nothing where it cannot be sent yet.
    action: impl Fn() -> Option<Action> + Send + 'static,
    /// What is left to do once it is sent.
    #[prop(optional, into)]
    then: Option<Callback<()>>,
    /// Fields beside which flaws are shown; any other problem is told here.
    fields: &'static [&'static str],
    /// The inputs.
    children: Children,
) -> impl IntoView {
    let hand = Hand::here();
    let language = Language::here();
    let notices = Notices::here();
    let busy = move || hand.busy.get() == Some(verb);
    let possible = Memo::new(move |_| {
        let allowed = |case: &CaseView| case.allowed.contains(&verb);
        hand.load.state.with(|state| state.here().is_none_or(allowed))
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        if let Some(action) = action() {
            hand.act(action, move || {
                notices.tell(said);
                if let Some(then) = then {
                    then.run(());
                }
            });
        }
    };
    let name = move || language.say(if busy() { words::SENDING } else { verb.label() });
    view! {
        <Sheet title=Signal::derive(move || language.say(title).to_owned()) on_close=move |()| hand.close()>
            <form class="case-form" on:submit=submit novalidate>
                <ConflictBanner />
                {children()}
                <Troubles said=Signal::derive(move || trouble(hand, verb, fields, language).into_iter().collect()) />
                <div class="case-acts">
                    <Show
                        when=move || possible.get()
                        fallback=move || view! { <p role="alert">{say(words::NOT_NOW)}</p> }
                    >
                        <button type="submit" class=MAIN aria-disabled=move || busy().to_string()>
                            {name}
                        </button>
                    </Show>
                    <button type="button" class=PLAIN on:click=move |_| hand.close()>
                        {say(words::CLOSE)}
                    </button>
                </div>
            </form>
        </Sheet>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_allowed_has_a_button_and_nothing_else() {
        let verbs = |allowed: &[Verb], rated| {
            let buttons = buttons(allowed, rated);
            buttons.into_iter().map(|button| button.verb).collect::<Vec<_>>()
        };
        assert_eq!(verbs(&[], false), []);
        assert_eq!(
            verbs(&[Verb::Withdraw, Verb::Add, Verb::Complete], false),
            [Verb::Complete, Verb::Add, Verb::Withdraw]
        );
        assert_eq!(
            verbs(&[Verb::Decline, Verb::Confirm], false),
            [Verb::Confirm, Verb::Decline]
        );
        assert_eq!(
            verbs(&[Verb::Withdraw, Verb::Add, Verb::Urge], false),
            [Verb::Urge, Verb::Add, Verb::Withdraw]
        );
        assert_eq!(verbs(&[Verb::Rate], false), [Verb::Rate]);
        assert_eq!(
            verbs(&[Verb::Rate, Verb::Add], true),
            [Verb::Add],
            "changed where it is shown"
        );
        assert_eq!(verbs(&[Verb::Take, Verb::Finish], false), [], "not what staff do");
    }
}
