//! Files of a billing system.

use std::path::PathBuf;

use indicatif::ProgressBar;
use shuiting_server::import::Encoding;
use shuiting_server::water::import::{self, Outcome, Rules, Subject, Taken};
use shuiting_shared::house::House;
use shuiting_shared::tariff::Tariffs;

use crate::database::Place;

/// The header of a file of water accounts.
pub const ACCOUNTS: &str = "户号,户名,手机号,证件后四位,镇街,地址,用水性质,人口数,水表号,口径,状态,暂停日期,价格方案";
/// The header of a file of bills.
pub const BILLS: &str =
    "户号,账期,出账日期,缴费期限,上次读数,本次读数,换表,水量,月数,人口数,用水性质,价格方案,应缴金额,已缴金额,缴清日期";

/// A line of an account in Nancheng, of 张三丰 (13800001234, 002X).
pub fn account_line(number: &str) -> String {
    format!("{number},张三丰,13800001234,002X,南城,鸿福路100号3栋501,居民,3,10023456,DN15,正常,,panyu")
}

/// A line of a bill of 20 m³, 54 yuan; paid on a day, or not.
pub fn bill_line(number: &str, period: &str, issued: &str, due: &str, paid_on: &str) -> String {
    let paid = if paid_on.is_empty() { "0" } else { "54.00" };
    format!("{number},{period},{issued},{due},100,120,否,20,1,3,居民,panyu,54.00,{paid},{paid_on}")
}

/// A file of these lines.
pub fn file_of(header: &str, lines: &[String]) -> String {
    let lines: Vec<_> = [header.to_owned()].into_iter().chain(lines.iter().cloned()).collect();
    lines.join("\n") + "\n"
}

impl Place {
    /// Imports a file, as the command does.
    pub fn imports(&self, subject: Subject, file: &[u8], encoding: Option<Encoding>) -> anyhow::Result<Outcome> {
        let path: PathBuf = self.folder.path().join("billing.csv");
        std::fs::write(&path, file)?;
        let (house, tariffs) = (House::dongguan(), Tariffs::brought_along());
        let rules = Rules {
            house: &house,
            tariffs: &tariffs,
        };
        import::run(
            &mut self.address.connect()?,
            subject,
            &path,
            encoding,
            rules,
            &ProgressBar::hidden(),
        )
    }

    /// Imports a file in which nothing is wrong.
    #[track_caller]
    pub fn takes(&self, subject: Subject, file: &str) -> Taken {
        match self.imports(subject, file.as_bytes(), None).unwrap() {
            Outcome::Taken(taken) => taken,
            Outcome::Refused(faults) => panic!("{:#?}", faults.listed()),
        }
    }
}
