//! The texts of writing knowledge.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const ARTICLE: Bi = bi("问答", "Article");
pub(super) const NEW_ARTICLE: Bi = bi("新写一篇", "New article");
pub(super) const FETCHING: Bi = bi("正在取知识库", "Fetching the articles");
pub(super) const WHO_WRITES: Bi = bi(
    "知识库由主管和管理员写,接电话时可以直接查",
    "Supervisors and administrators write the articles; you find them while you answer calls",
);
pub(super) const CHOOSE: Bi = bi(
    "从左边选一篇来改,或新写一篇",
    "Choose an article on the left to change it, or write a new one",
);
pub(super) const NO_SUCH_ARTICLE: Bi = bi("没有这一篇", "There is no such article");
pub(super) const QUESTION_ZH: Bi = bi("中文问题", "Question in Chinese");
pub(super) const QUESTION_EN: Bi = bi("英文问题", "Question in English");
pub(super) const ANSWER_ZH: Bi = bi("中文答案", "Answer in Chinese");
pub(super) const ANSWER_EN: Bi = bi("英文答案", "Answer in English");
pub(super) const ALSO: Bi = bi("大家还会怎么问", "Other words for it");
pub(super) const ALSO_HELP: Bi = bi(
    "用逗号隔开,中英文都行,最多20个",
    "Parted by commas, in either language, 20 at most",
);
pub(super) const LEADS_TO: Bi = bi("相关服务", "Leads to");
pub(super) const NO_SERVICE: Bi = bi("没有", "No service");
pub(super) const TARIFF: Bi = bi("带上水费计算的链接", "With a link to what water costs");
pub(super) const SAVE: Bi = bi("保存", "Save");
pub(super) const SAVE_AND_BRING_BACK: Bi = bi("保存并重新显示", "Save and show again");
pub(super) const REMOVE: Bi = bi("不再显示", "Take it away");
pub(super) const REMOVED: Bi = bi("不显示", "Not shown");
pub(super) const BY_A_FILE: Bi = bi("导入", "By a file");

/// How an article has helped.
pub(super) fn votes(yes: i64, no: i64, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{yes}人有帮助,{no}人没有"),
        Lang::En => format!("helped {yes}, not {no}"),
    }
}
