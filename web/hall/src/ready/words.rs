//! The texts of what is in the way of a filing.

use shuiting_shared::water::WayOut;
use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const WHICH: Bi = bi("用哪一户办", "For which account");

/// The button that leads to what has to be seen to.
pub(super) fn way_out(way: WayOut, lang: Lang) -> String {
    match (way, lang) {
        (WayOut::Pay, Lang::Zh) => "现在去交".to_owned(),
        (WayOut::Pay, Lang::En) => "Pay now".to_owned(),
        (WayOut::File(service), Lang::Zh) => format!("先办{}", service.label().zh),
        (WayOut::File(service), Lang::En) => format!("First: {}", service.label().en),
    }
}
