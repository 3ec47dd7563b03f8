//! Where the bars of the picture stand.

use chrono::Datelike;
use shuiting_shared::usage::MonthUse;

/// The picture's width.
pub(super) const WIDTH: i64 = 324;
/// The picture's height.
pub(super) const HEIGHT: i64 = 158;
/// The line on which the bars stand.
pub(super) const GROUND: i64 = 128;
/// The height of the highest bar.
const HIGHEST: i64 = 100;
/// Bars at most: a year.
pub(super) const MOST: usize = 12;
/// A bar with the gap beside it.
pub(super) const SLOT: i64 = 27;
/// A bar.
pub(super) const WIDE: i64 = 17;

/// One bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bar {
    /// The month's number, 1 to 12.
    pub(super) month: u32,
    /// Cubic metres.
    pub(super) volume: u32,
    /// Where it begins.
    pub(super) x: i64,
    /// Its upper edge.
    pub(super) y: i64,
    /// The height of the same month of the year before, as an upper edge.
    pub(super) before: Option<i64>,
    /// Whether its volume is written above it: the latest and the highest.
    pub(super) figured: bool,
}

/// The last twelve months, the oldest first.
pub(super) fn shown(months: &[MonthUse]) -> &[MonthUse] {
    &months[months.len().saturating_sub(MOST)..]
}

/// The bars of the last twelve months.
pub(super) fn bars(months: &[MonthUse]) -> Vec<Bar> {
    let shown = shown(months);
    let before = |month: &MonthUse| month.year_before(months).map(|before| before.volume);
    let most = shown.iter().map(|month| month.volume).max().unwrap_or_default();
    let scale = shown.iter().filter_map(before).chain([most, 1]).max().unwrap_or(1);
    let edge = |volume: u32| GROUND - i64::from(volume) * HIGHEST / i64::from(scale);
    let highest = shown.iter().position(|month| month.volume == most);
    let bar = |(place, month): (usize, &MonthUse)| {
        let slots = i64::try_from(place).unwrap_or(i64::MAX / SLOT);
        Bar {
            month: month.month.month(),
            volume: month.volume,
            x: slots * SLOT + (SLOT - WIDE) / 2,
            y: edge(month.volume),
            before: before(month).map(edge),
            figured: place + 1 == shown.len() || (Some(place) == highest && place + 2 < shown.len()),
        }
    };
    shown.iter().enumerate().map(bar).collect()
}

#[cfg(test)]
mod tests {
    use chrono::{Months, NaiveDate};
    use shuiting_shared::money::Fen;

    use super::*;

    /// Months from November 2025 on.
    fn months(volumes: &[u32]) -> Vec<MonthUse> {
        let first = NaiveDate::from_ymd_opt(2025, 11, 1).unwrap();
        let month = |(later, volume): (u32, &u32)| MonthUse {
            month: first.checked_add_months(Months::new(later)).unwrap(),
            volume: *volume,
            amount: Fen::ZERO,
        };
        (0..).zip(volumes).map(month).collect()
    }

    #[test]
    fn the_highest_bar_is_as_high_as_there_is_room() {
        let bars = bars(&months(&[10, 20, 40, 0]));
        let heights: Vec<_> = bars.iter().map(|bar| GROUND - bar.y).collect();
        assert_eq!(heights, [25, 50, HIGHEST, 0]);
        assert_eq!(bars.iter().map(|bar| bar.month).collect::<Vec<_>>(), [11, 12, 1, 2]);
        let figured: Vec<_> = bars.iter().map(|bar| bar.figured).collect();
        assert_eq!(
            figured,
            [false, false, false, true],
            "side by side two figures have no room"
        );
    }

    #[test]
    fn twelve_are_shown_beside_those_of_the_year_before() {
        let volumes: Vec<_> = (1..=14).collect();
        let bars = bars(&months(&volumes));
        assert_eq!((bars.len(), bars[0].volume), (MOST, 3));
        let before: Vec<_> = bars.iter().filter_map(|bar| bar.before).collect();
        assert_eq!(before, [GROUND - 100 / 14, GROUND - 200 / 14], "of the last two");
        assert!(bars.iter().all(|bar| bar.x >= 0 && bar.x + WIDE <= WIDTH));
    }

    #[test]
    fn no_months_make_no_bars() {
        assert_eq!(bars(&[]), []);
    }
}
