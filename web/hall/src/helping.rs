//! Help to file (帮办): a volunteer fills in, the resident agrees on their own phone or by a code.
//!
//! | module | subject |
//! |---|---|
//! | [`begin`] | which service, for a resident at the table |
//! | [`handed`] | the code to scan, the code by SMS, and what was filed, on the volunteer's phone |
//! | [`agree`] | everything once more, and the button that agrees, on the resident's |
//! | [`words`] | the texts |

mod agree;
mod begin;
mod handed;
mod words;

use shuiting_shared::service::Service;

use crate::filing::DraftId;

pub(crate) use agree::AgreePage;
pub(crate) use begin::HelpPage;
pub(crate) use handed::HandedPage;

/// Where what was prepared lies in the API.
const API: &str = "/api/v1/preparations";

/// The address where one begins to help: at an event, with a service.
pub(crate) fn path(event: Option<&str>, service: Option<Service>) -> String {
    let event = event.map(|event| ("event", event.to_owned()));
    let service = service.map(|service| ("service", service.code().to_owned()));
    let query: Vec<_> = event.into_iter().chain(service).collect();
    format!("/help?{}", serde_urlencoded::to_string(query).unwrap_or_default())
}

/// The address where what was prepared waits for the resident, of a draft that goes once they have agreed.
pub(crate) fn handed(token: &str, draft: DraftId) -> String {
    format!("/help/{token}?draft={draft}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_name_event_and_service() {
        assert_eq!(path(Some("e1"), Some(Service::Comp)), "/help?event=e1&service=COMP");
        assert_eq!(path(None, None), "/help?");
    }
}
