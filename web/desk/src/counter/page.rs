//! The page: all subjects of a form on one screen.

use leptos::html;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use shuiting_parts::lang::{Language, THIS_LANGUAGE, say};
use shuiting_parts::session::SignedIn;
use shuiting_shared::api::Me;
use shuiting_shared::form::Form;
use shuiting_shared::service::Service;
use shuiting_shared::words::{Bi, Lang};

use super::filed::Arrived;
use super::filing::Filing;
use super::subject::Subject;
use super::words;
use crate::keys::{Command, Hint, Keys};
use crate::title;

/// The language of the SMS, as the list has it.
const LANGS: [Lang; 2] = [Lang::Zh, Lang::En];

fn may_file(me: Option<&Me>) -> bool {
    matches!(me, Some(Me::Staff { role, .. }) if role.files_through().is_some())
}

/// Says why there is nothing to file here.
#[component]
fn Nothing(why: Bi) -> impl IntoView {
    view! {
        <main class="empty" id="case" tabindex="-1">
            <h1 class="hidden">{say(crate::words::FILE_FOR)}</h1>
            <p>{say(why)}</p>
        </main>
    }
}

/// The services that can be filed.
#[component]
pub(crate) fn ServicesPage() -> impl IntoView {
    title::set(say(crate::words::FILE_FOR));
    let services = Service::all().filter(|service| service.form().is_some());
    let rows = services.map(|service| {
        view! {
            <li>
                <a href=format!("/desk/file/{}", service.code())>
                    <b>{say(service.label())}</b>
                    " "
                    <span>{say(service.facts().about)}</span>
                </a>
            </li>
        }
    });
    let rows = rows.collect_view();
    view! {
        <main class="counter-services" id="case" tabindex="-1">
            <h1>{say(words::CHOOSE_SERVICE)}</h1>
            <ul>{rows}</ul>
        </main>
    }
}

/// The page of the service that the address names.
#[component]
pub(crate) fn CounterPage() -> impl IntoView {
    let (params, signed_in) = (use_params_map(), SignedIn::here());
    let service = Memo::new(move |_| {
        let code = params.with(|params| params.get("service").unwrap_or_default());
        Service::from_code(&code.to_ascii_uppercase()).filter(|service| service.form().is_some())
    });
    let may = Memo::new(move |_| may_file(signed_in.me().as_ref()));
    move || match (may.get(), service.get().and_then(Service::form)) {
        (false, _) => view! { <Nothing why=words::WHO_FILES /> }.into_any(),
        (true, None) => view! { <Nothing why=words::NO_SUCH_SERVICE /> }.into_any(),
        (true, Some(form)) => view! { <Counter form /> }.into_any(),
    }
}

#[component]
fn Counter(form: &'static Form) -> impl IntoView {
    let language = Language::here();
    let filing = Filing::new(form);
    let name = move || words::file_for(language.say(form.service.label()), language.get());
    title::set(name);
    let filed = Memo::new(move |_| filing.counters.filed(form.service));
    view! {
        <main class="counter" id="case" tabindex="-1">
            <Show
                when=move || filed.with(Option::is_none)
                fallback=move || filed.get().map(|filed| view! { <Arrived filing number=filed.number promised=filed.promised /> })
            >
                <Whole filing name=Signal::derive(name) />
            </Show>
        </main>
    }
}

/// The form, while it is being filled in.
#[component]
fn Whole(filing: Filing, name: Signal<String>) -> impl IntoView {
    let language = Language::here();
    let flaws = Memo::new(move |_| filing.flaws());
    let subjects = filing
        .form
        .pages
        .iter()
        .map(|page| view! { <Subject filing page flaws /> });
    let subjects = subjects.collect_view();
    let first = Signal::derive(move || match filing.waiting() {
        (0, 0) => None,
        (busy, failed) => Some(words::photos_before_filing(busy, failed, language.get())),
    });
    let held = move || filing.busy.get() || first.get().is_some();
    // Enter alone belongs to whatever has the focus; nothing is filed by accident.
    Keys::here().on(Command::File, move || filing.send());
    let hint = Hint::of(Command::File);
    let form = NodeRef::<html::Div>::new();
    form.on_load(move |form| {
        // Whoever opens the page goes on typing at once; the nodes stand in the page by then.
        request_animation_frame(move || {
            let input = form
                .query_selector("input:not([type=file]), select, textarea")
                .ok()
                .flatten();
            if let Some(input) = input {
                shuiting_parts::form::focus(&input.id());
            }
        });
    });
    view! {
        <div class="counter-form" role="form" aria-label=name node_ref=form>
            <header>
                <h1>{name}</h1>
                <p class="help">{say(words::FILE_HELP)}</p>
            </header>
            <div class="subjects">
                <div class="subject-columns">{subjects}</div>
            </div>
            <footer class="bar">
                <p class="flaw" role="alert">
                    {move || filing.trouble()}
                </p>
                <p class="help" role="status">
                    {first}
                </p>
                <div>
                    <button
                        type="button"
                        class="main"
                        aria-disabled=move || held().to_string()
                        aria-keyshortcuts=move || hint.aria()
                        data-key=move || hint.said()
                        on:click=move |_| filing.send()
                    >
                        {move || language.say(if filing.busy.get() { words::FILING_NOW } else { words::FILE_NOW })}
                    </button>
                    <SmsLanguage filing />
                    <button type="button" class="plain" on:click=move |_| filing.start_over()>
                        {say(words::START_OVER)}
                    </button>
                </div>
            </footer>
        </div>
    }
}

#[component]
fn SmsLanguage(filing: Filing) -> impl IntoView {
    let chosen = Memo::new(move |_| filing.counters.with(filing.service(), |draft| draft.lang));
    let choose = move |event| {
        let code = event_target_value(&event);
        filing.change(|draft| draft.lang = LANGS.into_iter().find(|lang| lang.code() == code));
    };
    let options = LANGS.map(|lang| {
        view! {
            <option value=lang.code() lang=lang.tag() prop:selected=move || chosen.get() == Some(lang)>
                {THIS_LANGUAGE.get(lang)}
            </option>
        }
    });
    view! {
        <label class="sms-language">
            {say(words::SMS_LANG)}
            " "
            <select on:change=choose>
                <option value="" prop:selected=move || chosen.get().is_none()>
                    {say(words::OWN_LANG)}
                </option>
                {options}
            </select>
        </label>
    }
}
