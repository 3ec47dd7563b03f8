use super::kinds::choice_answer;
use super::macros::form;
use super::{Answer, Answers, Filing, Summary, Words};
use crate::person::{PersonName, Phone};
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
    pub const fn dangerous(self) -> bool {
        matches!(self, Self::Spray | Self::Flood)
    }
}

form! {
    /// 漏水报修: anyone, signed in or not, says where water leaks and how bad it is.
    pub struct Leak for LEAK = Service::Leak => {
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
            phone: Phone = "手机号" / "Mobile number",
                help "进度和结果会发短信到这里" / "We send progress and result here by SMS";
            name: Option<PersonName> = "怎么称呼" / "Your name";
        }
    }
}

impl Filing for Leak {
    fn answers(&self) -> Answers {
        self.stored()
    }

    fn summary(&self) -> Summary {
        Summary {
            name: self.name.as_ref().map(|name| name.reveal().to_owned()),
            organisation: false,
            phone: self.phone.reveal().to_owned(),
            town: Some(self.town.code().to_owned()),
            address: Some(self.address.canonical()),
            party: None,
            urgent: self.severity.dangerous(),
        }
    }
}
