use crate::form::Reading;
use crate::form::groups::{ACCOUNT, Bank, HOLDER};
use crate::form::macros::form;
use crate::person::BankCard;
use crate::service::Service;

form! {
    /// 销户: settles and closes an account.
    pub CLOSE = Service::Close => {
        page account "哪一户" / "Which account" { ..ACCOUNT; }
        page who "户主" / "Owner" { ..HOLDER; }
        page settle "结清" / "Settling" {
            reading: Reading = "水表最后读数" / "Final reading", help "只填黑色数字" / "Black digits only";
            bank: Bank = "退款银行" / "Bank for the refund",
                help "多交的水费和押金退到这里,要是户主本人或单位的" / "What was paid in excess goes here; it must be the owner's";
            card: BankCard = "退款卡号" / "Card for the refund",
                help "16到19位,加密保存" / "16 to 19 digits; stored encrypted";
        }
        page materials "拍材料" / "Documents", materials [id_card, licence, authority] {}
    }
}
