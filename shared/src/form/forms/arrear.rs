use crate::form::Line;
use crate::form::groups::{ACCOUNT, CALLER};
use crate::form::macros::form;
use crate::service::Service;

form! {
    /// 欠费恢复用水: water again once arrears are paid.
    pub ARREAR = Service::Arrear => {
        page account "哪一户" / "Which account" {
            ..ACCOUNT;
            payment: Line<6, 40> = "缴费凭证号" / "Payment number",
                help "缴费成功页、短信或收据上的编号" / "On the payment page, the SMS or the receipt";
        }
        page contact "联系谁" / "Who to reach" { ..CALLER; }
    }
}
