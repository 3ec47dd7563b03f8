//! The texts of filing for a resident.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const CHOOSE_SERVICE: Bi = bi("给居民办什么", "What to file for the resident");
pub(super) const WHO_FILES: Bi = bi(
    "窗口人员、话务员和主管可以代居民办",
    "Counter clerks, hotline agents and supervisors file for residents",
);
pub(super) const NO_SUCH_SERVICE: Bi = bi("没有这项服务", "There is no such service");
pub(super) const FILE_HELP: Bi = bi(
    "办件归这个手机号的居民:会收到短信,登录后看得到。时间线上会写明是您代办的",
    "The case belongs to whoever has this phone: they hear by SMS and see it when they sign in. The timeline says that you helped",
);
pub(super) const SMS_LANG: Bi = bi("短信语言", "Language of the SMS");
pub(super) const OWN_LANG: Bi = bi("按居民自己的选择", "As the resident has chosen");
pub(super) const FILE_NOW: Bi = bi("提交", "File it");
pub(super) const FILING_NOW: Bi = bi("正在提交…", "Filing…");
pub(super) const START_OVER: Bi = bi("清空重填", "Start over");
pub(super) const ARRIVED_BEFORE: Bi = bi(
    "上一次提交已经收到了,请先到办件里找;要再办一件请清空重填",
    "An earlier try has arrived: look for it in the inbox. To file another one, start over",
);
pub(super) const FILED_FOR: Bi = bi("已经收到", "It is filed");
pub(super) const OPEN_CASE: Bi = bi("打开办件", "Open the case");
pub(super) const ANOTHER: Bi = bi("再办一件", "File another");

pub(super) const CAMERA: Bi = bi("用高拍仪拍", "Use the document camera");
pub(super) const CHOOSE_CAMERA: Bi = bi("摄像头", "Camera");
pub(super) const SNAP: Bi = bi("拍下", "Take the photo");
pub(super) const LIVE: Bi = bi("摄像头画面", "Live picture");
pub(super) const CAMERA_OPENING: Bi = bi("正在打开摄像头…", "Opening the camera…");
pub(super) const CAMERA_DENIED: Bi = bi(
    "没有打开摄像头。请检查连线,并在浏览器地址栏里允许使用;也可以关掉这里,改为选照片",
    "The camera did not open. Check its cable and allow it in the address bar; or close this and choose a photo",
);
pub(super) const SNAP_FAILED: Bi = bi("没有拍到,请再拍一次", "That was not taken; please try again");

/// What is filed for the resident.
pub(super) fn file_for(service: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("代居民办:{service}"),
        Lang::En => format!("For a resident: {service}"),
    }
}

/// The promise that the resident is told.
pub(super) fn promised(by: Option<&str>, lang: Lang) -> String {
    match (by, lang) {
        (Some(by), Lang::Zh) => format!("{by}前办结,居民会收到短信"),
        (Some(by), Lang::En) => format!("Done by {by}; the resident hears by SMS"),
        (None, Lang::Zh) => "已发短信请对方确认,确认后开始受理".into(),
        (None, Lang::En) => "The other side was asked by SMS to confirm; then it is taken on".into(),
    }
}

/// How many photos a document camera has taken of how many.
pub(super) fn taken(count: usize, most: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已有{count}张,最多{most}张"),
        Lang::En => format!("{count} of at most {most}"),
    }
}

/// What must become of photos before a filing can be sent.
pub(super) fn photos_before_filing(busy: usize, failed: usize, lang: Lang) -> String {
    match (lang, failed) {
        (Lang::Zh, 0) => format!("还有{busy}张照片在上传,传完就可以提交"),
        (Lang::Zh, failed) => format!("有{failed}张照片没有传上去,请重传或删去"),
        (Lang::En, 0) => format!("{busy} {} on the way; then it can be filed", photos(busy)),
        (Lang::En, failed) => format!("{failed} {} did not get there; try again or remove", photos(failed)),
    }
}

const fn photos(count: usize) -> &'static str {
    if count == 1 { "photo" } else { "photos" }
}
