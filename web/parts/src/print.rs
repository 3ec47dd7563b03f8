//! Print-outs: links to the papers that the server makes of a case.

use leptos::ev::MouseEvent;
use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_shared::api::Me;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::print::Print;
use shuiting_shared::words::Lang;

use crate::api::{Api, Side};
use crate::lang::Language;

/// Where a paper lies. The browser itself asks for it, without our headers, so the address says which side it is. Residents
/// read it in the language of the page; what the desk prints is the resident's, in theirs.
fn address(side: Side, number: CaseNumber, print: Print, lang: Lang) -> String {
    let asked = match side {
        Side::Hall => format!("lang={}", lang.code()),
        Side::Desk | Side::Crew => "side=desk".to_owned(),
    };
    format!("/api/v1/cases/{number}/print/{}.pdf?{asked}", print.code())
}

/// A link to a paper of a case.
#[component]
pub fn PrintLink(
    /// The case.
    number: CaseNumber,
    /// The paper.
    print: Print,
    /// The link, for who presses it by a key.
    #[prop(optional)]
    link: NodeRef<html::A>,
    /// What it looks like.
    class: &'static str,
    children: Children,
) -> impl IntoView {
    let (api, language) = (Api::here(), Language::here());
    let href = Signal::derive(move || address(api.side(), number, print, language.get()));
    view! {
        <PdfLink href link class>
            {children()}
        </PdfLink>
    }
}

/// A link to a PDF: kept on the phone in the hall, opened in a tab to be printed at the desk.
#[component]
pub fn PdfLink(
    /// Where it lies.
    #[prop(into)]
    href: Signal<String>,
    /// The link, for who presses it by a key.
    #[prop(optional)]
    link: NodeRef<html::A>,
    /// What it looks like.
    class: &'static str,
    children: Children,
) -> impl IntoView {
    let api = Api::here();
    let fresh = StoredValue::new(false);
    // A browser that follows a link cannot refresh a sign-in that has run out, so we ask for something first.
    let press = move |event: MouseEvent| {
        if fresh.get_value() {
            fresh.set_value(false);
            return;
        }
        event.prevent_default();
        spawn_local(async move {
            let asked = api.get::<Me>("/api/v1/me").await;
            let link = link
                .get_untracked()
                .filter(|_| !asked.is_err_and(|failure| failure.signed_out()));
            if let Some(link) = link {
                fresh.set_value(true);
                link.click();
            }
        });
    };
    let at_desk = api.side() == Side::Desk;
    view! {
        <a
            class=class
            node_ref=link
            href=href
            target=at_desk.then_some("_blank")
            download=(!at_desk).then_some("")
            rel="external"
            on:click=press
        >
            {children()}
        </a>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hall_asks_in_its_language_and_the_desk_by_its_own_cookie() {
        let number = CaseNumber::from_index(7);
        let hall = address(Side::Hall, number, Print::Refusal, Lang::En);
        assert_eq!(hall, format!("/api/v1/cases/{number}/print/refusal.pdf?lang=en"));
        let desk = address(Side::Desk, number, Print::Slip, Lang::Zh);
        assert_eq!(desk, format!("/api/v1/cases/{number}/print/slip.pdf?side=desk"));
    }
}
