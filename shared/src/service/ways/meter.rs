//! The meter, and the water that runs through it.

use super::super::{Ends, Outcome, Outside, Owner, Step};
use super::{PAY, QUOTE, SURVEY, check, crew, deciding, desk, only, step};
use crate::case::Role;
use crate::water::Effect;
use crate::words::bi;

const WATER: &[Outcome] = &[
    Outcome {
        key: "good",
        title: bi("水质合格", "The water is good"),
        means: bi(
            "各项都在国家标准以内,可以放心用",
            "All values keep the national standard",
        ),
        charges: false,
        measures: false,
    },
    Outcome {
        key: "bad",
        title: bi("水质不合格", "The water is not good"),
        means: bi(
            "请先不要直接喝。我们马上安排冲洗管道,费用由我们出",
            "Please do not drink it for now. We flush the pipes at once, at our cost",
        ),
        charges: false,
        measures: false,
    },
];

const LABORATORY: Owner = Owner::Outside(Outside {
    name: bi("化验室", "The laboratory"),
    entered_by: Role::Clerk,
});

pub(in super::super) const QUAL: &[Step] = &[
    check(bi("预约", "Booking")),
    crew(
        "sample",
        bi("上门取样", "Sample taken"),
        bi(
            "师傅按约好的时间上门取水样",
            "We come at the agreed time and take a sample",
        ),
    ),
    step(
        "laboratory",
        LABORATORY,
        Ends::Outcome(WATER),
        bi("化验", "Laboratory"),
        bi(
            "化验室按国家标准检测",
            "The laboratory tests it against the national standard",
        ),
    ),
    only(
        "bad",
        crew(
            "flush",
            bi("冲洗管道", "Pipes flushed"),
            bi(
                "冲洗后再看一次水,好了才算完",
                "After flushing we look at the water again",
            ),
        ),
    ),
    desk(
        "report",
        bi("出报告", "Report"),
        bi("检测报告整理好就发给您", "You get the report as soon as it is written"),
    ),
];

const METER: &[Outcome] = &[
    Outcome {
        key: "within",
        title: bi("在允许误差内", "Within tolerance"),
        means: bi(
            "水表是准的,检测费由您承担,水费不变",
            "The meter is right: you pay the test, and your bills stand",
        ),
        charges: true,
        measures: false,
    },
    Outcome {
        key: "outside",
        title: bi("超出允许误差", "Outside tolerance"),
        means: bi(
            "水表不准,检测费由我们承担,并按规定退补水费",
            "The meter is wrong: we pay the test, and correct your bills",
        ),
        charges: false,
        measures: true,
    },
];

pub(in super::super) const TEST: &[Step] = &[
    check(bi("受理", "Check")),
    crew(
        "remove",
        bi("拆表送检", "Meter removed"),
        bi(
            "师傅拆下水表,先装一个备用表,用水不受影响",
            "We take the meter out and fit a spare one; the water stays on",
        ),
    ),
    step(
        "laboratory",
        LABORATORY,
        Ends::Outcome(METER),
        bi("检测", "Laboratory"),
        bi(
            "化验室按国家规程检测。在误差内您付检测费;超差我们付,并退补水费",
            "The laboratory tests it by the national rules. Within tolerance you pay the test; else we do, and correct your bills",
        ),
    ),
    only(
        "within",
        Step {
            title: bi("交检测费", "Test fee"),
            told: bi(
                "交清检测费后装回您的水表",
                "Once the fee is paid, your meter comes back",
            ),
            ends: Ends::Payment { declinable: false },
            ..PAY
        },
    ),
    only(
        "outside",
        deciding(
            Effect::Rebills,
            desk(
                "rebill",
                bi("退补水费", "Bills corrected"),
                bi(
                    "按检测出的误差重算最近一期水费,多交的记作余额",
                    "We work out your latest bill anew from the error that was measured; what was paid too much is your credit",
                ),
            ),
        ),
    ),
    crew(
        "refit",
        bi("装回水表", "Meter refitted"),
        bi(
            "准的装回原表,不准的换新表",
            "Your own meter if it is right, a new one if not",
        ),
    ),
];

pub(in super::super) const MOVE: &[Step] = priced!(crew(
    "work",
    bi("施工", "Work"),
    bi(
        "师傅会先打电话约时间。施工时要停一会儿水",
        "We call to agree on a time. The water is off for a while during the work",
    ),
));

pub(in super::super) const READ: &[Step] = &[
    check(bi("核对读数", "Reading checked")),
    deciding(
        Effect::Bills,
        desk(
            "bill",
            bi("出账", "Bill"),
            bi("按您报的读数出账", "Your bill is made from this reading"),
        ),
    ),
];
