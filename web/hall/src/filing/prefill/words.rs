//! The texts of what is filled in with one tap.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const OFFERS: Bi = bi("一点就填好", "Filled in with one tap");
pub(super) const FETCHING: Bi = bi("正在取身份证号…", "Fetching your identity number…");
pub(super) const CONSENT: Bi = bi("下次帮我填好身份证号", "Fill in my identity number next time");
pub(super) const CONSENT_ABOUT: Bi = bi(
    "加密保存,只给您自己填表用;在“我的”里随时可以删掉",
    "Stored encrypted, for your own forms only; delete it under “Me” at any time",
);

/// Something that was given before.
pub(super) fn last(what: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("用上次的:{what}"),
        Lang::En => format!("Use last: {what}"),
    }
}
