//! Answers at rest: what PIPL calls sensitive is sealed, bound to its case and field.

use shuiting_shared::form::{Answers, Form};

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

/// The answers as they are shown: sensitive ones masked, with their keys.
pub(super) fn masked(form: &Form, mut answers: Answers) -> (Answers, Vec<String>) {
    let mut keys = Vec::new();
    for field in form.fields().filter(|field| field.sensitive()) {
        if let Some(answer) = answers.0.get_mut(field.key) {
            *answer = field.kind.mask(answer);
            keys.push(field.key.to_owned());
        }
    }
    (answers, keys)
}

#[cfg(test)]
mod tests {
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
        let (shown, hidden) = masked(&HOOKUP, given);
        assert_eq!(shown.get("id_number"), Some("110***********002X"));
        assert_eq!(hidden, ["id_number"]);
    }
}
