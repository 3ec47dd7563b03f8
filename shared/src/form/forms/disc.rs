use crate::form::groups::{ACCOUNT, REACH};
use crate::form::macros::form;
use crate::form::text::choice_answer;
use crate::form::{Day, Days, Line};
use crate::person::{IdNumber, PersonName};
use crate::service::Service;
use crate::words::choices;

choices! {
    /// What shows that a family is in hardship.
    pub enum Hardship {
        Allowance "allowance" = "低保证" / "Minimum living allowance";
        Destitute "destitute" = "特困证" / "Support for the destitute";
    }
}

choice_answer!(Hardship);

form! {
    /// 优惠用水申报: cheaper water for a family in hardship.
    pub DISC = Service::Disc => {
        page account "哪一户" / "Which account" { ..ACCOUNT; }
        page who "谁来申请" / "Who applies" {
            name: PersonName = "持证人姓名" / "Name on the certificate";
            id_number: IdNumber = "身份证号" / "Identity number",
                help "只用来核对证件,加密保存" / "Only to check the certificate; stored encrypted";
            ..REACH;
        }
        page certificate "什么证" / "Certificate" {
            hardship: Hardship = "证件" / "Certificate";
            certificate: Line<4, 40> = "证件编号" / "Number of the certificate";
            expires: Day = "有效期到" / "Valid until", days Days::ahead(0);
        }
        page materials "拍材料" / "Documents", materials [hardship, id_card] {}
    }
}
