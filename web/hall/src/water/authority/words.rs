//! The texts of letters of authority.

use shuiting_shared::words::{Bi, Lang, bi};

pub(in super::super) const ACT_FOR: Bi = bi("凭授权书代单位办理", "Act for an organisation's account");
pub(in super::super) const ACTS: Bi = bi("您凭授权书代为办理", "You act for it by a letter of authority");
pub(super) const ABOUT: Bi = bi(
    "户名是单位、您又不知道登记的手机号时用这个。拍下盖了公章的授权委托书和营业执照,窗口核对后(一般1个工作日)短信告诉您",
    "For an organisation's account whose registered phone you do not know. Photograph the sealed letter of authority and the \
     business licence; the desk looks at them, usually within one working day, and texts you",
);
pub(super) const NAME: Bi = bi("您的姓名", "Your name");
pub(super) const NAME_HELP: Bi = bi("和授权委托书上的被委托人一样", "As the letter names you");
pub(super) const LETTER: Bi = bi("授权委托书", "Letter of authority");
pub(super) const LETTER_HELP: Bi = bi(
    "要看得清公章、您的姓名和有效期",
    "Seal, your name and how long it holds must be readable",
);
pub(super) const LICENCE: Bi = bi("营业执照", "Business licence");
pub(super) const LICENCE_HELP: Bi = bi("和户名一样的单位", "Of the organisation that holds the account");
pub(super) const SEND: Bi = bi("提交授权书", "Send the letter");
pub(super) const SENDING: Bi = bi("正在提交…", "Sending…");
pub(super) const SENT: Bi = bi("已收到授权书,核对后短信告诉您", "We have your letter and will text you");
pub(super) const MINE: Bi = bi("我的授权书", "My letters of authority");
pub(super) const WITHDRAW: Bi = bi("撤回", "Withdraw");
pub(super) const ACTING: Bi = bi("谁在代为办理", "Who acts for this account");
pub(super) const ACTING_ABOUT: Bi = bi(
    "凭盖章授权书,由窗口核对后加入。到期自动结束",
    "Let in by the desk on a sealed letter of authority. It ends by itself on the last day",
);
pub(super) const END: Bi = bi("结束授权", "End");
pub(super) const END_ASK: Bi = bi("结束这个人的授权?", "End this person's authority?");
pub(super) const END_MEANS: Bi = bi(
    "对方马上不能再看账单、办业务。要恢复,需重新提交授权书",
    "They can no longer see bills or file for the account. To come back they need a new letter",
);
pub(super) const KEEP: Bi = bi("先不结束", "Keep it");
pub(super) const ENDED: Bi = bi("授权已结束", "Ended");

/// Takes the letter for an account back.
pub(super) fn withdraw(number: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("撤回户号{number}的授权书"),
        Lang::En => format!("Withdraw the letter for account {number}"),
    }
}

/// The last day.
pub(super) fn until(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("到{day}"),
        Lang::En => format!("until {day}"),
    }
}

/// Ends somebody's authority.
pub(super) fn end_of(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("结束{name}的授权"),
        Lang::En => format!("End {name}'s authority"),
    }
}
