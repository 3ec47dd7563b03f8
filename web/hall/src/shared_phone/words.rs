//! The texts of a phone that is shared.

use shuiting_shared::words::{Bi, bi};

pub(super) const SHARED: Bi = bi("这是公用手机", "This phone is shared");
pub(super) const ABOUT: Bi = bi(
    "没提交的内容和照片只留在这一页,关掉页面或退出登录就没有了",
    "What you have not sent stays in this tab only; it is gone once you close it or sign out",
);
pub(super) const TITLE: Bi = bi("没提交的要删掉,可以吗?", "May we delete what you have not sent?");
pub(super) const MEANS: Bi = bi(
    "这台手机上没提交的内容和照片会马上删掉,找不回来。已经提交的都在",
    "All that was not sent is deleted from this phone at once, photos too, and cannot be brought back. What was sent stays",
);
pub(super) const YES: Bi = bi("删掉,设为公用", "Delete and share");
pub(super) const NO: Bi = bi("先不设", "Not now");
