use super::kinds::{Households, choice_answer};
use super::macros::form;
use super::{Answer, Answers, Filing, Summary};
use crate::person::{CompanyName, CreditCode, IdNumber, PersonName, Phone};
use crate::place::{Address, Town};
use crate::service::Service;
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

choice_answer!(Applicant, UseType, MeterSize, Property);

/// The applicant is a person.
pub(crate) fn is_person(answers: &Answers) -> bool {
    answers.is("applicant", Applicant::Person.code())
}

/// The applicant is an organisation.
pub(crate) fn is_organisation(answers: &Answers) -> bool {
    answers.is("applicant", Applicant::Organisation.code())
}

/// The meter is DN80 or larger: approved drawings are asked for.
pub(crate) fn needs_drawings(answers: &Answers) -> bool {
    answers
        .get("meter")
        .and_then(|size| size.parse().ok())
        .is_some_and(|size: u32| size >= 80)
}

form! {
    /// 用水报装: a person or an organisation asks for a new connection.
    pub struct Hookup for HOOKUP = Service::New => {
        page who "谁来用水" / "Who it is for" {
            applicant: Applicant = "申请人" / "Applicant";
            name: Option<PersonName> = "户主姓名" / "Owner's name",
                help "和身份证上一样" / "As on the identity card", when is_person;
            id_number: Option<IdNumber> = "身份证号" / "Identity number",
                help "只用来核对户主身份,加密保存" / "Only to check who the owner is; stored encrypted", when is_person;
            company: Option<CompanyName> = "单位名称" / "Organisation's name",
                help "和营业执照上一样" / "As on the licence", when is_organisation;
            credit_code: Option<CreditCode> = "统一社会信用代码" / "Unified social credit code", when is_organisation;
            agent: Option<PersonName> = "经办人姓名" / "Name of the person who acts for it", when is_organisation;
            phone: Phone = "手机号" / "Mobile number",
                help "进度和结果会发短信到这里" / "We send progress and result here by SMS";
        }
        page place "用在哪里" / "Where" {
            town: Town = "镇街" / "Town or sub-district";
            address: Address = "地址" / "Address", help "和产权证上一样" / "As on the property certificate";
            property: Property = "房屋证明" / "Proof of the property";
        }
        page need "用水需要" / "What is needed" {
            use_type: UseType = "用水性质" / "Kind of use";
            meter: MeterSize = "水表口径" / "Meter size";
            households: Households = "用水户数" / "Households";
        }
        page materials "拍材料" / "Documents", materials [id_card, licence, authority, property, drawings] {}
    }
}

impl Filing for Hookup {
    fn answers(&self) -> Answers {
        self.stored()
    }

    fn summary(&self) -> Summary {
        let person = self.name.as_ref().map(|name| name.reveal().to_owned());
        Summary {
            name: person.or_else(|| self.company.as_ref().map(CompanyName::canonical)),
            organisation: self.company.is_some(),
            phone: self.phone.reveal().to_owned(),
            town: Some(self.town.code().to_owned()),
            address: Some(self.address.canonical()),
            party: None,
            urgent: false,
        }
    }
}
