//! The texts of water accounts and bills.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const MINE: Bi = bi("我的水费户", "My water accounts");
pub(super) const FETCHING: Bi = bi("正在取您的水费户", "Fetching your water accounts");
pub(super) const FETCHING_BILLS: Bi = bi("正在取账单", "Fetching the bills");
pub(super) const SIGN_IN_ABOUT: Bi = bi(
    "登录后绑定水费户,就能看账单、查欠费,办业务时自动填好",
    "Sign in and add your water account: see bills and what is owed, and have forms filled in",
);
pub(super) const NONE: Bi = bi("还没有绑定水费户", "No water account yet");
pub(super) const NONE_HELP: Bi = bi(
    "绑定后,每月的账单、欠费都会出现在这里,办业务时户号和地址自动填好。准备好水费单,一分钟就好",
    "Once added, your monthly bills and what is owed appear here, and forms know number and address. \
     Have a bill at hand; it takes a minute",
);
pub(super) const ADD: Bi = bi("绑定水费户", "Add a water account");
pub(super) const ADD_ABOUT: Bi = bi(
    "请照水费单填写。这样做是为了确认您认识户主,不让别人随便看到账单",
    "Please copy from the bill. It shows that you know the holder, so that nobody else sees the bills",
);
pub(super) const ADDING: Bi = bi("正在核对…", "Checking…");
pub(super) const ADDED: Bi = bi("绑定好了", "Added");
pub(super) const NUMBER: Bi = bi("水费户号", "Account number");
pub(super) const NUMBER_HELP: Bi = bi("印在水费单上,8到12位数字", "Printed on the bill, 8 to 12 digits");
pub(super) const NAME_END: Bi = bi("户名最后一个字", "Last character of the holder's name");
pub(super) const NAME_END_HELP: Bi = bi("户名“张三丰”就填“丰”", "As it stands on the bill");
pub(super) const LAST_FOUR: Bi = bi(
    "登记的手机号或身份证号后四位",
    "Last four of the registered phone or identity number",
);
pub(super) const LAST_FOUR_HELP: Bi = bi("两个里面填一个就行", "Either will do");
pub(super) const CALL_IT: Bi = bi("给它起个名字(选填)", "What you call it (optional)");
pub(super) const CALL_IT_HELP: Bi = bi("例如:妈妈家。只有您看得到", "Such as: Mum's flat. Only you see it");

pub(super) const STATE: Bi = bi("状态", "State");
pub(super) const PAID_ALL: Bi = bi("没有欠费", "Nothing owed");
pub(super) const BY_BANK: Bi = bi("银行会扣款", "the bank pays it");
pub(super) const ALL_LATE: Bi = bi("已过期限", "overdue");
pub(super) const ADDRESS: Bi = bi("用水地址", "Address");
pub(super) const HOLDER: Bi = bi("户名", "Holder");
pub(super) const USE: Bi = bi("用水性质", "Kind of use");
pub(super) const PERSONS: Bi = bi("计费人口", "Persons counted");
pub(super) const METER: Bi = bi("水表", "Meter");
pub(super) const HARDSHIP: Bi = bi("优惠", "Discount");
pub(super) const ABOUT_IT: Bi = bi("这一户", "This account");

pub(super) const BILLS: Bi = bi("账单", "Bills");
pub(super) const BILL: Bi = bi("水费账单", "Water bill");
pub(super) const NO_BILLS: Bi = bi("还没有账单", "No bills yet");
pub(super) const NO_BILLS_HELP: Bi = bi(
    "出账后会列在这里,您不用做什么",
    "They are listed here once they are made; there is nothing to do",
);
pub(super) const READINGS: Bi = bi("水表读数", "Meter readings");
pub(super) const PREVIOUS: Bi = bi("上次读数", "Previous reading");
pub(super) const READING: Bi = bi("本次读数", "This reading");
pub(super) const VOLUME: Bi = bi("用水量", "Water used");
pub(super) const NEW_METER: Bi = bi(
    "这期间换过水表,所以两次读数不能相减",
    "The meter was changed meanwhile, so the readings are of two meters",
);
pub(super) const CORRECTED: Bi = bi(
    "水表检测有误差,用水量已按误差重算",
    "The meter was found to be wrong, and the water used was worked out anew",
);
pub(super) const CREDIT: Bi = bi("多缴,记作余额", "Paid too much, your credit");
pub(super) const AMOUNTS: Bi = bi("金额", "Amounts");
pub(crate) const HOW_TO_PAY: Bi = bi(
    "缴费请到营业窗口,网上缴费还没开通",
    "Please pay at one of our counters: paying online is not open yet",
);
pub(super) const TOTAL: Bi = bi("应缴", "To pay");
pub(super) const PAID: Bi = bi("已缴", "Paid");
pub(super) const LEFT: Bi = bi("还欠", "Still owed");
pub(super) const LATE_FEE: Bi = bi("违约金(算到今天)", "Late fee until today");
pub(super) const ISSUED: Bi = bi("出账日期", "Made on");
pub(super) const DUE: Bi = bi("缴费期限", "Pay by");
pub(super) const PAID_ON: Bi = bi("缴清日期", "Paid on");
pub(super) const REPORT_LEAK: Bi = bi("报漏水", "Report a leak");
pub(super) const WITH_HARDSHIP: Bi = bi("已享受优惠", "With the discount for hardship");

pub(super) const FILE: Bi = bi("用这一户办业务", "File for this account");
pub(super) const FILE_ABOUT: Bi = bi("户号和地址会自动填好", "Number and address are filled in");

pub(super) const NAME: Bi = bi("名字", "Name");
pub(super) const RENAME: Bi = bi("改名字", "Change the name");
pub(super) const NAME_IT: Bi = bi("起个名字", "Give it a name");
pub(super) const NAME_BLANK: Bi = bi("留空就去掉名字", "Leave it blank to take the name away");
pub(super) const SAVE: Bi = bi("保存", "Save");
pub(super) const CANCEL: Bi = bi("取消", "Cancel");

pub(super) const SHARING: Bi = bi("分享给家人", "Share with family");
pub(super) const SHARING_ABOUT: Bi = bi(
    "对方用自己的手机号登录就能看到账单,不能改任何东西。我们会发一条短信告诉对方",
    "They sign in with their own phone and see the bills; they can change nothing. We tell them by SMS, once",
);
pub(super) const SHARE_PHONE: Bi = bi("对方手机号", "Their mobile number");
pub(super) const SHARE: Bi = bi("分享", "Share");
pub(super) const SHARED: Bi = bi("已分享", "Shared");
pub(super) const STOP: Bi = bi("取消分享", "Stop");
pub(super) const READ_ONLY: Bi = bi("家人分享给您的,只能看账单", "Shared with you: you see the bills");

pub(super) const UNBIND: Bi = bi("解除绑定", "Remove this account");
pub(super) const UNBIND_ASK: Bi = bi("解除绑定这一户?", "Remove this account?");
pub(super) const UNBIND_MEANS: Bi = bi(
    "您和您分享过的人都不再看到它的账单。水照常供,账照常出;想看时可以再绑定",
    "You, and those with whom you shared it, no longer see its bills. Water and bills go on; you can add it again",
);
pub(super) const LEAVE_MEANS: Bi = bi(
    "您不再看到它的账单。想看时请家人再分享给您",
    "You no longer see its bills. Ask your family to share it again if you want to",
);
pub(super) const UNBOUND: Bi = bi("已解除绑定", "Removed");
pub(super) const KEEP: Bi = bi("先不解除", "Keep it");

pub(super) const NOT_MINE: Bi = bi("这里没有这个水费户", "This account is not among yours");
pub(super) const NO_SUCH_BILL: Bi = bi("没有这一期账单", "There is no bill for this month");
pub(super) const TO_MINE: Bi = bi("看我的水费户", "See my water accounts");

/// What is owed.
pub(super) fn owed(amount: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("欠费{amount}"),
        Lang::En => format!("{amount} owed"),
    }
}

/// Until when to pay.
pub(super) fn pay_by(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("请在{day}前缴"),
        Lang::En => format!("please pay by {day}"),
    }
}

/// How much of what is owed is late.
pub(super) fn late(amount: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("其中{amount}已过期限"),
        Lang::En => format!("{amount} of it is overdue"),
    }
}

/// Since when it is suspended.
pub(super) fn since(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("从{day}起"),
        Lang::En => format!("since {day}"),
    }
}

/// Until when something counts.
pub(super) fn until(what: &str, day: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{what}(到{day})"),
        Lang::En => format!("{what} (until {day})"),
    }
}

/// Water.
pub(super) fn cubic(volume: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{volume}立方米"),
        Lang::En => format!("{volume} m³"),
    }
}

/// Months that a bill is for, where it is more than one.
pub(super) fn months(months: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{months}个月"),
        Lang::En => format!("{months} months"),
    }
}

/// Persons.
pub(super) fn persons(persons: u32, lang: Lang) -> String {
    match (lang, persons) {
        (Lang::Zh, _) => format!("{persons}人"),
        (Lang::En, 1) => "1 person".to_owned(),
        (Lang::En, _) => format!("{persons} persons"),
    }
}

/// The number of an account.
pub(super) fn account(number: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("户号{number}"),
        Lang::En => format!("Account {number}"),
    }
}

/// Stops sharing with a phone.
pub(super) fn stop_with(phone: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("取消分享给{phone}"),
        Lang::En => format!("Stop sharing with {phone}"),
    }
}

/// Files a service for this account.
pub(super) fn file_for(service: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("办{service}"),
        Lang::En => format!("File: {service}"),
    }
}
