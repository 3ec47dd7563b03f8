//! A dialog over a page.

use leptos::html;
use leptos::prelude::*;

/// A dialog that is open for as long as it is there. The back key, and whatever else closes it, tells `on_close`; the
/// browser keeps the focus inside and gives it back afterwards.
#[component]
pub(crate) fn Sheet(
    /// What it is about.
    #[prop(into)]
    title: Signal<String>,
    /// A class for its size.
    #[prop(default = "case-sheet")]
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
    view! {
        <dialog node_ref=dialog class=class aria-labelledby="case-sheet-title" on:close=move |_| on_close.run(())>
            <h2 id="case-sheet-title" class="case-sheet-title" tabindex="-1" autofocus>
                {title}
            </h2>
            {children()}
        </dialog>
    }
}
