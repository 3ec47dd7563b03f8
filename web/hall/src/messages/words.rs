//! The texts of messages.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const MESSAGES: Bi = bi("消息", "Messages");
pub(super) const ABOUT: Bi = bi("我们告诉过您的都在这里", "All that we have told you");
pub(super) const SIGN_IN_ABOUT: Bi = bi(
    "登录后能看到我们告诉过您的每一条",
    "Sign in to see all that we have told you",
);
pub(super) const FETCHING: Bi = bi("正在取消息", "Fetching your messages");
pub(super) const NONE: Bi = bi("还没有消息", "No messages yet");
pub(super) const NONE_HELP: Bi = bi(
    "您办的事有了进展,会出现在这里",
    "Whatever happens to what you have filed will stand here",
);
pub(super) const BEGIN: Bi = bi("看看能办什么", "See what can be done");
pub(super) const NEW: Bi = bi("新", "New");
pub(super) const OLDER: Bi = bi("看更早的", "Show older ones");

/// How many are not read.
pub(super) fn unread(count: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{count}条没看"),
        Lang::En => format!("{count} not read"),
    }
}
