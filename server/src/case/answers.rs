//! Answers at rest: what PIPL calls sensitive is sealed, bound to its case and field.

use shuiting_shared::case::Actor;
use shuiting_shared::form::{Answers, Form, Kind};
use shuiting_shared::slot::Slot;

use crate::keys::Keys;
use crate::problem::Failure;

fn place(case: &str, field: &str) -> String {
    format!("{case}.{field}")
}

/// The answers as they are stored, JSON.
pub(super) fn seal(keys: &Keys, case: &str, form: &Form, answers: &Answers) -> Result<String, Failure> {
    let mut stored = answers.clone();
    for field in form.fields().filter(|field| field.sensitive()) {
        if let Some(answer) = stored.0.get_mut(field.key) {
            *answer = keys.seal(&place(case, field.key), answer).map_err(Failure::broken)?;
        }
    }
    Ok(serde_json::to_string(&stored)?)
}

/// The answers as they were given.
pub(super) fn open(keys: &Keys, case: &str, form: &Form, stored: &str) -> Result<Answers, Failure> {
    let mut answers: Answers = serde_json::from_str(stored)?;
    for field in form.fields().filter(|field| field.sensitive()) {
        if let Some(answer) = answers.0.get_mut(field.key) {
            *answer = keys.open(&place(case, field.key), answer).map_err(Failure::broken)?;
        }
    }
    Ok(answers)
}

/// The time for which somebody was asked to come, which nobody needs to unseal.
pub(super) fn slot(form: &Form, stored: &str) -> Result<Option<Slot>, Failure> {
    match form.slot_field() {
        Some(_) => Ok(form.slot(&serde_json::from_str(stored)?)),
        None => Ok(None),
    }
}

/// The answers as they are shown, with the keys of those that are masked: the sensitive ones, and to staff the
/// private ones.
pub(super) fn masked(form: &Form, mut answers: Answers, actor: Actor) -> (Answers, Vec<String>) {
    let mut keys = Vec::new();
    let hidden = |kind: Kind| kind.sensitive() || matches!(actor, Actor::Staff(_)) && kind.private();
    for field in form.fields().filter(|field| hidden(field.kind)) {
        if let Some(answer) = answers.0.get_mut(field.key) {
            *answer = field.kind.mask(answer);
            keys.push(field.key.to_owned());
        }
    }
    (answers, keys)
}

#[cfg(test)]
mod tests {
    use shuiting_shared::case::Role;
    use shuiting_shared::form::HOOKUP;

    use super::*;

    #[test]
    fn an_identity_number_never_lies_open() {
        let keys = Keys::new(b"one secret of the house, long enough");
        let given: Answers = [("id_number", "11010519491231002X"), ("address", "东正路2号")]
            .into_iter()
            .collect();
        let stored = seal(&keys, "case", &HOOKUP, &given).unwrap();
        assert!(!stored.contains("1101051949"));
        assert!(stored.contains("东正路2号"));
        assert!(open(&keys, "case", &HOOKUP, &stored).unwrap() == given);
        assert!(open(&keys, "another", &HOOKUP, &stored).is_err());
    }

    #[test]
    fn who_looks_decides_what_is_masked() {
        let given: Answers = [("id_number", "11010519491231002X"), ("phone", "13800000001")]
            .into_iter()
            .collect();
        let (shown, hidden) = masked(&HOOKUP, given.clone(), Actor::Filer);
        assert_eq!(shown.get("id_number"), Some("110***********002X"));
        assert_eq!(shown.get("phone"), Some("13800000001"));
        assert_eq!(hidden, ["id_number"]);
        let (shown, mut hidden) = masked(&HOOKUP, given, Actor::Staff(Role::Clerk));
        hidden.sort();
        assert_eq!(shown.get("phone"), Some("138****0001"));
        assert_eq!(hidden, ["id_number", "phone"]);
    }
}
