//! What is printed of an event, and the codes that lead there.

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::Api;
use shuiting_parts::lang::say;
use shuiting_parts::print::PdfLink;
use shuiting_shared::api::SignpostPicture;
use shuiting_shared::words::{Bi, Lang};

use super::address::DESK;
use super::words;

/// Where a code's picture lies; the browser itself asks for it, so the address says which side it is.
fn code(id: &str, picture: SignpostPicture) -> String {
    format!("/api/v1/desk/signposts/event/{id}/{}?side=desk", picture.code())
}

/// Poster and codes.
#[component]
pub(super) fn Prints(id: String) -> impl IntoView {
    let (api, id) = (Api::here(), StoredValue::new(id));
    let mini = RwSignal::new(false);
    let wechat = id.with_value(|id| code(id, SignpostPicture::Wechat));
    let asked = wechat.clone();
    spawn_local(async move {
        // The picture itself tells whether the house has a mini-program.
        let there = api.is_there(&asked).await;
        // The page may have been left meanwhile.
        let _ = mini.try_set(there);
    });
    let poster = |lang: Lang, name: Bi| {
        let href = id.with_value(|id| format!("{DESK}/{id}/poster.pdf?side=desk&lang={}", lang.code()));
        view! {
            <PdfLink href=Signal::stored(href) class="print">
                {say(name)}
            </PdfLink>
        }
    };
    let picture = |picture: SignpostPicture| {
        view! {
            <a href=id.with_value(|id| code(id, picture)) target="_blank" rel="external">
                {say(picture.label())}
            </a>
        }
    };
    view! {
        <section aria-labelledby="event-prints">
            <h2 id="event-prints">{say(words::PRINTS)}</h2>
            <p class="event-prints">
                {poster(Lang::Zh, words::POSTER)} {poster(Lang::En, words::POSTER_EN)} {picture(SignpostPicture::Svg)}
                {picture(SignpostPicture::Png)}
                <Show when=move || mini.get()>
                    <a href=wechat.clone() target="_blank" rel="external">
                        {say(SignpostPicture::Wechat.label())}
                    </a>
                </Show>
                <a href=id.with_value(|id| format!("/events/{id}")) target="_blank" rel="external">
                    {say(words::IN_HALL)}
                </a>
            </p>
        </section>
    }
}
