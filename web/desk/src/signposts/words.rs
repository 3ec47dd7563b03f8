//! The texts of the page of codes.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const ABOUT: Bi = bi(
    "手机一扫,直接打开这一项。点图片可放大,再打印或存下来",
    "Scanned by a phone, each opens its page at once. A click opens it large, to be printed or kept",
);
pub(super) const SERVICES: Bi = bi("服务", "Services");
pub(super) const NOTICES: Bi = bi("停水公告", "Outage notices");
pub(super) const NO_NOTICES: Bi = bi("现在没有停水公告", "There is no outage notice now");
pub(super) const FETCHING: Bi = bi("正在取停水公告", "Fetching the notices");

/// The code of something by its name.
pub(super) fn code_of(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{name}的二维码"),
        Lang::En => format!("QR code of {name}"),
    }
}
