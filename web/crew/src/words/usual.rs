//! What crews are asked, and what they usually say to it: pressed with gloves on rather than typed.

use shuiting_shared::case::Verb;
use shuiting_shared::words::{Bi, bi};

/// What is asked for an act, and the usual answers. All of it the resident reads but reasons and notes.
pub(crate) const fn asked(verb: Verb) -> (Bi, &'static [Bi]) {
    match verb {
        Verb::Secure => (
            bi("怎么控制的(用户会看到)", "How (the resident reads it)"),
            const {
                &[
                    bi("阀门已关,不再出水", "The valve is shut, no more water comes out"),
                    bi("现场已围挡", "The place is fenced off"),
                    bi("已装临时管供水", "A temporary pipe supplies water"),
                ]
            },
        ),
        Verb::Wait => (
            bi("等用户做什么(用户会看到)", "What the resident is to do (they read it)"),
            const {
                &[
                    bi("家里没人,等您回来开门", "Nobody is in; we wait for you to open"),
                    bi("已约好另外的时间", "We agreed on another time"),
                    bi("等您自己先处理户内管道", "The pipes indoors are yours to mend first"),
                ]
            },
        ),
        Verb::Return => (
            bi("为什么退回", "Why it goes back"),
            const {
                &[
                    bi("不在我们的范围", "It is not in our area"),
                    bi("不归我们管", "It is not our kind of work"),
                    bi("现场找不到问题,请核对地址", "Nothing found there; check the address"),
                ]
            },
        ),
        Verb::Dispatch => (
            bi("跟他们说一句(可以不填)", "A word to them (may be left out)"),
            const {
                &[
                    bi("要挖路面", "The road has to be dug up"),
                    bi("要大型设备", "It needs heavy machines"),
                ]
            },
        ),
        Verb::Finish => (
            bi("做了什么(用户会看到)", "What was done (the resident reads it)"),
            const {
                &[
                    bi("已更换接头,不再漏水", "The joint is replaced and leaks no more"),
                    bi("管道已修好,恢复供水", "The pipe is mended and water is back"),
                    bi("已更换水表", "The meter is replaced"),
                    bi("现场检查正常", "All was found in order"),
                ]
            },
        ),
        _ => (bi("备注(内部)", "Note (inside the house)"), &[]),
    }
}
