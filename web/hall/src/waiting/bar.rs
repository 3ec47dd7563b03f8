//! The line above every page, where something waits: how much, and the way to it.

use leptos::prelude::*;
use leptos_router::hooks::use_location;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::realm;
use shuiting_parts::waiting::{Errands, Queue, Waiting};

use super::{PATH, words};
use crate::filing::Outbox;

/// What the line says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Said {
    /// So many wait for the network.
    Waiting(usize),
    /// So many were refused, or want somebody to sign in.
    ToMend(usize),
}

/// What is to be said, where `stuck` of `all` want the person, and whether the network is in the way.
fn said(all: usize, stuck: usize, cut: bool) -> Option<Said> {
    match (all.saturating_sub(stuck), stuck) {
        (_, 1..) => Some(Said::ToMend(stuck)),
        (1.., 0) if cut => Some(Said::Waiting(all)),
        _ => None,
    }
}

/// The line; nothing where nothing waits, and on the page itself.
#[component]
pub(crate) fn WaitingBar() -> impl IntoView {
    let (errands, outbox, queue, language) = (Errands::here(), Outbox::here(), Queue::here(), Language::here());
    let path = use_location().pathname;
    let line = Memo::new(move |_| {
        if path.with(|path| realm::here().path(path) == PATH) {
            return None;
        }
        let all = errands.all();
        let stuck = |waiting: &&Waiting| waiting.refused.is_some() || errands.held() || errands.is_strange(waiting);
        let stuck = all.iter().filter(stuck).count();
        said(all.len() + outbox.sending().len(), stuck, queue.trouble().is_some())
    });
    let text = move || {
        line.get().map(|said| match said {
            Said::Waiting(count) => words::waiting(count, language.get()),
            Said::ToMend(count) => words::to_mend(count, language.get()),
        })
    };
    view! {
        <div role="status">
            {move || {
                text()
                    .map(|text| {
                        view! {
                            <p class="bar-note">
                                <Icon name="wifi-off" />
                                <span>{text}</span>
                                <a href=PATH>{say(words::LOOK)}</a>
                            </p>
                        }
                    })
            }}
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_speaks_only_where_somebody_waits() {
        assert_eq!(said(0, 0, true), None);
        assert_eq!(said(2, 0, false), None, "they are on their way");
        assert_eq!(said(2, 0, true), Some(Said::Waiting(2)));
        assert_eq!(said(3, 1, true), Some(Said::ToMend(1)));
        assert_eq!(said(1, 1, false), Some(Said::ToMend(1)));
    }
}
