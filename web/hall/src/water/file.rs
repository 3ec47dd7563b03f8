//! Services that are filed on an account, with what is known of it filled in.

use leptos::prelude::*;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Loader;
use shuiting_shared::api::WaterAccountView;
use shuiting_shared::form::{Form, Kind};
use shuiting_shared::profile::NAME;
use shuiting_shared::service::Service;

use super::words;
use crate::filing::way;
use crate::services::icon;

/// What is known of an account, for the form that is begun on it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Known {
    number: String,
    town: String,
    address: String,
    /// The holder's name, where all of it is known.
    holder: Option<String>,
}

impl From<WaterAccountView> for Known {
    fn from(account: WaterAccountView) -> Self {
        let holder = account.details.filter(|details| details.holder_in_full);
        Self {
            number: account.number,
            town: account.town,
            address: account.address,
            holder: holder.map(|details| details.holder),
        }
    }
}

impl Known {
    /// The answers that a form can take of it. Whoever takes an account over is somebody else than its holder.
    pub(crate) fn fills(&self, form: &Form) -> Vec<(&'static str, String)> {
        let field = |kind: Kind| form.fields().find(|field| field.kind == kind).map(|field| field.key);
        let Some(account) = field(Kind::Account) else {
            return Vec::new();
        };
        let holder = form.fields().find(|field| field.key == holder_key(form.service));
        let holder = holder.and_then(|field| Some((field.key, self.holder.clone()?)));
        let place = [
            Some((account, self.number.clone())),
            field(Kind::Town).map(|key| (key, self.town.clone())),
            field(Kind::Address).map(|key| (key, self.address.clone())),
        ];
        place.into_iter().chain([holder]).flatten().collect()
    }
}

/// The key of the question for the holder's name.
fn holder_key(service: Service) -> &'static str {
    if service == Service::Trans { "old_name" } else { NAME }
}

/// The services that are about an account, and can be filed.
fn services() -> impl Iterator<Item = Service> {
    let about = |form: &Form| form.fields().any(|field| field.kind == Kind::Account);
    Service::all().filter(move |service| service.form().is_some_and(about))
}

/// What stands in an address before the number of an account.
const ACCOUNT: &str = "account";

/// The address where a service is begun on an account.
fn href(service: Service, number: &str) -> String {
    format!("{}?{ACCOUNT}={number}", way::intro(service))
}

/// The ways to them.
#[component]
pub(super) fn Services(load: Loader<WaterAccountView>) -> impl IntoView {
    let language = Language::here();
    let number = load.get_untracked().map(|account| account.number).unwrap_or_default();
    let row = move |service: Service| {
        let label = move || words::file_for(language.say(service.label()), language.get());
        view! {
            <li>
                <a class="row" href=href(service, &number) aria-label=label>
                    <span class="row-icon">
                        <Icon name=icon(service) />
                    </span>
                    <span class="row-body">{say(service.label())}</span>
                    <Icon name="chevron" />
                </a>
            </li>
        }
    };
    view! {
        <section class="part" aria-labelledby="water-file">
            <h2 id="water-file">{say(words::FILE)}</h2>
            <p class="small">{say(words::FILE_ABOUT)}</p>
            <ul class="rows" role="list">
                {services().map(row).collect_view()}
            </ul>
        </section>
    }
}

#[cfg(test)]
mod tests {
    use shuiting_shared::form::{LEAK, TRANSFER};

    use super::super::owed::tests::account;
    use super::*;

    fn known(holder: Option<&str>) -> Known {
        Known {
            holder: holder.map(str::to_owned),
            ..Known::from(account(0, 0))
        }
    }

    #[test]
    fn a_form_about_an_account_takes_what_is_known_of_it() {
        let pairs = |known: &Known| {
            let fills = known.fills(&TRANSFER);
            fills
                .into_iter()
                .map(|(key, answer)| format!("{key}={answer}"))
                .collect::<Vec<_>>()
        };
        let place = ["account=0769123456", "town=nancheng", "address=鸿福路100号"];
        assert_eq!(pairs(&known(None)), place);
        assert_eq!(
            pairs(&known(Some("张三丰")))[3..],
            ["old_name=张三丰"],
            "the holder hands it over"
        );
    }

    #[test]
    fn any_other_form_takes_nothing() {
        assert_eq!(known(Some("张三丰")).fills(&LEAK), []);
        assert!(services().any(|service| service == Service::Trans));
        assert!(services().all(|service| service != Service::Leak));
    }

    #[test]
    fn a_service_is_begun_by_its_introduction() {
        assert_eq!(href(Service::Trans, "0769123456"), "/services/TRANS?account=0769123456");
    }
}
