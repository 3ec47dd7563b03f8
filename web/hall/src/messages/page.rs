//! The page of one's messages, newest first. What has been shown counts as read.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::clock::Clock;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::{InboxMessage, InboxMessages, ReadMessages};
use shuiting_shared::time;

use super::{PATH, words};
use crate::door::ForResidents;
use crate::empty::Empty;
use crate::page::Page;
use crate::trouble::Trouble;

/// The page.
#[component]
pub(crate) fn MessagesPage() -> impl IntoView {
    view! {
        <Page title=say(words::MESSAGES) back="/me">
            <ForResidents about=words::SIGN_IN_ABOUT>
                <Messages />
            </ForResidents>
        </Page>
    }
}

/// Older ones behind those that are here.
fn joined(mut here: InboxMessages, older: InboxMessages) -> InboxMessages {
    here.more = older.more;
    here.messages.extend(older.messages);
    here
}

#[component]
fn Messages() -> impl IntoView {
    let (api, language) = (Api::here(), Language::here());
    let load = Loader::<InboxMessages>::default();
    let failure = RwSignal::new(None::<Failure>);
    let ask = move || async move {
        let messages: InboxMessages = api.get(PATH).await?;
        if let Some(newest) = messages.messages.first().filter(|_| messages.unread > 0) {
            let up_to = newest.id.clone();
            // Where this is not heard they count as new once more.
            spawn_local(async move { drop(api.post::<()>(&format!("{PATH}/read"), &ReadMessages { up_to }).await) });
        }
        Ok(messages)
    };
    // They are said in the language of the page.
    Effect::new(move || {
        language.get();
        load.follow(ask());
    });
    let older = move |_| {
        let Some(here) = load.get_untracked() else { return };
        let Some(last) = here.messages.last().map(|last| last.id.clone()) else {
            return;
        };
        failure.set(None);
        spawn_local(async move {
            match api.get(&format!("{PATH}?before={last}")).await {
                Ok(older) => load.put(joined(here, older)),
                // The page may have been left meanwhile.
                Err(refused) => drop(failure.try_set(Some(refused))),
            }
        });
    };
    let messages = move || load.get().map(|inbox| inbox.messages).unwrap_or_default();
    let more = move || load.get().is_some_and(|inbox| inbox.more);
    view! {
        <Faces load happening=words::FETCHING retry=move |()| load.fetch(ask())>
            <Show
                when=move || !messages().is_empty()
                fallback=|| {
                    view! { <Empty title=words::NONE help=words::NONE_HELP begin=words::BEGIN href="/services" /> }
                }
            >
                <ul class="rows" role="list">
                    <For
                        each=messages
                        key=|message| (message.id.clone(), message.text.clone())
                        children=|message| view! { <Row message /> }
                    />
                </ul>
                <Trouble failure />
                <Show when=more>
                    <button type="button" class="button-plain" on:click=older>
                        {say(words::OLDER)}
                    </button>
                </Show>
            </Show>
        </Faces>
    }
}

/// One of them; it leads to the case, event or outage that it is about.
#[component]
fn Row(message: InboxMessage) -> impl IntoView {
    let (language, clock) = (Language::here(), Clock::here());
    let InboxMessage {
        at,
        kind,
        text,
        number,
        event,
        outage,
        read,
        ..
    } = message;
    let case = number.map(|number| format!("/cases/{number}"));
    let event = event.map(|id| format!("/events/{id}"));
    let href = case.or(event).or_else(|| outage.map(|id| format!("/outages/{id}")));
    let body = view! {
        <span class="row-body">
            <span class="message-head">
                <b>{say(kind.label())}</b>
                {(!read).then(|| view! { <span class="tag message-new">{say(words::NEW)}</span> })}
                <span class="small">{move || time::say(at, clock.get(), language.get())}</span>
            </span>
            <span>{text}</span>
        </span>
    };
    match href {
        Some(href) => view! {
            <li>
                <a class="row" href=href>
                    {body}
                    <Icon name="chevron" />
                </a>
            </li>
        }
        .into_any(),
        None => view! { <li class="row">{body}</li> }.into_any(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn older_ones_stand_behind() {
        let page = |ids: &[&str], more| InboxMessages {
            messages: ids
                .iter()
                .map(|id| InboxMessage {
                    id: (*id).to_owned(),
                    at: chrono::DateTime::UNIX_EPOCH,
                    kind: shuiting_shared::message::Kind::Noted,
                    text: String::new(),
                    number: None,
                    event: None,
                    outage: None,
                    read: true,
                })
                .collect(),
            unread: 0,
            more,
        };
        assert_eq!(
            joined(page(&["3", "2"], true), page(&["1"], false)),
            page(&["3", "2", "1"], false)
        );
    }
}
