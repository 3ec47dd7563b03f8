//! Water quality at the tap, as a volunteer measures it at a folding table: the national limits of GB 5749-2022 (生活饮用水卫生标准),
//! and what a figure means in plain words.

use crate::words::{Bi, bi, choices};

choices! {
    /// What is measured.
    pub enum Measure {
        Turbidity "turbidity" = "浑浊度" / "Turbidity";
        Chlorine "chlorine" = "余氯" / "Free chlorine";
        Ph "ph" = "酸碱度pH" / "pH";
        Dissolved "dissolved" = "溶解性总固体TDS" / "Dissolved solids (TDS)";
        Hardness "hardness" = "总硬度" / "Total hardness";
    }
}

/// Where a figure lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Within the limits.
    Good,
    /// Below the lower limit.
    Low,
    /// Above the upper limit.
    High,
}

impl Measure {
    /// The unit.
    pub const fn unit(self) -> &'static str {
        match self {
            Self::Turbidity => "NTU",
            Self::Chlorine | Self::Dissolved | Self::Hardness => "mg/L",
            Self::Ph => "",
        }
    }

    /// The limits, in thousandths of the unit: GB 5749-2022, tables 1 and 2; free chlorine as at the end of the pipe.
    pub const fn limits(self) -> (i64, i64) {
        match self {
            Self::Turbidity => (0, 1_000),
            Self::Chlorine => (50, 2_000),
            Self::Ph => (6_500, 8_500),
            Self::Dissolved => (0, 1_000_000),
            Self::Hardness => (0, 450_000),
        }
    }

    /// The largest figure that a kit shows, in thousandths; more is a slip of the finger.
    pub const fn most(self) -> i64 {
        match self {
            Self::Turbidity => 1_000_000,
            Self::Chlorine => 20_000,
            Self::Ph => 14_000,
            Self::Dissolved | Self::Hardness => 10_000_000,
        }
    }

    /// Where a figure in thousandths lies.
    pub const fn finding(self, milli: i64) -> Finding {
        let (least, most) = self.limits();
        if milli < least {
            Finding::Low
        } else if milli > most {
            Finding::High
        } else {
            Finding::Good
        }
    }

    /// What that means for whoever drinks it.
    pub const fn meaning(self, finding: Finding) -> Bi {
        match (self, finding) {
            (Self::Turbidity, Finding::High) => bi(
                "有点浑,先放几分钟水再看;还浑就报给我们",
                "Rather cloudy: let it run for some minutes; if it stays, tell us",
            ),
            (Self::Turbidity, _) => bi("清澈,合格", "Clear, within the limit"),
            (Self::Chlorine, Finding::Low) => bi(
                "消毒余量偏低,多半是水在水箱或管里放久了,请报给我们",
                "Too little is left to keep it safe, mostly since it stood in a tank or pipe; please tell us",
            ),
            (Self::Chlorine, Finding::High) => bi(
                "余氯偏高,会有味道,请报给我们",
                "Too much chlorine, which one can smell; please tell us",
            ),
            (Self::Chlorine, Finding::Good) => bi("消毒余量正好,可以放心", "Just enough to keep it safe"),
            (Self::Ph, Finding::Low) => bi("偏酸,请报给我们", "Too acid; please tell us"),
            (Self::Ph, Finding::High) => bi("偏碱,请报给我们", "Too alkaline; please tell us"),
            (Self::Ph, Finding::Good) => bi("不酸不碱,合格", "Neither acid nor alkaline, within the limits"),
            (Self::Dissolved, Finding::High) => bi(
                "溶解的矿物质超标,请报给我们",
                "More dissolved in it than allowed; please tell us",
            ),
            (Self::Dissolved, _) => bi("合格;数字里大多是矿物质", "Within the limit; most of it is minerals"),
            (Self::Hardness, Finding::High) => bi(
                "偏硬,烧水会有较多水垢,请报给我们",
                "Hard: it leaves scale; please tell us",
            ),
            (Self::Hardness, _) => bi("合格;有一点水垢是正常的", "Within the limit; a little scale is normal"),
        }
    }

    /// Reads a figure as it is typed, with at most three decimals, into thousandths.
    pub fn read(self, typed: &str) -> Option<i64> {
        let typed = typed.trim();
        let (whole, rest) = typed.split_once('.').unwrap_or((typed, ""));
        let digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
        if whole.is_empty() || !digits(whole) || !digits(rest) || rest.len() > 3 {
            return None;
        }
        let milli = format!("{whole}{rest:0<3}").parse().ok()?;
        (milli <= self.most()).then_some(milli)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_limits_are_those_of_gb_5749_2022() {
        let cases = [
            (Measure::Turbidity, "1", Finding::Good),
            (Measure::Turbidity, "1.001", Finding::High),
            (Measure::Chlorine, "0.049", Finding::Low),
            (Measure::Chlorine, "0.05", Finding::Good),
            (Measure::Chlorine, "2.001", Finding::High),
            (Measure::Ph, "6.5", Finding::Good),
            (Measure::Ph, "6.499", Finding::Low),
            (Measure::Ph, "8.6", Finding::High),
            (Measure::Dissolved, "1000", Finding::Good),
            (Measure::Dissolved, "1000.1", Finding::High),
            (Measure::Hardness, "450", Finding::Good),
            (Measure::Hardness, "451", Finding::High),
        ];
        for (measure, typed, finding) in cases {
            let milli = measure.read(typed).unwrap();
            assert_eq!(measure.finding(milli), finding, "{measure:?} {typed}");
        }
    }

    #[test]
    fn slips_of_the_finger_are_no_figures() {
        for typed in ["", ".", ".5", "-1", "1e3", "15", "7.2345", "七"] {
            assert_eq!(Measure::Ph.read(typed), None, "{typed}");
        }
        assert_eq!(Measure::Ph.read(" 7. "), Some(7_000));
    }

    proptest! {
        #[test]
        fn what_is_read_is_what_was_typed(whole in 0..1000_i64, milli in 0..1000_i64) {
            let typed = format!("{whole}.{milli:03}");
            prop_assert_eq!(Measure::Dissolved.read(&typed), Some(whole * 1000 + milli));
        }
    }
}
