//! The texts that several pages share, in both languages. A subject's own texts stand with it.

use shuiting_shared::words::{Bi, bi};

pub(crate) const HALL: Bi = bi("水厅", "Shuiting");
pub(crate) const BACK: Bi = bi("返回", "Back");
pub(crate) const TABS: Bi = bi("主要页面", "Main pages");
pub(crate) const TAB_HOME: Bi = bi("首页", "Home");
pub(crate) const TAB_CASES: Bi = bi("办件", "Cases");
pub(crate) const TAB_ME: Bi = bi("我的", "Me");
pub(crate) const LOOK: Bi = bi("看一下", "Have a look");
pub(crate) const CLOSE: Bi = bi("关闭", "Close");
pub(crate) const TO_HOME: Bi = bi("回首页", "To the first page");
pub(crate) const LOST: Bi = bi("没有这一页", "There is no such page");
pub(crate) const LOST_REMEDY: Bi = bi(
    "地址可能抄错了,或者这一页已经搬走。首页上什么都找得到",
    "The address may be mistyped, or the page has moved. Everything is found from the first page",
);
