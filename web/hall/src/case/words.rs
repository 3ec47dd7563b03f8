//! The texts of cases, in both languages.

use shuiting_shared::api::Vetted;
use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const MY_CASES: Bi = bi("我的办件", "My cases");
pub(super) const FETCHING_LIST: Bi = bi("正在取您的办件", "Fetching your cases");
pub(super) const FETCHING_CASE: Bi = bi("正在取这件办件", "Fetching this case");
pub(super) const FETCHING_HOUSE: Bi = bi("正在取镇街和热线", "Fetching towns and the hotline");
pub(super) const GUEST: Bi = bi(
    "您还没有登录,这里只有这部手机上报的。登录后能看到全部",
    "You are not signed in: here is only what was reported on this phone. Sign in to see all",
);
pub(super) const STALE: Bi = bi(
    "现在连不上,下面可能不是最新的。连上网后会自己更新",
    "No connection right now; this may be out of date. It renews itself once you are connected",
);
pub(super) const WAITING: Bi = bi("等您处理", "Waiting for you");
pub(super) const OPEN: Bi = bi("正在办", "Under way");
pub(super) const ENDED: Bi = bi("已结束", "Ended");
pub(super) const NO_CASES: Bi = bi("还没有办件", "No cases yet");
pub(super) const NO_CASES_HELP: Bi = bi(
    "您办的每件事都会出现在这里:谁在办、办到哪一步、几时办好",
    "Everything you file will appear here: who has it, how far it is, and by when it is done",
);
pub(super) const BEGIN: Bi = bi("去办一件事", "Start something");
pub(super) const FILED_ON: Bi = bi("提交于", "Filed");

pub(super) const PAPERS: Bi = bi("可以保存的文件", "Papers to keep");
pub(super) const PAPERS_HELP: Bi = bi(
    "PDF文件,可以存在手机里、打印或转给别人。证件号和手机号已遮住一部分",
    "PDF files to keep, print or hand on. Identity and phone numbers are partly hidden",
);

pub(super) const SIGN_IN_FIRST: Bi = bi(
    "登录后就能看到您的办件:用手机号和短信验证码",
    "Sign in with your phone and an SMS code to see your cases",
);
pub(super) const SIGN_IN: Bi = bi("登录", "Sign in");
pub(super) const CASE: Bi = bi("办件", "Case");
pub(super) const NO_SUCH_NUMBER: Bi = bi("没有找到这件办件", "This case was not found");
pub(super) const NO_SUCH_NUMBER_HELP: Bi = bi(
    "请核对编号。如果是用另一个手机号办的,请用那个号码登录",
    "Please check the number. If it was filed with another phone, sign in with that one",
);
pub(super) const TO_MY_CASES: Bi = bi("看我的办件", "See my cases");
pub(super) const TO_CASE: Bi = bi("回到这件办件", "Back to the case");

pub(super) const NUMBER: Bi = bi("编号", "Number");
pub(super) const COPY: Bi = bi("复制", "Copy");
pub(super) const COPIED: Bi = bi("已复制", "Copied");
pub(super) const NOT_COPIED: Bi = bi(
    "没有复制成,请长按编号复制",
    "Not copied; press and hold the number instead",
);
pub(super) const URGENT: Bi = bi("紧急", "Urgent");

pub(super) const ASKED_FOR: Bi = bi("要您补的", "What is asked for");
pub(super) const WHERE_IT_STANDS: Bi = bi("办到哪一步", "Where it stands");
pub(super) const STEP_DONE: Bi = bi("已完成", "Done");
pub(super) const STEP_NOW: Bi = bi("正在这一步", "Now here");
pub(super) const STEP_AHEAD: Bi = bi("还没到", "Not yet");

pub(super) const WHAT_WAS_DONE: Bi = bi("做了什么", "What was done");
pub(super) const BEFORE: Bi = bi("办理前", "Before");
pub(super) const AFTER: Bi = bi("办理后", "After");
pub(super) const FINISHED_AT: Bi = bi("办结时间", "Finished");
pub(super) const WHY_NOT_DONE: Bi = bi("为什么没有办理", "Why it was not done");
pub(super) const ASK_HOTLINE: Bi = bi(
    "有疑问,或者情况变了,请打热线,24小时有人接",
    "If you have a question, or things have changed, call us; we answer day and night",
);
pub(super) const CALL: Bi = bi("拨打", "Call");

pub(super) const YOUR_RATING: Bi = bi("评价", "Rating");
pub(super) const CHANGE_RATING: Bi = bi("修改评价", "Change the rating");
pub(super) const LOW_HEARD: Bi = bi(
    "主管已经知道,这件事会重新办理",
    "A supervisor knows, and it is being done again",
);

pub(super) const TIMELINE: Bi = bi("经过", "What happened");
pub(super) const YOU: Bi = bi("您", "You");
pub(super) const APPLICANT: Bi = bi("申请人", "The applicant");
pub(super) const OTHER_SIDE: Bi = bi("对方", "The other side");
pub(super) const BY_ITSELF: Bi = bi("自动登记", "By itself");
pub(super) const STAFF: Bi = bi("工作人员", "Staff");
pub(super) const FILED: Bi = bi("您填写的", "What you filed");
pub(super) const FILED_BY_THEM: Bi = bi("申请内容", "What was filed");
pub(super) const HEARS: Bi = bi("接收短信的手机", "Phone that gets messages");
pub(super) const PREVIOUS_PHOTO: Bi = bi("上一张", "Previous");
pub(super) const NEXT_PHOTO: Bi = bi("下一张", "Next");
pub(super) const CLOSE: Bi = bi("关闭", "Close");

pub(super) const ACTIONS: Bi = bi("现在可以", "What can be done now");
pub(super) const SENDING: Bi = bi("正在提交…", "Sending…");
pub(super) const CHARACTERS: Bi = bi("字", "characters");
pub(super) const CHANGED: Bi = bi("这件事刚刚有了变化", "This case has just changed");
pub(super) const CHANGED_REMEDY: Bi = bi(
    "您写的都还在。看一下变化,再决定要不要提交",
    "What you typed is kept. See what changed, then decide whether to send it",
);
pub(super) const SEEN: Bi = bi("知道了", "I see");
pub(super) const NOT_NOW: Bi = bi(
    "情况变了,现在不用这样做了",
    "Things have changed; this is no longer possible",
);

pub(super) const CONFIRM_TITLE: Bi = bi("请核对,再确认", "Check, then confirm");
pub(super) const CONFIRM_HELP: Bi = bi(
    "对方申请把这一户的水费户口过到自己名下:",
    "The applicant asks to take over this water account:",
);
pub(super) const CONFIRM_MEANS: Bi = bi(
    "确认后我们开始办理。不是您本人的事,请选“不同意”",
    "Once you confirm we begin. If you know nothing of this, choose “Decline” instead",
);
pub(super) const CONFIRMED: Bi = bi("已确认,我们马上受理", "Confirmed; we take it on now");
pub(super) const DECLINE_TITLE: Bi = bi("不同意过户", "Decline the transfer");
pub(super) const WHY_DECLINED: Bi = bi("为什么不同意", "Why you do not agree");
pub(super) const DECLINE_HELP: Bi = bi(
    "申请人会看到这段话。例如:房子没有卖;读数不对",
    "The applicant reads this. For example: the home was not sold; the reading is wrong",
);
pub(super) const DECLINED: Bi = bi(
    "已告诉申请人您不同意",
    "The applicant has been told that you do not agree",
);
pub(super) const ADD_TITLE: Bi = bi("补充说明", "Add words or photos");
pub(super) const ADD_WORDS: Bi = bi("想补充什么", "What you want to add");
pub(super) const ADD_PHOTOS: Bi = bi("照片", "Photos");
pub(super) const ADDED: Bi = bi("已补充,经办人会看到", "Added; whoever works on it will see it");
pub(super) const WITHDRAW_TITLE: Bi = bi("确定要撤回吗", "Withdraw it?");
pub(super) const WITHDRAW_MEANS: Bi = bi(
    "撤回后我们不再办理。以后要办,需要重新申请",
    "We stop working on it. If you need it later you have to file again",
);
pub(super) const WHY_WITHDRAWN: Bi = bi("为什么撤回(可不填)", "Why (optional)");
pub(super) const WITHDRAWN: Bi = bi("已撤回", "Withdrawn");
pub(super) const UPLOAD_AGAIN: Bi = bi("全部重传", "Upload again");

pub(super) const COMPLETE: Bi = bi("补材料", "Complete it");
pub(super) const COMPLETE_HELP: Bi = bi(
    "只要补下面这些,其他的都不用再填",
    "Only what is below; nothing else needs to be filled in again",
);
pub(super) const BROUGHT_BEFORE: Bi = bi(
    "上次交的照片,会换成新拍的",
    "The photos from last time; new ones replace them",
);
pub(super) const MASKED_AGAIN: Bi = bi(
    "为保护隐私,原来填的不显示,请重新填写",
    "To protect your privacy the old answer is not shown; please type it again",
);
pub(super) const SEND: Bi = bi("提交", "Send");
pub(super) const COMPLETED: Bi = bi("已补好,我们接着办", "Completed; we go on with it");
pub(super) const NOTHING_ASKED: Bi = bi("现在没有要补的", "Nothing is asked for right now");

pub(super) const RATE: Bi = bi("办得怎么样", "How did it go");
pub(super) const HOW_SATISFIED: Bi = bi("您满意吗", "How satisfied are you");
pub(super) const PICK_LEVEL: Bi = bi("请选一个,再提交", "Please pick one first");
pub(super) const LOW_MEANS: Bi = bi(
    "我们会重新办理,并告诉主管",
    "We will do it again, and tell a supervisor",
);
pub(super) const TAGS: Bi = bi("哪些说得上(可不选)", "What fits (optional)");
pub(super) const RATE_WORDS: Bi = bi("想说的话(可不填)", "Anything to say (optional)");
pub(super) const THANKS: Bi = bi("谢谢您的评价", "Thank you for rating us");
pub(super) const THANKS_LOW: Bi = bi(
    "谢谢您告诉我们。我们会重新办理,主管已经知道",
    "Thank you for telling us. It will be done again, and a supervisor knows",
);
pub(super) const RATING_CLOSED: Bi = bi("现在不能评价", "It cannot be rated now");
pub(super) const RATING_CLOSED_HELP: Bi = bi(
    "办结后几天内可以评价。有话想说,请打热线",
    "A case can be rated for some days after it is finished. To tell us something, please call",
);

/// What has happened to a case while its page was open.
pub(super) fn moved_on(title: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("办件有新进展:{title}"),
        Lang::En => format!("Your case has moved on: {title}"),
    }
}

pub(super) const URGE: Bi = bi("催一下", "Urge us");
pub(super) const URGED_NOW: Bi = bi("已催办,经办人能看到", "We have been urged; whoever works on it sees it");
pub(super) const FOLLOWED: Bi = bi("我也是", "Me too");
pub(super) const YOU_FOLLOW: Bi = bi("您也有同样的情况", "You have the same trouble");
pub(super) const FOLLOW_MEANS: Bi = bi(
    "这是别人报的,您不用再报。派人、办好都会发短信给您;报修人的资料和照片您看不到",
    "Somebody else reported it, and you need not. You hear by SMS when a crew is sent and when it is done; the details and photos of whoever reported it are not shown",
);
pub(super) const UNFOLLOW: Bi = bi("不再关注", "Follow it no more");
pub(super) const UNFOLLOWED: Bi = bi("已不再关注", "You follow it no more");

/// How many others have it too.
pub(super) fn others(count: u32, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("附近还有{count}人说“我也是”"),
        (Lang::En, 1) => "1 other nearby said “me too”".into(),
        (Lang::En, _) => format!("{count} others nearby said “me too”"),
    }
}

/// How often it was urged.
pub(super) fn urged(count: u32, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("已催办 {count} 次,经办人能看到"),
        (Lang::En, 1) => "Urged once; whoever works on it sees it".into(),
        (Lang::En, _) => format!("Urged {count} times; whoever works on it sees it"),
    }
}

/// From when it can be urged again.
pub(super) fn urge_again(count: &str, from: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{count}。还没办好的话,{from} 起可以再催"),
        Lang::En => format!("{count}. If it is still not done, you can urge us again from {from}"),
    }
}

/// By when something is due.
pub(super) fn by(due: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{due} 前"),
        Lang::En => format!("by {due}"),
    }
}

/// By when something was due.
pub(super) fn late(due: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("已超时,应在{due} 前"),
        Lang::En => format!("Late, was due {due}"),
    }
}

/// A moment as people say it, and its date in full.
pub(super) fn exactly(said: &str, exact: &str, lang: Lang) -> String {
    let date = exact.split(' ').next().unwrap_or(exact);
    match lang {
        Lang::Zh => format!("{said}({date})"),
        Lang::En => format!("{said} ({date})"),
    }
}

/// Something by its name.
pub(super) fn named(name: &str, said: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{name}:{said}"),
        Lang::En => format!("{name}: {said}"),
    }
}

/// Which photo of how many, and what of.
pub(super) fn photo(title: &str, at: usize, count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{title} 第{at}张,共{count}张"),
        Lang::En => format!("{title}, photo {at} of {count}"),
    }
}

/// Until when a rating can be changed.
pub(super) fn changeable_until(moment: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{moment} 前可以改"),
        Lang::En => format!("You can change it until {moment}"),
    }
}

/// Photos on their way.
pub(super) fn uploading(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("还有{count}张照片正在上传,传完就能提交"),
        Lang::En => format!(
            "{count} {} still uploading; then it can be sent",
            if count == 1 { "photo is" } else { "photos are" }
        ),
    }
}

/// Photos that did not get there.
pub(super) fn not_uploaded(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("有{count}张照片没有传上去"),
        Lang::En => format!(
            "{count} {} not uploaded",
            if count == 1 { "photo was" } else { "photos were" }
        ),
    }
}

/// Who filed it for the resident.
pub(super) fn helped(who: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{who}代您提交"),
        Lang::En => format!("{who}, for you"),
    }
}

/// Why somebody else's words are not shown.
pub(super) const fn vetted(vetted: Vetted) -> Bi {
    match vetted {
        Vetted::Waiting => bi(
            "对方写的话还在检查,查完就能看到",
            "What they wrote is being looked at; you will see it then",
        ),
        Vetted::Doubtful => bi(
            "对方写的话没有通过检查,不显示",
            "What they wrote was not found fit to be shown",
        ),
    }
}
