//! All orders of the unit, in a sensible order: mine, then the others'. Below them the water that it brings.

mod row;

use leptos::prelude::*;
use leptos::task::spawn_local;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Faces;
use shuiting_parts::photo::Uploads;
use shuiting_parts::session::SignedIn;
use shuiting_parts::sign_in::words::SIGN_OUT;
use shuiting_parts::waiting::Errands;
use shuiting_shared::api::Me;
use shuiting_shared::number::CaseNumber;
use shuiting_shared::words::Bi;

use crate::here::{Place, Whereabouts};
use crate::orders::{Orders, now, sort};
use crate::page::Page;
use crate::queued::Shown;
use crate::water::Water;
use crate::words;
use row::OrderRow;

/// The page.
#[component]
pub(crate) fn ListPage() -> impl IntoView {
    let (orders, here, now) = (Orders::here(), Whereabouts::here(), now());
    let all = Memo::new(move |_| {
        let mut all: Vec<_> = orders
            .all()
            .into_iter()
            .filter(|shown| shown.left_by.is_none())
            .collect();
        let (here, now) = (here.point(), now());
        orders.house(|house| sort(&mut all, here, now, house));
        all
    });
    let some = move |mine: bool| {
        let those = all.get().into_iter().filter(|shown| shown.order.mine == mine);
        those.collect::<Vec<_>>()
    };
    let (mine, others) = (Memo::new(move |_| some(true)), Memo::new(move |_| some(false)));
    let refused = Memo::new(move |_| orders.refused());
    view! {
        <Page title=say(words::MY_ORDERS)>
            <Who />
            <Refused refused />
            <Faces load=orders.load happening=words::FETCHING retry=move |()| orders.fetch()>
                <Show when=move || all.with(Vec::is_empty)>
                    <div class="empty">
                        <p>
                            <b>{say(words::NOTHING)}</b>
                        </p>
                        <p>{say(words::NOTHING_ABOUT)}</p>
                    </div>
                </Show>
                <Show when=move || !all.with(Vec::is_empty)>
                    <Nearest />
                </Show>
                <Section title=words::MINE orders=mine />
                <Section title=words::OF_UNIT orders=others />
            </Faces>
            <Water />
            <WayOut />
        </Page>
    }
}

/// Who is here, and of which unit.
#[component]
fn Who() -> impl IntoView {
    let (signed_in, orders, language) = (SignedIn::here(), Orders::here(), Language::here());
    let said = move || match signed_in.me() {
        Some(Me::Staff { display, unit, .. }) => {
            let lang = language.get();
            let unit =
                unit.map(|unit| orders.house(|house| house.unit(&unit).map(|unit| unit.name.get(lang).to_owned())));
            match unit.flatten() {
                Some(unit) => format!("{display} · {unit}"),
                None => format!("{display} · {}", words::NO_UNIT.get(lang)),
            }
        }
        _ => String::new(),
    };
    view! { <p class="small">{said}</p> }
}

/// The way to each order about which something was refused, which may not be the unit's any more.
#[component]
fn Refused(refused: Memo<Vec<CaseNumber>>) -> impl IntoView {
    let link = |number: CaseNumber| {
        view! {
            <li>
                <a class="bar-note bar-wrong" href=format!("/crew/orders/{number}")>
                    <Icon name="warning" />
                    <span>{number.to_string()} " " {say(words::REFUSED)}</span>
                    <Icon name="chevron" />
                </a>
            </li>
        }
    };
    view! {
        <div role="status">
            <ul class="rows" role="list">
                <For each=move || refused.get() key=|number| *number let:number>
                    {link(number)}
                </For>
            </ul>
        </div>
    }
}

/// The button that lets ways count too.
#[component]
fn Nearest() -> impl IntoView {
    let (here, language) = (Whereabouts::here(), Language::here());
    let name = move || match here.get() {
        Place::Asking => words::LOCATING,
        Place::Unasked | Place::Unknown => words::BY_WAY,
        Place::Known(_) => words::BY_WAY_AGAIN,
    };
    let find = move |_| {
        if here.get_untracked() != Place::Asking {
            here.find(|_| ());
        }
    };
    view! {
        <button type="button" class="button-plain" on:click=find>
            <Icon name="pin" />
            {move || language.say(name())}
        </button>
        <p class="field-note" role="status">
            {move || (here.get() == Place::Unknown).then(|| language.say(words::NO_PLACE))}
        </p>
    }
}

/// Some of the orders; nothing where there are none.
#[component]
fn Section(title: Bi, orders: Memo<Vec<Shown>>) -> impl IntoView {
    view! {
        <Show when=move || !orders.with(Vec::is_empty)>
            <section>
                <h2>{say(title)} " " {move || orders.with(Vec::len)}</h2>
                <ul class="rows" role="list">
                    <For each=move || orders.get() key=|shown| shown.order.number let:shown>
                        <OrderRow number=shown.order.number orders />
                    </For>
                </ul>
            </section>
        </Show>
    }
}

/// Signing out. What has not been sent would be lost with it, so it has to go first.
#[component]
fn WayOut() -> impl IntoView {
    let (api, signed_in, errands, uploads) = (Api::here(), SignedIn::here(), Errands::here(), Uploads::here());
    let language = Language::here();
    let failure = RwSignal::new(None::<Failure>);
    let waits = RwSignal::new(false);
    let sign_out = move |_| {
        failure.set(None);
        waits.set(untrack(|| !errands.all().is_empty()));
        if waits.get_untracked() {
            return;
        }
        spawn_local(async move {
            match signed_in.sign_out(false).await {
                Ok(()) => {
                    uploads.forget_all();
                    api.forget_own();
                }
                Err(refused) => {
                    // The page may have been left meanwhile.
                    let _ = failure.try_set(Some(refused));
                }
            }
        });
    };
    let said = move || match (waits.get(), failure.get()) {
        (true, _) => Some(language.say(words::FIRST_SEND).to_owned()),
        (false, failure) => failure.map(|failure| failure.say(language.get())),
    };
    view! {
        <button type="button" class="button-plain way-out" on:click=sign_out>
            {say(SIGN_OUT)}
        </button>
        <p class="flaw" role="alert">
            {said}
        </p>
    }
}
