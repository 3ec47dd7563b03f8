//! The services, the house rules and the tariffs, as the API tells them.

pub(crate) mod routes;

use std::collections::BTreeMap;

use shuiting_shared::api::{FieldView, MaterialFact, PageView, ServiceView};
use shuiting_shared::form::{Answers, Asked, Field, Kind, Page};
use shuiting_shared::house::House;
use shuiting_shared::service::{Material, Service};
use shuiting_shared::words::{Bi, Lang};

type Both = BTreeMap<String, String>;

fn both(text: Bi) -> Both {
    [Lang::Zh, Lang::En]
        .into_iter()
        .map(|lang| (lang.code().to_owned(), text.get(lang).to_owned()))
        .collect()
}

/// All services, in the order of the hall.
pub fn services(house: &House) -> Vec<ServiceView> {
    Service::ALL.iter().map(|service| view(*service, house)).collect()
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
        steps: facts.steps.iter().map(|step| both(step.title)).collect(),
        limit: [Lang::Zh, Lang::En]
            .into_iter()
            .filter_map(|lang| limit.map(|limit| (lang.code().to_owned(), limit.say(lang))))
            .collect(),
        note: facts.note.map(both),
        available: facts.form.is_some(),
        pages: facts
            .form
            .map(|form| form.pages.iter().map(page).collect())
            .unwrap_or_default(),
    }
}

fn material(material: &Material) -> MaterialFact {
    MaterialFact {
        key: material.key.to_owned(),
        title: both(material.label),
        always: matches!(material.asked, Asked::Always) && material.least > 0,
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
        Kind::Choice(choices) => choices.iter().map(|choice| choice.code.to_owned()).collect(),
        _ => Vec::new(),
    };
    FieldView {
        key: field.key.to_owned(),
        title: both(field.label),
        kind: field.kind.name().to_owned(),
        required: field.required(&Answers::default()),
        conditional: matches!(field.asked, Asked::When(_)),
        most: field.kind.most(),
        choices,
    }
}
