//! The services, the house rules and the tariffs, as the API tells them.

pub(crate) mod routes;

use std::collections::BTreeMap;

use shuiting_shared::api::{
    ChoiceView, DaysView, FieldView, MaterialFact, OutcomeView, PageView, RangeView, ServiceView, StepView, WhenView,
};
use shuiting_shared::form::{Asked, Choice, Condition, Days, Field, Kind, Page, Since};
use shuiting_shared::house::House;
use shuiting_shared::service::{self, Material, Service, Step};
use shuiting_shared::time::Limit;
use shuiting_shared::words::{Bi, Lang};

type Both = BTreeMap<String, String>;

fn both(text: Bi) -> Both {
    [Lang::Zh, Lang::En]
        .into_iter()
        .map(|lang| (lang.code().to_owned(), text.get(lang).to_owned()))
        .collect()
}

/// A limit in both languages; nothing where there is none.
fn said(limit: Option<Limit>) -> Both {
    [Lang::Zh, Lang::En]
        .into_iter()
        .filter_map(|lang| limit.map(|limit| (lang.code().to_owned(), limit.say(lang))))
        .collect()
}

/// All services, in the order of the hall.
pub fn services(house: &House) -> Vec<ServiceView> {
    Service::all().map(|service| view(service, house)).collect()
}

fn view(service: Service, house: &House) -> ServiceView {
    let facts = service.facts();
    let limit = house.promise(service);
    ServiceView {
        code: service,
        title: both(service.label()),
        about: both(facts.about),
        group: facts.group.code().to_owned(),
        who: facts.who.code().to_owned(),
        materials: facts.materials.iter().map(material).collect(),
        steps: facts.steps.iter().map(|found| step(service, found, house)).collect(),
        limit: said(limit),
        note: facts.note.map(both),
        available: facts.form.is_some(),
        pages: facts
            .form
            .map(|form| form.pages.iter().map(page).collect())
            .unwrap_or_default(),
    }
}

fn step(service: Service, step: &Step, house: &House) -> StepView {
    StepView {
        key: step.key.to_owned(),
        title: both(step.title),
        told: both(step.told),
        owner: both(step.owner.label()),
        limit: said(house.step_limit(service, step.key)),
        only: step.only.map(str::to_owned),
        outcomes: step.outcomes().iter().map(outcome).collect(),
    }
}

fn outcome(outcome: &service::Outcome) -> OutcomeView {
    OutcomeView {
        key: outcome.key.to_owned(),
        title: both(outcome.title),
        means: both(outcome.means),
        charges: outcome.charges,
        measures: outcome.measures,
    }
}

fn material(material: &Material) -> MaterialFact {
    MaterialFact {
        key: material.key.to_owned(),
        title: both(material.label),
        always: material.asked == Asked::Always && material.least > 0,
        when: material.asked.condition().map(when),
        least: material.least,
        most: material.most,
    }
}

fn page(page: &Page) -> PageView {
    PageView {
        key: page.key.to_owned(),
        title: both(page.title),
        fields: page.fields.iter().map(field).collect(),
        materials: page.materials.iter().map(|key| (*key).to_owned()).collect(),
    }
}

fn field(field: &Field) -> FieldView {
    let choices = match field.kind {
        Kind::Choice(choices) | Kind::Several(choices) => choices.iter().map(choice).collect(),
        _ => Vec::new(),
    };
    let range = match field.kind {
        Kind::Whole { least, most, .. } => Some((u64::from(least), u64::from(most))),
        Kind::Lines { least, most } => Some((least as u64, most as u64)),
        _ => None,
    };
    FieldView {
        key: field.key.to_owned(),
        title: both(field.label),
        help: field.help.map(both),
        kind: field.kind.name().to_owned(),
        required: field.needed,
        when: field.asked.condition().map(when),
        unlike: field.unlike.map(|(key, _)| key.to_owned()),
        most: field.kind.most(),
        range: range.map(|(least, most)| RangeView { least, most }),
        days: field.days.map(days),
        choices,
    }
}

fn choice(choice: &Choice) -> ChoiceView {
    ChoiceView {
        code: choice.code.to_owned(),
        title: both(choice.label),
    }
}

fn when(condition: Condition) -> WhenView {
    WhenView {
        field: condition.field.to_owned(),
        codes: condition.codes.iter().map(|code| (*code).to_owned()).collect(),
    }
}

fn days(days: Days) -> DaysView {
    DaysView {
        since: match days.since {
            Since::Today => None,
            Since::Field(key) => Some(key.to_owned()),
        },
        least: days.least,
        years: days.years,
    }
}
