//! What reading a form gives.

use super::{Answers, Field, Form, Kind};
use crate::profile::NAME;

/// The field that names the organisation that files.
const COMPANY: &str = "company";
/// The field that asks for the phone that hears what happens; every form has it.
pub const PHONE: &str = "phone";
/// The fields that name the other side and its phone; a form that has them waits for the other side to confirm.
const PARTY: [&str; 2] = ["old_name", "old_phone"];

/// A filing whose answers have been read.
#[derive(Clone, Debug)]
pub struct Filing {
    answers: Answers,
    summary: Summary,
}

impl Filing {
    /// The filing of a form whose answers are right, each written the one way.
    pub(super) fn new(form: &Form, answers: Answers) -> Self {
        let summary = Summary::of(form, &answers);
        Self { answers, summary }
    }

    /// The answers, each written the one way; what was not asked or was left blank is not among them.
    pub fn answers(&self) -> &Answers {
        &self.answers
    }

    /// What the desk must know.
    pub fn summary(&self) -> &Summary {
        &self.summary
    }
}

/// What the desk must know of any filing, whatever its form.
#[derive(Clone, Default, Debug, PartialEq, Eq)]
pub struct Summary {
    /// Who files.
    pub name: Option<String>,
    /// Whether that is an organisation, whose name is shown unmasked.
    pub organisation: bool,
    /// The phone that hears what happens.
    pub phone: String,
    /// The town's code.
    pub town: Option<String>,
    /// The address inside it.
    pub address: Option<String>,
    /// Someone else who has to confirm.
    pub party: Option<Party>,
    /// Danger to people or goods: goes to the top.
    pub urgent: bool,
}

impl Summary {
    fn of(form: &Form, answers: &Answers) -> Self {
        let given = |key: &str| answers.get(key).map(str::to_owned);
        // The first of its kind is what the filing is about; another address is for letters.
        let first = |kind: Kind| {
            let mut fields = form.fields();
            fields
                .find(|field: &&Field| field.kind == kind)
                .and_then(|field| given(field.key))
        };
        let company = given(COMPANY);
        let [name, phone] = PARTY.map(given);
        Self {
            organisation: company.is_some(),
            name: given(NAME).or(company),
            phone: given(PHONE).unwrap_or_default(),
            town: first(Kind::Town),
            address: first(Kind::Address),
            party: name.zip(phone).map(|(name, phone)| Party { name, phone }),
            urgent: form.urgent.is_some_and(|urgent| urgent.holds(answers)),
        }
    }
}

/// The other side of a filing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Their name.
    pub name: String,
    /// Their phone, by which they sign in and confirm.
    pub phone: String,
}
