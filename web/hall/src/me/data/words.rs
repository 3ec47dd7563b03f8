//! The texts of the page with all that is kept about me.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const FETCHING: Bi = bi("正在取您的资料", "Fetching your data");
pub(super) const SIGN_IN_ABOUT: Bi = bi(
    "登录后能看到我们保存了您的什么资料",
    "Sign in to see what we keep about you",
);

pub(super) const REMEMBERED: Bi = bi("记住的资料", "What is remembered");
pub(super) const NOTHING: Bi = bi(
    "现在什么都没有。您办过一次,下次就能一点填好",
    "Nothing yet. After your first filing the next one fills itself in with a tap",
);
pub(super) const NAME: Bi = bi("姓名", "Name");
pub(super) const ID_NUMBER: Bi = bi("身份证号", "Identity number");
pub(super) const PLACES: Bi = bi("地址", "Addresses");
pub(super) const REMEMBER: Bi = bi("记住我填过的", "Remember what I fill in");
pub(super) const REMEMBER_ABOUT: Bi = bi(
    "只给您自己下次填表用;关掉就马上删掉",
    "Only for your own next forms; turned off, it is erased at once",
);
pub(super) const KEEP_ID: Bi = bi("也记住身份证号", "My identity number too");
pub(super) const KEEP_ID_ABOUT: Bi = bi(
    "加密保存,您要填的时候才取出来;关掉就马上删掉",
    "Stored encrypted, taken out only when you fill it in; turned off, it is erased at once",
);
pub(super) const ERASE: Bi = bi("删掉记住的资料", "Erase what is remembered");
pub(super) const ERASE_SURE: Bi = bi(
    "马上删掉,找不回来。已经提交的办件不受影响",
    "It is erased at once and for good. Your cases are not touched",
);
pub(super) const ERASE_NOW: Bi = bi("确定删掉", "Erase it now");
pub(super) const ERASE_NOT: Bi = bi("不删", "Keep it");

pub(super) const WATER: Bi = bi("绑定的水费户", "My water accounts");
pub(super) const WATER_ABOUT: Bi = bi(
    "哪些水费户是您的、分享给了谁,在那里看,也在那里解除",
    "Which water accounts are yours, and with whom you share them; you see and remove them there",
);
pub(super) const TO_WATER: Bi = bi("看我的水费户", "See my water accounts");
pub(super) const CASES: Bi = bi("提交的办件", "What I have filed");
pub(super) const CASES_ABOUT: Bi = bi(
    "办件是业务档案,按规定要保存,不能在这里删。还没受理的,可以在办件里撤回",
    "Cases are records that the law asks us to keep, so they cannot be erased here. What nobody has taken on yet you can \
     withdraw in the case",
);
pub(super) const TO_CASES: Bi = bi("看我的办件", "See my cases");

pub(super) const DEVICES: Bi = bi("登录的设备", "Where I am signed in");
pub(super) const SOME_DEVICE: Bi = bi("没有说明的设备", "A device that does not say");
pub(super) const THIS_DEVICE: Bi = bi("这台", "This one");
pub(super) const SIGN_OUT: Bi = bi("退出", "Sign out");

pub(super) const TAKE: Bi = bi("下载", "Take it along");
pub(super) const TAKE_ABOUT: Bi = bi(
    "一个文件,里面有这一页的资料和您的办件,身份证号只显示头尾",
    "One file with what is on this page and your cases; identity numbers show only their ends",
);
pub(super) const TAKE_NOW: Bi = bi("下载我的资料", "Download my data");

/// The number of a place's water account.
pub(super) fn account(number: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("户号{number}"),
        Lang::En => format!("account {number}"),
    }
}

/// When a device was used last.
pub(super) fn used(when: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("上次使用:{when}"),
        Lang::En => format!("Last used: {when}"),
    }
}

/// Signs a device out.
pub(super) fn sign_out(device: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("退出 {device}"),
        Lang::En => format!("Sign out {device}"),
    }
}

pub(super) const WECHAT: Bi = bi("绑定的微信", "Bound WeChat");
pub(super) const WECHAT_NONE: Bi = bi(
    "没有绑定微信。在微信里打开水厅登录一次,就绑上了",
    "None. Open the hall inside WeChat and sign in once, and it is bound",
);
pub(super) const UNBIND: Bi = bi("解除", "Unbind");

/// Unbinds one by its name.
pub(super) fn unbind(app: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("解除{app}"),
        Lang::En => format!("Unbind the {}", app.to_lowercase()),
    }
}
