use crate::form::groups::HOLDER;
use crate::form::macros::form;
use crate::form::text::choice_answer;
use crate::form::{Day, Days, Words};
use crate::place::{Address, Town};
use crate::service::Service;
use crate::words::choices;

choices! {
    /// What water is wanted for, for a time.
    pub enum Purpose {
        Building "building" = "工地施工" / "Building site";
        Event "event" = "活动、展会" / "Event or fair";
        Greening "greening" = "绿化、环卫" / "Gardens or street cleaning";
        Other "other" = "别的用途" / "Something else";
    }
}

choice_answer!(Purpose);

form! {
    /// 临时用水: water for a site or an event, for a year at most.
    pub TEMP = Service::Temp => {
        page who "谁来用水" / "Who it is for" { ..HOLDER; }
        page need "用在哪里、用多久" / "Where and how long" {
            town: Town = "镇街" / "Town or sub-district";
            address: Address = "用水地点" / "Place",
                help "工地或活动地点,附近有什么好认的" / "The site, and what is near by";
            purpose: Purpose = "做什么用" / "What it is for";
            words: Option<Words> = "补充说明" / "Anything else",
                help "例如:大概用多少水、要多大的口径" / "For example: how much water, which size of pipe";
            from: Day = "从哪天开始" / "From", days Days::ahead(0).within(1);
            to: Day = "到哪天结束" / "To",
                help "最长一年" / "A year at most", days Days::after("from", 1).within(1);
        }
        page materials "拍材料" / "Documents", materials [id_card, licence] {}
    }
}
