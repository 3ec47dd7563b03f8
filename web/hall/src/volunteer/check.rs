//! Coming and going: six digits from the leader's phone, sent now or when there is a network.

use leptos::html;
use leptos::prelude::*;
use serde_json::json;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Loader;
use shuiting_parts::waiting::{Errand, Errands, Kind, Waiting};
use shuiting_shared::api::TurnView;
use shuiting_shared::event::{CODE_DIGITS, Way};
use shuiting_shared::words::Text;

use super::words;
use crate::line_field::{LineField, fill, look_at, typed};
use crate::notice::Notices;
use crate::waiting;

/// Whether what was typed can be a code.
fn is_code(typed: &str) -> bool {
    typed.len() == CODE_DIGITS && typed.bytes().all(|byte| byte.is_ascii_digit())
}

/// The box.
#[component]
pub(super) fn Check(id: StoredValue<String>, load: Loader<Vec<TurnView>>) -> impl IntoView {
    let (language, errands, notices) = (Language::here(), Errands::here(), Notices::here());
    let code = NodeRef::<html::Input>::new();
    let wrong = RwSignal::new(false);
    let path = StoredValue::new(format!("/api/v1/events/{}/turns", id.get_value()));
    let mend = StoredValue::new(format!("/events/{}/work", id.get_value()));
    let say_it = move |way: Way| {
        let typed = typed(code);
        wrong.set(!is_code(&typed));
        if !is_code(&typed) {
            return look_at(code);
        }
        let label = way.label();
        errands.add(Errand {
            kind: Kind::Turn,
            title: Text {
                zh: label.zh.to_owned(),
                en: label.en.to_owned(),
            },
            path: path.get_value(),
            body: json!({ "way": way, "code": typed }),
            mend: Some(mend.get_value()),
            ..Errand::default()
        });
        fill(code, "");
        notices.tell(words::NOTED_TURN);
    };
    let waits = Memo::new(move |_| path.with_value(|path| errands.at(path)));
    let came = move || {
        load.get()
            .is_some_and(|turns| turns.iter().any(|turn| turn.came.is_some()))
    };
    let class = move |main: bool| if main { "button-main" } else { "button-plain" };
    let flaw = Signal::derive(move || wrong.get().then(|| language.say(words::NOT_SIX).to_owned()));
    view! {
        <section class="card" aria-labelledby="check-title">
            <h2 id="check-title">{say(words::CHECK)}</h2>
            <p class="small">{say(words::CHECK_ABOUT)}</p>
            <LineField id="check-code" label=words::CODE mode="numeric" input=code flaw />
            <Waits waits />
            <div class="pair">
                <button type="button" class=move || class(!came()) on:click=move |_| say_it(Way::In)>
                    {say(Way::In.label())}
                </button>
                <button type="button" class=move || class(came()) on:click=move |_| say_it(Way::Out)>
                    {say(Way::Out.label())}
                </button>
            </div>
        </section>
    }
}

/// That something waits, or was refused.
#[component]
fn Waits(waits: Memo<Vec<Waiting>>) -> impl IntoView {
    let said = move || {
        let refused = waits.with(|waits| waits.iter().any(|waiting| waiting.refused.is_some()));
        say(if refused { words::REFUSED } else { words::WAITS })
    };
    view! {
        <div role="status">
            <Show when=move || !waits.with(Vec::is_empty)>
                <p class="bar-note">
                    <Icon name="wifi-off" />
                    <a class="button-link" href=waiting::PATH>
                        {said}
                    </a>
                </p>
            </Show>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_six_digits() {
        assert!(is_code("004217"));
        for typed in ["", "12345", "1234567", "12345a", "12 456"] {
            assert!(!is_code(typed), "{typed}");
        }
    }
}
