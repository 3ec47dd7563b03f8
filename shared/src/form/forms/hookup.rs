use crate::form::groups::{HOLDER, MeterSize, Property, UseType};
use crate::form::macros::form;
use crate::form::whole::Households;
use crate::place::{Address, Town};
use crate::service::Service;

form! {
    /// 用水报装: a person or an organisation asks for a new connection.
    pub HOOKUP = Service::New => {
        page who "谁来用水" / "Who it is for" { ..HOLDER; }
        page place "用在哪里" / "Where" {
            town: Town = "镇街" / "Town or sub-district";
            address: Address = "地址" / "Address", help "和产权证上一样" / "As on the property certificate";
            property: Property = "房屋证明" / "Proof of the property";
        }
        page need "用水需要" / "What is needed" {
            use_type: UseType = "用水性质" / "Kind of use";
            meter: MeterSize = "水表口径" / "Meter size";
            households: Households = "用水户数" / "Households";
        }
        page materials "拍材料" / "Documents", materials [id_card, licence, authority, property, drawings] {}
    }
}
