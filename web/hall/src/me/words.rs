//! The texts of the page about oneself.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const ME: Bi = bi("我的", "Me");
pub(super) const WHO: Bi = bi("账号", "Account");
pub(super) const ASKING: Bi = bi("正在确认登录", "Checking your sign-in");
pub(super) const SIGN_IN: Bi = bi("登录", "Sign in");
pub(super) const SIGN_IN_ABOUT: Bi = bi(
    "登录后能办所有服务,也能看到您办过的每一件事",
    "Sign in to file for any service and to see all that you have filed",
);
pub(super) const READING: Bi = bi("看得舒服", "Easy to read");
pub(super) const LANGUAGE: Bi = bi("语言", "Language");
pub(super) const LANGUAGE_NAME: Bi = bi("中文", "English");
pub(super) const SIZE: Bi = bi("字号", "Letters");
pub(super) const PHONE: Bi = bi("这台手机", "This phone");
pub(super) const HEARING: Bi = bi("短信", "SMS");
pub(super) const HEARING_ABOUT: Bi = bi(
    "不发短信的,也都能在“办件”里看到",
    "Whatever we do not send, you can always see under Cases",
);
pub(super) const EVENTS: Bi = bi("社区活动", "Events near you");
pub(super) const EVENTS_ABOUT: Bi = bi(
    "供水服务进社区:检查水管、测水质、教您用微网厅",
    "We come to your community: pipes checked, water tested, the hall explained",
);
pub(super) const WATER: Bi = bi("我的水费户", "My water accounts");
pub(super) const WATER_ABOUT: Bi = bi("账单、欠费、分享给家人", "Bills, what is owed, sharing with family");
pub(super) const WAITING: Bi = bi("等着发的", "Waiting to be sent");
pub(super) const WAITING_ABOUT: Bi = bi(
    "没有网络时做的,连上网就发",
    "Done without a network, sent once there is one",
);
pub(super) const DATA: Bi = bi("我的资料和登录设备", "My data and devices");
pub(super) const DATA_ABOUT: Bi = bi("看一看、下载、删掉", "See it, download it, erase it");
pub(super) const OUT: Bi = bi("退出登录", "Signing out");
pub(super) const OUT_ABOUT: Bi = bi(
    "退出后,这台手机上没有提交的内容和照片会删掉;已经提交的都在",
    "What you have not sent yet is deleted from this phone, photos too; what was sent stays",
);
pub(super) const SIGN_OUT: Bi = bi("退出", "Sign out");
pub(super) const SIGN_OUT_EVERYWHERE: Bi = bi("在所有设备退出", "Sign out everywhere");

/// The hotline.
pub(super) fn hotline(number: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("热线 {number}(24小时)"),
        Lang::En => format!("Hotline {number}, day and night"),
    }
}
