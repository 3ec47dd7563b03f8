use crate::form::Flaw;
use crate::form::groups::{ACCOUNT, HOLDER, UseType};
use crate::form::macros::form;
use crate::service::Service;

form! {
    /// 用水性质变更: a home turns shop, or a shop turns home.
    pub USE = Service::Use => {
        page account "哪一户" / "Which account" { ..ACCOUNT; }
        page who "户主" / "Owner" { ..HOLDER; }
        page use_type "怎么变" / "What changes" {
            old_use: UseType = "现在的用途" / "Present use";
            new_use: UseType = "新的用途" / "New use", unlike old_use Flaw::SameUse;
        }
        page materials "拍材料" / "Documents", materials [property] {}
    }
}
