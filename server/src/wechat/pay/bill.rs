//! A day's bill 交易账单, as WeChat Pay writes it: CSV of which every value begins with a back-tick, and under the
//! transactions two lines with sums.

use anyhow::Context as _;
use shuiting_shared::money::Fen;
use shuiting_shared::pay::{Entry, Moved};

/// Between two values of a line. A comma within a value has no back-tick behind it.
const BETWEEN: &str = ",`";
/// How the line of headings of the sums begins.
const SUMS: &str = "总交易单数";

/// Where the columns are that we need.
struct Columns {
    order: usize,
    state: usize,
    amount: usize,
    refund: usize,
    refunded: usize,
    refund_state: usize,
}

impl Columns {
    fn read(headings: &str) -> anyhow::Result<Self> {
        let names: Vec<_> = headings.split(',').map(str::trim).collect();
        let at = |name: &str| {
            let place = names.iter().position(|heading| *heading == name);
            place.with_context(|| format!("a bill without {name}"))
        };
        Ok(Self {
            order: at("商户订单号")?,
            state: at("交易状态")?,
            amount: at("订单金额")?,
            refund: at("商户退款单号")?,
            refunded: at("申请退款金额")?,
            refund_state: at("退款状态")?,
        })
    }
}

/// All that moved by a bill: what was paid, and what went back. A refund that is still under way has not moved.
pub(super) fn read(text: &str) -> anyhow::Result<Vec<Entry>> {
    let mut lines = text.trim_start_matches('\u{feff}').lines();
    let columns = Columns::read(lines.next().unwrap_or_default())?;
    let mut entries = Vec::new();
    let mut ends = false;
    for line in lines {
        if line.starts_with(SUMS) {
            ends = true;
            break;
        }
        entries.extend(entry(&columns, &values(line))?);
    }
    // One that was cut off lacks them.
    anyhow::ensure!(ends, "a bill without its sums");
    Ok(entries)
}

fn values(line: &str) -> Vec<&str> {
    let line = line.trim().trim_start_matches('`');
    line.split(BETWEEN).map(str::trim).collect()
}

fn entry(columns: &Columns, values: &[&str]) -> anyhow::Result<Option<Entry>> {
    let value = |at: usize| values.get(at).copied().context("a bill with a short line");
    let (moved, id, amount) = match value(columns.state)? {
        "SUCCESS" => (Moved::Payment, columns.order, columns.amount),
        "REFUND" if value(columns.refund_state)? == "SUCCESS" => (Moved::Refund, columns.refund, columns.refunded),
        "REFUND" | "REVOKED" => return Ok(None),
        state => anyhow::bail!("a bill with a line that is {state:?}"),
    };
    Ok(Some(Entry {
        id: value(id)?.to_owned(),
        moved,
        amount: fen(value(amount)?)?,
    }))
}

/// An amount in yuan with two digits behind the point.
fn fen(text: &str) -> anyhow::Result<Fen> {
    let (yuan, rest) = text.split_once('.').context("an amount without a point")?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    anyhow::ensure!(
        digits(yuan) && digits(rest) && rest.len() == 2,
        "an amount that is none"
    );
    Ok(Fen(format!("{yuan}{rest}").parse()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADINGS: &str = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注";
    const PAID: &str = "`2026-11-24 10:00:05,`wx1,`1900000001,`0,`,`4200001,`0193,`o-1,`JSAPI,`SUCCESS,`OTHERS,`CNY,`54.00,`0.00,`0,`0,`0.00,`0.00,`,`,`水费 0769123456,两期,`,`0.32000,`0.60%,`54.00,`0.00,`";
    const BACK: &str = "`2026-11-24 10:00:05,`wx1,`1900000001,`0,`,`4200002,`0194,`o-1,`JSAPI,`REFUND,`OTHERS,`CNY,`0.00,`0.00,`5000001,`r1,`54.81,`0.00,`ORIGINAL,`SUCCESS,`水费,`,`-0.32000,`0.60%,`0.00,`54.81,`";
    const SUMS: &str = "总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额\n`2,`54.00,`54.81,`0.00,`0.00000,`54.00,`54.81";

    #[test]
    fn a_bill_tells_what_moved() {
        let entries = read(&format!("\u{feff}{HEADINGS}\r\n{PAID}\r\n{BACK}\r\n{SUMS}\r\n")).unwrap();
        let told: Vec<_> = entries
            .iter()
            .map(|entry| (&*entry.id, entry.moved, entry.amount))
            .collect();
        assert_eq!(
            told,
            [("0193", Moved::Payment, Fen(5400)), ("r1", Moved::Refund, Fen(5481))]
        );
    }

    #[test]
    fn a_refund_under_way_has_not_moved() {
        let waits = BACK.replace("`ORIGINAL,`SUCCESS", "`ORIGINAL,`PROCESSING");
        assert!(read(&format!("{HEADINGS}\n{waits}\n{SUMS}")).unwrap().is_empty());
    }

    #[test]
    fn a_bill_that_was_cut_off_is_none() {
        for text in [
            String::new(),
            HEADINGS.to_owned(),
            format!("{HEADINGS}\n{PAID}"),
            format!("{HEADINGS}\n{}\n{SUMS}", &PAID[..40]),
            format!("{HEADINGS}\n{}\n{SUMS}", PAID.replace("`54.00", "`54")),
        ] {
            assert!(read(&text).is_err(), "{text}");
        }
    }
}
