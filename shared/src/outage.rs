//! Outage notices (停水公告): where water is off, from when, why, and when it is back.
//!
//! | module | subject |
//! |---|---|
//! | [`notice`], [`area`] | what a notice says, and whom it concerns |
//! | [`rules`] | how early it is given, and from which length on water is brought |
//! | [`standing`] | what may be done with one that is there, and what of it must be told |
//! | [`figure`] | how long the households of a period were without water |

mod area;
mod figure;
mod notice;
mod rules;
mod standing;

pub use area::Area;
pub use figure::{Figure, Spell};
pub use notice::Outage;
pub use rules::OutageRules;
pub use standing::{Phase, Standing};

use crate::form::{FieldFlaw, Flaw, Words};
use crate::words::choices;

choices! {
    /// Why water is off.
    pub enum OutageKind {
        Planned "planned" = "计划停水" / "Planned";
        Unplanned "unplanned" = "突发停水" / "Unplanned";
    }
}

choices! {
    /// Where a notice stands.
    pub enum OutageState {
        Draft "draft" = "草稿" / "Draft";
        Posted "posted" = "已发布" / "Posted";
        Over "over" = "已结束" / "Over";
    }
}

choices! {
    /// What a change to a notice comes to, for those who were told of it.
    pub enum Turn {
        Postponed "postponed" = "推迟" / "Postponed";
        Earlier "earlier" = "提前" / "Brought forward";
        Extended "extended" = "延长" / "Extended";
        Shortened "shortened" = "提早恢复" / "Back sooner";
        Elsewhere "elsewhere" = "范围或送水点有变" / "Area or water points changed";
    }
}

/// Characters of a line of a notice.
const LINE: usize = 200;

/// What is wrong with a line that residents read.
pub(crate) fn flaw_of_line(field: &str, text: &str) -> Option<FieldFlaw> {
    let is = text.trim().chars().count();
    let long = (is > LINE).then_some(Flaw::TooLong { most: LINE, is });
    long.or_else(|| Words::read(text).err())
        .map(|flaw| FieldFlaw::new(field, flaw))
}

/// The texts trimmed, without those that are blank.
fn trimmed(texts: Vec<String>) -> Vec<String> {
    let trimmed = texts.into_iter().map(|text| text.trim().to_owned());
    trimmed.filter(|text| !text.is_empty()).collect()
}
