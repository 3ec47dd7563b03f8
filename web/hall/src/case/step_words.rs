//! The texts of steps, prices and results, in both languages.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const BY_RESULT: Bi = bi("看结果", "Depends on the result");
pub(super) const QUOTE: Bi = bi("报价", "What it costs");
pub(super) const FEE: Bi = bi("要交的费用", "The fee");
pub(super) const RESULT: Bi = bi("结果", "The result");
pub(super) const DECLINABLE: Bi = bi(
    "不想做了可以撤回,不收费",
    "If you do not want it, withdraw; that costs nothing",
);
pub(super) const OWED: Bi = bi("这一项已经做完,费用要交清", "This has been done, so the fee is due");
pub(super) const WHERE_TO_PAY: Bi = bi(
    "也可以带上编号,到任一营业窗口交",
    "Or pay at any counter: bring your number",
);

/// What follows the payment.
pub(super) fn then(step: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("交了费,接着:{step}"),
        Lang::En => format!("Once you have paid: {}", step.to_lowercase()),
    }
}

/// How long a step may take.
pub(super) fn within(limit: &str, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{limit}内"),
        Lang::En => format!("within {limit}"),
    }
}
