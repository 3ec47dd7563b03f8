//! The way to an order: a link that the phone's own map opens.

use leptos::prelude::*;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::CrewOrder;
use shuiting_shared::form::Answer as _;
use shuiting_shared::place::Point;

use crate::orders::{Orders, place};
use crate::words;

/// The link, and what it opens.
#[component]
pub(super) fn Way(order: CrewOrder) -> impl IntoView {
    let (orders, language) = (Orders::here(), Language::here());
    let point = orders.house(|house| place(&order, house));
    let town = order
        .town
        .as_deref()
        .map(|town| orders.house(|house| house.town(town).map(|town| town.name.zh.clone())));
    let town = town.flatten().unwrap_or_default();
    let address = format!("{town}{}", order.address.unwrap_or_default());
    let apple = is_apple(&window().navigator().user_agent().unwrap_or_default());
    let about = match (apple, point.is_some()) {
        (true, true) => words::OPENS_APPLE,
        (true, false) => words::OPENS_APPLE_ADDRESS,
        (false, true) => words::OPENS_MAP,
        (false, false) => words::OPENS_MAP_ADDRESS,
    };
    view! {
        <a class="button-plain" href=link(point, &address, apple) rel="external">
            <Icon name="pin" />
            {say(words::NAVIGATE)}
        </a>
        <p class="small">{move || language.say(about)}</p>
    }
}

/// Whether a browser that calls itself so runs on a phone of Apple's.
fn is_apple(agent: &str) -> bool {
    ["iPhone", "iPad"].iter().any(|name| agent.contains(name))
}

/// What the phone's map opens, in WGS 84: the point where it is known, else what it finds by the address. Android hands
/// `geo:` (RFC 5870) to whichever map its owner likes; phones of Apple know an address of their own map alone.
fn link(point: Option<Point>, address: &str, apple: bool) -> String {
    let query = |name: &str, value: String| serde_urlencoded::to_string([(name, value)]).unwrap_or_default();
    match (point.map(|point| point.canonical()), apple) {
        (Some(point), true) => format!("https://maps.apple.com/?{}", query("daddr", point)),
        (None, true) => format!("https://maps.apple.com/?{}", query("daddr", address.to_owned())),
        (Some(point), false) => format!("geo:{point}?{}", query("q", format!("{point}({address})"))),
        (None, false) => format!("geo:0,0?{}", query("q", address.to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_phone_gets_what_its_map_opens() {
        let point = Point::new(22.93021, 113.88);
        assert_eq!(
            link(point, "A", true),
            "https://maps.apple.com/?daddr=22.93021%2C113.88000"
        );
        assert_eq!(link(None, "A", true), "https://maps.apple.com/?daddr=A");
        assert_eq!(
            link(point, "A", false),
            "geo:22.93021,113.88000?q=22.93021%2C113.88000%28A%29"
        );
        assert_eq!(link(None, "鸿福路", false), "geo:0,0?q=%E9%B8%BF%E7%A6%8F%E8%B7%AF");
        assert!(is_apple("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)"));
        assert!(!is_apple("Mozilla/5.0 (Linux; Android 15)"));
    }
}
