//! The texts of what is known near by.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const TITLE: Bi = bi("附近已有人报修", "Somebody nearby has reported a leak");
pub(super) const WHAT_FOR: Bi = bi(
    "是同一处的话,点“我也是”就行,不用再填。办好了同样发短信给您",
    "If it is the same one, press “Me too”: nothing more to fill in, and you hear by SMS once it is done",
);
pub(super) const ME_TOO: Bi = bi("我也是", "Me too");
pub(super) const SEE_PROGRESS: Bi = bi("看进度", "See progress");
pub(super) const NOT_THE_SAME: Bi = bi("不是同一处,继续报修", "Not the same, go on");
pub(super) const FOLLOWED: Bi = bi(
    "已记下您也是。这一件也在您的办件里",
    "We have noted that you have it too. It is among your cases now",
);
pub(super) const NEAR_BY: Bi = bi("附近", "Nearby");

/// About how far.
pub(super) fn about(metres: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("约{metres}米"),
        Lang::En => format!("about {metres} m"),
    }
}

/// When it was reported.
pub(super) fn reported(when: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{when}报的"),
        Lang::En => format!("reported {when}"),
    }
}

/// How many others have it too.
pub(super) fn others(count: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{count}人也是"),
        Lang::En => format!("{count} said me too"),
    }
}
