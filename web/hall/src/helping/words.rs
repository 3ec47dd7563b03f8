//! The texts of helping.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const HELP: Bi = bi("帮居民填办", "Help to file");
pub(super) const SIGN_IN_ABOUT: Bi = bi(
    "登录并报名志愿者后,可以帮居民填办",
    "Sign in and volunteer to help people file",
);
pub(super) const WHICH: Bi = bi("居民要办哪一件?", "What do they want to file?");
pub(super) const HELP_ABOUT: Bi = bi(
    "您来填,居民扫码在自己手机上确认,或把短信里的验证码告诉您。确认后本机不留他的信息",
    "You fill in; they scan a code and agree on their own phone, or tell you the code from an SMS. Nothing of it stays here",
);
pub(super) const HANDED: Bi = bi("请居民确认", "For the resident to agree");
pub(super) const FETCHING: Bi = bi("正在看居民确认没有", "Looking whether they have agreed");
pub(super) const SCAN: Bi = bi("请居民用微信扫一扫", "Let them scan this with WeChat");
pub(super) const SCAN_ALT: Bi = bi(
    "二维码:居民扫了在自己手机上确认",
    "QR code by which the resident agrees on their own phone",
);
pub(super) const OR_SMS: Bi = bi("没有智能手机?用短信验证码", "No smartphone? Use a code by SMS");
pub(super) const SMS_ABOUT: Bi = bi(
    "验证码发到填的手机号上。请居民看清短信再告诉您",
    "It goes to the phone number that was filled in. Let them read the message before they tell you",
);
pub(super) const SEND_CODE: Bi = bi("发验证码给居民", "Send them a code");
pub(super) const SENT: Bi = bi("已发出", "It is on its way");
pub(super) const CODE: Bi = bi("居民告诉您的验证码", "The code that they told you");
pub(super) const NO_CODE: Bi = bi("请填6位验证码", "Please fill in the six digits");
pub(super) const FILE: Bi = bi("凭验证码提交", "File with this code");
pub(super) const JUST_FILE: Bi = bi("记下来就行,直接提交", "Just note it: file it now");
pub(super) const JUST_FILE_ABOUT: Bi = bi(
    "这一项谁都可以报,不用居民确认。结果会短信告诉居民",
    "Anyone may report this, so nobody has to agree. They hear of it by SMS",
);
pub(super) const FILED: Bi = bi("居民已确认,提交好了", "They have agreed, and it is filed");
pub(super) const NUMBER: Bi = bi("编号", "Number");
pub(super) const FILED_ABOUT: Bi = bi(
    "请居民记下编号。本机上他的信息已经删掉",
    "Let them note the number. What was about them is gone from this phone",
);
pub(super) const ANOTHER: Bi = bi("帮下一位", "Help the next one");
pub(super) const CHANGE: Bi = bi("回去改一改", "Go back and change it");
pub(super) const AGREE: Bi = bi("确认提交", "Agree and file");
pub(super) const AGREEING: Bi = bi("正在提交", "Filing");
pub(super) const AGREE_TITLE: Bi = bi("请您确认", "Please agree");
pub(super) const AGREE_SIGN_IN: Bi = bi(
    "志愿者帮您填好了一份申请。登录后看一看,没问题就确认",
    "A volunteer has filled something in for you. Sign in, look at it, and agree if it is right",
);
pub(super) const AGREE_FETCHING: Bi = bi("正在取填好的内容", "Fetching what was filled in");
pub(super) const NOT_RIGHT: Bi = bi(
    "不对的地方请志愿者改;不想办,关掉就行",
    "If something is wrong let the volunteer change it; to leave it, just close this",
);
pub(super) const AGREED: Bi = bi("已提交", "Filed");
pub(super) const SEE: Bi = bi("看一下进度", "See how it goes");

/// Who has filled in what.
pub(super) fn by(helper: &str, service: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("志愿者{helper}帮您填好了“{service}”"),
        Lang::En => format!("Volunteer {helper} has filled in “{service}” for you"),
    }
}

/// How many photos there are.
pub(super) fn photos(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("照片{count}张"),
        (Lang::En, 1) => "1 photo".to_owned(),
        (Lang::En, _) => format!("{count} photos"),
    }
}
