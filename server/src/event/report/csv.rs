//! The report as CSV: a line an event, and one for all.

use shuiting_shared::api::EventReport;
use shuiting_shared::event::Figures;
use shuiting_shared::house::House;
use shuiting_shared::time::today;
use shuiting_shared::words::{Bi, Lang, bi};

/// A column: its head, and where its figure stands.
type Column = (Bi, fn(&Figures) -> u32);

/// The columns after those that name the event.
const FIGURES: [Column; 13] = [
    (bi("志愿者人次", "Volunteer turns"), |figures| figures.turns),
    (bi("服务时长(分钟)", "Minutes served"), |figures| figures.minutes),
    (bi("服务居民人次", "People served"), |figures| figures.people),
    (bi("演示服务次数", "Services shown"), |figures| figures.shown),
    (bi("检查水管水龙头", "Pipes and taps checked"), |figures| {
        figures.checks
    }),
    (bi("换水龙头", "Taps swapped"), |figures| figures.swapped),
    (bi("检测水质", "Water tested"), |figures| figures.tests),
    (bi("现场办理", "Filed there"), |figures| figures.filed),
    (bi("已办结", "Finished since"), |figures| figures.finished),
    (bi("急难愁盼", "Needs noted"), |figures| figures.needs),
    (bi("已解决", "Solved since"), |figures| figures.solved),
    (bi("评价", "Rated"), |figures| figures.rated),
    (bi("满意", "Satisfied"), |figures| figures.satisfied),
];

const DAY: Bi = bi("日期", "Day");
const TITLE: Bi = bi("活动", "Event");
const WHERE: Bi = bi("地点", "Where");
const TOTAL: Bi = bi("合计", "In all");

/// By this spreadsheets know that what follows is UTF-8.
const MARK: &str = "\u{feff}";

/// The report.
pub(super) fn write(report: &EventReport, house: &House, lang: Lang) -> anyhow::Result<Vec<u8>> {
    let mut csv = csv::Writer::from_writer(MARK.as_bytes().to_vec());
    let heads = FIGURES.map(|(head, _)| head);
    csv.write_record([DAY, TITLE, WHERE].iter().chain(&heads).map(|head| head.get(lang)))?;
    for event in &report.events {
        let plan = &event.plan;
        let named = [
            today(plan.starts).to_string(),
            plan.title.clone(),
            plan.whereabouts(house, lang),
        ];
        csv.write_record(named.into_iter().chain(figures(&event.figures)))?;
    }
    let named = [TOTAL.get(lang).to_owned(), String::new(), String::new()];
    csv.write_record(named.into_iter().chain(figures(&report.total)))?;
    Ok(csv.into_inner()?)
}

fn figures(figures: &Figures) -> impl Iterator<Item = String> {
    FIGURES.map(|(_, read)| read(figures).to_string()).into_iter()
}
