//! What the bank answers, and what comes of it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::water::Period;
use crate::words::{Bi, bi, choices};

choices! {
    /// Why a bank says no, to a contract or to one debit.
    pub enum BankReason {
        Funds "insufficient_funds" = "余额不足" / "insufficient funds";
        Closed "account_closed" = "银行卡已销户" / "the card's account is closed";
        Frozen "frozen" = "银行卡已冻结或挂失" / "the card is frozen or reported lost";
        Name "name_mismatch" = "持卡人姓名对不上" / "the card holder's name does not match";
        Id "id_mismatch" = "证件号对不上" / "the identity number does not match";
        Limit "over_limit" = "超过银行卡的限额" / "above the card's limit";
        Other "other" = "银行没有说明原因" / "the bank gave no reason";
    }
}

impl BankReason {
    /// What helps against it.
    pub const fn remedy(self) -> Bi {
        match self {
            Self::Funds => bi("请往卡里存够钱", "Please put enough money on the card"),
            Self::Closed | Self::Frozen => bi("请换一张卡重新申请代扣", "Please apply again with another card"),
            Self::Name | Self::Id => bi(
                "请核对持卡人资料后重新申请代扣",
                "Please check the card holder's details and apply again",
            ),
            Self::Limit => bi("请找银行调高限额", "Please have the bank raise the limit"),
            Self::Other => bi("请向银行查问", "Please ask the bank"),
        }
    }
}

choices! {
    /// How one debit stands.
    pub enum ItemState {
        /// The bank has been asked.
        Sent "sent" = "等银行扣款" / "With the bank";
        /// It was asked, then the file was written again without it: the bill was paid otherwise, or the contract had ended.
        LeftOut "left_out" = "不再扣" / "Left out";
        /// The bank has paid, and the bill is settled by it.
        Paid "paid" = "已扣款" / "Paid";
        /// The bank could not pay.
        Failed "failed" = "扣款不成" / "Failed";
        /// The bank has paid, but there was nothing left to pay: the money is to be given back.
        Double "double" = "重复扣款,待退" / "Paid twice, to be given back";
    }
}

/// What the bank answers to one debit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It has paid, on this day.
    Paid(NaiveDate),
    /// It could not pay.
    Failed(BankReason),
}

/// An answer other than the one that came before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the bank has answered otherwise before")]
pub struct Otherwise;

impl Answer {
    /// Whether an answer says something new, given what was answered before. The same again says nothing.
    pub fn is_new(&self, before: Option<&Self>) -> Result<bool, Otherwise> {
        match before {
            None => Ok(true),
            Some(before) if before == self => Ok(false),
            Some(_) => Err(Otherwise),
        }
    }

    /// How a debit stands once it is answered, given whether as much as it is for was still unpaid of the bill.
    pub const fn leads_to(&self, unpaid: bool) -> ItemState {
        match self {
            Self::Paid(_) if unpaid => ItemState::Paid,
            Self::Paid(_) => ItemState::Double,
            Self::Failed(_) => ItemState::Failed,
        }
    }
}

/// How many of the latest months have failed one after the other, given all debits of a contract by their months. A month in
/// which the bank has paid something is none of them; one that it has not answered yet does not count.
pub fn failed_in_a_row(items: impl IntoIterator<Item = (Period, ItemState)>) -> u32 {
    let mut months: BTreeMap<Period, bool> = BTreeMap::new();
    for (month, state) in items {
        let failed = match state {
            ItemState::Failed => true,
            ItemState::Paid | ItemState::Double => false,
            ItemState::Sent | ItemState::LeftOut => continue,
        };
        months
            .entry(month)
            .and_modify(|all| *all = *all && failed)
            .or_insert(failed);
    }
    let row = months.values().rev().take_while(|failed| **failed).count();
    u32::try_from(row).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn month(number: u32) -> Period {
        Period::of(NaiveDate::from_ymd_opt(2026, number, 1).unwrap())
    }

    #[test]
    fn the_same_answer_again_says_nothing() {
        let day = NaiveDate::from_ymd_opt(2026, 12, 15).unwrap();
        let (paid, failed) = (Answer::Paid(day), Answer::Failed(BankReason::Funds));
        assert_eq!(paid.is_new(None), Ok(true));
        assert_eq!(paid.is_new(Some(&paid)), Ok(false));
        assert_eq!(failed.is_new(Some(&paid)), Err(Otherwise));
        assert_eq!(Answer::Failed(BankReason::Closed).is_new(Some(&failed)), Err(Otherwise));
    }

    #[test]
    fn money_for_a_bill_that_is_paid_is_to_be_given_back() {
        let day = NaiveDate::from_ymd_opt(2026, 12, 15).unwrap();
        assert_eq!(Answer::Paid(day).leads_to(true), ItemState::Paid);
        assert_eq!(Answer::Paid(day).leads_to(false), ItemState::Double);
        assert_eq!(Answer::Failed(BankReason::Other).leads_to(false), ItemState::Failed);
    }

    #[test]
    fn months_are_counted_not_bills() {
        use ItemState::{Failed, LeftOut, Paid, Sent};
        assert_eq!(failed_in_a_row([]), 0);
        assert_eq!(failed_in_a_row([(month(1), Failed), (month(1), Failed)]), 1);
        assert_eq!(
            failed_in_a_row([(month(2), Failed), (month(1), Paid), (month(3), Failed)]),
            2
        );
        assert_eq!(
            failed_in_a_row([(month(1), Failed), (month(2), Failed), (month(2), Paid)]),
            0
        );
        assert_eq!(
            failed_in_a_row([(month(1), Failed), (month(2), LeftOut), (month(3), Sent)]),
            1
        );
    }
}
