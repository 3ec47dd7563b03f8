//! Calls to the hotline (热线): what the telephone system says of one, how it stands, and what became of it.
//!
//! | module | subject |
//! |---|---|
//! | [`figures`] | what became of the calls of a time |
//! | [`taken`] | what an agent takes down, as a filing |
//! | [`street`] | other reports of the same street, and when they are one burst |

pub mod figures;
pub mod street;
pub mod taken;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::form::Flaw;
use crate::person::{Phone, squeeze};
use crate::time::Moment;
use crate::words::choices;

choices! {
    /// What the telephone system tells of a call.
    pub enum Told {
        Ringing "ringing" = "来电" / "Ringing";
        Answered "answered" = "接通" / "Answered";
        Ended "ended" = "挂断" / "Ended";
    }
}

choices! {
    /// What became of a call in the end.
    pub enum Outcome {
        Solved "solved" = "当场答复" / "Answered at once";
        Order "order" = "转工单" / "Work order";
        Urged "urged" = "催办" / "Urged";
        Standing "standing" = "告知进度" / "Told where it stands";
        Nothing "nothing" = "无事(挂断、打错)" / "Nothing (hung up, wrong number)";
    }
}

impl Outcome {
    /// Whether the caller has got what they called for in the call itself, without a work order; nothing where there was
    /// nothing to get.
    pub const fn at_once(self) -> Option<bool> {
        match self {
            Self::Solved | Self::Urged | Self::Standing => Some(true),
            Self::Order => Some(false),
            Self::Nothing => None,
        }
    }
}

choices! {
    /// How a call stands.
    pub enum State {
        Ringing "ringing" = "正在响铃" / "Ringing";
        On "on" = "通话中" / "On the line";
        Over "over" = "已挂断" / "Over";
        Missed "missed" = "没接到" / "Missed";
    }
}

/// When what happened to a call, as far as it has been told. Tellings may come in any order and more than once: the first
/// of each kind counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Times {
    /// It began to ring.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rang: Option<DateTime<Utc>>,
    /// Somebody answered.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<DateTime<Utc>>,
    /// It was over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<DateTime<Utc>>,
}

impl Times {
    /// With what is told now; the same where it was told before.
    #[must_use]
    pub fn hear(mut self, told: Told, at: Moment) -> Self {
        let place = match told {
            Told::Ringing => &mut self.rang,
            Told::Answered => &mut self.answered,
            Told::Ended => &mut self.ended,
        };
        place.get_or_insert(at);
        self
    }

    /// Whether this was told before.
    pub const fn heard(&self, told: Told) -> bool {
        match told {
            Told::Ringing => self.rang.is_some(),
            Told::Answered => self.answered.is_some(),
            Told::Ended => self.ended.is_some(),
        }
    }

    /// How the call stands. One that has ended unanswered was missed; where the answer is told late, it was not.
    pub const fn state(&self) -> State {
        match (self.answered, self.ended) {
            (None, None) => State::Ringing,
            (Some(_), None) => State::On,
            (Some(_), Some(_)) => State::Over,
            (None, Some(_)) => State::Missed,
        }
    }

    /// The first that is known of it.
    pub fn first(&self) -> Option<Moment> {
        [self.rang, self.answered, self.ended].into_iter().flatten().min()
    }
}

/// A caller's number as it is kept: a mobile phone as eleven digits, any other as the digits that were told. None where it
/// is withheld.
pub fn number(told: Option<&str>) -> Result<Option<String>, Flaw> {
    /// Digits of the longest number that there is (E.164), with a way out in front.
    const MOST: usize = 20;
    let told = squeeze(told.unwrap_or_default());
    if told.is_empty() {
        return Ok(None);
    }
    if let Ok(phone) = Phone::read(&told) {
        return Ok(Some(phone.reveal().to_owned()));
    }
    let digits = told.trim_start_matches('+');
    if digits.is_empty() || !digits.chars().all(|c| c.is_ascii_digit()) {
        return Err(Flaw::NotDigits);
    }
    let is = digits.len();
    if is > MOST {
        return Err(Flaw::TooLong { most: MOST, is });
    }
    Ok(Some(digits.to_owned()))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(minute: u32) -> Moment {
        format!("2024-11-10T15:{minute:02}:00Z").parse().unwrap()
    }

    #[test]
    fn a_call_rings_is_answered_and_ends() {
        let rings = Times::default().hear(Told::Ringing, at(50));
        assert_eq!(rings.state(), State::Ringing);
        let on = rings.hear(Told::Answered, at(51));
        assert_eq!(on.state(), State::On);
        assert_eq!(on.hear(Told::Ended, at(55)).state(), State::Over);
        assert_eq!(rings.hear(Told::Ended, at(51)).state(), State::Missed);
        assert_eq!(on.first(), Some(at(50)));
    }

    #[test]
    fn numbers_are_kept_one_way() {
        for (told, kept) in [
            ("+86 138-0000-1234", Some("13800001234")),
            ("13800001234", Some("13800001234")),
            ("0769 2200 0000", Some("076922000000")),
            ("96968", Some("96968")),
            ("", None),
            ("  ", None),
        ] {
            assert_eq!(number(Some(told)).unwrap().as_deref(), kept, "{told}");
        }
        assert_eq!(number(None), Ok(None));
        assert_eq!(number(Some("anonymous")), Err(Flaw::NotDigits));
        assert_eq!(number(Some("+")), Err(Flaw::NotDigits));
        assert!(number(Some(&"1".repeat(21))).is_err());
    }

    proptest! {
        /// In whatever order and however often it is told, the call stands the same.
        #[test]
        fn order_and_repetition_say_nothing(order in prop::sample::subsequence(Told::ALL.to_vec(), 0..=3).prop_shuffle(), again in 0..3usize) {
            let time = |told: Told| match told { Told::Ringing => at(1), Told::Answered => at(2), Told::Ended => at(3) };
            let hear = |order: &[Told]| order.iter().fold(Times::default(), |times, told| times.hear(*told, time(*told)));
            let mut repeated = order.clone();
            if let Some(told) = order.get(again) {
                repeated.push(*told);
            }
            let mut sorted = order.clone();
            sorted.sort_unstable();
            prop_assert_eq!(hear(&repeated), hear(&sorted));
            prop_assert_eq!(hear(&repeated).state(), hear(&sorted).state());
        }
    }
}
