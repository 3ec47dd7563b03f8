//! Files of the billing system are taken whole or not at all.

use encoding_rs::GB18030;
use shuiting_server::import::{Encoding, Faults};
use shuiting_server::water::import::{Outcome, Subject, Taken};
use shuiting_tests::{ACCOUNTS, BILLS, Place, account_line, bill_line, file_of};

use super::{NUMBER, OTHER};

const NOTHING: Taken = Taken {
    new: 0,
    changed: 0,
    same: 0,
    unbound: 0,
};

/// A place whose tables are there.
fn place() -> Place {
    let place = Place::new();
    drop(place.open());
    place
}

fn accounts(numbers: &[&str]) -> String {
    let lines: Vec<_> = numbers.iter().map(|number| account_line(number)).collect();
    file_of(ACCOUNTS, &lines)
}

fn october(number: &str) -> String {
    bill_line(number, "2026-10", "2026-11-01", "2026-11-25", "")
}

#[track_caller]
fn refused(outcome: anyhow::Result<Outcome>) -> Faults {
    match outcome.unwrap() {
        Outcome::Refused(faults) => faults,
        Outcome::Taken(taken) => unreachable!("{taken:?}"),
    }
}

#[track_caller]
fn said(outcome: anyhow::Result<Outcome>) -> Vec<String> {
    refused(outcome).listed().iter().map(ToString::to_string).collect()
}

#[test]
fn the_same_file_again_changes_nothing() {
    let place = place();
    let file = accounts(&[NUMBER, OTHER]);
    assert_eq!(place.takes(Subject::Accounts, &file), Taken { new: 2, ..NOTHING });
    assert_eq!(place.takes(Subject::Accounts, &file), Taken { same: 2, ..NOTHING });
    let bills = file_of(BILLS, &[october(NUMBER), october(OTHER)]);
    assert_eq!(place.takes(Subject::Bills, &bills), Taken { new: 2, ..NOTHING });
    assert_eq!(place.takes(Subject::Bills, &bills), Taken { same: 2, ..NOTHING });
    // What is otherwise is changed, be it one cell or a cell that is blank now.
    let moved = file.replacen("鸿福路100号", "体育路8号", 1).replace("002X", "");
    let taken = place.takes(Subject::Accounts, &moved);
    assert_eq!(taken, Taken { changed: 2, ..NOTHING });
}

#[test]
fn either_encoding_is_found_and_gives_the_same() {
    let place = place();
    let file = accounts(&[NUMBER, OTHER]);
    let (gb, _, lossy) = GB18030.encode(&file);
    assert!(!lossy);
    let taken = |outcome: anyhow::Result<Outcome>| match outcome.unwrap() {
        Outcome::Taken(taken) => taken,
        Outcome::Refused(faults) => panic!("{:?}", faults.listed()),
    };
    assert_eq!(taken(place.imports(Subject::Accounts, &gb, None)).new, 2);
    assert_eq!(taken(place.imports(Subject::Accounts, file.as_bytes(), None)).same, 2);
    let marked = ["\u{feff}", &file].concat();
    assert_eq!(taken(place.imports(Subject::Accounts, marked.as_bytes(), None)).same, 2);
    let named = Some(Encoding::Gb18030);
    assert_eq!(taken(place.imports(Subject::Accounts, &gb, named)).same, 2);
}

#[test]
fn letters_that_cannot_be_read_are_named() {
    let place = place();
    let english = "number,name,town,address,use_type,persons,meter,meter_size,state,tariff";
    let lines = format!("{english}\n{NUMBER},张三丰,nancheng,鸿福路1号,household,3,1,15,active,panyu\n");
    let (gb, ..) = GB18030.encode(&lines);
    let faults = said(place.imports(Subject::Accounts, &gb, Some(Encoding::Utf8)));
    assert_eq!(faults.len(), 2, "{faults:?}");
    assert!(
        faults[0].starts_with("line 2, name: here are letters that cannot be read"),
        "{faults:?}"
    );
}

#[test]
fn every_bad_line_is_listed_and_nothing_is_taken() {
    let place = place();
    let good = account_line(NUMBER);
    let bad = [
        good.clone(),
        account_line("12"),
        account_line(OTHER).replace("南城", "广州").replace("DN15", "DN17"),
        account_line("0769123458").replace("正常", "暂停"),
        good.clone(),
        "0769123459,张三".to_owned(),
        account_line("0769123460")
            .replace("13800001234", "1380")
            .replace(",3,", ",0,"),
        account_line("0769123461").replace("panyu", "moon"),
    ];
    // In either encoding, as it is written there.
    let file = file_of(ACCOUNTS, &bad);
    let (gb, ..) = GB18030.encode(&file);
    for bytes in [file.as_bytes(), &gb] {
        let faults = said(place.imports(Subject::Accounts, bytes, None));
        assert_eq!(
            faults,
            [
                "line 3, number: An account number has 8 to 12 digits, as printed on the bill; there are 2",
                "line 4, town: Please pick a town from the list",
                "line 4, meter_size: take one of 15, 20, 25, 40, 50, 80, 100, 150, 200",
                "line 5, suspended_from: say since when it is suspended",
                "line 6: line 2 is about the same; leave one of them out",
                "line 7: here are 2 cells, and in the header 13; put what has a comma in it in quotes",
                "line 8, phone: A mobile number has 11 digits; there are 4",
                "line 8, persons: Cannot be below 1",
                "line 9, tariff: there is no tariff of this code in the file of tariffs",
            ]
        );
    }
    assert_eq!(
        place.takes(Subject::Accounts, &accounts(&[NUMBER])).new,
        1,
        "nothing was taken"
    );
}

#[test]
fn bills_that_do_not_fit_are_listed() {
    let place = place();
    place.takes(Subject::Accounts, &accounts(&[NUMBER]));
    let month = |month: u32| bill_line(NUMBER, &format!("2026-{month:02}"), "2026-11-01", "2026-11-25", "");
    let bad = [
        month(1).replace("100,120,否,20", "120,100,否,20"),
        month(2).replace("100,120,否,20", "100,120,否,21"),
        month(3).replace("100,120,否,20", "900,3,是,15"),
        month(4).replace("2026-11-25", "2026-10-25"),
        month(5).replace("54.00,0,", "54.00,60,"),
        month(6).replace("54.00,0,", "54.00,54.00,"),
        month(7).replace("54.00,0,", "54.00,10,2026-11-20"),
        month(8).replace("54.00,0,", "-5,0,"),
        october(OTHER),
        october(NUMBER),
        october(NUMBER),
    ];
    let faults = said(place.imports(Subject::Bills, file_of(BILLS, &bad).as_bytes(), None));
    assert_eq!(
        faults,
        [
            "line 2, reading: the reading is below the previous one; say that the meter was changed, or correct it",
            "line 3, volume: the volume is not reading less previous reading, which is 20",
            "line 5, due: the last day to pay is before the day on which the bill was made",
            "line 6, paid: more was paid than the bill comes to",
            "line 7, paid_on: say when it was paid",
            "line 8, paid_on: not all of it is paid, so there is no such day",
            "line 9, total: Please give an amount of yuan such as 54 or 54.50",
            "line 10, number: there is no such water account; import the accounts first",
            "line 12: line 11 is about the same; leave one of them out",
        ]
    );
}

#[test]
fn each_column_that_is_blank_is_named() {
    let place = place();
    place.takes(Subject::Accounts, &accounts(&[NUMBER]));
    let optional = ["手机号", "证件后四位", "暂停日期", "换表", "缴清日期"];
    for (subject, header, line) in [
        (Subject::Accounts, ACCOUNTS, account_line(NUMBER)),
        (Subject::Bills, BILLS, october(NUMBER)),
    ] {
        let cells: Vec<_> = line.split(',').collect();
        for (at, column) in header.split(',').enumerate() {
            let mut blank = cells.clone();
            blank[at] = "";
            let outcome = place.imports(subject, file_of(header, &[blank.join(",")]).as_bytes(), None);
            if optional.contains(&column) {
                assert!(matches!(outcome.unwrap(), Outcome::Taken(_)), "{column}");
            } else {
                let faults = said(outcome);
                assert_eq!(faults.len(), 1, "{column}: {faults:?}");
                assert!(faults[0].ends_with(": Please fill this in"), "{column}: {faults:?}");
            }
        }
    }
}

#[test]
fn a_file_that_is_none_is_refused_with_why() {
    let place = place();
    let why = |file: &str| {
        place
            .imports(Subject::Bills, file.as_bytes(), None)
            .unwrap_err()
            .to_string()
    };
    assert_eq!(why(""), "line 1: the column 户号 (number) is missing");
    assert_eq!(why("户号\n"), "line 1: the column 账期 (period) is missing");
    assert!(
        why(ACCOUNTS).starts_with("line 1: there is no column \"户名\""),
        "{}",
        why(ACCOUNTS)
    );
    // Nothing of it is left in the way of the next one.
    place.takes(Subject::Accounts, &accounts(&[NUMBER]));
    assert_eq!(place.takes(Subject::Bills, &file_of(BILLS, &[october(NUMBER)])).new, 1);
}

#[test]
fn more_faults_than_anybody_reads_are_counted() {
    let place = place();
    let lines: Vec<_> = (0..2500).map(|n| october(&format!("0769{n:06}"))).collect();
    let faults = refused(place.imports(Subject::Bills, file_of(BILLS, &lines).as_bytes(), None));
    assert_eq!((faults.listed().len(), faults.count()), (Faults::LISTED, 2500));
    assert_eq!((faults.listed()[0].line, faults.listed()[999].line), (2, 1001));
}

#[test]
fn more_lines_than_one_batch_are_taken() {
    let place = place();
    let numbers: Vec<_> = (0..2500).map(|n| format!("0769{n:06}")).collect();
    let lines: Vec<_> = numbers.iter().map(|number| account_line(number)).collect();
    let taken = place.takes(Subject::Accounts, &file_of(ACCOUNTS, &lines));
    assert_eq!(taken, Taken { new: 2500, ..NOTHING });
}
