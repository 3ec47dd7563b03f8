//! The facts of each service, after DOMAIN.md §2.

use super::{Facts, Group, Material, Owner, Service, Step, Who};
use crate::case::{Role, Status};
use crate::form::conditions::{by_agreement, by_certificate, is_organisation, is_person, needs_drawings};
use crate::form::{self, Asked};
use crate::words::{Bi, bi};

const DESK: &[Status] = &[Status::Filed, Status::Taken, Status::SentBack];
const CONFIRM: &[Status] = &[Status::Confirming];
const WORK: &[Status] = &[Status::Dispatched, Status::Reopened];
const ALL: &[Status] = &[
    Status::Filed,
    Status::Taken,
    Status::SentBack,
    Status::Dispatched,
    Status::Reopened,
];

const fn step(title: Bi, role: Role, statuses: &'static [Status]) -> Step {
    Step {
        title,
        owner: Owner::Staff(role),
        statuses,
    }
}

/// Checked at the desk, then worked on outside.
macro_rules! steps {
    ($dzh:literal / $den:literal, $wzh:literal / $wen:literal) => {
        &[
            step(bi($dzh, $den), Role::Clerk, DESK),
            step(bi($wzh, $wen), Role::Crew, WORK),
        ]
    };
    ($zh:literal / $en:literal) => {
        &[step(bi($zh, $en), Role::Clerk, ALL)]
    };
}

const fn one(key: &'static str, label: Bi) -> Material {
    Material {
        key,
        label,
        help: None,
        asked: Asked::Always,
        least: 1,
        most: 3,
        proves: &[],
    }
}

const fn proving(material: Material, proves: &'static [&'static str]) -> Material {
    Material { proves, ..material }
}

const ID_CARD: Material = Material {
    help: Some(bi(
        "正反两面,四角都在画面里,字要看得清",
        "Both sides, all four corners in the picture, every word readable",
    )),
    most: 2,
    proves: &["name", "id_number"],
    ..one("id_card", bi("身份证", "Identity card"))
};
const PROPERTY: Material = Material {
    most: 6,
    proves: &["name", "town", "address", "property"],
    ..one("property", bi("房屋证明", "Proof of the property"))
};
const LICENCE: Material = proving(
    one("licence", bi("营业执照", "Business licence")),
    &["company", "credit_code"],
);
const AUTHORITY: Material = Material {
    help: Some(bi(
        "盖章的委托书和经办人身份证",
        "The stamped letter and the identity card of the person who acts",
    )),
    most: 4,
    proves: &["company", "agent"],
    ..one("authority", bi("授权委托书", "Letter of authority"))
};

const fn when(material: Material, condition: fn(&form::Answers) -> bool) -> Material {
    Material {
        asked: Asked::When(condition),
        ..material
    }
}

const DESK_TAGS: &[Bi] = &[
    bi("办得快", "Quick"),
    bi("讲得清楚", "Well explained"),
    bi("态度好", "Friendly"),
    bi("材料要求多", "Too many papers"),
    bi("等得久", "Long wait"),
    bi("没有说清楚", "Not explained"),
];
const REPAIR_TAGS: &[Bi] = &[
    bi("来得快", "Came quickly"),
    bi("修得好", "Well repaired"),
    bi("现场收拾干净", "Left it clean"),
    bi("没有修好", "Not fixed"),
    bi("来得慢", "Came late"),
    bi("没有联系我", "Nobody called me"),
];

const BASE: Facts = Facts {
    about: bi("", ""),
    group: Group::Supply,
    who: Who::Signed,
    materials: &[],
    steps: steps!("受理核验" / "Check", "现场办理" / "Work on site"),
    note: None,
    tags: DESK_TAGS,
    form: None,
    party_sees: &[],
    work_order: false,
};

macro_rules! catalogue {
    ($($service:ident { $($field:ident : $value:expr),* $(,)? })*) => {
        pub(super) fn facts(service: Service) -> &'static Facts {
            match service {
                $(Service::$service => {
                    const FACTS: &Facts = &Facts { $($field: $value,)* ..BASE };
                    FACTS
                })*
            }
        }
    };
}

catalogue! {
    New {
        about: bi("新房、新店、新厂要接水", "Water for a new home, shop or factory"),
        group: Group::Daily,
        materials: &[
            when(ID_CARD, is_person),
            when(LICENCE, is_organisation),
            when(AUTHORITY, is_organisation),
            PROPERTY,
            when(
                proving(one("drawings", bi("经批准的图纸", "Approved drawings")), &["address", "meter", "households"]),
                needs_drawings,
            ),
        ],
        steps: steps!("受理签约" / "Accept and sign", "安装通水" / "Install and connect"),
        note: Some(bi("无外线工程1个工作日,简单的3个工作日", "1 working day without outside pipe, 3 if simple")),
        form: Some(&form::HOOKUP),
    }
    Temp {
        about: bi("工地、活动临时接水,最长一年", "Water for a site or an event, a year at most"),
        materials: &[one("licence", bi("营业执照或身份证", "Business licence or identity card"))],
        steps: steps!("受理签约、交押金" / "Accept, sign, deposit", "安装通水" / "Install and connect"),
    }
    Split {
        about: bi("整栋楼改成一户一个水表", "A meter for each household of a building"),
        materials: &[one("owners", bi("业主名册", "List of owners")), PROPERTY],
        steps: steps!("勘查报价" / "Survey and quote", "改造施工" / "Work"),
    }
    Trans {
        about: bi("房子换了主人,水费户口也换名字", "A new owner takes over the water account"),
        group: Group::Daily,
        materials: &[
            ID_CARD,
            when(
                proving(
                    one("certificate", bi("新的不动产权证", "New property certificate")),
                    &["town", "address", "proof", "name"],
                ),
                by_certificate,
            ),
            when(
                proving(
                    one("agreement", bi("过户协议,双方签字", "Transfer agreement, signed by both")),
                    &["town", "address", "proof", "name", "old_name"],
                ),
                by_agreement,
            ),
            when(
                Material {
                    most: 2,
                    proves: &["old_name", "old_id_number"],
                    ..one("old_id_card", bi("原户主身份证", "Old owner's identity card"))
                },
                by_agreement,
            ),
            Material {
                proves: &["account", "reading"],
                help: Some(bi("拍到整个表盘,数字看得清", "The whole dial, with readable digits")),
                ..one("reading", bi("水表照片", "Photo of the meter"))
            },
        ],
        steps: &[
            Step { title: bi("对方确认", "Other side confirms"), owner: Owner::Party, statuses: CONFIRM },
            step(bi("核验材料", "Check"), Role::Clerk, DESK),
            step(bi("签约过户", "Sign and transfer"), Role::Clerk, WORK),
        ],
        note: Some(bi("材料齐全当场办结;没有欠费、没有违章才能过户", "At once when complete; not with arrears or an open violation")),
        form: Some(&form::TRANSFER),
        party_sees: &["account", "town", "address", "proof", "old_name", "old_phone", "reading"],
    }
    Info {
        about: bi("换手机号、邮寄地址、用户名", "New phone, mailing address or user name"),
        group: Group::Daily,
        materials: &[ID_CARD],
        steps: steps!("核对更新" / "Check and update"),
    }
    Bill {
        about: bi("查水费、交水费、开收据", "See bills, pay them, get a receipt"),
        group: Group::Daily,
        who: Who::Anyone,
        steps: steps!("查询缴费" / "Query and pay"),
    }
    Debit {
        about: bi("从银行卡自动扣水费", "Bills are paid from a bank card"),
        group: Group::Account,
        materials: &[one("card", bi("银行卡", "Bank card")), one("payer_id", bi("付款人身份证", "Payer's identity card"))],
        steps: steps!("签约、银行核对" / "Sign, bank checks"),
        note: Some(bi("下一个账期开始扣", "From the next billing cycle")),
    }
    Qual {
        about: bi("约人上门取水样检测", "We come, take a sample and test it"),
        group: Group::Meter,
        steps: steps!("预约" / "Book", "取样、出报告" / "Sample and report"),
        tags: REPAIR_TAGS,
    }
    Disc {
        about: bi("低保、特困家庭水费优惠", "Cheaper water for families in hardship"),
        group: Group::Account,
        who: Who::Persons,
        materials: &[one("hardship", bi("低保证或特困证", "Hardship certificate")), ID_CARD],
        steps: steps!("审核生效" / "Review and apply"),
        note: Some(bi("每年复核一次", "Checked again each year")),
    }
    Inv {
        about: bi("改发票抬头、税号、邮箱", "Title, tax number or e-mail of your invoices"),
        group: Group::Account,
        materials: &[one("licence", bi("营业执照;租户要业主同意书", "Business licence; tenants: owner's consent"))],
        steps: steps!("审核,下期账单生效" / "Review, from the next bill"),
    }
    Susp {
        about: bi("长期不住,先停水、留着户口", "Stop the water for a while, keep the account"),
        materials: &[PROPERTY, ID_CARD],
        steps: steps!("结清水费" / "Settle the bill", "拆表保管" / "Remove the meter"),
        note: Some(bi("提前5天申请,一年最多两次,每次至少30天", "Ask 5 days ahead; twice a year; 30 days or more each")),
    }
    Resume {
        about: bi("停过水的房子重新用水", "Water again after a suspension"),
        materials: &[ID_CARD],
        steps: steps!("核对" / "Check", "装回水表" / "Refit the meter"),
    }
    Arrear {
        about: bi("欠费停水,交清后恢复", "Water again once arrears are paid"),
        steps: steps!("核对欠费结清" / "Check that all is paid", "恢复供水" / "Restore"),
    }
    Close {
        about: bi("不再用水,结清销户", "Settle and close the account"),
        group: Group::Account,
        materials: &[ID_CARD],
        steps: steps!("受理" / "Accept", "拆表结清" / "Remove the meter and settle"),
    }
    Use {
        about: bi("住宅改商铺、商铺改住宅", "Home turns shop, or shop turns home"),
        group: Group::Account,
        materials: &[one("property", bi("不动产权证或营业执照", "Property certificate or business licence"))],
        steps: steps!("受理" / "Accept", "现场核查,下月生效" / "Site check, from next month"),
    }
    Pop {
        about: bi("家里5人以上,阶梯水量放宽", "Wider price tiers for five persons and more"),
        group: Group::Account,
        who: Who::Persons,
        materials: &[one("register", bi("户口本、居住证", "Household register, residence permits"))],
        steps: steps!("审核生效" / "Review and apply"),
        note: Some(bi("不能有欠费,每两年续一次", "Not with arrears; renewed every two years")),
    }
    Test {
        about: bi("怀疑水表不准,拆去检测", "You doubt the meter: we test it"),
        group: Group::Meter,
        steps: steps!("受理" / "Accept", "拆表送检" / "Remove and test"),
        note: Some(bi("在误差内用户付费,超差公司付费并退补水费", "In tolerance you pay; else we pay and re-bill")),
    }
    Move {
        about: bi("水表换位置、换大小", "Another place or size for the meter"),
        group: Group::Meter,
        materials: &[one("sketch", bi("示意图", "Sketch")), ID_CARD, PROPERTY],
        steps: steps!("勘查报价" / "Survey and quote", "施工" / "Work"),
    }
    Read {
        about: bi("自己报水表读数", "Tell us what your meter shows"),
        group: Group::Meter,
        who: Who::Persons,
        materials: &[one("reading", bi("水表照片", "Photo of the meter"))],
        steps: steps!("核对、出账" / "Check and bill"),
        note: Some(bi("在当期截止前报", "Before the cycle's cut-off")),
    }
    Leak {
        about: bi("水管、水表、路面漏水", "A pipe, a meter or a road leaks"),
        group: Group::Daily,
        who: Who::Anyone,
        materials: &[Material {
            key: "photos",
            label: bi("现场照片", "Photos of the place"),
            help: Some(bi("拍漏水点和周围能认出来的东西", "The leak, and something around it that can be recognised")),
            asked: Asked::Always,
            least: 0,
            most: 9,
            proves: &["severity", "side", "town", "address"],
        }],
        steps: &[
            step(bi("受理派单", "Take and dispatch"), Role::Dispatcher, DESK),
            step(bi("现场抢修", "Repair on site"), Role::Crew, WORK),
        ],
        note: Some(bi("水表前由我们免费修;水表后请找水工,我们帮忙关阀", "Before the meter we repair for free; after it call a plumber, we help to shut the valve")),
        tags: REPAIR_TAGS,
        form: Some(&form::LEAK),
        work_order: true,
    }
    Rate {
        about: bi("办完的事办得好不好", "How well did it go"),
        group: Group::Voice,
        steps: steps!("回看改进" / "Read and improve"),
    }
    Out {
        about: bi("哪里停水、几点恢复", "Where water is off, and until when"),
        group: Group::Voice,
        who: Who::Anyone,
        steps: steps!("发布" / "Publish"),
    }
    Comp {
        about: bi("不满意、有建议,都告诉我们", "Tell us what is wrong or could be better"),
        group: Group::Voice,
        who: Who::Anyone,
        steps: steps!("受理转办" / "Take and pass on", "处理答复" / "Handle and answer"),
        note: Some(bi("复杂的15个工作日", "15 working days for hard ones")),
        work_order: true,
    }
}
