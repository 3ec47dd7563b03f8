//! How files for a bank are written, and what the cells of its answers mean.

use anyhow::Context as _;
use shuiting_shared::debit::BankReason;
use shuiting_shared::form::Flaw;
use shuiting_shared::water::Period;

use crate::import::Fault;

/// A file for a bank. It holds card numbers, so it is handed on and kept nowhere.
pub struct Written {
    /// The file, CSV with a header, in UTF-8.
    pub text: String,
    /// How many lines it has beside the header.
    pub lines: usize,
}

/// Writes lines below a header.
pub(super) fn write<const N: usize>(header: [&str; N], lines: &[[String; N]]) -> anyhow::Result<Written> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(header)?;
    for line in lines {
        writer.write_record(line)?;
    }
    let bytes = writer.into_inner().context("a file for the bank")?;
    Ok(Written {
        text: String::from_utf8(bytes)?,
        lines: lines.len(),
    })
}

/// A month, such as that of a file.
pub(super) fn month(text: &str) -> Result<Period, Fault> {
    Ok(text.parse()?)
}

/// The id of a contract; whether there is one is asked later.
pub(super) fn contract(text: &str) -> Result<String, Fault> {
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
    if text.len() <= 64 && text.chars().all(plain) {
        Ok(text.to_owned())
    } else {
        Err(Fault::NoContract)
    }
}

/// One of two words, in either language.
pub(super) fn either(
    yes: [&'static str; 2],
    no: [&'static str; 2],
    known: &'static str,
) -> impl Fn(&str) -> Result<bool, Fault> {
    move |text| {
        let is = |words: [&str; 2]| words.iter().any(|word| text.eq_ignore_ascii_case(word));
        match (is(yes), is(no)) {
            (true, _) => Ok(true),
            (_, true) => Ok(false),
            _ => Err(Fault::NoneOf(known)),
        }
    }
}

/// Why the bank says no, by code or in Chinese.
pub(super) fn reason(text: &str) -> Result<BankReason, Fault> {
    let named = BankReason::ALL.iter().find(|reason| reason.label().zh == text);
    named
        .copied()
        .or_else(|| BankReason::from_code(text))
        .ok_or(Fault::NoneOf(
            "余额不足 (insufficient_funds), 银行卡已销户 (account_closed), 银行卡已冻结或挂失 (frozen), \
             持卡人姓名对不上 (name_mismatch), 证件号对不上 (id_mismatch), 超过银行卡的限额 (over_limit), \
             银行没有说明原因 (other)",
        ))
}

/// What is missing where the bank says no and not why.
pub(super) fn why() -> Fault {
    Flaw::Missing.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_read_in_both_languages_and_all_are_named() {
        assert_eq!(reason("余额不足"), Ok(BankReason::Funds));
        assert_eq!(reason("account_closed"), Ok(BankReason::Closed));
        let Err(Fault::NoneOf(known)) = reason("不想付") else {
            unreachable!("it is no reason")
        };
        for reason in BankReason::ALL {
            assert!(
                known.contains(&format!("{} ({})", reason.label().zh, reason.code())),
                "{reason:?}"
            );
        }
    }

    #[test]
    fn a_comma_is_put_in_quotes() {
        let written = write(["付款人"], &[["莞水,餐饮".to_owned()]]).unwrap();
        assert_eq!((written.text.as_str(), written.lines), ("付款人\n\"莞水,餐饮\"\n", 1));
    }
}
