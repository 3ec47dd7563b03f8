//! Answer templates: what staff write to residents again and again, with blanks that each case fills in.

use arrayvec::ArrayString;
use serde::{Deserialize, Serialize};

use crate::api::CaseView;
use crate::case::Verb;
use crate::form::{FieldFlaw, Flaw, Kind, Words};
use crate::house::House;
use crate::service::Service;
use crate::time;
use crate::words::{Lang, Text, choices};

choices! {
    /// What is done when a template is of use.
    pub enum Occasion {
        SendBack "send_back" = "退回补正" / "Send back";
        Reject "reject" = "不予办理" / "Reject";
        Finish "finish" = "办结" / "Finish";
        Note "note" = "给居民留言" / "Note to the resident";
    }
}

impl Occasion {
    /// The occasion that an act is, where templates are of use in it.
    pub const fn of(verb: Verb) -> Option<Self> {
        match verb {
            Verb::SendBack => Some(Self::SendBack),
            Verb::Reject => Some(Self::Reject),
            Verb::Finish => Some(Self::Finish),
            Verb::Note => Some(Self::Note),
            _ => None,
        }
    }
}

choices! {
    /// What a case can fill in, written `{name}` in a template.
    pub enum Blank {
        Name "name" = "申请人姓名" / "the applicant's name";
        Number "number" = "单号" / "the case's number";
        Service "service" = "服务名称" / "the service";
        Due "due" = "办结期限" / "when it will be done";
        Hotline "hotline" = "热线" / "the hotline";
        Unit "unit" = "承办部门" / "the unit that has it";
    }
}

/// The name between braces, as a flaw keeps it: what is longer is cut.
pub type BlankName = ArrayString<24>;

/// A template, as it is written and read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Template {
    /// The service it is for; every service where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub service: Option<Service>,
    /// What is done when it is of use.
    pub occasion: Occasion,
    /// What staff choose it by, 2 to 40 characters.
    pub title: Text,
    /// What the resident reads, at most 500 characters, with blanks such as `{number}`.
    pub words: Text,
}

const TITLE: Kind = Kind::Line { least: 2, most: 40 };

impl Template {
    /// Every flaw at once, by its place in the template (`title.zh`, `words.en`).
    pub fn flaws(&self) -> Vec<FieldFlaw> {
        let title = |text: &str| match text.trim() {
            "" => Some(Flaw::Missing),
            text => TITLE.fit(text).err(),
        };
        let words = |text: &str| Words::read(text).err().or_else(|| pieces(text).err());
        [
            ("title.zh", title(&self.title.zh)),
            ("title.en", title(&self.title.en)),
            ("words.zh", words(&self.words.zh)),
            ("words.en", words(&self.words.en)),
        ]
        .into_iter()
        .filter_map(|(field, flaw)| flaw.map(|flaw| FieldFlaw::new(field, flaw)))
        .collect()
    }

    /// Without the blanks around its texts.
    #[must_use]
    pub fn trimmed(self) -> Self {
        let trimmed = |text: &Text| Text {
            zh: text.zh.trim().to_owned(),
            en: text.en.trim().to_owned(),
        };
        Self {
            title: trimmed(&self.title),
            words: trimmed(&self.words),
            ..self
        }
    }

    /// Whether it is of use when this is done to a case of this service.
    pub fn fits(&self, service: Service, occasion: Occasion) -> bool {
        self.occasion == occasion && self.service.is_none_or(|own| own == service)
    }

    /// What the resident of a case would read, in their language.
    pub fn filled(&self, case: &CaseView, house: &House) -> String {
        fill(self.words.get(case.lang), |blank| said(blank, case, house, case.lang))
    }
}

enum Piece<'a> {
    Words(&'a str),
    Blank(Blank),
}

/// Takes a text apart. Keyboards for Chinese give wide braces, which are as good.
fn pieces(text: &str) -> Result<Vec<Piece<'_>>, Flaw> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once(['{', '｛']) {
        let closed = behind.split_once(['}', '｝']);
        let (name, after) = closed.unwrap_or((behind, ""));
        let blank = closed.and_then(|_| Blank::from_code(name.trim()));
        let blank = blank.ok_or_else(|| Flaw::NoSuchBlank { name: short(name) })?;
        pieces.extend([Piece::Words(before), Piece::Blank(blank)]);
        rest = after;
    }
    pieces.push(Piece::Words(rest));
    Ok(pieces)
}

fn short(name: &str) -> BlankName {
    let mut short = BlankName::new();
    for c in name.trim().chars() {
        if short.try_push(c).is_err() {
            break;
        }
    }
    short
}

/// Fills the blanks; a text that does not read as a template is left as it is.
fn fill(text: &str, said: impl Fn(Blank) -> String) -> String {
    let Ok(pieces) = pieces(text) else {
        return text.to_owned();
    };
    let filled = pieces.into_iter().map(|piece| match piece {
        Piece::Words(words) => words.to_owned(),
        Piece::Blank(blank) => said(blank),
    });
    filled.collect()
}

/// What a case says in a blank. What it does not know yet is said in a way that reads on.
fn said(blank: Blank, case: &CaseView, house: &House, lang: Lang) -> String {
    let or = |known: Option<String>, zh: &str, en: &str| {
        known.unwrap_or_else(|| match lang {
            Lang::Zh => zh.to_owned(),
            Lang::En => en.to_owned(),
        })
    };
    match blank {
        Blank::Name => {
            let name = case.answers.get("name").or_else(|| case.answers.get("company"));
            or(name.map(str::to_owned), "用户", "customer")
        }
        Blank::Number => case.line.number.to_string(),
        Blank::Service => case.line.service.label().get(lang).to_owned(),
        // The words stay on the timeline, where 明天 would soon be another day.
        Blank::Due => or(case.promised.or(case.line.due).map(time::exact), "近日", "shortly"),
        Blank::Hotline => house.hotline.clone(),
        Blank::Unit => {
            let unit = case.line.unit.as_deref().and_then(|code| house.unit(code));
            or(unit.map(|unit| unit.name.get(lang).to_owned()), "经办部门", "our staff")
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn template(words: &str) -> Template {
        let text = |text: &str| Text {
            zh: text.into(),
            en: text.into(),
        };
        Template {
            service: None,
            occasion: Occasion::Note,
            title: text("到期提醒"),
            words: text(words),
        }
    }

    fn code(blank: Blank) -> String {
        blank.code().to_uppercase()
    }

    #[test]
    fn blanks_are_filled_wherever_they_stand() {
        assert_eq!(
            fill("{name}您好,{ number }｛due｝前办结}", code),
            "NAME您好,NUMBERDUE前办结}"
        );
        assert_eq!(fill("没有空", code), "没有空");
        let all: Vec<_> = Blank::ALL.iter().map(|blank| format!("{{{}}}", blank.code())).collect();
        assert_eq!(fill(&all.join(" "), code), "NAME NUMBER SERVICE DUE HOTLINE UNIT");
    }

    #[test]
    fn a_blank_that_there_is_not_is_named() {
        for (words, name) in [
            ("您的{phone}", "phone"),
            ("{}", ""),
            ("{Name}", "Name"),
            ("没有关上{number", "number"),
            ("{name}{这个名字长得没有一个空会叫这样}", "这个名字长得没有"),
        ] {
            let flaw = Flaw::NoSuchBlank {
                name: BlankName::from(name).unwrap(),
            };
            let expected = [FieldFlaw::new("words.zh", flaw), FieldFlaw::new("words.en", flaw)];
            assert_eq!(template(words).flaws(), expected, "{words}");
        }
        let flaw = Flaw::NoSuchBlank {
            name: BlankName::from("phone").unwrap(),
        };
        assert!(flaw.say(Lang::Zh).contains("{phone}") && flaw.say(Lang::Zh).contains("{number}"));
        assert!(flaw.say(Lang::En).contains("{phone}") && flaw.say(Lang::En).contains("{hotline}"));
    }

    #[test]
    fn a_template_has_a_title_and_words_in_both_languages() {
        let mut blank = template(" ");
        blank.title.en = "x".repeat(41);
        blank.title.zh.clear();
        let told = blank.flaws();
        let told: Vec<_> = told
            .iter()
            .map(|flaw| (flaw.field.as_str(), flaw.flaw.code()))
            .collect();
        assert_eq!(
            told,
            [
                ("title.zh", "missing"),
                ("title.en", "too_long"),
                ("words.zh", "missing"),
                ("words.en", "missing")
            ]
        );
        assert_eq!(template("{name}您好").flaws(), []);
    }

    #[test]
    fn it_is_offered_where_it_fits() {
        let any = template("好");
        let leak = Template {
            service: Some(Service::Leak),
            ..any.clone()
        };
        assert!(any.fits(Service::New, Occasion::Note) && !any.fits(Service::New, Occasion::Finish));
        assert!(leak.fits(Service::Leak, Occasion::Note) && !leak.fits(Service::New, Occasion::Note));
        let acts: Vec<_> = Verb::ALL.iter().filter_map(|verb| Occasion::of(*verb)).collect();
        assert_eq!(acts.len(), Occasion::ALL.len());
    }

    proptest! {
        #[test]
        fn any_text_is_filled_or_told(text in ".*") {
            let braces = ['{', '｛'];
            match pieces(&text) {
                Ok(_) if !text.contains(braces) => prop_assert_eq!(fill(&text, code), text),
                Ok(_) => prop_assert!(!fill(&text, code).contains(braces)),
                Err(flaw) => prop_assert_eq!(flaw.code(), "no_such_blank"),
            }
        }
    }
}
