//! The texts of filing, in both languages.

use shuiting_shared::preference::Told;
use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const HAPPENING: Bi = bi("正在取镇街和时限", "Fetching towns and time limits");
pub(super) const ASKING_WHO: Bi = bi("正在确认登录", "Checking your sign-in");
pub(super) const ASKING_READY: Bi = bi("正在核对这一户…", "Checking the account…");
pub(super) const SEEKING: Bi = bi("正在找您上次填的", "Looking for what you filled in last time");
pub(super) const PROGRESS: Bi = bi("填写进度", "Progress");
pub(super) const CHECK: Bi = bi("核对", "Check");
pub(super) const CHECK_TITLE: Bi = bi("核对一下,就可以提交", "Check it, then send it");
pub(super) const CHANGE: Bi = bi("修改", "Change");
pub(super) const NOT_FILLED: Bi = bi("没有填", "Left blank");
pub(super) const NO_PHOTOS: Bi = bi("没有照片", "No photos");
pub(super) const LOCATED: Bi = bi("已取到位置", "Location taken");
pub(super) const PHOTO: Bi = bi("照片", "Photo");
pub(super) const PHOTO_COMING: Bi = bi("正在上传", "Uploading");
pub(super) const PHOTO_FAILED: Bi = bi("没有传上去", "Not uploaded");
pub(super) const TO_MEND: Bi = bi("还有几处要填好", "Some things are still to be filled in");
pub(super) const PRIVACY: Bi = bi(
    "身份证号和位置只用来办这件事,加密保存,工作人员每次查看都有记录",
    "Identity numbers and locations serve this filing only; they are stored encrypted, and every look at them is on record",
);

pub(super) const SEND: Bi = bi("提交", "Send");
pub(super) const SENDING: Bi = bi("正在提交…", "Sending…");
pub(super) const SEND_NOW: Bi = bi("现在再试", "Try now");
pub(super) const OFFLINE: Bi = bi("现在没有网络。", "There is no network right now.");
pub(super) const NONSENSE: Bi = bi("没有收到完整的答复。", "The answer did not arrive whole.");
pub(super) const WAITING: Bi = bi(
    "您填的都保留着,连上后会自己提交,只提交一次。这一页可以先关掉",
    "All you filled in is kept. It sends itself, once, as soon as there is a connection. You may leave this page",
);
pub(super) const UPLOAD_AGAIN: Bi = bi("重传", "Upload again");
pub(super) const LOST_PHOTOS: Bi = bi(
    "上次关掉页面时,有照片还没有传完。请看一下照片够不够,再提交",
    "Photos were still uploading when the page was closed. Please see whether all are there, then send",
);
pub(super) const SEEN: Bi = bi("知道了,就这些", "All right, these are all");

pub(super) const GO_ON: Bi = bi("接着办:", "Go on: ");
pub(super) const IS_SENT: Bi = bi("正在提交", "Being sent");
pub(super) const WAITS_FOR_NETWORK: Bi = bi("连上网就提交", "Is sent once you are connected");
pub(super) const WAS_REFUSED: Bi = bi("没有收下,请看一下", "Not taken, please have a look");
pub(super) const DELETE_TITLE: Bi = bi("删掉这份没填完的?", "Delete this draft?");
pub(super) const DELETE_MEANS: Bi = bi(
    "填的内容和照片会一起删掉,找不回来",
    "What you filled in goes, photos too, and cannot be brought back",
);
pub(super) const DELETE: Bi = bi("删掉", "Delete");
pub(super) const DELETE_NOT: Bi = bi("留着", "Keep it");
pub(super) const TOLD_DELETED: Bi = bi("已经删掉", "Deleted");
pub(super) const TOLD_GONE: Bi = bi(
    "这一份已经在另一个页面里提交或删掉了",
    "This one was sent or deleted in another tab",
);

pub(super) const STOP_SOCKETS: Bi = bi(
    "离积水远一点,不要碰插座和电器",
    "Keep away from the water; touch no sockets or appliances",
);
pub(super) const STOP_VALVE: Bi = bi(
    "够得着又安全的话,关上水表前的阀门",
    "Close the valve at the meter if you can reach it safely",
);
pub(super) const STOP_WARN: Bi = bi("提醒旁边的人绕开", "Warn others to go around");
pub(super) const STOP_CALLED: Bi = bi("已经打过了", "I have called");
pub(super) const STOP_GO_ON: Bi = bi("继续填报修", "Go on with the report");
pub(super) const STOP_KEPT: Bi = bi(
    "打电话最快。填报修也会排在最前面",
    "A call is quickest. The report goes to the top as well",
);

pub(super) const CONSENT: Bi = bi("微信通知", "Messages by WeChat");
pub(super) const CONSENT_ABOUT: Bi = bi(
    "有进展时,在微信里告诉您。不用也行,我们会发短信",
    "Hear in WeChat when something happens. Otherwise we text you",
);
pub(super) const CONSENT_ASK: Bi = bi("在微信里接收", "Hear in WeChat");
pub(super) const CONSENT_GIVEN: Bi = bi(
    "有进展时,会在微信里告诉您",
    "You will hear in WeChat when something happens",
);
pub(super) const CONSENT_FAILED: Bi = bi(
    "微信没有打开这一页,有进展会发短信给您",
    "WeChat did not open the page; we will text you",
);
pub(super) const FILED_TITLE: Bi = bi("已经收到", "We have it");
pub(super) const FILED_HAPPENING: Bi = bi("正在取这件办件", "Fetching this case");
pub(super) const FILED_NUMBER: Bi = bi(
    "记下这个编号,打热线时报给我们",
    "Keep this number and tell it when you call",
);
pub(super) const WHAT_NEXT: Bi = bi("接下来", "What comes next");
pub(super) const SEE_PROGRESS: Bi = bi("看进度", "See progress");
pub(super) const DRAWING: Bi = bi("一滴水落进水里", "A drop falls into water");
pub(super) const BAD_NUMBER: Bi = bi("这个编号不对", "This is no case number");
pub(super) const TO_CASES: Bi = bi("看我的办件", "See my cases");

pub(super) const TOLD_FILED: Bi = bi("已经提交,编号", "Sent; the number is");
pub(super) const TOLD_ARRIVED: Bi = bi(
    "您之前那次已经提交成功,就在办件里。后来改的没有提交,可以在那件里补充",
    "Your earlier try had arrived; it is among your cases. What you changed since was not sent: add it there",
);
pub(super) const TOLD_MEND: Bi = bi(
    "有一件没有提交成,有几处要改",
    "Something was not sent: it needs a change",
);
pub(super) const TOLD_LOST_PHOTOS: Bi = bi(
    "有照片我们没有收到或已经过期,请重新拍",
    "Some photos did not reach us or have expired; please take them again",
);
pub(super) const TOLD_SIGN_IN: Bi = bi(
    "登录后就可以提交,填的都还在",
    "Sign in to send it; all you filled in is kept",
);

/// A title as a sentence.
pub(super) fn sentence(title: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{title}。"),
        Lang::En => format!("{title}."),
    }
}

/// What the button that goes on says.
pub(super) fn next(title: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("下一步:{title}"),
        Lang::En => format!("Next: {title}"),
    }
}

/// How far one is in a form.
pub(super) fn step(place: usize, all: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("第{place}步,共{all}步"),
        Lang::En => format!("Step {place} of {all}"),
    }
}

/// The button that deletes a draft.
pub(super) fn delete(service: &str, about: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("删掉:{service} {about}"),
        Lang::En => format!("Delete: {service}, {about}"),
    }
}

/// How many photos are still on their way.
pub(super) fn uploading(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("还有{count}张照片在上传"),
        (Lang::En, 1) => "1 photo is still uploading".into(),
        (Lang::En, _) => format!("{count} photos are still uploading"),
    }
}

/// How many photos did not get there.
pub(super) fn not_uploaded(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("有{count}张照片没有传上去"),
        (Lang::En, 1) => "1 photo was not uploaded".into(),
        (Lang::En, _) => format!("{count} photos were not uploaded"),
    }
}

/// The call that comes before all else.
pub(super) fn call_now(hotline: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("请马上拨打{hotline}"),
        Lang::En => format!("Call {hotline} now"),
    }
}

/// The button that calls.
pub(super) fn call(hotline: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("拨打{hotline}"),
        Lang::En => format!("Call {hotline}"),
    }
}

/// By when it is done.
pub(super) fn promised(by: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{by}前办好"),
        Lang::En => format!("Done by {by}"),
    }
}

/// What comes before the promise where the other side has to confirm.
pub(super) fn confirming(lang: Lang) -> String {
    match lang {
        Lang::Zh => "我们已发短信请对方确认。对方一确认,马上开始办".into(),
        Lang::En => "We have asked the other side by SMS to confirm. Once they do, we begin".into(),
    }
}

/// Where one hears of it, and how much.
pub(super) fn hears(phone: &str, told: Told, lang: Lang) -> String {
    match (told, lang) {
        (Told::All, Lang::Zh) => format!("每有进展,会发短信到{phone}"),
        (Told::All, Lang::En) => format!("With each step we send an SMS to {phone}"),
        (Told::Must, Lang::Zh) => format!("要您处理时,会发短信到{phone};别的进展在“办件”里看"),
        (Told::Must, Lang::En) => format!("When you must act we send an SMS to {phone}; see other steps under Cases"),
        (Told::Codes, Lang::Zh) => "您选了不发短信,进展在“办件”里看".to_owned(),
        (Told::Codes, Lang::En) => "You chose to get no SMS; see each step under Cases".to_owned(),
    }
}

/// What one is asked in the end.
pub(super) fn ask_rate(days: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("办好后请您评一评,{days}天内都可以"),
        Lang::En => format!("Once it is done, tell us within {days} days how it went"),
    }
}

pub(super) const HELPING: Bi = bi(
    "帮办中:填的是居民的信息。居民确认后,本机不留",
    "You are helping: this is about the resident. Nothing stays on this phone once they have agreed",
);
pub(super) const HAND_OVER: Bi = bi("填好了,请居民确认", "Done; let the resident agree");
pub(super) const HANDING_OVER: Bi = bi("正在交给居民", "Handing over");
