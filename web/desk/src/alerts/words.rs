//! The texts of being told.

use shuiting_shared::words::{Bi, bi};

pub(super) const CUT: Bi = bi("连接断了,正在重连", "Connection lost, reconnecting");
pub(super) const ALERTS: Bi = bi("新办件提醒", "Alerts");
pub(super) const WHEN: Bi = bi(
    "没在看这一页时,来了新办件:",
    "When a new case comes while you look at something else:",
);
pub(super) const COUNT: Bi = bi("在标签页上显示件数", "Show how many in the tab");
pub(super) const TONE: Bi = bi("响一声", "Sound a tone");
pub(super) const KEPT_HERE: Bi = bi("只在这个浏览器有效", "For this browser only");
