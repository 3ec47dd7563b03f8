//! The facts of each service, after DOMAIN.md §2.

use super::{Facts, Group, Material, Service, Who, ways};
use crate::form::conditions::{BY_AGREEMENT, BY_CERTIFICATE, LARGE_METER, ORGANISATION, OTHER_PAYER, PERSON, TENANT};
use crate::form::{self, Asked, Condition};
use crate::water::Need;
use crate::words::{Bi, bi};

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
    proves: &["name", "company", "town", "address"],
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

const METER_PHOTO: Material = Material {
    proves: &["account", "reading"],
    help: Some(bi("拍到整个表盘,数字看得清", "The whole dial, with readable digits")),
    ..one("reading", bi("水表照片", "Photo of the meter"))
};
const DRAWINGS: Material = when(
    proving(
        one("drawings", bi("经批准的图纸", "Approved drawings")),
        &["address", "meter"],
    ),
    LARGE_METER,
);
/// Who a person is.
const BY_ID_CARD: Material = when(ID_CARD, PERSON);
/// What an organisation is, and that whoever acts for it may.
const BY_LICENCE: Material = when(LICENCE, ORGANISATION);
const BY_AUTHORITY: Material = when(AUTHORITY, ORGANISATION);

const fn when(material: Material, condition: Condition) -> Material {
    Material {
        asked: Asked::When(condition),
        ..material
    }
}

const fn helped(material: Material, zh: &'static str, en: &'static str) -> Material {
    Material {
        help: Some(bi(zh, en)),
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

/// Facts before any is told.
pub(super) const BASE: Facts = Facts {
    about: bi("", ""),
    group: Group::Supply,
    who: Who::Signed,
    needs: &[],
    needs_still: &[],
    materials: &[],
    steps: &[],
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
                Service::Other(definition) => &definition.facts,
            }
        }
    };
}

catalogue! {
    New {
        about: bi("新房、新店、新厂要接水", "Water for a new home, shop or factory"),
        group: Group::Daily,
        materials: &[
            BY_ID_CARD,
            BY_LICENCE,
            BY_AUTHORITY,
            proving(PROPERTY, &["name", "company", "town", "address", "property"]),
            proving(DRAWINGS, &["address", "meter", "households"]),
        ],
        steps: ways::NEW,
        note: Some(bi("无外线工程1个工作日,简单的3个工作日", "1 working day without outside pipe, 3 if simple")),
        form: Some(&form::HOOKUP),
    }
    Temp {
        about: bi("工地、活动临时接水,最长一年", "Water for a site or an event, a year at most"),
        materials: &[BY_ID_CARD, BY_LICENCE],
        note: Some(bi("要交押金,拆表后退还;最长一年", "With a deposit, given back when the meter is removed; a year at most")),
        form: Some(&form::TEMP),
        steps: ways::TEMP,
    }
    Split {
        about: bi("整栋楼改成一户一个水表", "A meter for each household of a building"),
        materials: &[
            Material {
                most: 9,
                help: Some(bi("每户业主都签了名的名册", "The list that the owner of each household has signed")),
                proves: &["building", "list"],
                ..one("owners", bi("业主名册", "List of owners"))
            },
            PROPERTY,
        ],
        note: Some(bi("按栋办理,勘查后报价", "A building at a time; the price comes after a survey")),
        form: Some(&form::SPLIT),
        steps: ways::SPLIT,
    }
    Trans {
        about: bi("房子换了主人,水费户口也换名字", "A new owner takes over the water account"),
        needs: &[Need::Open, Need::Settled],
        needs_still: &[Need::Settled],
        group: Group::Daily,
        materials: &[
            ID_CARD,
            when(
                proving(
                    one("certificate", bi("新的不动产权证", "New property certificate")),
                    &["town", "address", "proof", "name"],
                ),
                BY_CERTIFICATE,
            ),
            when(
                proving(
                    one("agreement", bi("过户协议,双方签字", "Transfer agreement, signed by both")),
                    &["town", "address", "proof", "name", "old_name"],
                ),
                BY_AGREEMENT,
            ),
            when(
                Material {
                    most: 2,
                    proves: &["old_name", "old_id_number"],
                    ..one("old_id_card", bi("原户主身份证", "Old owner's identity card"))
                },
                BY_AGREEMENT,
            ),
            METER_PHOTO,
        ],
        steps: ways::TRANS,
        note: Some(bi("材料齐全当场办结;没有欠费、没有违章才能过户", "At once when complete; not with arrears or an open violation")),
        form: Some(&form::TRANSFER),
        party_sees: &["account", "town", "address", "proof", "old_name", "old_phone", "reading"],
    }
    Info {
        about: bi("换手机号、邮寄地址、用户名", "New phone, mailing address or user name"),
        needs: &[Need::Open],
        group: Group::Daily,
        materials: &[BY_ID_CARD, BY_LICENCE, BY_AUTHORITY],
        steps: ways::INFO,
        form: Some(&form::INFO),
    }
    Bill {
        about: bi("看每月水费、看欠多少", "See each bill and what is owed"),
        group: Group::Daily,
        who: Who::Anyone,
        steps: ways::BILL,
    }
    Debit {
        about: bi("从银行卡自动扣水费", "Bills are paid from a bank card"),
        needs: &[Need::Open],
        group: Group::Account,
        materials: &[
            helped(
                proving(one("card", bi("银行卡", "Bank card")), &["bank", "card", "payer_name"]),
                "只拍有卡号的一面,不要拍背面的三位数",
                "The side with the number only, not the three digits on the back",
            ),
            helped(
                proving(
                    one("payer_id", bi("持卡人身份证", "Card holder's identity card")),
                    &["name", "id_number", "payer_name", "payer_id_number"],
                ),
                "单位的卡拍营业执照",
                "For an organisation's card: the business licence",
            ),
            when(
                helped(
                    proving(AUTHORITY, &["name", "company", "payer_name"]),
                    "持卡人签名,写明同意代付这一户的水费",
                    "Signed by the card holder: agrees to pay for this account",
                ),
                OTHER_PAYER,
            ),
        ],
        steps: ways::DEBIT,
        note: Some(bi("下一个账期开始扣", "From the next billing cycle")),
        form: Some(&form::DEBIT),
    }
    Qual {
        about: bi("约人上门取水样检测", "We come, take a sample and test it"),
        group: Group::Meter,
        steps: ways::QUAL,
        note: Some(bi("上门时间您自己选,取样后24小时内答复", "You pick when we come; you hear within 24 hours of the sample")),
        tags: REPAIR_TAGS,
        form: Some(&form::QUAL),
    }
    Disc {
        about: bi("低保、特困家庭水费优惠", "Cheaper water for families in hardship"),
        needs: &[Need::Open],
        group: Group::Account,
        who: Who::Persons,
        materials: &[
            helped(
                proving(
                    one("hardship", bi("低保证或特困证", "Hardship certificate")),
                    &["name", "hardship", "certificate", "expires"],
                ),
                "有姓名、编号和有效期的那几页",
                "The pages with name, number and validity",
            ),
            ID_CARD,
        ],
        steps: ways::DISC,
        note: Some(bi("每年复核一次", "Checked again each year")),
        form: Some(&form::DISC),
    }
    Inv {
        about: bi("改发票抬头、税号、邮箱", "Title, tax number or e-mail of your invoices"),
        needs: &[Need::Open],
        group: Group::Account,
        materials: &[
            proving(BY_LICENCE, &["company", "title", "tax_number"]),
            when(
                helped(
                    proving(one("consent", bi("业主同意书", "Owner's consent")), &["address", "tenancy", "title"]),
                    "业主签名,写明同意改成这个抬头",
                    "Signed by the owner: agrees to this title",
                ),
                TENANT,
            ),
        ],
        note: Some(bi("只改发票抬头,户主不变", "The title changes, the owner does not")),
        form: Some(&form::INV),
        steps: ways::INV,
    }
    Susp {
        about: bi("长期不住,先停水、留着户口", "Stop the water for a while, keep the account"),
        needs: &[Need::InUse, Need::Settled, Need::TwiceAYear],
        materials: &[PROPERTY, BY_ID_CARD, BY_LICENCE, BY_AUTHORITY],
        steps: ways::SUSP,
        note: Some(bi("提前5天申请,一年最多两次,每次至少30天", "Ask 5 days ahead; twice a year; 30 days or more each")),
        form: Some(&form::SUSP),
    }
    Resume {
        about: bi("停过水的房子重新用水", "Water again after a suspension"),
        needs: &[Need::Suspended],
        materials: &[BY_ID_CARD, BY_LICENCE, BY_AUTHORITY],
        steps: ways::RESUME,
        note: Some(bi("停了一年以上要换新表", "After more than a year a new meter is needed")),
        form: Some(&form::RESUME),
    }
    Arrear {
        about: bi("欠费停水,交清后恢复", "Water again once arrears are paid"),
        needs: &[Need::Open, Need::NotOverdue],
        steps: ways::ARREAR,
        note: Some(bi("先交清欠费和违约金", "Pay the arrears and the late fee first")),
        form: Some(&form::ARREAR),
    }
    Close {
        about: bi("不再用水,结清销户", "Settle and close the account"),
        needs: &[Need::Open, Need::Settled],
        needs_still: &[Need::Settled],
        group: Group::Account,
        materials: &[BY_ID_CARD, BY_LICENCE, BY_AUTHORITY],
        steps: ways::CLOSE,
        note: Some(bi("结清水费才能销户,多交的退回", "Once all is paid; what was paid in excess comes back")),
        form: Some(&form::CLOSE),
    }
    Use {
        about: bi("住宅改商铺、商铺改住宅", "Home turns shop, or shop turns home"),
        needs: &[Need::InUse],
        group: Group::Account,
        materials: &[Material {
            most: 6,
            help: Some(bi("看得出房屋用途的那一页", "The page that says what the place is for")),
            proves: &["name", "company", "address", "new_use"],
            ..one("property", bi("不动产权证或营业执照", "Property certificate or business licence"))
        }],
        steps: ways::USE,
        note: Some(bi("下个月起按新用途收费", "The new price holds from next month")),
        form: Some(&form::USE),
    }
    Pop {
        about: bi("家里5人以上,阶梯水量放宽", "Wider price tiers for five persons and more"),
        needs: &[Need::Open, Need::NotOverdue],
        group: Group::Account,
        who: Who::Persons,
        materials: &[Material {
            most: 9,
            help: Some(bi("每个人的那一页都要拍", "The page of each person")),
            proves: &["name", "address", "persons"],
            ..one("register", bi("户口本、居住证", "Household register, residence permits"))
        }],
        steps: ways::POP,
        note: Some(bi("不能有欠费,每两年续一次", "Not with arrears; renewed every two years")),
        form: Some(&form::POP),
    }
    Test {
        about: bi("怀疑水表不准,拆去检测", "You doubt the meter: we test it"),
        needs: &[Need::InUse],
        group: Group::Meter,
        steps: ways::TEST,
        note: Some(bi("在误差内用户付费,超差公司付费并退补水费", "In tolerance you pay; else we pay and re-bill")),
        form: Some(&form::TEST),
    }
    Move {
        about: bi("水表换位置、换大小", "Another place or size for the meter"),
        needs: &[Need::InUse],
        group: Group::Meter,
        materials: &[
            helped(
                proving(one("sketch", bi("示意图", "Sketch")), &["change", "words"]),
                "手画也行,标出现在和以后的位置",
                "By hand will do: where the meter is, and where it goes",
            ),
            BY_ID_CARD,
            BY_LICENCE,
            BY_AUTHORITY,
            proving(PROPERTY, &["name", "company", "town", "address", "property"]),
            DRAWINGS,
        ],
        note: Some(bi("勘查后报价,您同意了才施工", "The price comes after a survey; work begins when you agree")),
        form: Some(&form::MOVE),
        steps: ways::MOVE,
    }
    Read {
        about: bi("自己报水表读数", "Tell us what your meter shows"),
        needs: &[Need::InUse, Need::BeforeCutOff, Need::PhotoOfLower],
        group: Group::Meter,
        who: Who::Persons,
        materials: &[Material {
            least: 0,
            help: Some(bi("比上次小才必须拍;拍到整个表盘,数字看得清", "Needed where it is below the last one: the whole dial, with readable digits")),
            ..METER_PHOTO
        }],
        steps: ways::READ,
        note: Some(bi("在当期截止前报", "Before the cycle's cut-off")),
        form: Some(&form::READ),
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
        steps: ways::LEAK,
        note: Some(bi("水表前由我们免费修;水表后请找水工,我们帮忙关阀", "Before the meter we repair for free; after it call a plumber, we help to shut the valve")),
        tags: REPAIR_TAGS,
        form: Some(&form::LEAK),
        work_order: true,
    }
    Rate {
        about: bi("办完的事办得好不好", "How well did it go"),
        group: Group::Voice,
        steps: ways::RATE,
    }
    Out {
        about: bi("哪里停水、几点恢复", "Where water is off, and until when"),
        group: Group::Voice,
        who: Who::Anyone,
        steps: ways::OUT,
    }
    Comp {
        about: bi("不满意、有建议,都告诉我们", "Tell us what is wrong or could be better"),
        group: Group::Voice,
        who: Who::Anyone,
        steps: ways::COMP,
        note: Some(bi("复杂的15个工作日", "15 working days for hard ones")),
        form: Some(&form::COMP),
        work_order: true,
    }
}
