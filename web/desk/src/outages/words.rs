//! The texts of outage notices.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const OUTAGES: Bi = bi("停水公告", "Outage notices");
pub(super) const FETCHING: Bi = bi("正在取公告", "Fetching the notices");
pub(super) const FETCHING_ONE: Bi = bi("正在取这条公告", "Fetching the notice");
pub(super) const FETCHING_CASES: Bi = bi("正在取相关办件", "Fetching the cases");
pub(super) const FETCHING_WATER: Bi = bi("正在取送水安排", "Fetching the deliveries");
pub(super) const FETCHING_REPORT: Bi = bi("正在算停水时长", "Working out the hours");
pub(super) const LOOK_AT: Bi = bi("看哪些公告", "Which notices");
pub(super) const AT_HAND: Bi = bi("在手的", "At hand");
pub(super) const REPORT: Bi = bi("停水时长", "Hours without water");
pub(super) const WRITE_ONE: Bi = bi("写一条公告", "Write a notice");
pub(super) const NONE: Bi = bi(
    "现在没有停水公告。写好的会出现在这里",
    "No notices now. Those that are written will appear here",
);
pub(super) const WHO_WRITES: Bi = bi(
    "公告由调度、主管和管理员发布",
    "Dispatchers, supervisors and administrators write notices",
);

pub(super) const STATE: Bi = bi("状态", "State");
pub(super) const KIND: Bi = bi("类型", "Kind");
pub(super) const WHERE: Bi = bi("停水范围", "Where");
pub(super) const WHEN: Bi = bi("时间", "When");
pub(super) const ENDED: Bi = bi("实际结束", "Ended");
pub(super) const CHANGED: Bi = bi("最近变动", "Latest change");
pub(super) const REASON: Bi = bi("原因", "Reason");
pub(super) const HOUSEHOLDS: Bi = bi("影响户数", "Households without water");
pub(super) const HOUSEHOLDS_SHORT: Bi = bi("户数", "Households");
pub(super) const HOUSEHOLDS_HELP: Bi = bi(
    "数一数大概多少户,算停水时长要用;还不知道就空着",
    "About how many; the hours without water are worked out from it. Leave it blank until you know",
);
pub(super) const TOLD: Bi = bi("已通知手机", "Phones told");
pub(super) const STARTS: Bi = bi("什么时候停", "Off from");
pub(super) const ENDS: Bi = bi("预计什么时候恢复", "Expected back");
pub(super) const TOWN: Bi = bi("镇街", "Town");
pub(super) const CHOOSE_TOWN: Bi = bi("请选镇街", "Choose a town");
pub(super) const AREA_WORDS: Bi = bi("范围(给居民看)", "Where, in words for residents");
pub(super) const STREETS: Bi = bi("道路", "Streets");
pub(super) const STREETS_HELP: Bi = bi(
    "几条用顿号隔开;道路、小区、户号都空着就是全镇街",
    "Several with commas. Where streets, estates and accounts are all blank, it is all of the town",
);
pub(super) const ESTATES: Bi = bi("小区", "Estates");
pub(super) const ACCOUNTS: Bi = bi("户号", "Water accounts");
pub(super) const ACCOUNTS_HELP: Bi = bi("只通知这些户,不会公开", "Only these are told; they are not made public");
pub(super) const ADD_AREA: Bi = bi("加一处范围", "Add an area");
pub(super) const REMOVE: Bi = bi("删去", "Remove");
pub(super) const POINTS: Bi = bi(
    "固定取水点(一行一个,可不填)",
    "Fixed water points (a line each, optional)",
);
pub(super) const POINTS_SHORT: Bi = bi("固定取水点", "Fixed water points");
pub(super) const WHY_CHANGED: Bi = bi("为什么变动", "Why it changes");
pub(super) const ALL_HEAR: Bi = bi("已经通知过的人会收到短信", "Whoever was told before is told by SMS");

pub(super) const NEW: Bi = bi("写停水公告", "Write an outage notice");
pub(super) const CHANGE: Bi = bi("修改", "Change");
pub(super) const SAVE_DRAFT: Bi = bi("存为草稿", "Save as a draft");
pub(super) const SAVE: Bi = bi("保存", "Save");
pub(super) const SAVE_AND_TELL: Bi = bi("保存并通知", "Save and tell them");
pub(super) const POST_AND_TELL: Bi = bi("发布并通知", "Post and tell them");
pub(super) const BACK: Bi = bi("不改了", "Leave it");
pub(super) const DISCARD: Bi = bi("丢弃草稿", "Discard the draft");
pub(super) const DRAFT_ABOUT: Bi = bi("还没有发布,居民看不到", "Not posted yet: residents do not see it");
pub(super) const ACTIONS: Bi = bi("现在可以", "What can be done now");
pub(super) const IN_HALL: Bi = bi("在微网厅里看", "See it in the hall");
pub(super) const END: Bi = bi("结束公告", "End the notice");
pub(super) const BACK_NOW: Bi = bi("已恢复供水", "Water is back");
pub(super) const BACK_ABOUT: Bi = bi(
    "通知过的人会收到“已恢复供水”,公告就此结束",
    "Whoever was told is told that water is back, and the notice is over",
);
pub(super) const CALL_OFF: Bi = bi("取消这次停水", "Call it off");
pub(super) const CALL_OFF_ABOUT: Bi = bi(
    "还没有停水。通知过的人会收到“停水取消”,公告就此结束",
    "Water is still on. Whoever was told is told that it stays on, and the notice is over",
);

pub(super) const WATER: Bi = bi("应急送水", "Emergency water");
pub(super) const WATER_COMES: Bi = bi("已安排", "Planned");
pub(super) const LACKS_WATER: Bi = bi("要安排送水", "Water to be planned");
pub(super) const PLAN_WATER: Bi = bi(
    "停水超过规定时长,还没有安排送水:请在下面安排一趟",
    "It lasts so long that water must be brought, and none is planned: please plan a delivery below",
);
pub(super) const NO_WATER: Bi = bi(
    "还没有安排送水。安排好的居民能查到",
    "No delivery yet. Residents will find those that are planned",
);
pub(super) const PLAN_TRUCK: Bi = bi("安排一趟送水", "Plan a delivery");
pub(super) const TRUCK: Bi = bi("车牌或车名", "Plate or name of the truck");
pub(super) const LITRES: Bi = bi("装水(升)", "Carries (litres)");
pub(super) const UNIT: Bi = bi("哪个部门的人送", "Whose crew");
pub(super) const CHOOSE_UNIT: Bi = bi("请选部门", "Choose a unit");
pub(super) const STOP_PLACE: Bi = bi("停在哪里(带路名或小区)", "Where it stops (with street or estate)");
pub(super) const STOP_FROM: Bi = bi("从", "From");
pub(super) const STOP_UNTIL: Bi = bi("到", "Until");
pub(super) const ADD_STOP: Bi = bi("加一站", "Add a stop");
pub(super) const TRUCK_HELP: Bi = bi(
    "公告已发布的,通知过的人会收到一条短信",
    "Where the notice is posted, whoever was told of it gets one SMS",
);
pub(super) const PLAN_IT: Bi = bi("安排", "Plan it");
pub(super) const REMOVE_TRUCK: Bi = bi("取消这一趟", "Take it back");
pub(super) const GIVEN: Bi = bi("送到了", "Water was given");

pub(super) const CASES: Bi = bi("相关办件", "Cases");
pub(super) const NO_CASES: Bi = bi(
    "停水范围内没有未办结的报修和投诉",
    "No open reports or complaints where water is off",
);
pub(super) const LINKED: Bi = bi("已关联", "Linked");
pub(super) const PROPOSED: Bi = bi("同一范围、还没关联", "In the same area, not linked yet");
pub(super) const LINK: Bi = bi("关联", "Link");
pub(super) const LINK_ALL: Bi = bi("全部关联", "Link all");
pub(super) const UNLINK: Bi = bi("取消关联", "Take off");

pub(super) const PERIOD: Bi = bi("看哪段时间", "Period");
pub(super) const REPORT_HELP: Bi = bi(
    "每户停水时长 = Σ(时长 × 户数) ÷ 户数;没有户数的不计入",
    "Time a household = Σ(time × households) ÷ households; those without a count are left out",
);
pub(super) const ALL: Bi = bi("合计", "All together");
pub(super) const COUNT: Bi = bi("停水次数", "Outages");
pub(super) const UNCOUNTED: Bi = bi("没有户数", "Without a count");
pub(super) const HOUSEHOLDS_ALL: Bi = bi("停水户次", "Households");
pub(super) const HOURS_EACH: Bi = bi("每户停水时长", "Time a household");

/// Which area.
pub(super) fn area(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("停水范围{number}"),
        Lang::En => format!("Area {number}"),
    }
}

/// Which stop.
pub(super) fn stop(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("第{number}站"),
        Lang::En => format!("Stop {number}"),
    }
}

/// A truck, what it carries and whose it is.
pub(super) fn truck(truck: &str, litres: u32, unit: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{truck} · {litres}升 · {unit}"),
        Lang::En => format!("{truck} · {litres} litres · {unit}"),
    }
}

/// That water was given.
pub(super) fn given(litres: u32, at: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{at}送到,{litres}升"),
        Lang::En => format!("{litres} litres, {at}"),
    }
}
