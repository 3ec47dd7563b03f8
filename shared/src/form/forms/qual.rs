use crate::form::Words;
use crate::form::groups::{ACCOUNT, CALLER};
use crate::form::macros::form;
use crate::form::text::several_answer;
use crate::service::Service;
use crate::slot::Slot;
use crate::words::choices;

choices! {
    /// What is wrong with the water, as one notices it.
    pub enum Symptom {
        Colour "colour" = "发黄、发白、浑浊" / "Yellow, white or cloudy";
        Smell "smell" = "有异味" / "It smells";
        Taste "taste" = "味道不对" / "It tastes wrong";
        Grains "grains" = "有杂质、有沉淀" / "Grains or sediment";
        Other "other" = "别的,或者只想测一测" / "Something else, or I just want to know";
    }
}

several_answer! {
    /// One or more of them.
    Symptoms of Symptom
}

form! {
    /// 水质检测: somebody comes, takes a sample and tests it.
    pub QUAL = Service::Qual => {
        page what "水怎么了" / "What is wrong" {
            symptom: Symptoms = "有哪些情况" / "What you notice", help "可以选几项" / "Choose one or more";
            words: Option<Words> = "补充说明" / "Anything else",
                help "例如:从哪天开始、是不是只有早上这样" / "For example: since when; only in the morning";
        }
        page account "哪一户" / "Which account" { ..ACCOUNT; }
        page time "上门时间" / "When we come" {
            slot: Slot = "哪个时间上门" / "When may we come",
                help "请留人在家,取样大约15分钟" / "Somebody must be in; it takes about 15 minutes";
        }
        page contact "联系谁" / "Who to reach" { ..CALLER; }
    }
}
