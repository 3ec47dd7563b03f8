//! What an agent takes down of a call, as a filing: the kind says in which form.

use std::collections::BTreeMap;

use crate::api::NewCaseFor;
use crate::form::{Answers, Counts, FieldFlaw, Flaw, Form};
use crate::house::House;
use crate::order::Kind;
use crate::service::Service;
use crate::time::Date;

/// What is taken down, as it is typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Taken {
    /// The town's code.
    pub town: String,
    /// The address in it.
    pub address: String,
    /// What is the matter.
    pub words: String,
    /// The mobile phone that hears what happens.
    pub phone: String,
    /// The caller's name.
    pub name: String,
}

/// The service that orders of a kind are filed under.
pub const fn service(kind: Kind) -> Service {
    match kind {
        Kind::Burst | Kind::Leak => Service::Leak,
        _ => Service::Comp,
    }
}

/// The answer in the form that comes nearest to a kind: how bad a leak is, what a complaint is about.
const fn about(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Burst => ("severity", "spray"),
        Kind::Leak => ("severity", "flow"),
        Kind::NoWater | Kind::Press | Kind::Second | Kind::Tank => ("category", "supply"),
        Kind::Qual => ("category", "quality"),
        Kind::Cover => ("category", "repair"),
        Kind::Meter | Kind::Fee => ("category", "bill"),
        Kind::Consult | Kind::Complaint => ("category", "other"),
    }
}

impl Taken {
    /// The filing of this kind. What was left blank is not answered.
    pub fn filing(&self, kind: Kind) -> NewCaseFor {
        let mut answers = Answers::default();
        let (key, code) = about(kind);
        answers.set(key, code.to_owned());
        if service(kind) == Service::Leak {
            answers.set("side", "unknown".to_owned());
        }
        let typed = [
            ("town", &self.town),
            ("address", &self.address),
            ("words", &self.words),
            ("phone", &self.phone),
            ("name", &self.name),
        ];
        for (key, text) in typed {
            if !text.trim().is_empty() {
                answers.set(key, text.trim().to_owned());
            }
        }
        NewCaseFor {
            service: service(kind),
            answers,
            materials: BTreeMap::new(),
            lang: None,
            kind: Some(kind),
        }
    }
}

/// Whether orders of a kind are about a place: somebody goes there.
pub const fn at_a_place(kind: Kind) -> bool {
    !matches!(kind, Kind::Fee | Kind::Consult | Kind::Complaint)
}

impl Taken {
    /// What is wrong with it as a filing of a kind, made on `today`: what its form says, and that somebody has to know where
    /// to go.
    pub fn flaws(&self, kind: Kind, house: &House, today: Date) -> Vec<FieldFlaw> {
        let filing = self.filing(kind);
        let read = |form: &Form| form.read(&filing.answers, &Counts::new(), house, today).err();
        let mut flaws = filing.service.form().and_then(read).unwrap_or_default();
        for key in ["town", "address"] {
            let missing = FieldFlaw::answer(key, Flaw::Missing);
            if at_a_place(kind) && filing.answers.get(key).is_none() && !flaws.contains(&missing) {
                flaws.push(missing);
            }
        }
        flaws
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn today() -> Date {
        Date::from_ymd_opt(2024, 11, 10).unwrap()
    }

    fn taken() -> Taken {
        Taken {
            town: "nancheng".into(),
            address: " 鸿福路100号 ".into(),
            words: "小区里爆管,要停水12小时".into(),
            phone: "13800000001".into(),
            name: "林经理".into(),
        }
    }

    #[test]
    fn every_kind_is_a_filing_that_its_form_takes() {
        let house = House::dongguan();
        for kind in Kind::ALL {
            let filing = taken().filing(*kind);
            let form = filing.service.form().unwrap();
            let read = form.read(&filing.answers, &Counts::new(), &house, today());
            assert!(read.is_ok(), "{kind:?}: {:?}", read.err());
            assert_eq!(filing.kind, Some(*kind));
            assert!(filing.service.facts().work_order);
            assert_eq!(filing.answers.get("address"), Some("鸿福路100号"));
        }
    }

    #[test]
    fn what_was_not_said_is_told_beside_its_field() {
        let house = House::dongguan();
        let flaws = |taken: &Taken, kind| {
            let flaws = taken.flaws(kind, &house, today());
            flaws.into_iter().map(|flaw| flaw.field).collect::<Vec<_>>()
        };
        let nothing = Taken::default();
        assert_eq!(
            flaws(&nothing, Kind::Leak),
            ["answers.town", "answers.address", "answers.phone"]
        );
        assert_eq!(
            flaws(&nothing, Kind::Cover),
            ["answers.words", "answers.phone", "answers.town", "answers.address"],
            "somebody goes there"
        );
        assert_eq!(flaws(&nothing, Kind::Consult), ["answers.words", "answers.phone"]);
        for kind in Kind::ALL {
            assert_eq!(flaws(&taken(), *kind), Vec::<String>::new(), "{kind:?}");
        }
    }
}
