//! A 24th service, all of it in this file: what a service is made of, and what holds for it by being one. The hall does not
//! offer it; tests bring it along.

use super::catalogue::BASE;
use super::definition::{Definition, Words};
use super::ways::{PAY, QUOTE, check, crew, desk};
use super::{Facts, Group, Material, Service, Step};
use crate::form::conditions::ORGANISATION;
use crate::form::groups::CALLER;
use crate::form::macros::form;
use crate::form::text::choice_answer;
use crate::form::{Asked, Condition, Day, Days, Line, Words as Sentences};
use crate::place::{Address, Town};
use crate::words::{bi, choices};

choices! {
    /// What the water of a hydrant is for.
    pub enum Need {
        Streets "streets" = "洒水、洗路" / "To wash streets";
        Trees "trees" = "浇树、浇花" / "To water trees";
        Other "other" = "别的" / "Something else";
    }
}

choice_answer!(Need);

/// Something else is to be explained.
const OTHER: Condition = Condition::new("need", &[Need::Other.code()]);

form! {
    /// 消火栓取水: a tanker takes water from a hydrant.
    pub HYDRANT_FORM = Service::Other(&HYDRANT[0]) => {
        page what "取多少水" / "What for" {
            need: Need = "做什么用" / "What is it for";
            words: Sentences = "具体做什么" / "What exactly", when OTHER;
            plate: Line<7, 8> = "车牌号" / "Number plate", help "例如粤S12345" / "Such as 粤S12345";
            from: Day = "从哪天起" / "From", days Days::ahead(1).within(1);
        }
        page place "在哪里" / "Where" {
            town: Town = "镇街" / "Town or sub-district";
            address: Address = "消火栓在哪里" / "Where the hydrant is";
        }
        page contact "联系谁" / "Who to reach", materials [licence] { ..CALLER; }
    }
}

const STEPS: &[Step] = &[
    check(bi("受理", "Check")),
    QUOTE,
    PAY,
    crew(
        "meter",
        bi("装计量阀", "Metering valve"),
        bi("师傅在消火栓上装一个计量阀", "We fit a valve that meters what you take"),
    ),
    desk(
        "permit",
        bi("发取水证", "Permit"),
        bi("取水证发到您的手机上", "The permit comes to your phone"),
    ),
];

/// The service, as a program is told of it.
pub static HYDRANT: [Definition; 1] = [Definition {
    code: "HYDRANT",
    title: bi("消火栓取水", "Water from a hydrant"),
    facts: Facts {
        about: bi("洒水车、园林车从消火栓取水", "A tanker takes water from a hydrant"),
        group: Group::Supply,
        materials: &[Material {
            key: "licence",
            label: bi("营业执照", "Business licence"),
            help: None,
            asked: Asked::When(ORGANISATION),
            least: 1,
            most: 3,
            proves: &["company"],
        }],
        steps: STEPS,
        form: Some(&HYDRANT_FORM),
        ..BASE
    },
    words: Words {
        chinese: &[("消火栓取水", "xiao huo shuan qu shui"), ("洒水车", "sa shui che")],
        english: &["tanker", "fire plug"],
    },
}];

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::case::{Action, Actor, Role, Stand, Status, Verb, allowed, headline, step};
    use crate::form::{Answers, Counts, answer_path, sample};
    use crate::house::House;
    use crate::money::Fen;
    use crate::service::{Ends, Owner, search};
    use crate::words::Lang;

    fn hydrant() -> Service {
        // Each test that needs it finds it there, whichever comes first.
        drop(Service::bring(&HYDRANT));
        Service::from_code("HYDRANT").unwrap()
    }

    #[test]
    fn it_is_known_by_its_code_and_found_by_its_words() {
        let service = hydrant();
        assert_eq!(Service::all().count(), Service::ALL.len() + 1);
        assert_eq!(search("洒水车", &[]).first(), Some(&service));
        assert_eq!(search("tanker", &[]).first(), Some(&service));
        assert_eq!(House::dongguan().check(), Ok(()), "the house's limits hold for it");
        assert!(Service::bring(&HYDRANT).is_err(), "once is enough");
    }

    #[test]
    fn its_answers_are_read_and_each_wrong_one_is_named() {
        let (form, house) = (hydrant().form().unwrap(), House::dongguan());
        let today = "2026-11-24".parse().unwrap();
        for answers in sample::every(form, &house, today) {
            let needed = form.materials(&answers).into_iter();
            let photos: Counts<'_> = needed.map(|material| (material.key, material.least)).collect();
            let read = |answers: &Answers| form.read(answers, &photos, &house, today);
            assert_eq!(read(&answers).unwrap().summary().phone, "13800000001");
            let asked = form.fields().filter(|field| field.asked.holds(&answers));
            for field in asked.filter(|field| !form.steers(field.key)) {
                for wrong in sample::wrong(field, &answers, today) {
                    let mut answers = answers.clone();
                    answers.set(field.key, wrong);
                    let flaws = read(&answers).unwrap_err();
                    assert!(
                        flaws.iter().any(|flaw| flaw.field == answer_path(field.key)),
                        "{}",
                        field.key
                    );
                }
            }
        }
    }

    #[test]
    fn it_goes_its_way_to_the_end() {
        let (service, house, now) = (hydrant(), House::dongguan(), Stand::sample_now());
        let mut stand = Stand {
            materials: Vec::new(),
            ..Stand::sample(service, Status::Filed)
        };
        let mut walked = BTreeSet::new();
        while let Some(here) = stand.step() {
            walked.insert(here.key);
            let actor = match stand.owner() {
                Some(Owner::Staff(role)) => Actor::Staff(role),
                // The counter takes the money.
                _ => Actor::Staff(Role::Clerk),
            };
            let may = allowed(&stand, actor, now);
            let said = headline(&stand, Actor::Filer, None, Some(now), now, &house, Lang::Zh);
            assert!(!said.is_empty());
            let words = "已办好".to_owned();
            let action = match here.ends {
                Ends::Checked if stand.status == Status::Filed => Action::Take,
                Ends::Quote => Action::Quote {
                    amount: Fen(20_000),
                    words,
                },
                Ends::Payment { .. } => Action::Paid {
                    amount: Fen(20_000),
                    receipt: "A0001".into(),
                },
                _ if may.contains(&Verb::Advance) => Action::Advance {
                    words,
                    photos: Vec::new(),
                },
                _ => Action::Finish {
                    result: words,
                    before: Vec::new(),
                    after: Vec::new(),
                    parts: Vec::new(),
                },
            };
            assert!(may.contains(&action.verb()), "{:?} at {}", action.verb(), here.key);
            let change = step(&stand, actor, &action, now, &house).unwrap();
            stand = Stand {
                status: change.status,
                work: change.work,
                ..stand
            };
        }
        assert_eq!(stand.status, Status::Finished);
        let all: BTreeSet<_> = service.steps().iter().map(|step| step.key).collect();
        assert_eq!(walked, all);
    }
}
