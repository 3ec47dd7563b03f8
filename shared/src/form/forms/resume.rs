use crate::form::groups::{ACCOUNT, HOLDER};
use crate::form::macros::form;
use crate::form::{Day, Days};
use crate::service::Service;

form! {
    /// 暂停后恢复用水: water again after a suspension.
    pub RESUME = Service::Resume => {
        page account "哪一户" / "Which account" { ..ACCOUNT; }
        page who "户主" / "Owner" { ..HOLDER; }
        page time "哪天恢复" / "From when" {
            date: Day = "从哪天用水" / "Water again from",
                help "停了一年以上要换新表" / "After more than a year a new meter is needed",
                days Days::ahead(0).within(1);
        }
        page materials "拍材料" / "Documents", materials [id_card, licence, authority] {}
    }
}
