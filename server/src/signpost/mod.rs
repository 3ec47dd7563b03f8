//! Signposts: codes on paper that lead to a page of the hall, as a plain QR code or as the mini-program's own code picture
//! 小程序码.

pub(crate) mod routes;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use shuiting_shared::service::Service;
use uuid::Uuid;

/// Where a code leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signpost {
    /// To a service.
    Service(Service),
    /// To an outage notice.
    Notice(Uuid),
    /// To a community event.
    Event(Uuid),
}

impl Signpost {
    /// By its kind and name.
    pub fn named(kind: &str, name: &str) -> Option<Self> {
        match kind {
            "service" => Service::from_code(name).map(Self::Service),
            "notice" => Uuid::parse_str(name).ok().map(Self::Notice),
            "event" => Uuid::parse_str(name).ok().map(Self::Event),
            _ => None,
        }
    }

    /// As WeChat and the QR code carry it: at most 32 of the letters that WeChat allows.
    pub fn scene(&self) -> String {
        match self {
            Self::Service(service) => format!("s={}", service.code()),
            Self::Notice(id) => format!("n={}", written(*id)),
            Self::Event(id) => format!("e={}", written(*id)),
        }
    }

    /// Reads what was carried.
    pub fn read(scene: &str) -> Option<Self> {
        let (kind, name) = scene.split_once('=')?;
        match kind {
            "s" => Service::from_code(name).map(Self::Service),
            "n" => id(name).map(Self::Notice),
            "e" => id(name).map(Self::Event),
            _ => None,
        }
    }

    /// The page of the hall to which it leads.
    pub fn path(&self) -> String {
        match self {
            Self::Service(service) => format!("/services/{}", service.code()),
            Self::Notice(id) => format!("/outages/{id}"),
            Self::Event(id) => format!("/events/{id}"),
        }
    }

    /// The address that a plain QR code carries, in the hall at `hall`.
    pub fn address(&self, hall: &str) -> String {
        format!("{hall}/go/{}", self.scene())
    }
}

/// An id in 22 letters.
fn written(id: Uuid) -> String {
    URL_SAFE_NO_PAD.encode(id.as_bytes())
}

fn id(written: &str) -> Option<Uuid> {
    let bytes = URL_SAFE_NO_PAD.decode(written).ok()?;
    Uuid::from_slice(&bytes).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What WeChat takes as a scene: 32 of these letters.
    fn is_taken(scene: &str) -> bool {
        scene.len() <= 32
            && scene
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "!#$&'()*+,/:;=?@-._~".contains(c))
    }

    #[test]
    fn every_service_has_one() {
        for service in Service::ALL {
            let post = Signpost::Service(*service);
            assert_eq!(Signpost::read(&post.scene()), Some(post));
            assert!(is_taken(&post.scene()), "{}", post.scene());
            assert_eq!(Signpost::named("service", service.code()), Some(post));
        }
    }

    proptest! {
        #[test]
        fn notices_and_events_read_back(bytes in any::<[u8; 16]>()) {
            let id = Uuid::from_bytes(bytes);
            for post in [Signpost::Notice(id), Signpost::Event(id)] {
                prop_assert!(is_taken(&post.scene()));
                prop_assert_eq!(Signpost::read(&post.scene()), Some(post));
            }
        }

        #[test]
        fn whatever_else_leads_nowhere_or_to_a_page_of_the_hall(scene in ".{0,40}") {
            let led = Signpost::read(&scene).map(|post| post.path());
            prop_assert!(led.is_none_or(|path| shuiting_shared::address::is_ours(&path)));
        }
    }
}
