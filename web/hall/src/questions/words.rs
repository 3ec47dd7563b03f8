//! The texts of help.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const TITLE: Bi = bi("帮助", "Help");
pub(super) const ASK: Bi = bi("问一问", "Ask");
pub(super) const ASK_HINT: Bi = bi("问一问:滞纳金、水发黄", "Ask: late fee, yellow water");
pub(super) const FETCHING: Bi = bi("正在取回答", "Fetching answers");
pub(super) const OFTEN: Bi = bi("大家常问", "What people ask");
pub(super) const FOUND: Bi = bi("也许是这个", "Perhaps this");
pub(super) const NOTHING: Bi = bi("没有找到", "Nothing found");
pub(super) const NOTHING_REMEDY: Bi = bi(
    "换个说法再问,或者打热线,24小时有人接",
    "Try other words, or call us: we answer day and night",
);
pub(super) const HELPED: Bi = bi("有帮助吗?", "Did this help?");
pub(super) const YES: Bi = bi("有帮助", "Yes");
pub(super) const NO: Bi = bi("没帮上", "No");
pub(super) const GLAD: Bi = bi("谢谢您告诉我们", "Thank you for telling us");
pub(super) const SORRY: Bi = bi(
    "谢谢您告诉我们,我们会改。着急请打热线",
    "Thank you: we will mend it. If it is urgent, call us",
);

/// How many were found.
pub(super) fn found(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("找到{count}条"),
        Lang::En => format!("{count} found"),
    }
}

/// The link that calls.
pub(super) fn call(number: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("打热线 {number}"),
        Lang::En => format!("Call {number}"),
    }
}
