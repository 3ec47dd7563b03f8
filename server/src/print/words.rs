//! The texts of the papers, beside those that the form, the service and the house bring along. Chinese has its full-width
//! stops here, as printed matter does.

use chrono::Datelike;
use shuiting_shared::house::House;
use shuiting_shared::time::{self, Moment};
use shuiting_shared::words::{Bi, Lang, Text, bi};

use super::told::Told;

pub(super) const NUMBER: Bi = bi("单号", "Number");
pub(super) const FOLLOW: Bi = bi(
    "扫码看进度，或打开微网厅输入单号",
    "Scan to follow it, or enter the number in the hall",
);
pub(super) const CODE: Bi = bi("查进度的二维码", "QR code to follow the case");
pub(super) const SERVICE: Bi = bi("办理事项", "Service");
pub(super) const FILED: Bi = bi("提交时间", "Filed");
pub(super) const BY: Bi = bi("申请人", "Applicant");
pub(super) const MATERIALS: Bi = bi("收到材料", "Documents received");
pub(super) const NO_MATERIALS: Bi = bi("没有材料", "None");
pub(super) const DONE_BY: Bi = bi("办结期限", "Done by");
pub(super) const AFTER_CONFIRMING: Bi = bi("对方确认后起算", "Counts from when the other side confirms");
pub(super) const ENDED: Bi = bi("已结束", "It has ended");
pub(super) const ANSWERS: Bi = bi("填写内容", "What was filed");
pub(super) const CLERK: Bi = bi("经办人", "Clerk");
pub(super) const SIGNATURE: Bi = bi("申请人签名", "Applicant's signature");

pub(super) const CONTRACT: Bi = bi("城市供用水合同", "Urban water supply contract");
pub(super) const DRAFT: Bi = bi("草稿", "DRAFT");
pub(super) const NOT_SIGNED: Bi = bi(
    "草稿，双方签署后才生效",
    "A draft; it binds nobody until both sides have signed",
);
pub(super) const SUPPLIER: Bi = bi("供水人（甲方）", "Supplier");
pub(super) const USER: Bi = bi("用水人（乙方）", "User");
pub(super) const ID_NUMBER: Bi = bi("身份证号", "Identity number");
pub(super) const CREDIT_CODE: Bi = bi("统一社会信用代码", "Social credit code");
pub(super) const AGENT: Bi = bi("经办人", "Acting for the user");
pub(super) const PHONE: Bi = bi("联系电话", "Phone");
pub(super) const ADDRESS: Bi = bi("用水地址", "Place of use");
pub(super) const USE_TYPE: Bi = bi("用水性质", "Kind of use");
pub(super) const PURPOSE: Bi = bi("用途", "Purpose");
pub(super) const FROM: Bi = bi("开始日期", "From");
pub(super) const UNTIL: Bi = bi("结束日期", "Until");
pub(super) const HOUSEHOLDS: Bi = bi("用水户数", "Households");
pub(super) const AMOUNT: Bi = bi("计划月用水量", "Planned use a month");
pub(super) const ACCOUNT: Bi = bi("水费户号", "Account number");
pub(super) const METER_SIZE: Bi = bi("水表口径", "Meter size");
pub(super) const METER_NUMBER: Bi = bi("水表编号", "Meter number");
pub(super) const FIRST_READING: Bi = bi("起始读数", "First reading");
pub(super) const SUPPLIER_SIGNS: Bi = bi("供水人（盖章）", "Supplier (seal)");
pub(super) const USER_SIGNS: Bi = bi("用水人（签字或盖章）", "User (signature or seal)");
pub(super) const REPRESENTATIVE: Bi = bi("代表人", "Represented by");
pub(super) const DATE: Bi = bi("日期", "Date");

pub(super) const REMEDY: Bi = bi("您可以怎么做", "What you can do");
pub(super) const SEAL: Bi = bi("（盖章）", "(seal)");

pub(super) const RECEIPT_NUMBER: Bi = bi("收据编号", "Receipt number");
pub(super) const PAID_AT: Bi = bi("支付时间", "Paid at");
pub(super) const TRANSACTION: Bi = bi("交易单号", "Transaction");
pub(super) const PAID_FOR: Bi = bi("缴费明细", "Paid for");
pub(super) const PAID: Bi = bi("实付合计", "Paid in all");
pub(super) const GIVEN_BACK: Bi = bi("其中退回", "Of that, given back");
pub(super) const NO_INVOICE: Bi = bi(
    "本收据证明款项已收到，不作报销凭证。需要发票，请在微网厅办理“更改开票名称”后到下期账单领取。",
    "This receipt shows that the money has come in; it is no tax invoice. Invoices come with the bills.",
);

/// What a bill came to.
pub(super) fn water(amount: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("水费{amount}"),
        Lang::En => format!("Water {amount}"),
    }
}

/// An amount with the late fee besides.
pub(super) fn with_late_fee(amount: &str, fee: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{amount}，另违约金{fee}"),
        Lang::En => format!("{amount} and a late fee of {fee}"),
    }
}

/// What stands at the foot of each page: whose paper it is, and how to reach them.
pub(super) fn foot(house: &House, lang: Lang) -> String {
    let (utility, hotline) = (house.utility.get(lang), &house.hotline);
    match lang {
        Lang::Zh => format!("{utility} 服务热线 {hotline}"),
        Lang::En => format!("{utility}, hotline {hotline}"),
    }
}

/// The number of the case, as a letter has it.
pub(super) fn numbered(told: &Told<'_>) -> String {
    let number = told.case.line.number;
    match told.lang {
        Lang::Zh => format!("单号：{number}"),
        Lang::En => format!("No. {number}"),
    }
}

/// A material, and how many photos of it came.
pub(super) fn photos(label: &str, count: usize, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{label}{count}张"),
        Lang::En => format!("{label} ({count})"),
    }
}

/// What stands between two materials.
pub(super) const fn between(lang: Lang) -> &'static str {
    match lang {
        Lang::Zh => "、",
        Lang::En => ", ",
    }
}

/// A town and the address in it.
pub(super) fn place(town: Option<&str>, address: &str, lang: Lang) -> String {
    match (town, lang) {
        (None, _) => address.to_owned(),
        (Some(town), Lang::Zh) => format!("{town}{address}"),
        (Some(town), Lang::En) => format!("{address}, {town}"),
    }
}

/// A day, as letters have it.
pub(super) fn day(moment: Moment, lang: Lang) -> String {
    let day = time::local(moment);
    match lang {
        Lang::Zh => format!("{}年{}月{}日", day.year(), day.month(), day.day()),
        Lang::En => day.format("%-d %B %Y").to_string(),
    }
}

/// How a letter begins.
pub(super) fn dear(name: Option<&str>, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}：", name.unwrap_or("申请人")),
        Lang::En => format!("To {}:", name.unwrap_or("the applicant")),
    }
}

/// What was refused; the reason follows.
pub(super) fn refused(service: &str, filed: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("您于{filed}提交的“{service}”申请，我们已经核查，决定不予办理。原因是："),
        Lang::En => {
            format!("We have looked into your filing of {filed} for \"{service}\" and will not carry it out, because:")
        }
    }
}

/// The heading of an article.
pub(super) fn article(number: usize, title: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("第{}条 {title}", counted(number)),
        Lang::En => format!("Article {number}: {title}"),
    }
}

/// Clauses with their numbers; one alone needs none.
pub(super) fn clauses(clauses: &[Text], lang: Lang) -> impl Iterator<Item = String> {
    let alone = clauses.len() == 1;
    clauses.iter().enumerate().map(move |(at, clause)| {
        let (number, clause) = (at + 1, clause.get(lang));
        match lang {
            _ if alone => clause.to_owned(),
            Lang::Zh => format!("（{}）{clause}", counted(number)),
            Lang::En => format!("({number}) {clause}"),
        }
    })
}

/// A number below a hundred in Chinese; in figures from there on.
fn counted(number: usize) -> String {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (number / 10, DIGITS[number % 10]);
    match tens {
        0 => ones.to_owned(),
        1 => format!("十{ones}"),
        2..10 => format!("{}十{ones}", DIGITS[tens]),
        _ => number.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_are_counted_as_people_count() {
        for (number, said) in [
            (1, "一"),
            (9, "九"),
            (10, "十"),
            (11, "十一"),
            (20, "二十"),
            (45, "四十五"),
            (100, "100"),
        ] {
            assert_eq!(counted(number), said);
        }
    }

    #[test]
    fn a_letter_is_dated_in_china() {
        let evening = "2026-11-24T17:00:00Z".parse().unwrap();
        assert_eq!(day(evening, Lang::Zh), "2026年11月25日");
        assert_eq!(day(evening, Lang::En), "25 November 2026");
    }
}
