use crate::form::groups::REACH;
use crate::form::macros::form;
use crate::form::text::choice_answer;
use crate::form::{Condition, Words};
use crate::person::PersonName;
use crate::place::{Address, Point, Town};
use crate::service::Service;
use crate::words::choices;

choices! {
    /// How bad a leak is.
    pub enum Severity {
        Drip "drip" = "滴水、渗水" / "Dripping or seeping";
        Flow "flow" = "一直在流" / "Running steadily";
        Spray "spray" = "喷水、冒水" / "Spraying or gushing";
        Flood "flood" = "淹到路面或家里" / "Flooding a road or a home";
    }
}

choices! {
    /// Which side of the meter: before it the utility repairs, after it the resident's own plumber does.
    pub enum Side {
        Before "before" = "水表前、路上" / "Before the meter, or in the street";
        After "after" = "水表后、家里" / "After the meter, indoors";
        Unknown "unknown" = "不清楚" / "I do not know";
    }
}

choice_answer!(Severity, Side);

impl Severity {
    /// Danger to people or goods: the page stops and says to call the hotline now.
    pub fn dangerous(self) -> bool {
        DANGER.codes.contains(&self.code())
    }
}

/// There is danger to people or goods.
const DANGER: Condition = Condition::new("severity", &[Severity::Spray.code(), Severity::Flood.code()]);

form! {
    /// 漏水报修: anyone, signed in or not, says where water leaks and how bad it is.
    pub LEAK = Service::Leak, urgent DANGER => {
        page what "哪里漏、多严重" / "What leaks" {
            severity: Severity = "漏得多严重" / "How bad is it";
            side: Side = "漏在哪一侧" / "Which side of the meter";
            words: Option<Words> = "补充说明" / "Anything else",
                help "例如:井盖在冒水、已经漏了两天" / "For example: it comes up through a cover; for two days now";
        }
        page place "在哪里" / "Where" {
            town: Town = "镇街" / "Town or sub-district";
            address: Address = "地址" / "Address",
                help "小区、楼栋或附近的路口、店名" / "Estate and building, or the nearest crossing or shop";
            point: Option<Point> = "手机定位" / "Location of this phone",
                help "只用来让抢修人员找到这里,不填也可以" / "Only helps the crew to find the place; you may leave it out";
        }
        page photos "现场照片" / "Photos", materials [photos] {}
        page contact "联系方式" / "Who to reach" {
            ..REACH;
            name: Option<PersonName> = "怎么称呼" / "Your name";
        }
    }
}
