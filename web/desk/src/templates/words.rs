//! The texts of writing templates.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const TEMPLATE: Bi = bi("模板", "Template");
pub(super) const NEW_TEMPLATE: Bi = bi("新写一条", "New template");
pub(super) const FETCHING_TEMPLATES: Bi = bi("正在取答复模板", "Fetching the templates");
pub(crate) const FETCHING_HISTORY: Bi = bi("正在取修改记录", "Fetching its history");
pub(super) const WHO_WRITES_TEMPLATES: Bi = bi(
    "答复模板由主管和管理员写,您在办件里可以直接用",
    "Supervisors and administrators write the templates; you find them where you write to residents",
);
pub(super) const CHOOSE_TEMPLATE: Bi = bi(
    "从左边选一条来改,或新写一条",
    "Choose a template on the left to change it, or write a new one",
);
pub(super) const NO_SUCH_TEMPLATE: Bi = bi("没有这条模板", "There is no such template");
pub(super) const ANY_SERVICE: Bi = bi("所有服务", "Every service");
pub(super) const OCCASION: Bi = bi("用在", "Used to");
pub(super) const TITLE_ZH: Bi = bi("中文名称", "Title in Chinese");
pub(super) const TITLE_EN: Bi = bi("英文名称", "Title in English");
pub(super) const WORDS_ZH: Bi = bi("中文内容", "Words in Chinese");
pub(super) const WORDS_EN: Bi = bi("英文内容", "Words in English");
pub(super) const BLANKS: Bi = bi("可以填的空", "Blanks that are filled in");
pub(super) const SAVE: Bi = bi("保存", "Save");
pub(super) const SAVE_AND_BRING_BACK: Bi = bi("保存并重新启用", "Save and use again");
pub(super) const REMOVE_TEMPLATE: Bi = bi("停用", "Stop using it");
pub(super) const REMOVED: Bi = bi("已停用", "Not in use");
pub(crate) const HISTORY: Bi = bi("修改记录", "History");
pub(crate) const RESTORE: Bi = bi("恢复这一版", "Restore this one");
pub(crate) const NOW: Bi = bi("现在用的", "In use now");

/// Which version of a template.
pub(crate) fn version(number: i32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("第{number}版"),
        Lang::En => format!("version {number}"),
    }
}

/// What brings a version back.
pub(crate) fn restore(number: i32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("恢复第{number}版"),
        Lang::En => format!("Restore version {number}"),
    }
}
