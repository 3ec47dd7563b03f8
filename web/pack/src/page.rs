//! Fills the `{{placeholders}}` of a page.

use anyhow::{Context, Result, bail};

/// The template with every `{{name}}` replaced by the value of that name.
///
/// A name that nobody knows is an error, since a resident would read it.
pub(crate) fn fill(template: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        let (name, after) = after.split_once("}}").context("a {{placeholder}} is not closed")?;
        let Some((_, value)) = values.iter().find(|(known, _)| *known == name) else {
            let known = values
                .iter()
                .map(|(known, _)| format!("{{{{{known}}}}}"))
                .collect::<Vec<_>>()
                .join(", ");
            bail!("the page asks for {{{{{name}}}}}, but there is only {known}");
        };
        filled.push_str(before);
        filled.push_str(value);
        rest = after;
    }
    filled.push_str(rest);
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_placeholder_is_filled() {
        let html = fill("<a href={{js}}>{{css}}</a>{{js}}", &[("js", "1"), ("css", "2")]).unwrap();

        assert_eq!(html, "<a href=1>2</a>1");
    }

    #[test]
    fn a_value_is_not_a_template() {
        assert_eq!(fill("{{css}}", &[("css", "{{js}}")]).unwrap(), "{{js}}");
    }

    #[test]
    fn an_unknown_placeholder_is_told_with_those_that_there_are() {
        let error = fill("{{cs}}", &[("css", "x"), ("js", "y")]).unwrap_err();

        assert_eq!(
            error.to_string(),
            "the page asks for {{cs}}, but there is only {{css}}, {{js}}"
        );
    }

    #[test]
    fn an_open_placeholder_is_an_error() {
        assert!(fill("<p>{{css", &[("css", "x")]).is_err());
    }
}
