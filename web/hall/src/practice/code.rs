//! The code that would have come by SMS, on the page where it is waited for: in the city for practising no SMS leaves, and
//! any number will do.

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::Api;
use shuiting_parts::lang::say;
use shuiting_parts::realm;
use shuiting_shared::api::DemoMessage;
use shuiting_shared::person::Phone;
use shuiting_shared::realm::Realm;

use super::words;

/// It is carried to the inbox in a moment; so often it is looked for, and in such pauses.
const TRIES: u32 = 20;
const DIGITS: usize = 6;
const PAUSE: Duration = Duration::from_millis(300);

/// The code that a message holds.
pub(super) fn digits(said: &str) -> Option<&str> {
    let mut runs = said.split(|c: char| !c.is_ascii_digit());
    runs.find(|run| run.len() == DIGITS)
}

/// Shows the latest message to a phone each time that one was asked for; nothing in the real city.
#[component]
pub(crate) fn PlayedCode(
    /// The phone, each time that a code was asked for.
    #[prop(into)]
    asked: Signal<Option<String>>,
) -> impl IntoView {
    let api = Api::here();
    let message = RwSignal::new(None::<DemoMessage>);
    let played = realm::here() == Realm::Practice;
    Effect::new(move || {
        let phone = asked.get().filter(|_| played);
        if let Some(phone) = phone.and_then(|phone| Phone::read(&phone).ok()) {
            look(api, phone.reveal().to_owned(), message, TRIES);
        }
    });
    let face = move || {
        message
            .get()
            .map(|message| view! { <p>{say(words::SMS)} " " <b>{message.text}</b></p> })
    };
    played.then(|| {
        view! {
            <div class="practice-sms">
                <p>{say(words::ANY_PHONE)}</p>
                <div role="status">{face}</div>
            </div>
        }
    })
}

/// Looks for a message that is newer than the one shown.
fn look(api: Api, phone: String, message: RwSignal<Option<DemoMessage>>, tries: u32) {
    spawn_local(async move {
        let path = format!("/demo/messages?phone={phone}");
        let messages = api.get::<Vec<DemoMessage>>(&path).await.unwrap_or_default();
        let newest = messages.into_iter().find(|message| digits(&message.text).is_some());
        // The page may have been left meanwhile.
        let Some(before) = message.try_get_untracked() else {
            return;
        };
        let newer = |newest: &DemoMessage| before.is_none_or(|before| before.at < newest.at);
        match newest.filter(newer) {
            Some(newest) => drop(message.try_set(Some(newest))),
            None if tries > 1 => set_timeout(move || look(api, phone, message, tries - 1), PAUSE),
            None => {}
        }
    });
}

#[cfg(test)]
mod tests {
    use super::digits;

    #[test]
    fn a_code_is_six_digits_and_nothing_else() {
        assert_eq!(digits("【东莞水厅】验证码 042317,5分钟内有效"), Some("042317"));
        assert_eq!(digits("您的漏水报修(单号HM4-AB5N)已办结"), None);
        assert_eq!(digits("热线 96968,手机 13800138000"), None);
    }
}
