use crate::form::groups::{ACCOUNT, Bank, HOLDER};
use crate::form::macros::form;
use crate::form::text::choice_answer;
use crate::form::{Condition, Flaw};
use crate::person::{BankCard, IdNumber, PersonName};
use crate::service::Service;
use crate::words::choices;

choices! {
    /// Whose card pays.
    pub enum Payer {
        Owner "owner" = "户主自己的卡" / "The owner's own card";
        Other "other" = "别人的卡" / "Somebody else's card";
    }
}

choice_answer!(Payer);

/// Somebody else pays: they must have agreed.
pub(crate) const OTHER_PAYER: Condition = Condition::new("payer", &[Payer::Other.code()]);

form! {
    /// 银行代扣: bills are paid from a bank card.
    pub DEBIT = Service::Debit => {
        page account "哪一户" / "Which account" { ..ACCOUNT; }
        page who "户主" / "Owner" { ..HOLDER; }
        page card "从哪张卡扣" / "Which card pays" {
            payer: Payer = "谁的卡" / "Whose card";
            payer_name: PersonName = "持卡人姓名" / "Card holder's name",
                help "和银行卡登记的一样" / "As the bank knows them", when OTHER_PAYER;
            payer_id_number: IdNumber = "持卡人身份证号" / "Card holder's identity number",
                help "只用来和银行核对,加密保存" / "Only for the bank to check; stored encrypted", when OTHER_PAYER,
                unlike id_number Flaw::SamePayer;
            bank: Bank = "银行" / "Bank";
            card: BankCard = "银行卡号" / "Card number",
                help "16到19位,加密保存" / "16 to 19 digits; stored encrypted";
        }
        page materials "拍材料" / "Documents", materials [card, payer_id, authority] {}
    }
}
