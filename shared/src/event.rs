//! Community events (供水服务进社区): what is planned, for volunteers and for residents.

mod change;
mod figures;
mod period;
mod plan;
mod told;
mod turn;

pub use change::{Standing, flaw_of_reason};
pub use figures::Figures;
pub use period::{Span, flaw_of_period};
pub use plan::{Plan, Shift};
pub use turn::{CODE_DIGITS, counted_minutes, open_minutes};

use crate::words::choices;

choices! {
    /// Where an event stands. Whether it is over is a matter of time.
    pub enum State {
        Draft "draft" = "草稿" / "Draft";
        Published "published" = "已发布" / "Published";
        Cancelled "cancelled" = "已取消" / "Cancelled";
    }
}

choices! {
    /// What an event is about.
    pub enum Topic {
        Hall "hall" = "微网厅怎么用" / "Using the online hall";
        Filing "filing" = "现场帮办业务" / "Help with filing";
        Bills "bills" = "水费与缴费" / "Bills and paying";
        Tariff "tariff" = "阶梯水价" / "Tariffs";
        Quality "quality" = "水质检测" / "Water quality";
        Pipes "pipes" = "水管水龙头检查" / "Pipes and taps";
        Saving "saving" = "节约用水" / "Saving water";
    }
}

choices! {
    /// What volunteers do at an event.
    pub enum Task {
        Welcome "welcome" = "迎宾引导" / "Welcome people";
        Show "show" = "演示微网厅" / "Show the hall";
        Help "help" = "帮居民填办" / "Help people file";
        Answer "answer" = "答疑" / "Answer questions";
        Check "check" = "检查水管、换水龙头" / "Check pipes, swap taps";
        Test "test" = "检测水质" / "Test water";
        Note "note" = "记下急难愁盼" / "Note what people need";
        Photos "photos" = "拍照记录" / "Take photos";
    }
}

choices! {
    /// Who somebody is who helps at events.
    pub enum VolunteerKind {
        Party "party" = "党员志愿者" / "Party member";
        Youth "youth" = "青年志愿者" / "Youth volunteer";
        Public "public" = "社会志愿者" / "Member of the public";
    }
}

choices! {
    /// Which way somebody goes who says the code of the minute.
    pub enum Way {
        In "in" = "签到" / "Check in";
        Out "out" = "签退" / "Check out";
    }
}

choices! {
    /// What is done at an event beside filing, counted by taps and without names.
    pub enum ActKind {
        Served "served" = "服务居民" / "People served";
        Shown "shown" = "演示业务" / "Services shown";
        Pipe "pipe" = "检查水管" / "Pipes checked";
        Tap "tap" = "检查水龙头" / "Taps checked";
        Swapped "swapped" = "更换水龙头" / "Taps swapped";
        Tested "tested" = "检测水质" / "Water tested";
    }
}
