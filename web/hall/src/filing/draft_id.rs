//! Which draft: its service, and a mark that no other has.

use std::fmt;
use std::str::FromStr;

use shuiting_parts::chance;
use shuiting_shared::service::Service;

use super::way;

/// The name of a draft. Written out (`LEAK-3f…`) it is the owner of the draft's photos and part of what it is kept under.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct DraftId {
    /// What is filed.
    pub(crate) service: Service,
    mark: u128,
}

impl DraftId {
    /// A draft that nobody has begun.
    pub(crate) fn fresh(service: Service) -> Self {
        let mark = u128::from_str_radix(&chance::key(), 16);
        Self {
            service,
            mark: mark.unwrap_or_default(),
        }
    }

    /// The draft with this mark, as it stands in an address.
    pub(super) fn marked(service: Service, mark: &str) -> Option<Self> {
        let mark = u128::from_str_radix(mark, 16).ok()?;
        Some(Self { service, mark })
    }

    /// The address where everything of it stands once more.
    pub(crate) fn address(self) -> String {
        way::address(self, way::CHECK)
    }

    /// The mark, for an address.
    pub(super) fn mark(self) -> String {
        format!("{:032x}", self.mark)
    }
}

impl fmt::Display for DraftId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:032x}", self.service.code(), self.mark)
    }
}

/// It is no draft's name.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct NoDraft;

impl FromStr for DraftId {
    type Err = NoDraft;

    fn from_str(name: &str) -> Result<Self, NoDraft> {
        let (code, mark) = name.split_once('-').ok_or(NoDraft)?;
        let service = Service::from_code(code).ok_or(NoDraft)?;
        Self::marked(service, mark).ok_or(NoDraft)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_read_as_it_is_written() {
        let id = DraftId {
            service: Service::Leak,
            mark: 0x3f,
        };
        assert_eq!(id.to_string(), "LEAK-0000000000000000000000000000003f");
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(DraftId::marked(Service::Leak, &id.mark()), Some(id));
    }

    #[test]
    fn a_case_is_no_draft() {
        for other in ["7F2-0391", "LEAK", "LEAK-", "LEAK-xyz", "NOPE-3f", ""] {
            assert_eq!(other.parse::<DraftId>(), Err(NoDraft), "{other}");
        }
    }
}
