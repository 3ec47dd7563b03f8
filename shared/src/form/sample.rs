//! Answers to any form, made from its description: right ones, and wrong ones for each field. Tests over all services are
//! made of them, so that a service more is tested without a word more.

use chrono::TimeDelta;

use super::text::SEVERAL;
use super::{Answers, Field, Form, Kind};
use crate::house::House;
use crate::time::Date;

/// Right answers to all that a form asks for, given these choices, when it is filed on `today`.
pub fn filled(form: &Form, choices: &Answers, house: &House, today: Date) -> Answers {
    let mut answers = Answers::default();
    for field in form.fields() {
        if !field.asked.holds(&answers) {
            continue;
        }
        let answer = match choices.get(field.key) {
            Some(choice) => choice.to_owned(),
            None => right(field, &answers, house, today),
        };
        answers.set(field.key, answer);
    }
    answers
}

/// Right answers that between them make the form ask for all that it can ask for: each choice on which something hangs is
/// answered each way.
pub fn every(form: &Form, house: &House, today: Date) -> Vec<Answers> {
    let mut all = vec![filled(form, &Answers::default(), house, today)];
    for field in form.fields().filter(|field| form.steers(field.key)) {
        let codes: Vec<String> = match field.kind {
            Kind::Choice(choices) => choices.iter().map(|choice| choice.code.to_owned()).collect(),
            Kind::Several(choices) => {
                let codes: Vec<_> = choices.iter().map(|choice| choice.code.to_owned()).collect();
                let together = codes.join(&SEVERAL.to_string());
                codes.into_iter().chain([together]).collect()
            }
            _ => Vec::new(),
        };
        let chosen = codes.into_iter().map(|code| [(field.key, code)].into_iter().collect());
        all.extend(chosen.map(|choices: Answers| filled(form, &choices, house, today)));
    }
    all
}

/// A right answer to a field, after these.
fn right(field: &Field, answers: &Answers, house: &House, today: Date) -> String {
    let other = field.unlike.and_then(|(key, _)| answers.get(key));
    let unlike = |candidates: &[&str]| {
        let found = candidates.iter().find(|candidate| Some(**candidate) != other);
        found.map(|found| (*found).to_owned()).unwrap_or_default()
    };
    match field.kind {
        Kind::Line { least, most } => "A1".repeat(most).chars().take(least.max(8).min(most)).collect(),
        Kind::Address => "鸿福路100号3栋501".to_owned(),
        Kind::Words { .. } => "请尽快处理".to_owned(),
        Kind::Lines { least, .. } => {
            let lines: Vec<_> = (1..=least).map(|door| format!("{door}01 张三")).collect();
            lines.join("\n")
        }
        Kind::Name => "李秀英".to_owned(),
        Kind::Phone => unlike(&["13800000001", "13800000003"]),
        Kind::IdNumber => unlike(&["11010519491231002X", "441900198001010015"]),
        Kind::CreditCode => "9144030071526726XG".to_owned(),
        Kind::BankCard => "6200000000000005".to_owned(),
        Kind::Email => "li@example.com".to_owned(),
        Kind::Account => "0769123456".to_owned(),
        Kind::Whole { least, most, .. } => most.min(least + 1).to_string(),
        Kind::Date => range(field, answers, today).0.to_string(),
        Kind::Choice(choices) | Kind::Several(choices) => {
            let codes: Vec<_> = choices.iter().map(|choice| choice.code).collect();
            unlike(&codes)
        }
        Kind::Town => house.towns.first().map(|town| town.code.clone()).unwrap_or_default(),
        Kind::Point => "22.90781,113.87650".to_owned(),
        Kind::Slot => {
            let offered = house.visits.offered(&house.calendar, today);
            offered.first().map(|(slot, _)| slot.to_string()).unwrap_or_default()
        }
    }
}

fn range(field: &Field, answers: &Answers, today: Date) -> (Date, Option<Date>) {
    let range = field.days.and_then(|days| days.range(answers, today));
    range.unwrap_or((today, None))
}

/// Wrong answers to a field of a filing that is otherwise right; a blank one where it must be answered.
pub fn wrong(field: &Field, answers: &Answers, today: Date) -> Vec<String> {
    let long = |most: usize| "长".repeat(most + 1);
    let mut wrong = match field.kind {
        Kind::Line { most, .. } | Kind::Words { most } => vec![long(most)],
        Kind::Address => vec!["路".to_owned(), long(120)],
        Kind::Lines { least, most } => vec![
            "101 张三\n".repeat(least - 1),
            "101 张三\n".repeat(most + 1),
            format!("{}\n", long(Kind::LINE)).repeat(least),
        ],
        Kind::Name => vec!["李3".to_owned()],
        Kind::Phone => vec!["1380000".to_owned(), "23800000001".to_owned()],
        Kind::IdNumber => vec!["110105".to_owned(), "110105194912310021".to_owned()],
        Kind::CreditCode => vec!["91440300".to_owned(), "914403001922038217".to_owned()],
        Kind::BankCard => vec!["62000000".to_owned(), "6200000000000006".to_owned()],
        Kind::Email => vec!["li@".to_owned()],
        Kind::Account => vec!["12345".to_owned(), "户号".to_owned()],
        Kind::Whole { least, most, .. } => {
            let below = least.checked_sub(1).map(|below| below.to_string());
            below
                .into_iter()
                .chain([(most + 1).to_string(), "几".to_owned()])
                .collect()
        }
        Kind::Date => {
            let range = field.days.map(|_| range(field, answers, today));
            let before = range.map(|(earliest, _)| earliest - TimeDelta::days(1));
            let after = range
                .and_then(|(_, latest)| latest)
                .map(|latest| latest + TimeDelta::days(1));
            let days = before.into_iter().chain(after).map(|day| day.to_string());
            days.chain(["2026-02-30".to_owned()]).collect()
        }
        // On the day itself it is too late.
        Kind::Slot => vec!["?".to_owned(), format!("{today} 09:00-11:00")],
        Kind::Choice(_) | Kind::Several(_) | Kind::Town | Kind::Point => vec!["?".to_owned()],
    };
    let other = field.unlike.and_then(|(key, _)| answers.get(key));
    wrong.extend(other.map(str::to_owned));
    wrong.extend(field.required(answers).then(String::new));
    wrong
}
