//! The texts of what is to be known on every page, in both languages.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const FULL: Bi = bi(
    "手机存储满了。您填的都在这一页上,先别关:先提交,再拍照",
    "This phone is full. What you filled in is on this page, so do not close it: send first, then take photos",
);
pub(super) const NEWER: Bi = bi(
    "有新版本。填了一半的都留着",
    "There is a new version. Whatever you began is kept",
);
pub(super) const CHANGE: Bi = bi("现在换", "Change now");

/// That what is shown is of then.
pub(super) fn as_of(at: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("没有网络。看到的是{at}的,连上网就更新"),
        Lang::En => format!("No network. This is as of {at}, and is brought up to date once you are connected"),
    }
}
