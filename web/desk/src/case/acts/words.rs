//! The texts of what ends a step.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const DONE: Bi = bi("这一步做了什么", "What was done in this step");
pub(super) const LOOKED: Bi = bi("想说的话(可不填)", "A word (optional)");
pub(super) const PHOTOS: Bi = bi("照片", "Photos");
pub(super) const AMOUNT: Bi = bi("金额(元)", "Amount in yuan");
pub(super) const FREE: Bi = bi("不收钱就填 0", "Put 0 where it costs nothing");
pub(super) const QUOTED_FOR: Bi = bi("包括什么", "What is in it");
pub(super) const RECEIPT: Bi = bi("收据号", "Number of the receipt");
pub(super) const OUTCOMES: Bi = bi("结果是", "What has come out");
pub(super) const PICK_OUTCOME: Bi = bi("先选一个结果", "Choose what has come out first");
pub(super) const FIGURES: Bi = bi("检测数据和说明", "The figures, and what they mean");
pub(super) const DEVIATION: Bi = bi(
    "误差(%),走快填正数,走慢填负数",
    "Error in percent: above nought where it runs fast",
);
pub(super) const FEE: Bi = bi("居民要付的费用(元)", "Fee that the resident pays, in yuan");
pub(super) const AGAIN_FROM: Bi = bi("退回到哪一步", "Which step is done again");
pub(super) const PICK_STEP: Bi = bi("先选退回到哪一步", "Choose the step first");
pub(super) const WHY_AGAIN: Bi = bi("为什么要重做", "Why it is done again");

/// Where an advance leads.
pub(super) fn then(step: &str, who: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("接着:{step}({who})"),
        Lang::En => format!("Next: {} ({})", step.to_lowercase(), who.to_lowercase()),
    }
}

/// What is taken at the counter.
pub(super) fn takes(amount: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("应收 ¥{amount}。收到后再登记,居民会收到短信"),
        Lang::En => format!("¥{amount} is due. Record it once you have it; the resident hears by SMS"),
    }
}
