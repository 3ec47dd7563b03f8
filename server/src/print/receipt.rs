//! The receipt of a payment (缴费收据), A5: what was paid, when, and what of it has gone back.

use shuiting_shared::api::{LineView, OrderView};
use shuiting_shared::house::House;
use shuiting_shared::pay::LineState;
use shuiting_shared::time;
use shuiting_shared::words::Lang;

use super::paper::{Fact, Paper, Part, Size, fact};
use super::words;

/// The receipt of an order that is paid.
pub(super) fn paper(order: &OrderView, title: &str, house: &House, lang: Lang) -> Paper {
    let mut head = vec![fact(words::RECEIPT_NUMBER.get(lang), order.id.clone())];
    head.extend(order.paid_at.map(|at| fact(words::PAID_AT.get(lang), time::exact(at))));
    let transaction = order.transaction.clone();
    head.extend(transaction.map(|number| fact(words::TRANSACTION.get(lang), number)));
    let account = order.lines.iter().find_map(|line| line.account.clone());
    head.extend(account.map(|number| fact(words::ACCOUNT.get(lang), number)));
    let mut sums = vec![fact(words::PAID.get(lang), order.amount.say(lang))];
    sums.extend(order.refund.as_ref().map(|refund| {
        let said = format!("{} {}", refund.amount.say(lang), refund.state.label().get(lang));
        fact(words::GIVEN_BACK.get(lang), said)
    }));
    Paper {
        size: Size::A5,
        lang,
        title: title.to_owned(),
        house: house.utility.get(lang).to_owned(),
        foot: words::foot(house, lang),
        mark: None,
        parts: vec![
            Part::Facts { rows: head, beside: 1 },
            Part::Heading(words::PAID_FOR.get(lang).to_owned()),
            Part::Facts {
                rows: order.lines.iter().map(|line| paid_for(line, lang)).collect(),
                beside: 1,
            },
            Part::Facts { rows: sums, beside: 1 },
            Part::Words(words::NO_INVOICE.get(lang).to_owned()),
        ],
    }
}

/// What a line paid for, and how much.
fn paid_for(line: &LineView, lang: Lang) -> Fact {
    let amount = line.amount.say(lang);
    let (label, mut said) = match (line.period, line.case, line.service) {
        (Some(period), ..) => (period.say(lang), words::water(&amount, lang)),
        (None, Some(number), Some(service)) => (number.to_string(), format!("{} {amount}", service.label().get(lang))),
        _ => (String::new(), amount),
    };
    if line.late_fee.owed() {
        said = words::with_late_fee(&said, &line.late_fee.say(lang), lang);
    }
    if line.state != LineState::Settled {
        said = format!("{said} · {}", line.state.label().get(lang));
    }
    fact(label, said)
}
