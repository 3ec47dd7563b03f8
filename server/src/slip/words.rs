//! The texts of the slip, beside those that the form and the service bring along.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const TITLE: Bi = bi("受理回执", "Acceptance slip");
pub(super) const NUMBER: Bi = bi("单号", "Number");
pub(super) const FOLLOW: Bi = bi(
    "扫码看进度,或打开微网厅输入单号",
    "Scan to follow it, or enter the number in the hall",
);
pub(super) const CODE: Bi = bi("查进度的二维码", "QR code to follow the case");
pub(super) const SERVICE: Bi = bi("办理事项", "Service");
pub(super) const FILED: Bi = bi("提交时间", "Filed");
pub(super) const BY: Bi = bi("申请人", "Applicant");
pub(super) const MATERIALS: Bi = bi("收到材料", "Documents received");
pub(super) const NO_MATERIALS: Bi = bi("没有材料", "None");
pub(super) const DONE_BY: Bi = bi("办结期限", "Done by");
pub(super) const AFTER_CONFIRMING: Bi = bi("对方确认后起算", "Counts from when the other side confirms");
pub(super) const ENDED: Bi = bi("已结束", "It has ended");
pub(super) const ANSWERS: Bi = bi("填写内容", "What was filed");
pub(super) const HOTLINE: Bi = bi("热线", "Hotline");
pub(super) const CLERK: Bi = bi("经办人", "Clerk");
pub(super) const SIGNATURE: Bi = bi("申请人签名", "Applicant's signature");
pub(super) const PRINT: Bi = bi("打印", "Print");
pub(super) const BACK: Bi = bi("回到办件", "Back to the case");
pub(super) const ACTIONS: Bi = bi("打印和语言", "Printing and language");
pub(super) const THIS_LANGUAGE: Bi = bi("中文", "English");

/// A material, and how many photos of it came.
pub(super) fn photos(label: &str, count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{label}{count}张"),
        Lang::En => format!("{label} ({count})"),
    }
}

/// What stands between two materials.
pub(super) const fn between(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    }
}
