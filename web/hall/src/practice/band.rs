//! What stands above every page, on screen and on paper: that this is practice, and the way out.

use leptos::prelude::*;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::say;

use super::links::OUT;
use super::words;

/// What the stylesheet looks at.
const MARK: &str = "data-practice";

/// The band.
#[component]
pub(super) fn Band() -> impl IntoView {
    Effect::new(|| {
        if let Some(root) = document().document_element() {
            // Without the mark the headings only lie over the band when one scrolls.
            drop(root.set_attribute(MARK, ""));
        }
    });
    view! {
        <section class="practice-band" aria-label=say(words::BAND)>
            <p>
                <Icon name="warning" />
                <b>{say(words::MARK)}</b>
                <span>{say(words::NOT_REAL)}</span>
            </p>
            <a class=OUT rel="external" href="/">
                {say(words::WAY_OUT)}
            </a>
        </section>
    }
}
