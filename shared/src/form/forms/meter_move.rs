use crate::form::Words;
use crate::form::groups::{ACCOUNT, HOLDER, MeterSize, Property};
use crate::form::macros::form;
use crate::form::text::several_answer;
use crate::service::Service;
use crate::words::choices;

choices! {
    /// What happens to the meter.
    pub enum MeterChange {
        Place "place" = "换位置" / "Another place";
        Size "size" = "换大小" / "Another size";
    }
}

several_answer! {
    /// One or both.
    MeterChanges of MeterChange
}

form! {
    /// 水表移位、变径: another place or size for a meter.
    pub MOVE = Service::Move => {
        page account "哪一户" / "Which account" {
            ..ACCOUNT;
            property: Property = "房屋证明" / "Proof of the property";
        }
        page who "户主" / "Owner" { ..HOLDER; }
        page change "怎么改" / "What changes" {
            change: MeterChanges = "要改什么" / "What to change", help "可以都选" / "Choose one or both";
            meter: MeterSize = "改后的口径" / "Size afterwards",
                help "不换大小就选现在的" / "The present one if it stays";
            words: Words = "从哪里改到哪里" / "From where to where",
                help "例如:从厨房移到门口水表井" / "For example: from the kitchen to the pit at the door";
        }
        page materials "拍材料" / "Documents", materials [sketch, id_card, licence, authority, property, drawings] {}
    }
}
