//! Makes the one stylesheet of a program.
//!
//! The hall starts from `WeUI`, the look that every resident knows, of which it uses a small part: what its sources do
//! not name is left out. That asks one thing of the sources: **a class of `WeUI` is spelled whole**, never put together
//! at run time. A name that `WeUI` does not have (such as half of one) is an error here.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};

use crate::program::Program;

/// Every class and custom property of `WeUI` begins like this.
const WEUI: &str = "weui-";

/// The stylesheet of a program, as small as it gets.
pub(crate) fn sheet(program: Program, web: &Path) -> Result<String> {
    let mut files = vec![web.join("parts/style/tokens.css")];
    files.extend(files_below(&web.join(program.name()).join("style"), &["css"])?);
    let mut own = String::new();
    for file in files.iter().filter(|file| file.exists()) {
        own.push_str(&fs::read_to_string(file)?);
    }

    match program {
        Program::Desk | Program::Crew => minify(&own, &BTreeSet::new()),
        Program::Hall => {
            let weui = web.join("node_modules/weui/dist/style/weui.min.css");
            let weui = fs::read_to_string(&weui)
                .with_context(|| format!("reading {} (`make setup` fetches it)", weui.display()))?;
            let mut sources = String::new();
            for folder in ["hall", "parts"] {
                for file in files_below(&web.join(folder), &["rs", "html"])? {
                    sources.push_str(&fs::read_to_string(file)?);
                }
            }
            used_part(&format!("{weui}{own}"), &sources)
        }
    }
}

/// The stylesheet without the classes of `WeUI` that the sources do not name, and without those of its custom
/// properties that are of no use to what is left.
fn used_part(css: &str, sources: &str) -> Result<String> {
    let there = names(css, ".");
    let named = names(sources, "");
    let variables = names(sources, "--");
    if let Some(unknown) = named.difference(&there).find(|name| !variables.contains(*name)) {
        return Err(anyhow!(
            "the hall's sources name `{unknown}`, but WeUI has no such class; spell its classes whole"
        ));
    }
    let mut unused = there
        .difference(&named)
        .map(|name| (*name).to_owned())
        .collect::<BTreeSet<_>>();

    // A property may be of use to another property only, so each round may set more of them free.
    loop {
        let smaller = minify(css, &unused)?;
        let used = names(&smaller, "var(--");
        let free = names(&smaller, "--")
            .into_iter()
            .filter(|name| !used.contains(name) && !variables.contains(name));
        let before = unused.len();
        unused.extend(free.map(|name| format!("--{name}")));
        if unused.len() == before {
            return Ok(smaller);
        }
    }
}

/// Every name of `WeUI` in `text` that stands right behind `mark`.
fn names<'a>(text: &'a str, mark: &str) -> BTreeSet<&'a str> {
    let belongs = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    text.match_indices(WEUI)
        .filter(|(start, _)| text[..*start].ends_with(mark))
        .map(|(start, _)| text[start..].split(|c| !belongs(c)).next().unwrap_or_default())
        .filter(|name| name.len() > WEUI.len())
        .collect()
}

fn minify(css: &str, unused: &BTreeSet<String>) -> Result<String> {
    let targets = Targets::from(BROWSERS);
    let mut sheet = StyleSheet::parse(css, ParserOptions::default()).map_err(|error| anyhow!("{error}"))?;
    sheet
        .minify(MinifyOptions {
            targets,
            unused_symbols: unused.iter().cloned().collect(),
        })
        .map_err(|error| anyhow!("{error}"))?;
    let printed = sheet.to_css(PrinterOptions {
        minify: true,
        targets,
        ..PrinterOptions::default()
    });
    Ok(printed.map_err(|error| anyhow!("{error}"))?.code)
}

/// The oldest browsers that run what the Rust compiler makes of our programs; older ones need no CSS either.
const BROWSERS: Browsers = {
    const fn version(major: u32) -> u32 {
        major << 16
    }
    Browsers {
        android: Some(version(96)),
        chrome: Some(version(96)),
        edge: Some(version(96)),
        firefox: Some(version(79)),
        ie: None,
        ios_saf: Some(version(15)),
        opera: Some(version(82)),
        safari: Some(version(15)),
        samsung: Some(version(17)),
    }
};

/// The files with one of these extensions, in this folder and those within, in an order that is the same everywhere.
fn files_below(folder: &Path, extensions: &[&str]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    if !folder.exists() {
        return Ok(files);
    }
    for entry in fs::read_dir(folder).with_context(|| format!("reading {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_below(&path, extensions)?);
        } else if path
            .extension()
            .is_some_and(|extension| extensions.iter().any(|known| extension == *known))
        {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_sources_name_is_left() {
        let css = ".weui-btn{color:red}.weui-cell,.weui-btn_mini{color:blue}.own{color:green}";

        let left = used_part(css, r#"view! { <a class="weui-btn"> }"#).unwrap();

        assert_eq!(left, ".weui-btn{color:red}.own{color:green}");
    }

    #[test]
    fn properties_go_once_nobody_reads_them() {
        let css = "body{--weui-A:var(--weui-B);--weui-B:red;--weui-C:blue;--weui-D:1px}.weui-btn{color:var(--weui-C)}";

        let left = used_part(css, r#"class="weui-btn" style:width="var(--weui-D)""#).unwrap();

        assert_eq!(left, "body{--weui-C:blue;--weui-D:1px}.weui-btn{color:var(--weui-C)}");
    }

    #[test]
    fn half_a_name_is_an_error() {
        let error = used_part(".weui-btn_primary{color:red}", r#"format!("weui-btn_{kind}")"#).unwrap_err();

        assert!(error.to_string().contains("`weui-btn_`"), "{error}");
    }
}
