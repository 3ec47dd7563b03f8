//! My water accounts.

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_parts::household::Household;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::{Faces, Loader};
use shuiting_shared::api::WaterAccountView;
use shuiting_shared::water::{Right, WaterState};
use shuiting_shared::words::Lang;

use super::authority::{ACT_FOR, Brought};
use super::owed::{self, PATH};
use super::words;
use crate::door::ForResidents;
use crate::empty::Empty;
use crate::page::Page;
use crate::pay::PAYMENTS;

/// The page.
#[component]
pub(crate) fn WaterPage() -> impl IntoView {
    view! {
        <Page title=say(words::MINE) back="/">
            <ForResidents about=words::SIGN_IN_ABOUT>
                <Mine />
            </ForResidents>
        </Page>
    }
}

#[component]
fn Mine() -> impl IntoView {
    let (api, household) = (Api::here(), Household::here());
    let load = Loader::<Vec<WaterAccountView>>::default();
    let ask = move || async move { api.get(PATH).await };
    load.fetch(ask());
    view! {
        // The rows name towns.
        <Faces load=household.load happening=words::FETCHING retry=move |()| household.fetch()>
            <Faces load happening=words::FETCHING retry=move |()| load.fetch(ask())>
                <Rows load />
                <Brought />
                <a class="button-plain" href="/water/act">
                    {say(ACT_FOR)}
                </a>
            </Faces>
        </Faces>
    }
}

#[component]
fn Rows(load: Loader<Vec<WaterAccountView>>) -> impl IntoView {
    let accounts = move || load.get().unwrap_or_default();
    view! {
        <Show when=move || !accounts().is_empty() fallback=|| view! { <Empty title=words::NONE help=words::NONE_HELP begin=words::ADD href="/water/add" /> }>
            <ul class="rows" role="list">
                <For each=accounts key=|account| account.number.clone() let:account>
                    <Row account />
                </For>
            </ul>
            <a class="button-plain" href="/water/add">
                <Icon name="plus" />
                {say(words::ADD)}
            </a>
        </Show>
        <a class="button-link" href="/pay">
            {say(PAYMENTS)}
        </a>
    }
}

/// What one knows an account by: what one calls it, else where it is.
pub(crate) fn title(account: &WaterAccountView, town: &str, lang: Lang) -> String {
    let place = || match lang {
        Lang::Zh => format!("{town}{}", account.address),
        Lang::En => format!("{town}, {}", account.address),
    };
    account.name.clone().unwrap_or_else(place)
}

#[component]
fn Row(account: WaterAccountView) -> impl IntoView {
    let (household, language) = (Household::here(), Language::here());
    let href = format!("/water/{}", account.number);
    let (state, right) = (account.state, account.right);
    let lent = right != Right::Own;
    let late = account.overdue.owed();
    let account = StoredValue::new(account);
    let name = move || {
        let lang = language.get();
        account.with_value(|account| title(account, &household.town(&account.town, lang), lang))
    };
    let number = move || account.with_value(|account| words::account(&account.number, language.get()));
    let owed = move || account.with_value(|account| owed::said(std::slice::from_ref(account), language.get()));
    view! {
        <li>
            <a class="row" href=href>
                <span class="row-icon">
                    <Icon name="water" />
                </span>
                <span class="row-body">
                    <b>{name}</b>
                    <span class="small">
                        {number} {lent.then(|| view! { " " <span class="tag">{say(right.label())}</span> })}
                        {(state != WaterState::Active).then(|| view! { " " <span class="tag">{say(state.label())}</span> })}
                    </span>
                    {move || owed().map(|said| view! { <span class="water-owed" class:water-late=late>{said}</span> })}
                </span>
                <Icon name="chevron" />
            </a>
        </li>
    }
}

#[cfg(test)]
mod tests {
    use super::super::owed::tests::account;
    use super::*;

    #[test]
    fn an_account_is_known_by_its_name_or_its_place() {
        let mut view = account(0, 0);
        assert_eq!(title(&view, "南城", Lang::Zh), "南城鸿福路100号");
        assert_eq!(title(&view, "Nancheng", Lang::En), "Nancheng, 鸿福路100号");
        view.name = Some("妈妈家".into());
        assert_eq!(title(&view, "南城", Lang::Zh), "妈妈家");
    }
}
