use crate::form::groups::ACCOUNT;
use crate::form::macros::form;
use crate::form::text::choice_answer;
use crate::form::{Condition, Flaw, Reading};
use crate::person::{IdNumber, PersonName, Phone};
use crate::service::Service;
use crate::words::choices;

choices! {
    /// What shows that the account may pass to the new owner.
    pub enum Proof {
        Certificate "certificate" = "新的不动产权证" / "New property certificate";
        Agreement "agreement" = "双方的过户协议" / "Transfer agreement of both sides";
    }
}

choice_answer!(Proof);

/// The new property certificate is the proof.
pub(crate) const BY_CERTIFICATE: Condition = Condition::new("proof", &[Proof::Certificate.code()]);

/// The agreement of both sides is the proof.
pub(crate) const BY_AGREEMENT: Condition = Condition::new("proof", &[Proof::Agreement.code()]);

form! {
    /// 过户: the new owner takes over a water account; the old one confirms on their own phone.
    pub TRANSFER = Service::Trans => {
        page account "哪一户" / "Which account" {
            ..ACCOUNT;
            proof: Proof = "凭什么过户" / "Proof of the transfer";
        }
        page new_owner "新户主" / "New owner" {
            name: PersonName = "新户主姓名" / "New owner's name", help "和身份证上一样" / "As on the identity card";
            id_number: IdNumber = "新户主身份证号" / "New owner's identity number",
                help "只用来核对户主身份,加密保存" / "Only to check who the owner is; stored encrypted";
            phone: Phone = "新户主手机号" / "New owner's mobile number",
                help "进度和结果会发短信到这里" / "We send progress and result here by SMS";
        }
        page old_owner "原户主" / "Old owner" {
            old_name: PersonName = "原户主姓名" / "Old owner's name";
            old_id_number: IdNumber = "原户主身份证号" / "Old owner's identity number",
                help "有过户协议时要填" / "Asked with a transfer agreement", when BY_AGREEMENT,
                unlike id_number Flaw::SameId;
            old_phone: Phone = "原户主手机号" / "Old owner's mobile number",
                help "我们会发短信请对方在自己手机上确认" / "We ask them by SMS to confirm on their own phone",
                unlike phone Flaw::SamePhone;
        }
        page reading "水表读数" / "Meter reading", materials [reading] {
            reading: Reading = "现在的读数" / "Reading now", help "只填黑色数字" / "Black digits only";
        }
        page materials "拍材料" / "Documents", materials [id_card, certificate, agreement, old_id_card] {}
    }
}
