//! Every text of the desk, in both languages.

use shuiting_shared::api::Vetted;
use shuiting_shared::print::Print;
use shuiting_shared::words::{Bi, Lang, bi};

pub(crate) const DESK: Bi = bi("水厅工作台", "Shuiting desk");
pub(crate) const SKIP: Bi = bi("跳到办件", "Skip to the case");
pub(crate) const LOST: Bi = bi("没有这一页", "There is no such page");
pub(crate) const TO_INBOX: Bi = bi("回到办件列表", "Back to the inbox");

pub(crate) const SIGN_OUT_EVERYWHERE: Bi = bi("在所有设备退出", "Sign out everywhere");

pub(crate) const FETCHING_HOUSE: Bi = bi("正在取镇街和部门", "Fetching towns and units");
pub(crate) const FETCHING_LIST: Bi = bi("正在取办件列表", "Fetching the list");
pub(crate) const FETCHING_CASE: Bi = bi("正在取这件办件", "Fetching this case");

pub(crate) const INBOX: Bi = bi("办件", "Inbox");
pub(crate) const VIEWS: Bi = bi("视图", "Views");
pub(crate) const VIEW_OPEN: Bi = bi("未办结", "Open");
pub(crate) const VIEW_MINE: Bi = bi("我的", "Mine");
pub(crate) const VIEW_UNASSIGNED: Bi = bi("没人接", "Unassigned");
pub(crate) const VIEW_DUE_TODAY: Bi = bi("今天到期", "Due today");
pub(crate) const VIEW_LATE: Bi = bi("超时", "Late");
pub(crate) const VIEW_SENT_BACK: Bi = bi("等居民补正", "Sent back");
pub(crate) const VIEW_ANSWERED: Bi = bi("居民已补正", "Answered");
pub(crate) const VIEW_URGED: Bi = bi("居民催办", "Urged");
pub(crate) const VIEW_LOW_RATED: Bi = bi("评价低", "Rated low");

pub(crate) const FIND: Bi = bi("查编号、姓名、手机或地址", "Search number, name, phone or address");
pub(crate) const FIND_HINT: Bi = bi("编号、姓名、手机、地址", "Number, name, phone, address");
pub(crate) const SERVICE: Bi = bi("服务", "Service");
pub(crate) const TOWN: Bi = bi("镇街", "Town");
pub(crate) const STATUS: Bi = bi("状态", "Status");
pub(crate) const DUE: Bi = bi("到期", "Due");
pub(crate) const WHOSE: Bi = bi("谁在办", "Whose");
pub(crate) const CHANNEL: Bi = bi("渠道", "Channel");
pub(crate) const SORT: Bi = bi("排序", "Order");
pub(crate) const DUE_FIRST: Bi = bi("先到期的在前", "Due first");
pub(crate) const LATE: Bi = bi("超时", "Late");
pub(crate) const DUE_TODAY: Bi = bi("今天到期", "Due today");
pub(crate) const FEEDBACK: Bi = bi("居民反馈", "Feedback");
pub(crate) const ANSWERED: Bi = bi("居民已补正", "Answered");
pub(crate) const URGED: Bi = bi("居民催办", "Urged");
pub(crate) const RATED_LOW: Bi = bi("评价低", "Rated low");
pub(crate) const MINE: Bi = bi("我的", "Mine");
pub(crate) const NOBODY: Bi = bi("没人接", "Nobody");
pub(crate) const NEWEST: Bi = bi("新的在前", "Newest first");
pub(crate) const OLDEST: Bi = bi("旧的在前", "Oldest first");

pub(crate) const NUMBER: Bi = bi("编号", "Number");
pub(crate) const WHO: Bi = bi("谁", "Who");
pub(crate) const WHERE: Bi = bi("哪里", "Where");
pub(crate) const URGENT: Bi = bi("急", "Urgent");
pub(crate) const STALE: Bi = bi(
    "连不上服务器,看到的可能不是最新的",
    "No connection; what you see may be out of date",
);
pub(crate) const PAGES: Bi = bi("翻页", "Pages");
pub(crate) const EARLIER: Bi = bi("上一页", "Previous");
pub(crate) const LATER: Bi = bi("下一页", "Next");
pub(crate) const NO_CASES: Bi = bi(
    "现在没有要办的。居民提交、热线转来的办件会出现在这里",
    "Nothing to do right now. What residents file and the hotline passes on will appear here",
);
pub(crate) const NO_MATCH: Bi = bi(
    "没有符合这些条件的办件。有了会出现在这里",
    "No case fits these filters. Those that do will appear here",
);
pub(crate) const CLEAR_FILTERS: Bi = bi("清除条件", "Clear the filters");

pub(crate) const CHOOSE_CASE: Bi = bi(
    "从列表里选一件,内容会显示在这里",
    "Choose a case from the list; it will be shown here",
);
pub(crate) const NO_SUCH_NUMBER: Bi = bi("没有这个编号,请再核对一下", "There is no such number; please check it");
pub(crate) const BACK_TO_LIST: Bi = bi("回列表", "Back to the list");
pub(crate) const HELD_BY: Bi = bi("经办:", "Held by:");
pub(crate) const ASKED_FOR: Bi = bi("已请居民补正", "The resident was asked for");
pub(crate) const STEPS: Bi = bi("办到哪一步", "Steps");
pub(crate) const RATED_BY_CALL: Bi = bi("居民评价(电话回访):", "The resident's rating, by phone:");
pub(crate) const BY_CALL: Bi = bi("电话回访", "On the phone");
pub(crate) const MORE: Bi = bi("更多", "More");
pub(crate) const BOARD: Bi = bi("调度台", "Dispatch");
pub(crate) const CALLBACKS: Bi = bi("回访", "Call-backs");
pub(crate) const VIEW_UNHEARD: Bi = bi("谁还没听到回音", "Heard nothing yet");
pub(crate) const VIEW_SUPERVISED: Bi = bi("督办中", "Supervised");
pub(crate) const VIEW_RETURNED: Bi = bi("退回两次", "Returned twice");
pub(crate) const RATED: Bi = bi("居民评价:", "The resident's rating:");

pub(crate) const FILED: Bi = bi("填写内容", "What was filed");
pub(crate) const HEARS: Bi = bi("接收短信的手机", "Phone that gets messages");
pub(crate) const REVEAL: Bi = bi("查看完整", "Show in full");
pub(crate) const HIDE: Bi = bi("收起", "Hide");
pub(crate) const REVEAL_RECORDED: Bi = bi(
    "查看完整内容会记下是谁、什么时候看的",
    "Showing an answer in full records who saw it, and when",
);
pub(crate) const RECORDED: Bi = bi("已记录这次查看", "This view was recorded");

pub(crate) const MATERIALS: Bi = bi("材料", "Documents");
pub(crate) const LOOK: Bi = bi("看大图核对", "Look at them");
pub(crate) const NO_MATERIALS: Bi = bi("这件没有带照片", "No photos came with it");
pub(crate) const UNCHECKED: Bi = bi("未核对", "Not checked");
pub(crate) const ACCEPTED: Bi = bi("合格", "In order");
pub(crate) const REFUSED: Bi = bi("不合格", "Refused");
pub(crate) const ACCEPT: Bi = bi("合格", "In order");
pub(crate) const REFUSE: Bi = bi("不合格", "Refuse");
pub(crate) const REFUSE_NOW: Bi = bi("确定不合格", "Refuse it");
pub(crate) const REASON_HINT: Bi = bi("写明原因,居民会看到", "The reason; the resident reads it");
pub(crate) const CANCEL: Bi = bi("取消", "Cancel");
pub(crate) const REASONS: &[Bi] = &[
    bi("照片看不清", "The photo cannot be read"),
    bi("证件过期", "The certificate has expired"),
    bi("地址不一致", "The address does not match"),
    bi("产权有争议", "The ownership is disputed"),
    bi("不是这份材料", "This is another document"),
    bi("户上有欠费", "There are arrears"),
    bi("在拆迁范围内", "The place is to be demolished"),
];

pub(crate) const PREVIOUS_PHOTO: Bi = bi("上一张", "Previous");
pub(crate) const NEXT_PHOTO: Bi = bi("下一张", "Next");
pub(crate) const NEARER: Bi = bi("放大", "Zoom in");
pub(crate) const FARTHER: Bi = bi("缩小", "Zoom out");
pub(crate) const TURN: Bi = bi("旋转", "Turn");

pub(crate) const TIMELINE: Bi = bi("经过", "Timeline");
pub(crate) const INSIDE: Bi = bi("内部", "Inside");
pub(crate) const UNDONE: Bi = bi("已撤销", "Undone");
pub(crate) const APPLICANT: Bi = bi("申请人", "Applicant");
pub(crate) const OTHER_SIDE: Bi = bi("对方", "Other side");
pub(crate) const BY_ITSELF: Bi = bi("自动登记", "By itself");
pub(crate) const STAFF: Bi = bi("工作人员", "Staff");

pub(crate) const ACTIONS: Bi = bi("现在可以", "What can be done now");
pub(crate) const NEXT_CASE: Bi = bi("下一件", "Next case");
pub(crate) const NOTHING_TO_DO: Bi = bi("现在没有您要做的", "There is nothing for you to do now");
pub(crate) const SENDING: Bi = bi("正在提交…", "Sending…");
pub(crate) const CLOSE: Bi = bi("关闭", "Close");
pub(crate) const CHANGED: Bi = bi("这件刚被别人更新了。", "Somebody has just changed this case.");
pub(crate) const CHANGED_REMEDY: Bi = bi(
    "您写的都还在:看看改了什么,再决定要不要提交",
    "What you typed is kept: see what changed, then decide whether to send it",
);
pub(crate) const SEEN: Bi = bi("知道了", "Seen");

pub(crate) const RESIDENT_READS: Bi = bi("居民会看到这段话", "The resident reads this");
pub(crate) const WHY_REJECTED: Bi = bi("为什么不能办", "Why it cannot be done");
pub(crate) const NOTE: Bi = bi("备注", "Note");
pub(crate) const WHO_SEES: Bi = bi("谁能看到", "Who sees it");
pub(crate) const SHOW_WORDS: Bi = bi("看这段话", "Read it");
pub(crate) const NOTE_INSIDE: Bi = bi("只在内部", "Only inside");
pub(crate) const NOTE_TO_RESIDENT: Bi = bi("居民也能看到,并发短信", "The resident too, by SMS");
pub(crate) const ASSIGN_TO: Bi = bi("分派给", "Assign to");
pub(crate) const CHOOSE_COLLEAGUE: Bi = bi("请选同事", "Choose a colleague");
pub(crate) const UNIT: Bi = bi("派给", "Pass to");
pub(crate) const CHOOSE_UNIT: Bi = bi("请选部门", "Choose a unit");
pub(crate) const PROPOSED: Bi = bi("这个镇街的分公司", "Branch of this town");
pub(crate) const DEPARTMENTS: Bi = bi("部门", "Departments");
pub(crate) const BRANCHES: Bi = bi("其他分公司", "Other branches");
pub(crate) const WORD_TO_UNIT: Bi = bi("给他们的话(可不填)", "A word to them (optional)");
pub(crate) const ALL_AT_ONCE: Bi = bi(
    "把要补的一次说全,每一项写明原因",
    "Name all that is missing at once, each with its reason",
);
pub(crate) const FIELD_REASONS: &[Bi] = &[
    bi("与材料不一致", "Does not match the documents"),
    bi("没有写完整", "Not complete"),
    bi("写错了", "Not correct"),
];
pub(crate) const RESULT: Bi = bi("办理结果", "What was done");
pub(crate) const BEFORE: Bi = bi("处理前照片", "Photos before the work");
pub(crate) const AFTER: Bi = bi("处理后照片", "Photos after the work");

pub(crate) const PLACES: Bi = bi("工作台", "The desk");

/// What printing a paper is called.
pub(crate) const fn print(print: Print) -> Bi {
    match print {
        Print::Slip => bi("打印回执", "Print the slip"),
        Print::Contract => bi("打印合同草稿", "Print the draft contract"),
        Print::Refusal => bi("打印告知书", "Print the refusal letter"),
    }
}

pub(crate) const BOOKS: Bi = bi("对账", "Books");
pub(crate) const AUTHORITIES: Bi = bi("授权待核", "Letters of authority");
pub(crate) const DEBITS: Bi = bi("银行代扣", "Direct debit");
pub(crate) const CALLS: Bi = bi("热线", "Hotline");
pub(crate) const KNOWLEDGE: Bi = bi("知识库", "Knowledge");
pub(crate) const TEMPLATES: Bi = bi("答复模板", "Templates");
pub(crate) const LETTERS: Bi = bi("未送达", "Not delivered");
pub(crate) const SIGNPOSTS: Bi = bi("二维码", "QR codes");
pub(crate) const OUTAGES: Bi = bi("停水", "Outages");
pub(crate) const EVENTS: Bi = bi("活动", "Events");
pub(crate) const FILE_FOR: Bi = bi("代居民办", "File for a resident");
/// Who filed it for the resident.
pub(crate) fn helped(who: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{who} 代办"),
        Lang::En => format!("{who}, for the resident"),
    }
}

/// Shows so many changes that were held back.
pub(crate) fn newer(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("有{count}件新变化,点此显示"),
        Lang::En => format!("Show {count} {}", if count == 1 { "change" } else { "changes" }),
    }
}

/// How many cases the filter finds.
pub(crate) fn cases(total: i64, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("共{total}件"),
        Lang::En => format!("{total} {}", if total == 1 { "case" } else { "cases" }),
    }
}

/// Which page of how many.
pub(crate) fn page(page: u32, last: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("第{page}/{last}页"),
        Lang::En => format!("Page {page} of {last}"),
    }
}

/// How long is left until it is due.
pub(crate) fn left(time: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("剩{time}"),
        Lang::En => format!("{time} left"),
    }
}

/// A due moment that has passed, or how long ago that was.
pub(crate) fn late(due: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("超时 {due}"),
        Lang::En => format!("Late {due}"),
    }
}

/// What asks why a document is refused.
pub(crate) fn why_refused(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{name}为什么不合格"),
        Lang::En => format!("What is wrong with {name}"),
    }
}

/// What asks why something is asked for again.
pub(crate) fn why_asked(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{name}为什么要补"),
        Lang::En => format!("Why {name} is asked for again"),
    }
}

/// What must become of photos before they can be sent.
pub(crate) fn photos_first(busy: usize, failed: usize, lang: Lang) -> String {
    match (lang, failed) {
        (Lang::Zh, 0) => format!("还有{busy}张照片在上传,传完就可以提交"),
        (Lang::Zh, failed) => format!("有{failed}张照片没有传上去,请重传或删去"),
        (Lang::En, 0) => format!("{busy} {} on the way; then it can be sent", photos(busy)),
        (Lang::En, failed) => format!("{failed} {} did not get there; try again or remove", photos(failed)),
    }
}

const fn photos(count: usize) -> &'static str {
    if count == 1 { "photo" } else { "photos" }
}

/// Which photo of how many, and what of.
pub(crate) fn photo(title: &str, at: usize, count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{title} 第{at}张,共{count}张"),
        Lang::En => format!("{title}, photo {at} of {count}"),
    }
}

/// Why a case cannot be passed on or finished yet.
pub(crate) fn materials_open(unchecked: usize, refused: usize, lang: Lang) -> String {
    let (unchecked, refused) = ((unchecked > 0).then_some(unchecked), (refused > 0).then_some(refused));
    match lang {
        Lang::Zh => {
            let unchecked = unchecked.map(|count| format!("{count}项没有核对"));
            let refused = refused.map(|count| format!("{count}项不合格,请退回补正"));
            let told = unchecked.into_iter().chain(refused).collect::<Vec<_>>().join(";");
            format!("材料还有{told}。都合格了才能往下办")
        }
        Lang::En => {
            let unchecked = unchecked.map(|count| format!("{count} not checked"));
            let refused = refused.map(|count| format!("{count} refused: send the case back"));
            let told = unchecked.into_iter().chain(refused).collect::<Vec<_>>().join("; ");
            format!("Documents: {told}. Once all are in order the case can go on")
        }
    }
}

/// How often the resident has urged.
pub(crate) fn urged(count: u32, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("催办 {count} 次"),
        (Lang::En, 1) => "Urged once".into(),
        (Lang::En, _) => format!("Urged {count} times"),
    }
}

/// The same, where there is little room.
pub(crate) fn urged_short(count: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("催{count}"),
        Lang::En => format!("Urged {count}"),
    }
}

/// How many others have the same trouble.
pub(crate) fn others(count: u32, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("另有 {count} 人也是"),
        (Lang::En, 1) => "1 other has it too".into(),
        (Lang::En, _) => format!("{count} others have it too"),
    }
}

/// A photo that WeChat doubts, by what it shows.
pub(crate) fn doubtful_photo(photo: &str, lang: Lang) -> String {
    format!("{photo} · {}", Vetted::Doubtful.label().get(lang))
}
