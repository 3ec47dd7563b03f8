use crate::form::groups::{ACCOUNT, CALLER, ORGANISATION};
use crate::form::macros::form;
use crate::form::text::choice_answer;
use crate::form::{Condition, Line};
use crate::person::{CreditCode, Email};
use crate::service::Service;
use crate::words::choices;

choices! {
    /// How the applicant has the place.
    pub enum Tenancy {
        Owner "owner" = "业主" / "The owner";
        Tenant "tenant" = "租户" / "A tenant";
    }
}

choice_answer!(Tenancy);

/// A tenant asks: the owner must have agreed.
pub(crate) const TENANT: Condition = Condition::new("tenancy", &[Tenancy::Tenant.code()]);

form! {
    /// 更改开票名称: another title, tax number or e-mail for invoices.
    pub INV = Service::Inv => {
        page account "哪一户" / "Which account" {
            ..ACCOUNT;
            tenancy: Tenancy = "您是这里的" / "You are";
        }
        page who "谁来申请" / "Who applies" { ..CALLER; }
        page invoice "发票怎么开" / "The invoice" {
            title: Line<2, 100> = "发票抬头" / "Title",
                help "个人写姓名,单位写全称" / "A person's name, or an organisation's in full";
            tax_number: CreditCode = "税号" / "Tax number",
                help "18位,就是统一社会信用代码" / "18 places: the unified social credit code", when ORGANISATION;
            email: Email = "收发票的邮箱" / "E-mail for invoices";
        }
        page materials "拍材料" / "Documents", materials [licence, consent] {}
    }
}
