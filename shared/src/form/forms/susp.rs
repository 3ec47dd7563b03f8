use crate::form::groups::{ACCOUNT, HOLDER};
use crate::form::macros::form;
use crate::form::text::choice_answer;
use crate::form::{Day, Days};
use crate::service::Service;
use crate::words::choices;

choices! {
    /// Why no water is wanted for a while.
    pub enum SuspendReason {
        Away "away" = "长期不在家" / "Away for long";
        Vacant "vacant" = "房子空着" / "The place is empty";
        Works "works" = "装修、改造" / "Works on the place";
        Other "other" = "别的原因" / "Another reason";
    }
}

choice_answer!(SuspendReason);

/// One asks so many days ahead (S).
const AHEAD: u32 = 5;
/// A suspension lasts so many days or more (S).
const SHORTEST: u32 = 30;

form! {
    /// 暂停用水: no water for a while; the account stays.
    pub SUSP = Service::Susp => {
        page account "哪一户" / "Which account" { ..ACCOUNT; }
        page who "户主" / "Owner" { ..HOLDER; }
        page time "停多久" / "How long" {
            from: Day = "从哪天停" / "From",
                help "要提前5天" / "5 days ahead or more", days Days::ahead(AHEAD).within(1);
            to: Day = "到哪天恢复" / "To",
                help "至少停30天;水表我们保管一年" / "30 days or more; we keep the meter for a year",
                days Days::after("from", SHORTEST);
            reason: SuspendReason = "为什么停" / "Why";
        }
        page materials "拍材料" / "Documents", materials [property, id_card, licence, authority] {}
    }
}
