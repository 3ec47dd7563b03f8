//! The texts of the city for practising.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const BAND: Bi = bi("演示模式", "Practice");
pub(super) const MARK: Bi = bi("演示", "Practice");
pub(super) const NOT_REAL: Bi = bi("不会真的办理", "Nothing is really filed");
pub(super) const WAY_OUT: Bi = bi("退出演示", "Leave practice");
pub(super) const ENTRY: Bi = bi("演示模式", "Practice");
pub(super) const ENTRY_ABOUT: Bi = bi(
    "跟着走一遍,从填报到评价,不会真的办理",
    "Walk through it once, from filing to rating; nothing is really filed",
);
pub(super) const SMS: Bi = bi("演示短信:", "Practice SMS:");
pub(super) const ANY_PHONE: Bi = bi(
    "演示里不发短信。手机号随便填,别填真的,验证码会出现在这里",
    "No SMS leaves here. Use any number but your own; the code appears below",
);
pub(super) const GUIDE: Bi = bi("引导", "Guided tour");
pub(super) const OFFER: Bi = bi("带您走一遍?", "Shall we show you?");
pub(super) const OVER: Bi = bi(
    "走完了:从填报到评价,每一步都能看到。真的办,也是这样",
    "That is all: from filing to rating, each step in sight. It is the same when it is real",
);
pub(super) const AWAY: Bi = bi(
    "这一页不在引导里,可以随便看看",
    "The tour does not lead over this page; look around",
);
pub(super) const BACK: Bi = bi("回到引导", "Back to the tour");
pub(super) const GO_ON: Bi = bi("继续引导", "Go on with the tour");
pub(super) const SHOW: Bi = bi("带我去", "Take me there");
pub(super) const FILL: Bi = bi("替我填", "Fill it in");
pub(super) const STOP: Bi = bi("停止引导", "Stop the tour");
pub(super) const PHOTO_NAME: &str = "practice.jpg";
pub(super) const PHOTO_SAYS: &str = "演示 PRACTICE";

/// Which stop it is of how many.
pub(super) fn place(at: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("第{at}步,共{all}步"),
        Lang::En => format!("Step {at} of {all}"),
    }
}
