//! One call: what to ask, the phone, and what was said.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::{CallbackTold, CallbackView, Filter, Revealed};
use shuiting_shared::callback::{CallbackAnswer, script};
use shuiting_shared::case::Level;
use shuiting_shared::problem::Code;
use shuiting_shared::words::Bi;

use super::page::List;
use super::{PATH, words};
use crate::field::WordsField;
use crate::inbox::query as inbox;
use crate::sheet::Sheet;

/// What came of the call, in the order of the choices.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Outcome {
    Reached,
    Unreached,
    Declined,
}

impl Outcome {
    const ALL: [Self; 3] = [Self::Reached, Self::Unreached, Self::Declined];

    const fn label(self) -> Bi {
        match self {
            Self::Reached => words::REACHED,
            Self::Unreached => words::UNREACHED,
            Self::Declined => words::DECLINED,
        }
    }
}

/// The call that is on: what is typed, and what became of sending it.
#[derive(Clone, Copy)]
struct Call {
    api: Api,
    list: List,
    outcome: RwSignal<Outcome>,
    level: RwSignal<Option<Level>>,
    words: RwSignal<String>,
    failure: RwSignal<Option<Failure>>,
    busy: RwSignal<bool>,
}

impl Call {
    fn begin(list: List) -> Self {
        Self {
            api: Api::here(),
            list,
            outcome: RwSignal::new(Outcome::Reached),
            level: RwSignal::new(None),
            words: RwSignal::new(String::new()),
            failure: RwSignal::new(None),
            busy: RwSignal::new(false),
        }
    }

    fn answer(self) -> CallbackAnswer {
        match self.outcome.get_untracked() {
            Outcome::Reached => CallbackAnswer::Reached {
                level: self.level.get_untracked(),
                words: self.words.get_untracked(),
            },
            Outcome::Unreached => CallbackAnswer::Unreached { next: None },
            Outcome::Declined => CallbackAnswer::Declined,
        }
    }

    /// Sends what came of it.
    fn send(self, path: String, tries: u32) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        self.failure.set(None);
        let answer = self.answer();
        spawn_local(async move {
            let told = CallbackTold { tries, answer };
            let answer = self.api.post::<CallbackView>(&path, &told).await;
            // Where the page was left meanwhile there is nobody to be told.
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(_) => {
                    self.list.saved.set(true);
                    self.list.calling.set(None);
                    self.list.renew();
                }
                Err(refused) => {
                    if refused.code() == Some(Code::NotNow) {
                        self.list.renew();
                    }
                    self.failure.set(Some(refused));
                }
            }
        });
    }

    /// What is wrong with a field.
    fn flaw(self, field: &str) -> Option<String> {
        let find = |failure: &Failure| failure.field(field).map(str::to_owned);
        self.failure.with(|failure| failure.as_ref().and_then(find))
    }
}

/// The dialog.
#[component]
pub(super) fn CallSheet(list: List, callback: CallbackView) -> impl IntoView {
    let language = Language::here();
    let call = Call::begin(list);
    let number = callback.case.number;
    let title = Signal::derive(move || format!("{} {number}", language.say(words::CALL)));
    let (path, tries) = (format!("{PATH}/{}", callback.id), callback.tries);
    let phone_path = format!("{path}/phone");
    let close = move |()| list.calling.set(None);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        call.send(path.clone(), tries);
    };
    let trouble = move || {
        call.failure.with(|failure| {
            let failure = failure.as_ref().filter(|failure| failure.fields().is_empty())?;
            Some(failure.say(language.get()))
        })
    };
    let lines = script(callback.reason, callback.kind).iter();
    let lines = lines.map(|line| view! { <li>{say(*line)}</li> }).collect_view();
    let own = callback.rated.map(|level| {
        view! {
            <p>
                {say(words::OWN)} " " <b>{say(level.label())}</b>
            </p>
        }
    });
    view! {
        <Sheet title on_close=close>
            <form on:submit=submit novalidate>
                <p class="flaw" role="alert">
                    {trouble}
                </p>
                <p>
                    {callback.case.name.clone()}
                    " "
                    <a href=inbox::case(number, &Filter::default())>{say(words::OPEN_CASE)}</a>
                </p>
                {own}
                <Phone path=phone_path />
                <h3>{say(words::SCRIPT)}</h3>
                <ol class="script">{lines}</ol>
                <Outcomes call />
                <Answer call />
                <footer>
                    <button type="submit" class="main" aria-disabled=move || call.busy.get().to_string()>
                        {say(words::SAVE)}
                    </button>
                    <button type="button" class="plain" on:click=move |_| close(())>
                        {say(crate::words::CLOSE)}
                    </button>
                </footer>
            </form>
        </Sheet>
    }
}

/// The phone, once it is asked for.
#[component]
fn Phone(path: String) -> impl IntoView {
    let (api, language) = (Api::here(), Language::here());
    let shown = RwSignal::new(None::<Result<String, Failure>>);
    let ask = move |_| {
        let path = path.clone();
        spawn_local(async move {
            let answer = api.post::<Revealed>(&path, &()).await;
            // Where the dialog was closed meanwhile nobody wants to know.
            drop(shown.try_set(Some(answer.map(|revealed| revealed.answer))));
        });
    };
    let number = move || shown.get().and_then(Result::ok);
    let told = move || {
        shown
            .get()
            .and_then(Result::err)
            .map(|failure| failure.say(language.get()))
    };
    view! {
        <p class="phone">
            <button type="button" on:click=ask hidden=move || number().is_some()>
                {say(words::PHONE)}
            </button>
            <span class="help" hidden=move || number().is_some()>
                {say(words::RECORDED)}
            </span>
            <span role="status">
                {move || number().map(|phone| view! { <a class="figure" href=format!("tel:{phone}")>{phone.clone()}</a> })}
            </span>
            <span class="flaw" role="alert">
                {told}
            </span>
        </p>
    }
}

#[component]
fn Outcomes(call: Call) -> impl IntoView {
    let row = move |outcome: Outcome| {
        view! {
            <label>
                <input
                    type="radio"
                    name="outcome"
                    autofocus={outcome == Outcome::Reached}
                    prop:checked=move || call.outcome.get() == outcome
                    on:change=move |_| call.outcome.set(outcome)
                />
                {say(outcome.label())}
            </label>
        }
    };
    view! {
        <fieldset>
            <legend>{say(words::OUTCOME)}</legend>
            {Outcome::ALL.map(row).collect_view()}
        </fieldset>
    }
}

#[component]
fn Levels(call: Call) -> impl IntoView {
    let row = move |level: &'static Level| {
        view! {
            <label>
                <input
                    type="radio"
                    name="level"
                    prop:checked=move || call.level.get() == Some(*level)
                    on:change=move |_| call.level.set(Some(*level))
                />
                {say(level.label())}
            </label>
        }
    };
    view! {
        <fieldset>
            <legend>{say(words::LEVEL)}</legend>
            {Level::ALL.iter().map(row).collect_view()}
        </fieldset>
    }
}

/// What they answered, where they did.
#[component]
fn Answer(call: Call) -> impl IntoView {
    let is = move |outcome: Outcome| call.outcome.get() == outcome;
    view! {
        <div hidden=move || !is(Outcome::Reached)>
            <Levels call />
            <p class="flaw" role="alert">
                {move || call.flaw("answer.level")}
            </p>
            <WordsField
                id="said"
                label=words::SAID
                value=String::new()
                on_input=move |text| call.words.set(text)
                flaw=Signal::derive(move || call.flaw("answer.words"))
            />
        </div>
        <p class="help" hidden=move || !is(Outcome::Unreached)>
            {say(words::AGAIN)}
        </p>
    }
}
