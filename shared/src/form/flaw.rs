//! What can be wrong with an answer. A flaw is a code with figures, never a sentence: browser and server
//! share the one renderer below.

use serde::{Deserialize, Serialize};

use crate::money::Fen;
use crate::slot::{NextSlots, Slot};
use crate::template::{Blank, BlankName};
use crate::time::{Date, Moment, exact, say_day};
use crate::water::Obstacle;
use crate::words::Lang;

/// What is wrong with one answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
#[expect(
    missing_docs,
    reason = "the figures are named by what they count; each flaw's sentence stands in `say`"
)]
pub enum Flaw {
    Missing,
    NotAsked,
    WrongType,
    TooShort { least: usize },
    TooLong { most: usize, is: usize },
    TooFew { least: usize },
    TooMany { most: usize },
    TooFewLines { least: usize, is: usize },
    TooManyLines { most: usize, is: usize },
    LineTooLong { line: usize, most: usize },
    Unprintable,
    NotInAName { symbol: char },
    PhoneLength { is: usize },
    NotAPhone,
    SamePhone,
    IdLength { is: usize },
    IdPlace { place: usize },
    IdBirthday,
    IdCheck,
    SameId,
    SamePayer,
    CreditLength { is: usize },
    CreditPlace { place: usize },
    CreditCheck,
    CardLength { is: usize },
    CardCheck,
    NotAnEmail,
    NotADay,
    DayPast { earliest: Date },
    DayTooSoon { days: u32, earliest: Date },
    DaysTooFew { days: u32, earliest: Date },
    DayTooLate { years: u32, latest: Date },
    SameUse,
    NotDigits,
    NotMoney,
    NotAPercent,
    LowerReading { last: Option<u32> },
    Hindered { obstacle: Obstacle },
    NotTheAmount { fen: i64 },
    TooSmall { least: u32 },
    TooBig { most: u32 },
    NotAChoice,
    NotATown,
    NotAStreet,
    NotAUnit,
    NotAPoint,
    NotASlot,
    SlotTaken { next: NextSlots },
    AccountLength { is: usize },
    NotTheHolder { left: usize },
    OwnPhone,
    SharedAlready,
    AskedAlready,
    Full { most: usize },
    NoSuchPhoto,
    NotAColleague,
    TooManyCases { most: usize },
    TooManyViews { most: usize },
    EndsWrong { days: i64 },
    AnnouncedLate { hours: u32, earliest: Moment },
    NoWaterPlanned { hours: u32 },
    OutageBegun,
    StopOverlaps,
    StopWrong { hours: i64 },
    TruckTaken,
    StopGiven,
    NotThatDay,
    OutsideTheEvent,
    ShiftOverlaps,
    ShiftFull,
    NotTheMinutesCode,
    NotWithinTheTurn,
    ShiftTaken,
    TimePast,
    NoPlace,
    NoSuchBlank { name: BlankName },
    WrongCode,
    WrongPassword,
}

impl Flaw {
    /// The stable code.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::NotAsked => "not_asked",
            Self::WrongType => "wrong_type",
            Self::TooShort { .. } => "too_short",
            Self::TooLong { .. } => "too_long",
            Self::TooFew { .. } => "too_few",
            Self::TooMany { .. } => "too_many",
            Self::TooFewLines { .. } => "too_few_lines",
            Self::TooManyLines { .. } => "too_many_lines",
            Self::LineTooLong { .. } => "line_too_long",
            Self::Unprintable => "unprintable",
            Self::NotInAName { .. } => "not_in_a_name",
            Self::PhoneLength { .. } => "phone_length",
            Self::NotAPhone => "not_a_phone",
            Self::SamePhone => "same_phone",
            Self::IdLength { .. } => "id_length",
            Self::IdPlace { .. } => "id_place",
            Self::IdBirthday => "id_birthday",
            Self::IdCheck => "id_check",
            Self::SameId => "same_id",
            Self::SamePayer => "same_payer",
            Self::CreditLength { .. } => "credit_length",
            Self::CreditPlace { .. } => "credit_place",
            Self::CreditCheck => "credit_check",
            Self::CardLength { .. } => "card_length",
            Self::CardCheck => "card_check",
            Self::NotAnEmail => "not_an_email",
            Self::NotADay => "not_a_day",
            Self::DayPast { .. } => "day_past",
            Self::DayTooSoon { .. } => "day_too_soon",
            Self::DaysTooFew { .. } => "days_too_few",
            Self::DayTooLate { .. } => "day_too_late",
            Self::SameUse => "same_use",
            Self::NotDigits => "not_digits",
            Self::NotMoney => "not_money",
            Self::NotAPercent => "not_a_percent",
            Self::LowerReading { .. } => "lower_reading",
            Self::Hindered { obstacle } => obstacle.code(),
            Self::NotTheAmount { .. } => "not_the_amount",
            Self::TooSmall { .. } => "too_small",
            Self::TooBig { .. } => "too_big",
            Self::NotAChoice => "not_a_choice",
            Self::NotATown => "not_a_town",
            Self::NotAStreet => "not_a_street",
            Self::NotAUnit => "not_a_unit",
            Self::NotAPoint => "not_a_point",
            Self::NotASlot => "not_a_slot",
            Self::SlotTaken { .. } => "slot_taken",
            Self::AccountLength { .. } => "account_length",
            Self::NotTheHolder { .. } => "not_the_holder",
            Self::OwnPhone => "own_phone",
            Self::SharedAlready => "shared_already",
            Self::AskedAlready => "asked_already",
            Self::Full { .. } => "full",
            Self::NoSuchPhoto => "no_such_photo",
            Self::NotAColleague => "not_a_colleague",
            Self::TooManyCases { .. } => "too_many_cases",
            Self::TooManyViews { .. } => "too_many_views",
            Self::EndsWrong { .. } => "ends_wrong",
            Self::AnnouncedLate { .. } => "announced_late",
            Self::NoWaterPlanned { .. } => "no_water_planned",
            Self::OutageBegun => "outage_begun",
            Self::StopOverlaps => "stop_overlaps",
            Self::StopWrong { .. } => "stop_wrong",
            Self::TruckTaken => "truck_taken",
            Self::StopGiven => "stop_given",
            Self::NotThatDay => "not_that_day",
            Self::OutsideTheEvent => "outside_the_event",
            Self::ShiftOverlaps => "shift_overlaps",
            Self::ShiftFull => "shift_full",
            Self::NotTheMinutesCode => "not_the_minutes_code",
            Self::NotWithinTheTurn => "not_within_the_turn",
            Self::ShiftTaken => "shift_taken",
            Self::TimePast => "time_past",
            Self::NoPlace => "no_place",
            Self::NoSuchBlank { .. } => "no_such_blank",
            Self::WrongCode => "wrong_code",
            Self::WrongPassword => "wrong_password",
        }
    }

    /// The flaw as a sentence: what is wrong and what to do.
    #[expect(clippy::too_many_lines, reason = "a catalogue of sentences is read in one piece")]
    pub fn say(&self, lang: Lang) -> String {
        let (zh, en) = match self {
            Self::Missing => ("这一项还没有填".into(), "Please fill this in".into()),
            Self::NotAsked => (
                "这一项不需要填,请删去".into(),
                "This is not asked for; please leave it out".into(),
            ),
            Self::WrongType => (
                "这一项的格式不对,请按接口说明填写".into(),
                "This has the wrong type; see the API description".into(),
            ),
            Self::TooShort { least } => (format!("至少要{least}个字"), format!("Use at least {least} characters")),
            Self::TooLong { most, is } => (
                format!("最多{most}个字,现在是{is}个字"),
                format!("Use at most {most} characters; there are {is}"),
            ),
            Self::TooFew { least } => (
                format!("请至少拍{least}张照片"),
                format!("Photos needed: at least {least}"),
            ),
            Self::TooMany { most } => (
                format!("最多{most}张,请删去几张"),
                format!("At most {most}; please remove some"),
            ),
            Self::TooFewLines { least, is } => (
                format!("一户写一行,至少要{least}行,现在是{is}行"),
                format!("A line for each: at least {least}; there are {is}"),
            ),
            Self::TooManyLines { most, is } => (
                format!("最多{most}行,现在是{is}行,请分几次提交"),
                format!("At most {most} lines; there are {is}. Please file in parts"),
            ),
            Self::LineTooLong { line, most } => (
                format!("第{line}行太长,一行最多{most}个字"),
                format!("Line {line} is too long; use at most {most} characters a line"),
            ),
            Self::Unprintable => (
                "里面有看不见的字符,请重新输入".into(),
                "It has characters that cannot be seen; please type it again".into(),
            ),
            Self::NotInAName { symbol } => (
                format!("姓名里不能有“{symbol}”,请再看一下证件"),
                format!("A name has no “{symbol}”; please check the card"),
            ),
            Self::PhoneLength { is } => (
                format!("手机号是11位,现在是{is}位"),
                format!("A mobile number has 11 digits; there are {is}"),
            ),
            Self::NotAPhone => (
                "请填能收短信的手机号,11位,1开头".into(),
                "Please give a mobile number that gets SMS: 11 digits, starting with 1".into(),
            ),
            Self::SamePhone => (
                "双方的手机号不能相同,对方要在自己的手机上确认".into(),
                "The two phones must differ: the other side confirms on their own".into(),
            ),
            Self::IdLength { is } => (
                format!("身份证号是18位,现在是{is}位"),
                format!("An identity number has 18 places; there are {is}"),
            ),
            Self::IdPlace { place } => (
                format!("身份证号第{place}位不对,请再看一下证件"),
                format!("Place {place} of the identity number is wrong; please check the card"),
            ),
            Self::IdBirthday => (
                "身份证号第7到14位不是一个出生日期,请再看一下证件".into(),
                "Places 7 to 14 of the identity number are no date of birth; please check the card".into(),
            ),
            Self::IdCheck => (
                "身份证号有一位不对,请再看一下证件".into(),
                "One place of the identity number is wrong; please check the card".into(),
            ),
            Self::SameId => (
                "新旧户主的身份证号不能相同".into(),
                "Old and new owner cannot have the same identity number".into(),
            ),
            Self::SamePayer => (
                "这是户主自己的身份证号;用户主自己的卡,请在上面选“户主自己的卡”".into(),
                "This is the owner's own number; for the owner's own card, pick that above".into(),
            ),
            Self::CreditLength { is } => (
                format!("统一社会信用代码是18位,现在是{is}位"),
                format!("A credit code has 18 places; there are {is}"),
            ),
            Self::CreditPlace { place } => (
                format!("统一社会信用代码第{place}位不对,请再看一下营业执照"),
                format!("Place {place} of the credit code is wrong; please check the licence"),
            ),
            Self::CreditCheck => (
                "统一社会信用代码有一位不对,请再看一下营业执照".into(),
                "One place of the credit code is wrong; please check the licence".into(),
            ),
            Self::CardLength { is } => (
                format!("银行卡号是16到19位数字,现在是{is}位"),
                format!("A card number has 16 to 19 digits; there are {is}"),
            ),
            Self::CardCheck => (
                "银行卡号有一位不对,请再看一下卡面".into(),
                "One digit of the card number is wrong; please check the card".into(),
            ),
            Self::NotAnEmail => (
                "请填完整的邮箱,例如 name@example.com".into(),
                "Please give a whole e-mail address such as name@example.com".into(),
            ),
            Self::NotADay => (
                "请填日期,例如 2026-12-01".into(),
                "Please give a date such as 2026-12-01".into(),
            ),
            Self::DayPast { earliest } => (
                format!("这一天已经过了,请选{}或以后", say_day(*earliest, Lang::Zh)),
                format!("This day is over; pick {} or later", say_day(*earliest, Lang::En)),
            ),
            Self::DayTooSoon { days, earliest } => (
                format!("要提前{days}天,最早可以选{}", say_day(*earliest, Lang::Zh)),
                format!("Ask {days} days ahead: {} or later", say_day(*earliest, Lang::En)),
            ),
            Self::DaysTooFew { days, earliest } => (
                format!("至少要隔{days}天,最早可以选{}", say_day(*earliest, Lang::Zh)),
                format!(
                    "At least {days} day{} later: {} or after",
                    if *days == 1 { "" } else { "s" },
                    say_day(*earliest, Lang::En)
                ),
            ),
            Self::DayTooLate { years, latest } => (
                format!("最长{years}年,最晚可以选{}", say_day(*latest, Lang::Zh)),
                format!(
                    "{years} year{} at most: {} or before",
                    if *years == 1 { "" } else { "s" },
                    say_day(*latest, Lang::En)
                ),
            ),
            Self::SameUse => (
                "新的用途要和现在的不一样".into(),
                "The new use must differ from the present one".into(),
            ),
            Self::NotDigits => ("这里只填数字".into(), "Please use digits only".into()),
            Self::NotMoney => (
                "请填金额,例如 54 或 54.50".into(),
                "Please give an amount of yuan such as 54 or 54.50".into(),
            ),
            Self::NotAPercent => (
                "请填检测出的误差百分数,例如 +5.2 或 -3.05".into(),
                "Please give the error that was measured in percent, such as +5.2 or -3.05".into(),
            ),
            Self::LowerReading { last } => {
                let (zh, en) = last.map_or_else(Default::default, |last| (last.to_string(), format!(", {last}")));
                (
                    format!("比上次的读数{zh}小,请拍一张水表照片,拍到整个表盘"),
                    format!("This is below the last reading{en}; please add a photo of the whole dial"),
                )
            }
            Self::Hindered { obstacle } => (obstacle.say(Lang::Zh), obstacle.say(Lang::En)),
            Self::NotTheAmount { fen } => {
                let amount = Fen(*fen);
                (
                    format!("应收的是 ¥{amount},请核对金额"),
                    format!("¥{amount} is due; please check the amount"),
                )
            }
            Self::TooSmall { least } => (format!("不能小于{least}"), format!("Cannot be below {least}")),
            Self::TooBig { most } => (format!("不能大于{most}"), format!("Cannot be above {most}")),
            Self::NotAChoice => ("请从选项里选一个".into(), "Please pick one of the choices".into()),
            Self::NotATown => ("请从列表里选一个镇街".into(), "Please pick a town from the list".into()),
            Self::NotAStreet => (
                "请写路名或小区名,比如“鸿福路”“阳光花园”".into(),
                "Please name a street or an estate, such as 鸿福路 or Hongfu Road".into(),
            ),
            Self::NotAUnit => ("请从列表里选一个部门".into(), "Please pick a unit from the list".into()),
            Self::NotAPoint => (
                "位置没有取到,请再试一次,或只填地址".into(),
                "No location was given; try again, or just type the address".into(),
            ),
            Self::NotASlot => (
                "这个时间已经不能约了,请从列表里选一个".into(),
                "This time can no longer be had; please pick one from the list".into(),
            ),
            Self::SlotTaken { next } => taken(next),
            Self::AccountLength { is } => (
                format!("水费户号是8到12位数字,现在是{is}位;户号印在水费单上"),
                format!("An account number has 8 to 12 digits, as printed on the bill; there are {is}"),
            ),
            Self::NotTheHolder { left } => (
                format!("户号、户名最后一个字或后四位对不上,请对照水费单;今天还可以试{left}次"),
                format!("Number, name or last four do not go together; please see the bill. Tries left today: {left}"),
            ),
            Self::OwnPhone => (
                "这是您自己的手机号,不用分享".into(),
                "This is your own phone; there is no need to share".into(),
            ),
            Self::AskedAlready => (
                "这一户的授权书正在等窗口核对,不用再交".into(),
                "The desk has your letter for this account already".into(),
            ),
            Self::SharedAlready => (
                "这个手机号已经能看这一户的账单".into(),
                "This phone can see the bills already".into(),
            ),
            Self::Full { most } => (
                format!("最多{most}个,请先删去一个"),
                format!("At most {most}; please remove one first"),
            ),
            Self::NotAColleague => (
                "请选一位能办这件的同事".into(),
                "Please pick a colleague who can work on this case".into(),
            ),
            Self::TooManyCases { most } => (
                format!("一次最多{most}件,请少选几件"),
                format!("At most {most} cases at once; please choose fewer"),
            ),
            Self::EndsWrong { days } => (
                format!("恢复时间要晚于停水时间,并且在{days}天内"),
                format!("Water must be back after it goes off, and within {days} days"),
            ),
            Self::AnnouncedLate { hours, earliest } => (
                format!(
                    "计划停水要提前{hours}小时公告:现在发布,最早可以从{}开始;等不了的请选突发停水",
                    exact(*earliest)
                ),
                format!(
                    "A planned outage is announced {hours} hours ahead: posted now, it can begin at {} or later; \
                     what cannot wait is a sudden one",
                    exact(*earliest)
                ),
            ),
            Self::NoWaterPlanned { hours } => (
                format!("停水超过{hours}小时要送水:请先存为草稿,安排好送水再发布,或把停水缩短"),
                format!(
                    "Water is brought where it is off for more than {hours} hours: save a draft, plan a delivery, then post; \
                     or make it shorter"
                ),
            ),
            Self::OutageBegun => (
                "水已经停了,开始时间不能再改;要改的是恢复时间".into(),
                "Water is off already, so the beginning stays; change when it is back".into(),
            ),
            Self::StopOverlaps => (
                "一辆车一站一站地送:这一站要在上一站结束后开始".into(),
                "One truck serves one stop at a time: begin after the stop before has ended".into(),
            ),
            Self::StopWrong { hours } => (
                format!("结束要晚于开始,并且在{hours}小时以内"),
                format!("It must end after it begins, and within {hours} hours"),
            ),
            Self::StopGiven => (
                "这一站已经送过水了,不能再改;要改的请加在后面".into(),
                "Water was given here already, so it stays; add another stop instead".into(),
            ),
            Self::TruckTaken => (
                "这辆车那时在送另一趟,请换车或换时间".into(),
                "This truck is on another delivery then; take another truck or time".into(),
            ),
            Self::NotThatDay => (
                "结束要晚于开始,并且在同一天;办两天请分成两场活动".into(),
                "It must end after it begins, on the same day; plan two events for two days".into(),
            ),
            Self::OutsideTheEvent => (
                "班次要在活动时间之内,结束晚于开始".into(),
                "A shift lies within the event, and ends after it begins".into(),
            ),
            Self::ShiftOverlaps => (
                "您已经报了同一时间的另一个班次,请先取消那一个".into(),
                "You have signed up for another shift at that time; please give that one up first".into(),
            ),
            Self::ShiftFull => (
                "这个班次已经报满,请看看别的班次或别的活动".into(),
                "This shift is full; please look at another shift or event".into(),
            ),
            Self::NotTheMinutesCode => (
                "这不是现在的签到码,请再看一眼领队手机上的6位数".into(),
                "This is not the code of now; please look at the six digits on the leader's phone again".into(),
            ),
            Self::NotWithinTheTurn => (
                "时间要在活动当天,并且离开晚于到达".into(),
                "It must be on the day of the event, and going after coming".into(),
            ),
            Self::ShiftTaken => (
                "有志愿者报了您删去的班次:班次可以改时间,不能删".into(),
                "Volunteers have signed up for a shift that you removed; change its time, but keep it".into(),
            ),
            Self::TimePast => (
                "这个时间已经过了,请选以后的时间".into(),
                "This time is over; please pick a later one".into(),
            ),
            Self::NoPlace => (
                "请给出位置,或镇街和地址".into(),
                "Give a location, or a town with an address".into(),
            ),
            Self::TooManyViews { most } => (
                format!("最多存{most}个视图,请先删去不用的"),
                format!("At most {most} views can be saved; please remove some first"),
            ),
            Self::WrongCode => (
                "验证码不对或已过期,请看最新一条短信".into(),
                "Wrong or too old; look at the latest SMS".into(),
            ),
            Self::WrongPassword => (
                "用户名或密码不对,请再试一次".into(),
                "Name or password is wrong; please try again".into(),
            ),
            Self::NoSuchBlank { name } => {
                let known: Vec<_> = Blank::ALL.iter().map(|blank| format!("{{{}}}", blank.code())).collect();
                let known = known.join(" ");
                (
                    format!("没有“{{{name}}}”这个空,可以用的有 {known}"),
                    format!("There is no blank “{{{name}}}”; use one of {known}"),
                )
            }
            Self::NoSuchPhoto => (
                "这张照片没有传好,请重新上传".into(),
                "This photo did not arrive; please upload it again".into(),
            ),
        };
        match lang {
            Lang::Zh => zh,
            Lang::En => en,
        }
    }
}

/// That a time was taken by somebody else, and which ones are free.
fn taken(next: &NextSlots) -> (String, String) {
    let said = |lang| {
        next.iter()
            .flatten()
            .map(move |slot: &Slot| slot.say(lang))
            .collect::<Vec<_>>()
    };
    let (zh, en) = (said(Lang::Zh), said(Lang::En));
    if zh.is_empty() {
        return (
            "这个时间刚刚约满了,近期都没有空了,请过两天再来看".into(),
            "This time has just been taken, and none is free for now; please look again in two days".into(),
        );
    }
    (
        format!("这个时间刚刚约满了,请另选一个。最近有空的:{}", zh.join("、")),
        format!(
            "This time has just been taken; please pick another. Free next: {}",
            en.join("; ")
        ),
    )
}

/// A flaw and the field it belongs to: `answers.phone`, `materials.id_card`, `reason`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldFlaw {
    /// The field's path in the request.
    pub field: String,
    /// What is wrong.
    #[serde(flatten)]
    pub flaw: Flaw,
}

/// The path of the answer with this key in a request.
pub fn answer_path(key: &str) -> String {
    format!("answers.{key}")
}

/// The path of the material with this key in a request.
pub fn material_path(key: &str) -> String {
    format!("materials.{key}")
}

impl FieldFlaw {
    /// A flaw of a plain member of the request.
    pub fn new(field: impl Into<String>, flaw: Flaw) -> Self {
        Self {
            field: field.into(),
            flaw,
        }
    }

    /// A flaw of an answer.
    pub fn answer(key: &str, flaw: Flaw) -> Self {
        Self::new(answer_path(key), flaw)
    }

    /// A flaw of a material.
    pub fn material(key: &str, flaw: Flaw) -> Self {
        Self::new(material_path(key), flaw)
    }
}
