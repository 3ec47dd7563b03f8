//! A dialog.

use leptos::html;
use leptos::prelude::*;

/// A dialog that is open for as long as it is there. Esc, and whatever else closes it, tells `on_close`; the browser keeps
/// the focus inside and gives it back afterwards.
#[component]
pub(crate) fn Sheet(
    /// What it is about.
    #[prop(into)]
    title: Signal<String>,
    /// A class for its size.
    #[prop(default = "sheet")]
    class: &'static str,
    /// It is to go.
    #[prop(into)]
    on_close: Callback<()>,
    /// What it holds.
    children: Children,
) -> impl IntoView {
    let dialog = NodeRef::<html::Dialog>::new();
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
    view! {
        <dialog node_ref=dialog class=class aria-labelledby="sheet-title" on:close=closed>
            <h2 id="sheet-title">{title}</h2>
            {children()}
        </dialog>
    }
}
