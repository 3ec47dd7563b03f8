use crate::form::Reading;
use crate::form::groups::{ACCOUNT, REACH};
use crate::form::macros::form;
use crate::service::Service;

form! {
    /// 自助报数: a resident tells what the meter shows.
    pub READ = Service::Read => {
        page account "哪一户" / "Which account" {
            ..ACCOUNT;
            ..REACH;
        }
        page reading "水表读数" / "Meter reading", materials [reading] {
            reading: Reading = "现在的读数" / "Reading now", help "只填黑色数字" / "Black digits only";
        }
    }
}
