//! The texts of a template: its titles, and its words with blanks to put in.

use leptos::html;
use leptos::prelude::*;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::form::{Answer, Words};
use shuiting_shared::template::{Blank, Template};
use shuiting_shared::words::Bi;

use super::super::words;
use super::Desk;

/// One of the template's texts.
pub(super) type Part = fn(&mut Template) -> &mut String;

/// How it reads now.
fn read(desk: Desk, part: Part) -> String {
    let mut typed = desk.typed.get_untracked();
    part(&mut typed).clone()
}

/// What staff choose it by, in one language.
#[component]
pub(super) fn Title(desk: Desk, path: &'static str, label: Bi, part: Part) -> impl IntoView {
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

/// What the resident reads, in one language.
#[component]
pub(super) fn Body(desk: Desk, path: &'static str, label: Bi, part: Part) -> impl IntoView {
    let language = Language::here();
    let id = path.replace('.', "-");
    let flaw_id = format!("{id}-flaw");
    let flaw = desk.said(path);
    let area = NodeRef::<html::Textarea>::new();
    let change = move |text: String| desk.change(path, |typed| *part(typed) = text);
    let blanks = Blank::ALL
        .iter()
        .map(|blank| {
            let put = move |_| {
                if let Some(area) = area.get_untracked() {
                    let text = put_in(&area.value(), area.selection_start().ok().flatten(), &written(*blank));
                    area.set_value(&text);
                    // The focus is a courtesy; without it the text stands there all the same.
                    drop(area.focus());
                    change(text);
                }
            };
            let name = move || language.say(blank.label());
            view! {
                <button type="button" class="pick" title=name on:click=put>
                    {written(*blank)}
                    <span class="hidden">" " {name}</span>
                </button>
            }
        })
        .collect_view();
    view! {
        <div>
            <label for=id.clone()>{say(label)}</label>
            <textarea
                id=id
                node_ref=area
                rows="6"
                maxlength=Words::KIND.most()
                prop:value=read(desk, part)
                on:input=move |event| change(event_target_value(&event))
                on:blur=move |_| desk.leave(path)
                aria-invalid=move || flaw.get().is_some().to_string()
                aria-describedby=flaw_id.clone()
            ></textarea>
            <p id=flaw_id.clone() class="flaw" role="alert">
                {flaw}
            </p>
            <div class="picks" role="group" aria-label=say(words::BLANKS)>
                {blanks}
            </div>
        </div>
    }
}

fn written(blank: Blank) -> String {
    format!("{{{}}}", blank.code())
}

/// A text with something put in where the caret stands, which browsers count in UTF-16; at its end where there is none.
fn put_in(text: &str, caret: Option<u32>, what: &str) -> String {
    let mut units = 0;
    let at = text.char_indices().find(|(_, c)| {
        let here = caret.is_some_and(|caret| units >= caret);
        units += if c.len_utf16() == 2 { 2 } else { 1 };
        here
    });
    let at = at.map_or(text.len(), |(at, _)| at);
    format!("{}{what}{}", &text[..at], &text[at..])
}

#[cfg(test)]
mod tests {
    use super::put_in;

    #[test]
    fn a_blank_goes_where_the_caret_is() {
        assert_eq!(put_in("您好,再见", Some(3), "{name}"), "您好,{name}再见");
        assert_eq!(
            put_in("𠮷田您好", Some(3), "-"),
            "𠮷田-您好",
            "one letter may count as two"
        );
        assert_eq!(put_in("您好", Some(0), "-"), "-您好");
        assert_eq!(put_in("您好", Some(9), "-"), "您好-");
        assert_eq!(put_in("您好", None, "-"), "您好-");
    }
}
