//! The templates that the demo city has applied for: one for each kind of message about a case.

use std::collections::BTreeMap;

use crate::wechat::Template;

/// A template: its id, its title, the kinds of messages that it is for, and its blanks with what goes in and what stands
/// before it.
struct Form {
    id: &'static str,
    title: &'static str,
    kinds: &'static [&'static str],
    blanks: &'static [(&'static str, &'static str, &'static str)],
}

const NUMBER: (&str, &str, &str) = ("character_string1", "number", "编号");
const SERVICE: (&str, &str, &str) = ("thing2", "service", "事项");
const KIND: (&str, &str, &str) = ("thing3", "kind", "进展");

const FORMS: [Form; 3] = [
    Form {
        id: "demo-progress",
        title: "办件进度提醒",
        kinds: &["filed", "confirmed", "dispatched", "advanced", "paid", "redone"],
        blanks: &[NUMBER, SERVICE, KIND],
    },
    Form {
        id: "demo-wanted",
        title: "待办提醒",
        kinds: &["confirming", "declined", "sent_back", "quoted", "concluded", "noted"],
        blanks: &[NUMBER, SERVICE, KIND],
    },
    Form {
        id: "demo-done",
        title: "办结通知",
        kinds: &["finished", "rejected"],
        blanks: &[NUMBER, SERVICE, KIND],
    },
];

/// The templates by the kinds of messages.
pub(super) fn all() -> BTreeMap<String, Template> {
    let each = FORMS.iter().flat_map(|form| {
        form.kinds.iter().map(|kind| {
            let blanks = form.blanks.iter();
            let template = Template {
                id: form.id.to_owned(),
                blanks: blanks
                    .map(|(blank, what, _)| ((*blank).to_owned(), (*what).to_owned()))
                    .collect(),
            };
            ((*kind).to_owned(), template)
        })
    });
    each.collect()
}

/// The title of a template.
pub(super) fn title(id: &str) -> &str {
    form(id).map_or(id, |form| form.title)
}

/// What stands before a blank of a template.
pub(super) fn label<'a>(id: &str, blank: &'a str) -> &'a str {
    let blanks = form(id).map_or(&[][..], |form| form.blanks);
    let found = blanks.iter().find(|(name, ..)| *name == blank);
    found.map_or(blank, |(_, _, label)| label)
}

/// Every template, with its title.
pub(super) fn titles() -> impl Iterator<Item = (&'static str, &'static str)> {
    FORMS.iter().map(|form| (form.id, form.title))
}

fn form(id: &str) -> Option<&'static Form> {
    FORMS.iter().find(|form| form.id == id)
}
