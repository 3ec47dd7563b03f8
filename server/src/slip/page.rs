//! The slip as a page.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use shuiting_shared::api::CaseView;
use shuiting_shared::form::{Field, Form, Kind, shown};
use shuiting_shared::house::House;
use shuiting_shared::person::PersonName;
use shuiting_shared::time;
use shuiting_shared::words::{Bi, Lang};

use super::words;

/// What a slip is printed from.
pub(super) struct Slip<'a> {
    /// The case, as staff see it.
    pub(super) case: &'a CaseView,
    /// The utility.
    pub(super) house: &'a House,
    /// Who hands it over.
    pub(super) clerk: &'a str,
    /// The language that the resident reads.
    pub(super) lang: Lang,
    /// The QR code, an SVG element.
    pub(super) code: String,
}

impl Slip<'_> {
    fn say(&self, text: Bi) -> &'static str {
        text.get(self.lang)
    }

    /// The whole page.
    pub(super) fn page(&self) -> String {
        let other = match self.lang {
            Lang::Zh => Lang::En,
            Lang::En => Lang::Zh,
        };
        let (number, title) = (self.case.line.number, self.say(words::TITLE));
        let page = html! {
            (DOCTYPE)
            html lang=(self.lang.tag()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    title { (number) " · " (title) }
                    link rel="stylesheet" href="/desk/slip.css";
                    script src="/desk/slip.js" defer {}
                }
                body {
                    nav aria-label=(self.say(words::ACTIONS)) {
                        button type="button" { (self.say(words::PRINT)) }
                        a href={ "?lang=" (other.code()) } lang=(other.tag()) { (words::THIS_LANGUAGE.get(other)) }
                        a href={ "/desk/cases/" (number) } { (self.say(words::BACK)) }
                    }
                    main { (self.paper()) }
                }
            }
        };
        page.into_string()
    }

    /// What is printed.
    fn paper(&self) -> Markup {
        let service = self.say(self.case.line.service.label());
        html! {
            header {
                p { (self.house.utility.get(self.lang)) }
                h1 { (self.say(words::TITLE)) }
            }
            section class="number" {
                div {
                    p { (self.say(words::NUMBER)) }
                    p class="large" { (self.case.line.number) }
                    p { (self.say(words::FOLLOW)) }
                }
                div class="code" role="img" aria-label=(self.say(words::CODE)) { (PreEscaped(&self.code)) }
            }
            dl {
                (fact(self.say(words::SERVICE), service))
                (fact(self.say(words::FILED), &time::exact(self.case.line.filed)))
                (fact(self.say(words::BY), self.case.line.name.as_deref().unwrap_or(&self.case.phone)))
                (fact(self.say(words::MATERIALS), &self.materials()))
                (fact(self.say(words::DONE_BY), &self.done_by()))
            }
            h2 { (self.say(words::ANSWERS)) }
            dl class="answers" {
                @for (field, answer) in self.answers() {
                    (fact(self.say(field.label), &answer))
                }
            }
            footer {
                p { (self.say(words::HOTLINE)) " " b { (self.house.hotline) } }
                p { (self.say(words::CLERK)) " " (self.clerk) }
                p class="signature" { (self.say(words::SIGNATURE)) span {} }
            }
        }
    }

    fn materials(&self) -> String {
        let materials = self.case.materials.iter().map(|material| {
            let known = self.case.line.service.material(&material.key);
            let label = known.map_or(material.key.as_str(), |known| self.say(known.label));
            words::photos(label, material.photos.len(), self.lang)
        });
        let materials: Vec<_> = materials.collect();
        if materials.is_empty() {
            return self.say(words::NO_MATERIALS).to_owned();
        }
        materials.join(words::between(self.lang))
    }

    fn done_by(&self) -> String {
        match self.case.promised {
            _ if !self.case.line.status.waits() => self.say(words::ENDED).to_owned(),
            Some(promised) => time::exact(promised),
            None => self.say(words::AFTER_CONFIRMING).to_owned(),
        }
    }

    /// What was answered, as it may lie on a counter: private answers come masked, names are masked here.
    fn answers(&self) -> impl Iterator<Item = (&'static Field, String)> {
        let fields = self.case.line.service.form().into_iter().flat_map(Form::fields);
        fields.filter_map(|field| {
            let answer = self.case.answers.get(field.key)?;
            let said = match field.kind {
                Kind::Name => PersonName::read(answer)
                    .map(|name| name.to_string())
                    .unwrap_or_default(),
                _ => shown(field, answer, self.house, self.lang),
            };
            Some((field, said))
        })
    }
}

fn fact(label: &str, said: &str) -> Markup {
    html! {
        div {
            dt { (label) }
            dd { (said) }
        }
    }
}
