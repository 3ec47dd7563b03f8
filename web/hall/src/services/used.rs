//! Which services this phone was used for: they come first the next time.

use leptos::prelude::untrack;
use shuiting_parts::keep::Keep;
use shuiting_parts::store;
use shuiting_shared::service::Service;

const NAME: &str = "shuiting-used";
/// So many uses are remembered, the latest first.
const REMEMBERED: usize = 20;
/// So many services are shown before the others.
const SHOWN: usize = 3;

/// A service was begun. A phone that is shared does not remember what for.
pub(crate) fn note(service: Service) {
    if untrack(|| Keep::here().shared()) {
        return;
    }
    let codes: Vec<_> = [service]
        .into_iter()
        .chain(remembered())
        .take(REMEMBERED)
        .map(Service::code)
        .collect();
    store::put(NAME, &codes.join(" "));
}

/// All that were used, the most used first.
pub(super) fn all() -> Vec<Service> {
    rank(&remembered())
}

/// The few that are used most.
pub(super) fn most() -> Vec<Service> {
    let mut used = all();
    used.truncate(SHOWN);
    used
}

/// Forgets them.
pub(crate) fn forget() {
    store::remove(NAME);
}

fn remembered() -> Vec<Service> {
    let kept = store::get(NAME).unwrap_or_default();
    kept.split(' ').filter_map(Service::from_code).collect()
}

/// By how often, and among equals by how lately; `uses` has the latest first.
fn rank(uses: &[Service]) -> Vec<Service> {
    let mut ranked: Vec<(usize, Service)> = Vec::new();
    for service in uses {
        match ranked.iter_mut().find(|(_, known)| known == service) {
            Some((count, _)) => *count += 1,
            None => ranked.push((1, *service)),
        }
    }
    ranked.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    ranked.into_iter().map(|(_, service)| service).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn often_comes_before_lately() {
        use Service::{Bill, Leak, Trans};
        assert_eq!(rank(&[]), []);
        assert_eq!(rank(&[Trans, Leak, Bill, Leak]), [Leak, Trans, Bill]);
    }
}
