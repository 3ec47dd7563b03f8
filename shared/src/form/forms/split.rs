use crate::form::groups::HOLDER;
use crate::form::macros::form;
use crate::form::{Line, Lines};
use crate::place::{Address, Town};
use crate::service::Service;

form! {
    /// 一户一表改造: a meter of its own for each household of a building.
    pub SPLIT = Service::Split => {
        page who "谁来申请" / "Who applies" { ..HOLDER; }
        page place "哪一栋" / "Which building" {
            town: Town = "镇街" / "Town or sub-district";
            address: Address = "地址" / "Address", help "小区和路名" / "Estate and street";
            building: Line<1, 40> = "楼栋" / "Building", help "例如:3栋、东座" / "For example: building 3";
        }
        page households "有哪些户" / "Which households" {
            list: Lines<2, 300> = "各户名单" / "Households",
                help "一户写一行,先写门牌再写户主,例如:301 张三" / "A line for each: door, then owner. For example: 301 Zhang San";
        }
        page materials "拍材料" / "Documents", materials [owners, property] {}
    }
}
