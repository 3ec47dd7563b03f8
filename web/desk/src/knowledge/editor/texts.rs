//! The texts of an article: question, answer, and the other words by which it is found.

use leptos::prelude::*;
use shuiting_parts::lang::say;
use shuiting_shared::form::{Answer as _, Words};
use shuiting_shared::knowledge::{Article, words_of};
use shuiting_shared::words::Bi;

use super::super::words;
use super::Desk;

/// One of the article's texts.
pub(super) type Part = fn(&mut Article) -> &mut String;

/// How it reads now.
fn read(desk: Desk, part: Part) -> String {
    let mut typed = desk.typed.get_untracked();
    part(&mut typed).clone()
}

/// What people ask, in one language.
#[component]
pub(super) fn Question(desk: Desk, path: &'static str, label: Bi, part: Part) -> impl IntoView {
    let id = path.replace('.', "-");
    let flaw_id = format!("{id}-flaw");
    let flaw = desk.said(path);
    view! {
        <p>
            <label for=id.clone()>{say(label)}</label>
            <input
                id=id
                type="text"
                autocomplete="off"
                prop:value=read(desk, part)
                on:input=move |event| desk.change(path, |typed| *part(typed) = event_target_value(&event))
                on:blur=move |_| desk.leave(path)
                aria-invalid=move || flaw.get().is_some().to_string()
                aria-describedby=flaw_id.clone()
            />
            <span id=flaw_id.clone() class="flaw" role="alert">
                {flaw}
            </span>
        </p>
    }
}

/// What they are told, in one language.
#[component]
pub(super) fn Answer(desk: Desk, path: &'static str, label: Bi, part: Part) -> impl IntoView {
    let id = path.replace('.', "-");
    let flaw_id = format!("{id}-flaw");
    let flaw = desk.said(path);
    view! {
        <div>
            <label for=id.clone()>{say(label)}</label>
            <textarea
                id=id
                rows="8"
                maxlength=Words::KIND.most()
                prop:value=read(desk, part)
                on:input=move |event| desk.change(path, |typed| *part(typed) = event_target_value(&event))
                on:blur=move |_| desk.leave(path)
                aria-invalid=move || flaw.get().is_some().to_string()
                aria-describedby=flaw_id.clone()
            ></textarea>
            <p id=flaw_id.clone() class="flaw" role="alert">
                {flaw}
            </p>
        </div>
    }
}

/// The other words by which people ask, a comma or a line apart.
#[component]
pub(super) fn OtherWords(desk: Desk) -> impl IntoView {
    // A flaw of one word is told beside all of them.
    let places: Vec<String> = (0..=Article::MOST_WORDS).map(|at| format!("also.{at}")).collect();
    let flaw = Signal::derive(move || {
        let flaws = desk.typed.with(Article::flaws);
        let places = places.iter().map(String::as_str).chain(["also"]);
        let mut said = places.filter_map(|path| desk.marks.with(|marks| marks.say(path, &flaws, desk.language.get())));
        said.next()
    });
    let typed = desk.typed.with_untracked(|typed| typed.also.join(", "));
    view! {
        <div>
            <label for="article-also">{say(words::ALSO)}</label>
            <textarea
                id="article-also"
                rows="2"
                prop:value=typed
                on:input=move |event| {
                    desk.change("also", |typed| typed.also = words_of(&event_target_value(&event)));
                }
                aria-invalid=move || flaw.get().is_some().to_string()
                aria-describedby="article-also-help article-also-flaw"
            ></textarea>
            <p id="article-also-help" class="help">
                {say(words::ALSO_HELP)}
            </p>
            <p id="article-also-flaw" class="flaw" role="alert">
                {flaw}
            </p>
        </div>
    }
}
