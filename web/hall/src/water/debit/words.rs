//! The texts of direct debit.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const DEBIT: Bi = bi("银行代扣", "Direct debit");
pub(super) const ABOUT: Bi = bi(
    "出账后银行自动扣款,您不用自己缴。更早的欠费请自己缴",
    "The bank pays each bill once it is made. Please pay what was owed before by yourself",
);
pub(super) const CHECKING: Bi = bi(
    "银行正在核对卡号和付款人,办好前请照常自己缴费",
    "The bank is checking card and payer; until then please pay by yourself",
);
pub(super) const END: Bi = bi("停止代扣", "End direct debit");
pub(super) const END_ASK: Bi = bi("停止银行代扣?", "End direct debit?");
pub(super) const END_MEANS: Bi = bi(
    "以后的水费要自己缴。已经送到银行的那一期,可能还会扣一次。想恢复时可以重新申请",
    "You pay your bills by yourself from now on. A bill that the bank has been asked for already may still be paid by it. \
     You can apply again at any time",
);
pub(super) const KEEP: Bi = bi("先不停", "Keep it");
pub(super) const ENDED: Bi = bi("已停止代扣", "Direct debit has ended");

/// A card.
pub(super) fn card(bank: &str, last_four: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{bank}(尾号{last_four})"),
        Lang::En => format!("{bank}, card ending in {last_four}"),
    }
}

/// From when on it pays.
pub(super) fn from(card: &str, month: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{card},从{month}出的账单起"),
        Lang::En => format!("{card}, from the bill made in {month} on"),
    }
}

/// When the bank is about to pay.
pub(super) fn pays_on(day: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("银行将于{day}扣款,请勿重复缴费"),
        Lang::En => format!("The bank pays on {day}; please do not pay it yourself"),
    }
}
