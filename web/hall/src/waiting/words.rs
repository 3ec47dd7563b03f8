//! The texts of what waits for the network, in both languages.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const TITLE: Bi = bi("等着发的", "Waiting to be sent");
pub(super) const ABOUT: Bi = bi(
    "连上网就自己发,先做的先发,每样只发一次。关掉页面也不会丢",
    "It sends itself once you are connected: first things first, and each once. Closing the page loses nothing",
);
pub(super) const NOW: Bi = bi("现在再试", "Try now");
pub(super) const NOTHING: Bi = bi("没有等着发的", "Nothing is waiting");
pub(super) const NOTHING_ABOUT: Bi = bi(
    "没有网络的时候,您提交的、签到的、记下的会先放在这里,连上网就发出去",
    "Without a network, what you file, check in or note down stays here, and leaves once you are connected",
);
pub(super) const FILINGS: Bi = bi("要办的事", "Filings");
pub(super) const ERRANDS: Bi = bi("现场做的", "Done on the spot");
pub(super) const PHOTOS: Bi = bi("照片", "Photos");
pub(super) const WAITS: Bi = bi("等网络", "Waits for a network");
pub(super) const IN_TURN: Bi = bi("正在发", "Being sent");
pub(super) const HELD: Bi = bi("登录后就发", "Is sent once you sign in");
pub(super) const STRANGE: Bi = bi(
    "这是别的手机号登录时做的,用那个号登录后就发",
    "This was done under another phone number, and is sent once that one signs in",
);
pub(super) const REFUSED: Bi = bi("没有收下", "Not taken");
pub(super) const SIGN_IN: Bi = bi("去登录", "Sign in");
pub(super) const AGAIN: Bi = bi("再发一次", "Send again");
pub(super) const MEND: Bi = bi("去改一下", "Mend it");
pub(super) const DELETE: Bi = bi("删掉", "Delete");
pub(super) const DELETE_TITLE: Bi = bi("删掉这一件?", "Delete this one?");
pub(super) const DELETE_MEANS: Bi = bi(
    "删掉后就不发了,找不回来",
    "It will not be sent, and cannot be brought back",
);
pub(super) const DELETE_NOT: Bi = bi("留着", "Keep it");
pub(super) const UPLOAD_AGAIN: Bi = bi("重传", "Upload again");
pub(super) const LOOK: Bi = bi("看看", "See it");

/// How many things wait.
pub(super) fn waiting(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("{count} 件在等网络"),
        (Lang::En, 1) => "1 thing waits for a network".to_owned(),
        (Lang::En, _) => format!("{count} things wait for a network"),
    }
}

/// How many things want to be looked at.
pub(super) fn to_mend(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("{count} 件没发成,要您看一下"),
        (Lang::En, 1) => "1 thing was not sent and needs you".to_owned(),
        (Lang::En, _) => format!("{count} things were not sent and need you"),
    }
}

/// How many photos of something are not there yet.
pub(super) fn photos(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("{count} 张还没传上去"),
        (Lang::En, 1) => "1 is not uploaded yet".to_owned(),
        (Lang::En, _) => format!("{count} are not uploaded yet"),
    }
}
