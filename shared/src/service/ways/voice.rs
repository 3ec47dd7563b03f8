//! What residents tell us, and what we tell them.

use super::super::Step;
use super::{check, crew, desk, take};
use crate::words::bi;

pub(in super::super) const LEAK: &[Step] = &[
    take(bi("受理派单", "Take and dispatch")),
    crew(
        "repair",
        bi("现场抢修", "Repair on site"),
        bi("师傅在路上或正在抢修", "A crew is on its way or at work"),
    ),
];

pub(in super::super) const RATE: &[Step] = &[
    check(bi("看评价", "Read")),
    desk(
        "improve",
        bi("回访改进", "Improve"),
        bi("我们会看哪里可以办得更好", "We see what we can do better"),
    ),
];

pub(in super::super) const OUT: &[Step] = &[
    check(bi("核实", "Check")),
    desk(
        "publish",
        bi("发布", "Publish"),
        bi("停水信息发布在首页", "Outages are told on the first page"),
    ),
];

pub(in super::super) const COMP: &[Step] = &[
    take(bi("受理转办", "Take and pass on")),
    crew(
        "answer",
        bi("处理答复", "Handle and answer"),
        bi(
            "由负责的单位处理,办完答复您",
            "The unit in charge deals with it and answers you",
        ),
    ),
];
