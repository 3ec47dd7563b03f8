use crate::form::groups::{ACCOUNT, HOLDER};
use crate::form::macros::form;
use crate::form::text::several_answer;
use crate::form::{Condition, Line};
use crate::person::Phone;
use crate::service::Service;
use crate::words::choices;

choices! {
    /// What is kept of an account and can change.
    pub enum Detail {
        Phone "phone" = "手机号" / "Mobile number";
        Mail "mail" = "邮寄地址" / "Mailing address";
        UserName "user_name" = "用户名" / "User name";
    }
}

several_answer! {
    /// One or more of them.
    Details of Detail
}

const NEW_PHONE: Condition = Condition::new("change", &[Detail::Phone.code()]);
const NEW_MAIL: Condition = Condition::new("change", &[Detail::Mail.code()]);
const NEW_USER_NAME: Condition = Condition::new("change", &[Detail::UserName.code()]);

form! {
    /// 信息变更: another phone, mailing address or user name for an account.
    pub INFO = Service::Info => {
        page account "哪一户" / "Which account" { ..ACCOUNT; }
        page who "谁来申请" / "Who applies" { ..HOLDER; }
        page change "改成什么" / "What changes" {
            change: Details = "要改哪些" / "What to change", help "可以选几项" / "Choose one or more";
            new_phone: Phone = "新手机号" / "New mobile number",
                help "以后水费和停水的短信发到这里" / "Bills and outages are sent here from then on", when NEW_PHONE;
            mail: Line<3, 120> = "新邮寄地址" / "New mailing address",
                help "写全:省市、镇街、路、门牌、收件人" / "In full: city, town, street, door, addressee", when NEW_MAIL;
            user_name: Line<2, 50> = "新用户名" / "New user name",
                help "印在水费单上的名字,不改户主" / "The name on the bill; the owner stays the same", when NEW_USER_NAME;
        }
        page materials "拍材料" / "Documents", materials [id_card, licence, authority] {}
    }
}
