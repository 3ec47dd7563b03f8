//! The questions that many forms share, each group asked in one place with the same keys, so that what was answered in one
//! form can be offered in another.

use super::kinds::AccountNumber;
use super::macros::fields;
use super::text::choice_answer;
use super::{Condition, Field};
use crate::person::{CompanyName, CreditCode, IdNumber, PersonName, Phone};
use crate::place::{Address, Town};
use crate::words::choices;

choices! {
    /// Who applies.
    pub enum Applicant {
        Person "person" = "个人" / "A person";
        Organisation "organisation" = "单位" / "An organisation";
    }
}

choices! {
    /// What the water is for; it decides the tariff.
    pub enum UseType {
        Household "household" = "居民生活" / "Household";
        Other "other" = "非居民(商店、工厂、办公)" / "Shop, factory, office";
        Special "special" = "特种(洗车、桑拿等)" / "Special (car wash, sauna and the like)";
    }
}

choices! {
    /// Nominal diameter of the meter, millimetres.
    pub enum MeterSize {
        Unsure "unsure" = "不清楚,请工作人员定" / "I do not know; please decide for me";
        Dn15 "15" = "DN15(一般家庭)" / "DN15 (most homes)";
        Dn20 "20" = "DN20" / "DN20";
        Dn25 "25" = "DN25" / "DN25";
        Dn40 "40" = "DN40" / "DN40";
        Dn50 "50" = "DN50" / "DN50";
        Dn80 "80" = "DN80" / "DN80";
        Dn100 "100" = "DN100" / "DN100";
        Dn150 "150" = "DN150" / "DN150";
        Dn200 "200" = "DN200" / "DN200";
    }
}

choices! {
    /// What shows that the applicant may use the place.
    pub enum Property {
        Certificate "certificate" = "不动产权证或房产证" / "Property certificate";
        LandPermit "land_permit" = "农村宅基地批准书" / "Rural building-land permit";
        Village "village" = "村(居)委会证明" / "Village or neighbourhood committee's certificate";
    }
}

choices! {
    /// A bank that pays bills or is paid back to.
    pub enum Bank {
        Icbc "icbc" = "工商银行" / "ICBC";
        Abc "abc" = "农业银行" / "Agricultural Bank of China";
        Boc "boc" = "中国银行" / "Bank of China";
        Ccb "ccb" = "建设银行" / "China Construction Bank";
        Bocom "bocom" = "交通银行" / "Bank of Communications";
        Psbc "psbc" = "邮储银行" / "Postal Savings Bank";
        Dongguan "dongguan" = "东莞银行" / "Bank of Dongguan";
        Rural "rural" = "东莞农村商业银行" / "Dongguan Rural Commercial Bank";
        Other "other" = "别的银行" / "Another bank";
    }
}

choice_answer!(Applicant, UseType, MeterSize, Property, Bank);

/// The applicant is a person.
pub(crate) const PERSON: Condition = Condition::new("applicant", &[Applicant::Person.code()]);

/// The applicant is an organisation.
pub(crate) const ORGANISATION: Condition = Condition::new("applicant", &[Applicant::Organisation.code()]);

/// The meter is DN80 or larger: approved drawings are asked for.
pub(crate) const LARGE_METER: Condition = Condition::new(
    "meter",
    &[
        MeterSize::Dn80.code(),
        MeterSize::Dn100.code(),
        MeterSize::Dn150.code(),
        MeterSize::Dn200.code(),
    ],
);

/// The phone that hears what happens.
pub(crate) const REACH: &[Field] = fields! {
    phone: Phone = "手机号" / "Mobile number",
        help "进度和结果会发短信到这里" / "We send progress and result here by SMS";
};

/// A person or an organisation that has an account or wants one, as their papers show them.
pub(crate) const HOLDER: &[Field] = fields! {
    applicant: Applicant = "申请人" / "Applicant";
    name: PersonName = "户主姓名" / "Owner's name", help "和身份证上一样" / "As on the identity card", when PERSON;
    id_number: IdNumber = "身份证号" / "Identity number",
        help "只用来核对户主身份,加密保存" / "Only to check who the owner is; stored encrypted", when PERSON;
    company: CompanyName = "单位名称" / "Organisation's name",
        help "和营业执照上一样" / "As on the licence", when ORGANISATION;
    credit_code: CreditCode = "统一社会信用代码" / "Unified social credit code", when ORGANISATION;
    agent: PersonName = "经办人姓名" / "Name of the person who acts for it", when ORGANISATION;
    ..REACH;
};

/// A person or an organisation whose papers nobody needs to see: no numbers are asked for.
pub(crate) const CALLER: &[Field] = fields! {
    applicant: Applicant = "申请人" / "Applicant";
    name: PersonName = "姓名" / "Name", when PERSON;
    company: CompanyName = "单位名称" / "Organisation's name", when ORGANISATION;
    agent: PersonName = "联系人姓名" / "Who to ask for", when ORGANISATION;
    ..REACH;
};

/// The water account that a filing is about, and where it is.
pub(crate) const ACCOUNT: &[Field] = fields! {
    account: AccountNumber = "水费户号" / "Account number",
        help "印在水费单上,8到12位数字" / "Printed on the bill, 8 to 12 digits";
    town: Town = "镇街" / "Town or sub-district";
    address: Address = "用水地址" / "Address of the account";
};
