//! A dialog.

use std::sync::atomic::{AtomicU32, Ordering};

use leptos::ev::Event;
use leptos::html;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use crate::keys::{Command, Keys, Layer};

/// How many dialogs there have been: one may lie above another, and each has a title.
static COUNT: AtomicU32 = AtomicU32::new(0);

/// A dialog that is open for as long as it is there. Esc, and whatever else closes it, tells `on_close`; the browser keeps
/// the focus inside and gives it back afterwards. Ctrl and Enter send the form in it, where there is one.
#[component]
pub(crate) fn Sheet(
    /// What it is about.
    #[prop(into)]
    title: Signal<String>,
    /// A class for its size.
    #[prop(default = "sheet")]
    class: &'static str,
    /// Which keys it has.
    #[prop(default = Layer::Sheet)]
    layer: Layer,
    /// It is to go.
    #[prop(into)]
    on_close: Callback<()>,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
    let id = format!("sheet-title-{}", COUNT.fetch_add(1, Ordering::Relaxed));
    let keys = Keys::here();
    keys.layer(layer);
    keys.on_if(Command::Send, move || {
        let dialog = dialog.get_untracked();
        let send = dialog.and_then(|dialog| dialog.query_selector("[type=submit]").ok().flatten());
        let send = send.and_then(|send| send.dyn_into::<HtmlElement>().ok());
        send.inspect(HtmlElement::click).is_some()
    });
    dialog.on_load(move |dialog| {
        // The node is loaded before it stands in the page, where alone it can be opened.
        request_animation_frame(move || {
            // A dialog that is open already stays so.
            drop(dialog.show_modal());
        });
    });
    on_cleanup(move || {
        if let Some(dialog) = dialog.get_untracked() {
            dialog.close();
        }
    });
    // Closed by being taken away, it hears of that when nobody is there any more to be told.
    let closed = move |_| {
        on_close.try_run(());
    };
    // Esc tells of the closing only later: a key that is pressed at once after it must not find the dialog still there.
    let cancelled = move |event: Event| {
        event.prevent_default();
        on_close.try_run(());
    };
    view! {
        <dialog node_ref=dialog class=class aria-labelledby=id.clone() on:cancel=cancelled on:close=closed>
            <h2 id=id.clone()>{title}</h2>
            {children()}
        </dialog>
    }
}
