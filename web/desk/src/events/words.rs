//! The texts of events.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const EVENTS: Bi = bi("社区活动", "Community events");
pub(super) const FETCHING: Bi = bi("正在取活动", "Fetching the events");
pub(super) const FETCHING_ONE: Bi = bi("正在取这场活动", "Fetching the event");
pub(super) const FETCHING_REPORT: Bi = bi("正在算这段时间的活动", "Counting the events of this period");
pub(super) const LOOK_AT: Bi = bi("看哪些活动", "Which events");
pub(super) const COMING: Bi = bi("即将举办", "To come");
pub(super) const PAST: Bi = bi("已结束", "Over");
pub(super) const CALENDAR: Bi = bi("月历", "Calendar");
pub(super) const REPORT: Bi = bi("活动报告", "Report");
pub(super) const PLAN_ONE: Bi = bi("计划一场", "Plan one");
pub(super) const NONE: Bi = bi(
    "这里还没有活动。计划好的活动会出现在这里",
    "None yet. Events that are planned will appear here",
);
pub(super) const WHO_PLANS: Bi = bi(
    "活动由窗口、调度、主管和管理员计划",
    "Clerks, dispatchers, supervisors and administrators plan events",
);
pub(super) const EARLIER: Bi = bi("上个月", "Month before");
pub(super) const LATER: Bi = bi("下个月", "Month after");
pub(super) const WEEKDAYS: [Bi; 7] = [
    bi("周一", "Mon"),
    bi("周二", "Tue"),
    bi("周三", "Wed"),
    bi("周四", "Thu"),
    bi("周五", "Fri"),
    bi("周六", "Sat"),
    bi("周日", "Sun"),
];

pub(super) const TITLE: Bi = bi("名称", "Title");
pub(super) const WHEN: Bi = bi("时间", "When");
pub(super) const WHERE: Bi = bi("地点", "Where");
pub(super) const STATE: Bi = bi("状态", "State");
pub(super) const VOLUNTEERS: Bi = bi("志愿者", "Volunteers");
pub(super) const FOLLOWERS: Bi = bi("关注", "Followers");
pub(super) const TOWN: Bi = bi("镇街", "Town");
pub(super) const CHOOSE_TOWN: Bi = bi("请选镇街", "Choose a town");
pub(super) const COMMUNITY: Bi = bi("社区或小区", "Community or estate");
pub(super) const PLACE: Bi = bi("具体位置", "Spot");
pub(super) const DAY: Bi = bi("日期", "Day");
pub(super) const FROM: Bi = bi("开始", "From");
pub(super) const UNTIL: Bi = bi("结束", "Until");
pub(super) const TOPICS: Bi = bi("内容", "Topics");
pub(super) const TASKS: Bi = bi("志愿者做什么", "What volunteers do");
pub(super) const SHIFTS: Bi = bi("志愿者班次", "Shifts of volunteers");
pub(super) const NO_SHIFTS: Bi = bi("没有班次,这场不招志愿者", "No shifts: no volunteers are asked for");
pub(super) const PLACES: Bi = bi("人数", "Places");
pub(super) const ADD_SHIFT: Bi = bi("加一个班次", "Add a shift");
pub(super) const REMOVE_SHIFT: Bi = bi("删去", "Remove");
pub(super) const WORDS: Bi = bi("给居民的话(可不填)", "Words for residents (optional)");
pub(super) const WORDS_SAID: Bi = bi("给居民的话", "Words for residents");
pub(super) const WHY_MOVED: Bi = bi("为什么改时间地点", "Why it is moved");
pub(super) const ALL_HEAR: Bi = bi("关注的人和志愿者会收到短信", "Followers and volunteers are told by SMS");

pub(super) const NEW: Bi = bi("计划一场活动", "Plan an event");
pub(super) const CHANGE: Bi = bi("修改", "Change");
pub(super) const SAVE_DRAFT: Bi = bi("存为草稿", "Save as a draft");
pub(super) const SAVE: Bi = bi("保存", "Save");
pub(super) const SAVE_AND_TELL: Bi = bi("保存并通知", "Save and tell them");
pub(super) const BACK: Bi = bi("不改了", "Leave it");
pub(super) const PUBLISH: Bi = bi("发布", "Publish");
pub(super) const DISCARD: Bi = bi("丢弃草稿", "Discard the draft");
pub(super) const CANCEL: Bi = bi("取消活动", "Cancel the event");
pub(super) const WHY_CANCELLED: Bi = bi("为什么取消", "Why it is cancelled");
pub(super) const CANCEL_AND_TELL: Bi = bi("取消并通知", "Cancel and tell them");
pub(super) const DRAFT_ABOUT: Bi = bi("还没有发布,居民看不到", "Not published yet: residents do not see it");
pub(super) const ACTIONS: Bi = bi("现在可以", "What can be done now");
pub(super) const REASON: Bi = bi("原因", "Reason");
pub(super) const PRINTS: Bi = bi("海报和二维码", "Poster and codes");
pub(super) const POSTER: Bi = bi("海报(A3)", "Poster (A3)");
pub(super) const POSTER_EN: Bi = bi("英文海报(A3)", "English poster (A3)");
pub(super) const IN_HALL: Bi = bi("在微网厅里看", "See it in the hall");

pub(super) const OUTCOME: Bi = bi("这场活动的成果", "What came of it");
pub(super) const PHOTOS: Bi = bi("活动照片", "Photos of the event");
pub(super) const PHOTOS_HELP: Bi = bi(
    "拍到居民正脸的,请先征得同意",
    "Ask before you keep a photo that shows somebody's face",
);
pub(super) const NEW_PHOTOS: Bi = bi("新照片", "New photos");
pub(super) const ADD_PHOTOS: Bi = bi("放进活动", "Add them to the event");
pub(super) const REMOVE_PHOTO: Bi = bi("拿掉", "Remove");
pub(super) const PERIOD: Bi = bi("报告哪段时间", "Period");
pub(super) const BEFORE: Bi = bi("上一段", "Before");
pub(super) const AFTER: Bi = bi("下一段", "After");
pub(super) const TOGETHER: Bi = bi("合计", "All together");
pub(super) const SHOWN_EACH: Bi = bi("演示了哪些服务", "Services that were shown");
pub(super) const EACH: Bi = bi("各场活动", "Event by event");
pub(super) const NONE_HELD: Bi = bi(
    "这段时间没有办过活动。办过的会出现在这里",
    "No event was held in this period. Those that were will appear here",
);
pub(super) const AS_CSV: Bi = bi("导出表格(CSV)", "Export as CSV");
pub(super) const AS_PDF: Bi = bi("打印(PDF)", "Print (PDF)");

pub(super) const EVENTS_HELD: Bi = bi("活动场次", "Events held");
pub(super) const PEOPLE: Bi = bi("服务居民人次", "People served");
pub(super) const TURNS: Bi = bi("志愿者人次", "Volunteer turns");
pub(super) const HOURS: Bi = bi("志愿服务小时", "Hours of volunteers");
pub(super) const SHOWN: Bi = bi("演示服务次数", "Services shown");
pub(super) const CHECKS: Bi = bi("检查水管水龙头", "Pipes and taps checked");
pub(super) const SWAPPED: Bi = bi("换水龙头", "Taps swapped");
pub(super) const TESTS: Bi = bi("检测水质", "Water tested");
pub(super) const FILED: Bi = bi("现场办理", "Filed there");
pub(super) const FINISHED: Bi = bi("其中已办结", "Of these, finished");
pub(super) const NEEDS: Bi = bi("记下急难愁盼", "Needs noted");
pub(super) const SOLVED: Bi = bi("其中已解决", "Of these, solved");
pub(super) const SATISFACTION: Bi = bi("满意度", "Satisfaction");
pub(super) const NOT_RATED: Bi = bi("还没有评价", "Not rated yet");

pub(super) const HELPERS: Bi = bi("志愿者名单", "Volunteers");
pub(super) const NO_HELPERS: Bi = bi(
    "还没有人报名。报名后会出现在这里,可以指定领队",
    "Nobody has signed up yet. They will appear here, and you can say who leads",
);
pub(super) const HELPER: Bi = bi("姓名", "Name");
pub(super) const HELPER_PHONE: Bi = bi("手机", "Phone");
pub(super) const HELPER_SHIFT: Bi = bi("班次", "Shift");
pub(super) const HELPER_CAME: Bi = bi("到", "Came");
pub(super) const HELPER_WENT: Bi = bi("走", "Went");
pub(super) const HELPER_LEADS: Bi = bi("领队", "Leader");
pub(super) const NOTE_CAME: Bi = bi("补记到", "Note: came");
pub(super) const NOTE_WENT: Bi = bi("补记走", "Note: went");
pub(super) const LEADS: Bi = bi("领队", "Leads");
pub(super) const LET_LEAD: Bi = bi("请当领队", "Let lead");
pub(super) const LEADS_NO_MORE: Bi = bi("不再当", "No more");
pub(super) const NOW_CODE: Bi = bi("现在的签到码", "The code of now");
pub(super) const NOW_CODE_ABOUT: Bi = bi(
    "每分钟换一个,领队的手机上也有",
    "Another one each minute; the leader's phone shows it too",
);

/// How many places of all are taken.
pub(super) fn taken(taken: u32, places: u32, lang: Lang) -> String {
    match (places, lang) {
        (0, Lang::Zh) => "不招".to_owned(),
        (0, Lang::En) => "none asked for".to_owned(),
        _ => format!("{taken}/{places}"),
    }
}

/// Which shift.
pub(super) fn shift(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("第{number}班"),
        Lang::En => format!("Shift {number}"),
    }
}

/// A photo, for who does not see it.
pub(super) fn photo(number: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("活动照片{number}"),
        Lang::En => format!("Photo {number} of the event"),
    }
}
