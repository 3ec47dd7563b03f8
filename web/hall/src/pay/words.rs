//! The texts of paying.

use shuiting_shared::words::{Bi, Lang, bi};

pub(crate) const PAY: Bi = bi("缴费", "Pay");
pub(crate) const PAYMENTS: Bi = bi("缴费记录", "Payments");
pub(super) const PAY_WATER: Bi = bi("缴水费", "Pay water bills");
pub(super) const SIGN_IN_ABOUT: Bi = bi(
    "登录后就能缴费,收据会留在您的缴费记录里",
    "Sign in to pay; receipts are kept among your payments",
);
pub(super) const FETCHING: Bi = bi("正在查这一户的欠费", "Looking up what is owed");
pub(super) const FETCHING_ORDER: Bi = bi("正在取这笔缴费", "Fetching the payment");
pub(super) const FETCHING_ORDERS: Bi = bi("正在取缴费记录", "Fetching your payments");
pub(super) const UNKNOWN: Bi = bi("没有这个户号", "There is no such account");
pub(super) const UNKNOWN_HELP: Bi = bi(
    "请对照水费单,再看一遍号码",
    "Please compare the number with the one on the bill",
);
pub(super) const OTHER_NUMBER: Bi = bi("换一个户号", "Enter another number");
pub(super) const NOTHING_OWED: Bi = bi("没有欠费,不用缴", "Nothing is owed");
pub(super) const WHICH: Bi = bi("缴哪几期", "Which bills");
pub(super) const LOOK_ANEW: Bi = bi("看现在的金额", "See the amount as it is now");
pub(super) const GO_ON: Bi = bi("接着办", "Go on");
pub(super) const OPENING: Bi = bi("正在打开支付…", "Opening the payment…");

pub(super) const BY_NUMBER: Bi = bi("按户号缴费", "Pay by number");
pub(super) const BY_NUMBER_ABOUT: Bi = bi(
    "替父母、租客缴也可以,不用绑定",
    "For your parents or a tenant too; it need not be among yours",
);
pub(super) const NUMBER: Bi = bi("水费户号", "Account number");
pub(super) const NUMBER_HELP: Bi = bi("印在水费单上,8到12位数字", "Printed on the bill, 8 to 12 digits");
pub(super) const SEE_OWED: Bi = bi("查欠费", "See what is owed");

pub(super) const PAYMENT: Bi = bi("缴费结果", "Payment");
pub(super) const NO_SUCH_ORDER: Bi = bi("没有这笔缴费", "There is no such payment");
pub(super) const HOW_IT_STANDS: Bi = bi("结果", "How it stands");
pub(super) const WAITS: Bi = bi("等待支付", "Not paid yet");
pub(super) const WAITS_MEANS: Bi = bi(
    "付过了的话,银行很快会告诉我们,请不要再付一次",
    "If you have paid, the bank tells us soon; please do not pay again",
);
pub(super) const CLOSED: Bi = bi("没有支付", "Not paid");
pub(super) const CLOSED_MEANS: Bi = bi(
    "没有扣钱。想缴的话可以重新来",
    "No money was taken. You can begin again",
);
pub(super) const DONE: Bi = bi("已缴清", "Paid");
pub(super) const DONE_MEANS: Bi = bi(
    "钱已收到,下面这些都缴清了",
    "We have the money; all that is listed below is paid",
);
pub(super) const PARTLY_MEANS: Bi = bi(
    "有的费用已经另外缴清,那部分钱原路退回",
    "Some of it was paid otherwise already; that money goes back the way it came",
);
pub(super) const BACK: Bi = bi("款已退回", "Given back");
pub(super) const BACK_MEANS: Bi = bi(
    "这笔费用已经另外缴清,钱原路退回,一般1到3天到账",
    "It was paid otherwise already; the money goes back the way it came, usually within 1 to 3 days",
);
pub(super) const PAID_FOR: Bi = bi("缴费明细", "Paid for");
pub(super) const IN_ALL: Bi = bi("合计", "In all");
pub(super) const GIVEN_BACK: Bi = bi("其中退回", "Of that, given back");
pub(super) const PAID_AT: Bi = bi("支付时间", "Paid at");
pub(super) const TRANSACTION: Bi = bi("交易单号", "Transaction");
pub(super) const ORDER: Bi = bi("缴费单号", "Payment number");
pub(super) const ASKING_BANK: Bi = bi("正在等银行的消息,有了就会显示", "Waiting to hear from the bank");
pub(super) const ASK_AGAIN: Bi = bi("再查一次", "Ask again");
pub(super) const BY_WECHAT: Bi = bi("微信支付", "Pay by WeChat");
pub(super) const TO_PAY: Bi = bi("要付", "To pay");
pub(super) const PAY_HERE: Bi = bi("用微信支付", "Pay with WeChat");
pub(super) const CANCELLED: Bi = bi("没有付,也没有扣钱", "Not paid, and no money was taken");
pub(super) const WECHAT_STUCK: Bi = bi(
    "微信支付没有打开,没有扣钱。请再按一次",
    "WeChat did not open the payment; no money was taken. Please press again",
);
pub(super) const SCAN: Bi = bi("用微信扫一扫", "Scan with WeChat");
pub(super) const CODE_ALT: Bi = bi("这笔缴费的二维码", "The QR code of this payment");
pub(super) const SCAN_HOW: Bi = bi(
    "扫码后在微信里登录、支付。付好了,这一页会自己往下走",
    "Sign in and pay inside WeChat; once it is paid, this page goes on by itself",
);
pub(super) const ANEW: Bi = bi("重新缴费", "Pay again");
pub(super) const RECEIPT: Bi = bi("存下收据", "Keep the receipt");
pub(super) const ALL_PAYMENTS: Bi = bi("看缴费记录", "See all payments");

pub(super) const NONE: Bi = bi("还没有缴费记录", "No payments yet");
pub(super) const NONE_HELP: Bi = bi(
    "在这里缴的水费和办事费用,收据都会留着",
    "Bills and fees that you pay here are kept with their receipts",
);
pub(super) const TO_WATER: Bi = bi("看我的水费户", "See my water accounts");

/// The button that pays.
pub(super) fn pay(amount: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("支付{amount}"),
        Lang::En => format!("Pay {amount}"),
    }
}

/// Whose account it is.
pub(super) fn whose(holder: &str, number: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("户号{number},户主{holder}"),
        Lang::En => format!("Account {number}, held by {holder}"),
    }
}

/// With a late fee in it.
pub(super) fn with_fee(fee: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("含违约金{fee}"),
        Lang::En => format!("with a late fee of {fee}"),
    }
}

/// A bank is about to pay it.
pub(super) fn by_bank(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("银行{day}扣款,不用缴"),
        Lang::En => format!("your bank pays it on {day}"),
    }
}

/// Until when.
pub(super) fn pay_by(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{day}前缴"),
        Lang::En => format!("pay by {day}"),
    }
}

/// So many bills.
pub(super) fn bills(count: usize, lang: Lang) -> String {
    match (lang, count) {
        (Lang::Zh, _) => format!("水费{count}期"),
        (Lang::En, 1) => "1 water bill".to_owned(),
        (Lang::En, _) => format!("{count} water bills"),
    }
}
