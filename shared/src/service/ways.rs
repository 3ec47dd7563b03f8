//! The way of each service, step by step, after DOMAIN.md §2. Each ends with something that the house does.

/// With a price that is agreed on before the work begins.
macro_rules! priced {
    ($work:expr) => {
        &[check(bi("受理核验", "Check")), SURVEY, QUOTE, PAY, $work]
    };
}

mod account;
mod meter;
mod supply;
mod voice;

use super::{Ends, Owner, Step};
use crate::case::Role;
use crate::water::Effect;
use crate::words::{Bi, bi};

pub(super) use account::{BILL, CLOSE, DEBIT, DISC, INFO, INV, POP, TRANS, USE};
pub(super) use meter::{MOVE, QUAL, READ, TEST};
pub(super) use supply::{ARREAR, NEW, RESUME, SPLIT, SUSP, TEMP};
pub(super) use voice::{COMP, LEAK, OUT, RATE};

const fn step(key: &'static str, owner: Owner, ends: Ends, title: Bi, told: Bi) -> Step {
    Step {
        key,
        title,
        told,
        owner,
        ends,
        only: None,
        effect: None,
    }
}

const fn only(outcome: &'static str, step: Step) -> Step {
    Step {
        only: Some(outcome),
        ..step
    }
}

/// With what becomes of the water account once it has ended.
const fn deciding(effect: Effect, step: Step) -> Step {
    Step {
        effect: Some(effect),
        ..step
    }
}

/// The desk takes it and looks at what came.
pub(super) const fn check(title: Bi) -> Step {
    let told = bi(
        "窗口核对您填的内容和材料。缺什么会一次说清",
        "The desk looks at what you filed. If anything is missing, you hear all of it at once",
    );
    step("check", Owner::Staff(Role::Clerk), Ends::Checked, title, told)
}

/// A dispatcher takes it and passes it on.
const fn take(title: Bi) -> Step {
    let told = bi(
        "调度员看过后派给就近的单位",
        "A dispatcher passes it to whoever is nearest",
    );
    step("take", Owner::Staff(Role::Dispatcher), Ends::Checked, title, told)
}

const fn by(role: Role, key: &'static str, title: Bi, told: Bi) -> Step {
    step(key, Owner::Staff(role), Ends::Done, title, told)
}

pub(super) const fn desk(key: &'static str, title: Bi, told: Bi) -> Step {
    by(Role::Clerk, key, title, told)
}

pub(super) const fn crew(key: &'static str, title: Bi, told: Bi) -> Step {
    by(Role::Crew, key, title, told)
}

const SURVEY: Step = crew(
    "survey",
    bi("上门勘查", "Survey"),
    bi(
        "师傅会先打电话约时间,到现场看管线和水表位置",
        "We call to agree on a time, then come to see where pipes and meters can go",
    ),
);
pub(super) const QUOTE: Step = step(
    "quote",
    Owner::Staff(Role::Clerk),
    Ends::Quote,
    bi("报价", "Quote"),
    bi(
        "按勘查结果算出费用,短信告诉您。报价前不收钱",
        "We work out what it costs and text you the price. Nothing is to be paid before",
    ),
);
pub(super) const PAY: Step = step(
    "pay",
    Owner::Filer,
    Ends::Payment { declinable: true },
    bi("交费", "Payment"),
    bi(
        "交了费我们就开工;不想做了可以撤回,不收费",
        "Work begins once you have paid. If you do not want it, withdraw; that costs nothing",
    ),
);
