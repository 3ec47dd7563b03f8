use crate::form::groups::{ACCOUNT, CALLER};
use crate::form::macros::form;
use crate::form::{Line, Words};
use crate::service::Service;

form! {
    /// 水表校验: a meter that is doubted is taken to a laboratory.
    pub TEST = Service::Test => {
        page account "哪一户" / "Which account" {
            ..ACCOUNT;
            meter_number: Line<4, 30> = "水表编号" / "Meter number", help "印在表盘上" / "Printed on the dial";
            words: Option<Words> = "为什么怀疑" / "Why you doubt it",
                help "例如:关了水龙头还在走" / "For example: it turns with all taps shut";
        }
        page contact "联系谁" / "Who to reach" { ..CALLER; }
    }
}
