//! New supply, and supply that stops and comes back.

use super::super::{Ends, Owner, Step};
use super::{PAY, QUOTE, SURVEY, check, crew, deciding, desk, step};
use crate::case::Role;
use crate::water::Effect;
use crate::words::bi;

const INSTALL: Step = crew(
    "install",
    bi("安装通水", "Installation"),
    bi(
        "师傅会先打电话约时间,装表、接管、通水",
        "We call to agree on a time, then fit the meter and connect the water",
    ),
);

pub(in super::super) const NEW: &[Step] = &[check(bi("受理签约", "Check and contract")), INSTALL];

pub(in super::super) const TEMP: &[Step] = &[
    check(bi("受理签约", "Check and contract")),
    step(
        "deposit",
        Owner::Staff(Role::Clerk),
        Ends::Quote,
        bi("核定押金", "Deposit set"),
        bi(
            "按水表大小和用水天数定押金,用完拆表时退",
            "The deposit follows the size of the meter and how long you need it; you get it back when the meter goes",
        ),
    ),
    Step {
        title: bi("交押金", "Deposit paid"),
        ..PAY
    },
    INSTALL,
];

pub(in super::super) const SPLIT: &[Step] = priced!(crew(
    "work",
    bi("改造施工", "Work"),
    bi(
        "逐户装表。要停水的那天提前一天告诉各户",
        "Each household gets its meter. You hear a day ahead when the water is off",
    ),
));

pub(in super::super) const SUSP: &[Step] = &[
    check(bi("受理核验", "Check")),
    desk(
        "settle",
        bi("结清水费", "Bill settled"),
        bi(
            "核对到今天为止的水费都交清了",
            "We see that all bills up to today are paid",
        ),
    ),
    deciding(
        Effect::Suspends,
        crew(
            "remove",
            bi("拆表保管", "Meter removed"),
            bi(
                "师傅拆下水表,由我们保管一年",
                "We take the meter out and keep it for a year",
            ),
        ),
    ),
];

pub(in super::super) const RESUME: &[Step] = &[
    check(bi("核对", "Check")),
    step(
        "meter",
        Owner::Staff(Role::Clerk),
        Ends::Quote,
        bi("核对水表", "Meter looked up"),
        bi(
            "停了一年以上要换新表,表费先报给您;没满一年装回原来的表,不收费",
            "After more than a year a new meter is needed, and you hear its price first. Else yours comes back for nothing",
        ),
    ),
    Step {
        title: bi("交表费", "Meter paid"),
        told: bi(
            "交了表费我们就装表;不想装了可以撤回,不收费",
            "We fit the meter once it is paid. If you do not want it, withdraw; that costs nothing",
        ),
        ..PAY
    },
    deciding(
        Effect::Resumes,
        crew(
            "refit",
            bi("装表通水", "Meter fitted"),
            bi(
                "师傅会先打电话约时间,装表、通水",
                "We call to agree on a time, then fit the meter and connect the water",
            ),
        ),
    ),
];

pub(in super::super) const ARREAR: &[Step] = &[
    check(bi("核对欠费结清", "Arrears checked")),
    deciding(
        Effect::Resumes,
        crew(
            "restore",
            bi("恢复供水", "Water restored"),
            bi("核对到账后师傅上门开阀", "Once the payment is in, we open the valve"),
        ),
    ),
];
