//! What water would cost: for anybody, at once with each letter, and without a network once the prices are here.

mod inputs;
mod outcome;
mod result;
mod settings;
mod words;

use std::sync::Arc;

use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_location, use_navigate};
use shuiting_parts::clock::Clock;
use shuiting_parts::form::{Others, Question, QuestionRow};
use shuiting_parts::household::Household;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_parts::load::Faces;
use shuiting_shared::form::{Field, UseType};
use shuiting_shared::house::House;
use shuiting_shared::tariff::{Tariff, Tariffs};
use shuiting_shared::time::{self, Date};

use crate::page::Page;
use crate::tariffs::TariffBook;
use inputs::{Inputs, PERSONS, VOLUME};
use outcome::Outcome;
use result::ResultCard;
use settings::Settings;

/// Where it lies.
const PATH: &str = "/calculator";

/// The page.
#[component]
pub(crate) fn CalculatorPage() -> impl IntoView {
    let (household, book) = (Household::here(), TariffBook::wanted());
    view! {
        <Page title=say(words::TITLE) back="/services/BILL">
            <Faces load=household.load happening=words::HAPPENING retry=move |()| household.fetch()>
                <Faces load=book.load happening=words::HAPPENING retry=move |()| book.fetch()>
                    {move || {
                        let (house, tariffs) = (household.load.get_untracked(), book.load.get_untracked());
                        house.zip(tariffs).map(|(house, tariffs)| view! { <Calculator house tariffs /> })
                    }}
                </Faces>
            </Faces>
        </Page>
    }
}

/// The way here.
#[component]
pub(crate) fn CalculatorLink() -> impl IntoView {
    view! {
        <ul class="rows" role="list">
            <li>
                <a class="row" href=PATH>
                    <span class="row-icon">
                        <Icon name="calculator" />
                    </span>
                    <span class="row-body">
                        <b>{say(words::TITLE)}</b>
                        <span class="small">{say(words::ABOUT)}</span>
                    </span>
                    <Icon name="chevron" />
                </a>
            </li>
        </ul>
    }
}

/// What is asked, and all that it is held against.
#[derive(Clone, Copy)]
struct Sheet {
    inputs: RwSignal<Inputs>,
    house: StoredValue<Arc<House>>,
    tariffs: StoredValue<Arc<Tariffs>>,
    clock: Clock,
    language: Language,
}

impl Sheet {
    /// What is asked by the address; what is asked from now on stands in it.
    fn here(house: Arc<House>, tariffs: Arc<Tariffs>) -> Self {
        let sheet = Self {
            inputs: RwSignal::new(Inputs::read(&use_location().search.get_untracked())),
            house: StoredValue::new(house),
            tariffs: StoredValue::new(tariffs),
            clock: Clock::here(),
            language: Language::here(),
        };
        let navigate = use_navigate();
        let note = move |inputs: &Inputs, _: Option<&Inputs>, _| {
            let options = NavigateOptions {
                replace: true,
                scroll: false,
                ..NavigateOptions::default()
            };
            navigate(&inputs.address(), options);
        };
        Effect::watch(move || sheet.inputs.get(), note, false);
        sheet
    }

    /// The day that it is, whose tariff holds; whoever asks is told when it is another.
    fn day(self) -> Date {
        time::today(self.clock.get())
    }

    /// Reads something of the tariff that is asked for.
    fn tariff<T: Default>(self, read: impl FnOnce(&Tariff) -> T) -> T {
        let (day, inputs) = (self.day(), self.inputs.get());
        self.tariffs
            .with_value(|tariffs| inputs.tariff(tariffs, day).map(read).unwrap_or_default())
    }

    /// What comes of what is asked.
    fn outcome(self) -> Outcome {
        let (day, inputs) = (self.day(), self.inputs.get());
        self.tariffs
            .with_value(|tariffs| self.house.with_value(|house| Outcome::of(&inputs, tariffs, house, day)))
    }

    /// A question that is answered here.
    fn question(
        self,
        field: &'static Field,
        value: impl Fn() -> String + Send + Sync + 'static,
        set: fn(&mut Inputs, String),
    ) -> Question {
        let value = Signal::derive(value);
        let flaw = Memo::new(move |_| {
            let day = self.day();
            let flaw = self
                .house
                .with_value(|house| Inputs::flaw(field, &value.get(), house, day));
            flaw.map(|flaw| flaw.say(self.language.get()))
        });
        Question {
            field,
            value,
            required: Signal::stored(true),
            flaw: flaw.into(),
            set: Callback::new(move |typed| self.inputs.update(|inputs| set(inputs, typed))),
            left: Callback::new(|()| ()),
            others: Others {
                get: Callback::new(|_| String::new()),
                set: Callback::new(|_| false),
            },
        }
    }

    /// The house, for a question.
    fn house(self) -> Arc<House> {
        self.house.get_value()
    }
}

#[component]
fn Calculator(house: Arc<House>, tariffs: Arc<Tariffs>) -> impl IntoView {
    let sheet = Sheet::here(house, tariffs);
    let outcome = Memo::new(move |_| sheet.outcome());
    let household = Memo::new(move |_| sheet.inputs.with(|inputs| inputs.kind == UseType::Household));
    let volume = sheet.question(
        &VOLUME,
        move || sheet.inputs.with(|inputs| inputs.volume.clone()),
        |inputs, typed| inputs.volume = typed,
    );
    let persons = sheet.question(
        &PERSONS,
        move || sheet.tariff(|tariff| sheet.inputs.with(|inputs| inputs.shown_persons(tariff))),
        |inputs, typed| inputs.persons = Some(typed),
    );
    view! {
        <div class="card calculator-asks">
            <QuestionRow question=volume house=sheet.house() />
            <Show when=move || household.get()>
                <QuestionRow question=persons house=sheet.house() />
            </Show>
        </div>
        <Settings sheet household />
        <ResultCard outcome />
    }
}
