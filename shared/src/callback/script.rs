//! What is asked on the phone.

use super::CallbackReason;
use crate::order::Kind;
use crate::words::{Bi, bi};

const WHO: Bi = bi(
    "您好,我是水务公司热线,想用一分钟问问您上次的事办得怎么样,方便吗?",
    "Hello, this is the water company's hotline. May I ask for a minute how your last matter went?",
);
const WATER: Bi = bi(
    "家里的水现在正常吗?水压、水色有没有不对?",
    "Is the water at your home all right now, its pressure and its colour?",
);
const CLEAN: Bi = bi(
    "师傅修完后,现场收拾干净了吗?路面、井盖恢复了吗?",
    "Did the crew leave the place clean, with road and covers as they were?",
);
const ANSWERED: Bi = bi(
    "我们的答复您听明白了吗?还有没有没说清的?",
    "Was our answer clear to you? Is anything left open?",
);
const LEVEL: Bi = bi(
    "总的来说,您满意吗?非常满意、满意、一般、不满意,还是非常不满意?",
    "All in all, how satisfied are you: very satisfied, satisfied, neither, dissatisfied or very dissatisfied?",
);
const SORRY: Bi = bi(
    "很抱歉没让您满意。是哪里没办好?我们已经重新办理,您希望怎么处理?",
    "I am sorry that you were not satisfied. What went wrong? We have reopened it; what should we do?",
);
const WHEN: Bi = bi("什么时候再联系您比较方便?", "When may we best reach you again?");

/// What is asked, in this order.
pub const fn script(reason: CallbackReason, kind: Option<Kind>) -> &'static [Bi] {
    match (reason, kind) {
        (CallbackReason::Low, _) => &[WHO, SORRY, WHEN],
        (CallbackReason::Sample, Some(Kind::Fee | Kind::Consult | Kind::Complaint)) | (_, None) => {
            &[WHO, ANSWERED, LEVEL]
        }
        (CallbackReason::Sample, Some(Kind::Burst | Kind::Leak | Kind::Cover | Kind::Meter)) => {
            &[WHO, WATER, CLEAN, LEVEL]
        }
        (CallbackReason::Sample, Some(_)) => &[WHO, WATER, LEVEL],
    }
}
