//! What an account says, and what its bills follow.

use super::super::{Ends, Outside, Owner, Step};
use super::{check, crew, deciding, desk, step};
use crate::case::Role;
use crate::water::Effect;
use crate::words::bi;

pub(in super::super) const TRANS: &[Step] = &[
    step(
        "confirm",
        Owner::Party,
        Ends::Confirmed,
        bi("对方确认", "Other side confirms"),
        bi(
            "对方用手机登录后点“确认”;确认前我们不办理",
            "The other side signs in by phone and confirms; until then nothing is changed",
        ),
    ),
    check(bi("核验材料", "Check")),
    deciding(
        Effect::PassesOn,
        desk(
            "sign",
            bi("签约过户", "Contract and transfer"),
            bi(
                "核对没有欠费、没有违章后签新合同,户名从这天起是您的",
                "With no arrears and no open violation we sign the new contract; from that day the account is yours",
            ),
        ),
    ),
];

pub(in super::super) const INFO: &[Step] = &[
    check(bi("核对", "Check")),
    deciding(
        Effect::Details,
        desk(
            "update",
            bi("更新资料", "Update"),
            bi("改好后下一张账单就用新资料", "Your next bill carries the new details"),
        ),
    ),
];

pub(in super::super) const BILL: &[Step] = &[
    check(bi("查询", "Query")),
    desk(
        "receipt",
        bi("缴费开收据", "Payment and receipt"),
        bi("交完费就能看到收据", "The receipt is there as soon as you have paid"),
    ),
];

pub(in super::super) const DEBIT: &[Step] = &[
    check(bi("核对签约", "Check and contract")),
    step(
        "bank",
        Owner::Outside(Outside {
            name: bi("银行", "The bank"),
            entered_by: Role::Clerk,
        }),
        Ends::Done,
        bi("核对银行卡", "Bank's check"),
        bi(
            "银行核对卡号和付款人。这期间的水费照常自己交",
            "The bank checks card and payer. Until then please pay your bills as before",
        ),
    ),
    desk(
        "begin",
        bi("下一账期开始代扣", "Begins with the next bill"),
        bi("从下一张账单起自动扣", "From your next bill on, the bank pays"),
    ),
];

pub(in super::super) const DISC: &[Step] = &[
    check(bi("审核", "Review")),
    deciding(
        Effect::Hardship,
        desk(
            "apply",
            bi("优惠生效", "Discount applies"),
            bi("从下一张账单起按优惠算", "Your next bill carries the discount"),
        ),
    ),
];

pub(in super::super) const INV: &[Step] = &[
    check(bi("审核", "Review")),
    desk(
        "apply",
        bi("下期账单生效", "From the next bill"),
        bi("下一张发票用新的抬头", "Your next invoice carries the new title"),
    ),
];

pub(in super::super) const CLOSE: &[Step] = &[
    check(bi("受理", "Check")),
    crew(
        "remove",
        bi("拆表", "Meter removed"),
        bi(
            "师傅拆表,抄下最后读数",
            "We take the meter out and note its last reading",
        ),
    ),
    deciding(
        Effect::Closes,
        desk(
            "settle",
            bi("结清销户", "Account settled"),
            bi(
                "算清最后水费,多的退到您填的账户",
                "The last bill is settled; what is left goes to your account",
            ),
        ),
    ),
];

pub(in super::super) const USE: &[Step] = &[
    check(bi("受理", "Check")),
    crew(
        "visit",
        bi("现场核查", "Site check"),
        bi("师傅到现场看实际怎么用水", "We come to see how the water is used"),
    ),
    deciding(
        Effect::Use,
        desk(
            "change",
            bi("变更,下月生效", "Change, from next month"),
            bi("从下个月起按新的性质计费", "From next month the new price holds"),
        ),
    ),
];

pub(in super::super) const POP: &[Step] = &[
    check(bi("审核", "Review")),
    deciding(
        Effect::Persons,
        desk(
            "apply",
            bi("新阶梯生效", "New tiers apply"),
            bi("从下一张账单起阶梯放宽", "From your next bill the tiers are wider"),
        ),
    ),
];
