//! What a case tells on paper. A paper is carried about and left lying: identity numbers, phones and places come masked,
//! whoever asked for it.

use shuiting_shared::api::CaseView;
use shuiting_shared::form::{Field, Form, Kind, shown};
use shuiting_shared::house::House;
use shuiting_shared::person::PersonName;
use shuiting_shared::words::{Bi, Lang};

/// A case, told in a language.
#[derive(Clone, Copy)]
pub(super) struct Told<'a> {
    /// The case, as whoever asked may see it.
    pub(super) case: &'a CaseView,
    /// The utility.
    pub(super) house: &'a House,
    /// The language of the paper.
    pub(super) lang: Lang,
}

impl Told<'_> {
    /// A text in the language of the paper.
    pub(super) fn say(&self, text: Bi) -> &'static str {
        text.get(self.lang)
    }

    /// The utility, as it calls itself.
    pub(super) fn utility(&self) -> String {
        self.house.utility.get(self.lang).to_owned()
    }

    /// What was answered under the first of `keys` that has an answer; names in full.
    pub(super) fn answer(&self, keys: &[&str]) -> Option<String> {
        let form = self.case.line.service.form()?;
        keys.iter().find_map(|key| self.said(form.field(key)?))
    }

    /// All that was answered, in the order it was asked; names masked and lists of them counted, so that it may
    /// lie on a counter.
    pub(super) fn answers(&self) -> impl Iterator<Item = (&'static str, String)> {
        let fields = self.case.line.service.form().into_iter().flat_map(Form::fields);
        fields.filter_map(|field| {
            let said = self.said(field)?;
            let said = match field.kind {
                Kind::Name => masked_name(&said),
                // Each line names somebody: how many there are is enough to know it again.
                Kind::Lines { .. } => said.lines().count().to_string(),
                _ => said,
            };
            Some((self.say(field.label), said))
        })
    }

    fn said(&self, field: &Field) -> Option<String> {
        let answer = self.case.answers.get(field.key)?;
        let answer = if field.kind.private() {
            field.kind.mask(answer)
        } else {
            answer.to_owned()
        };
        Some(shown(field, &answer, self.house, self.lang))
    }
}

fn masked_name(name: &str) -> String {
    PersonName::read(name).map(|name| name.to_string()).unwrap_or_default()
}
