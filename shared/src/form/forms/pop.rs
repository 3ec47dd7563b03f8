use crate::form::groups::{ACCOUNT, REACH};
use crate::form::macros::form;
use crate::form::{Day, Days, Persons};
use crate::person::PersonName;
use crate::service::Service;

form! {
    /// 一户多人口: wider price tiers for a household of five persons and more.
    pub POP = Service::Pop => {
        page account "哪一户" / "Which account" { ..ACCOUNT; }
        page household "家里几个人" / "The household" {
            persons: Persons = "常住人口" / "Persons who live there",
                help "5人起;户口本和居住证上的都算" / "From 5 on: all in the household register or with a residence permit";
            until: Day = "有效期到" / "Valid until",
                help "最长两年,到期要续" / "Two years at most, then renew", days Days::ahead(0).within(2);
        }
        page contact "联系谁" / "Who to reach" {
            name: PersonName = "户主姓名" / "Owner's name";
            ..REACH;
        }
        page materials "拍材料" / "Documents", materials [register] {}
    }
}
