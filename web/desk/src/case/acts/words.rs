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

pub(super) const KINDS: Bi = bi("改成哪一类(按字母直接改)", "Which kind (its letter does it at once)");
pub(super) const SECURED: Bi = bi("怎么控制住的", "How it was brought under control");
pub(super) const WAITS_FOR: Bi = bi("等用户做什么", "What we wait for");
pub(super) const SUPERVISE: Bi = bi("要求办理部门做什么", "What the unit is to do");
pub(super) const WHY_LONGER: Bi = bi("为什么要更长时间", "Why it takes longer");
pub(super) const WHY_ANEW: Bi = bi("为什么要重新办理", "Why it is done again");
pub(super) const WHY_RETURNED: Bi = bi("为什么不该由本部门办", "Why it is not for this unit");
pub(super) const SPLIT_HELP: Bi = bi(
    "拆出的部分是单独一张工单,办完后这里会有记录;没办完不能办结这一件",
    "The part becomes an order of its own. This one cannot be finished before it is",
);
pub(super) const SPLIT_WORDS: Bi = bi("请他们做什么", "What they are to do");
pub(super) const JOIN_HELP: Bi = bi(
    "并入后随那一件一起办结,报过的人都会收到结果",
    "It finishes with the other one, and everybody who reported hears the result",
);
pub(super) const JOIN_INTO: Bi = bi("并入哪一件(编号)", "Number of the other one");
pub(super) const JOIN_FIRST: Bi = bi("先填编号或选一件", "Put in a number or choose one first");
pub(super) const NEAR: Bi = bi("同一地址未办结的:", "Open at the same address:");
pub(super) const PARTS: Bi = bi("用了什么材料(可不填)", "What was used up (optional)");
pub(super) const ADD_PART: Bi = bi("加一种材料", "Add a part");

/// What the name of a part is asked by.
pub(super) fn part_name(place: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("材料{place}"),
        Lang::En => format!("Part {place}"),
    }
}

/// What the count of a part is asked by.
pub(super) fn part_count(place: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("材料{place}数量"),
        Lang::En => format!("Count of part {place}"),
    }
}
