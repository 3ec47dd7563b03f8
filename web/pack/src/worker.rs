//! The service worker of a program, which is told what it has to keep.

use anyhow::Result;

use crate::page;
use crate::site;

/// What the worker is told.
pub(crate) struct Kept<'a> {
    /// Whose worker it is.
    pub(crate) program: &'a str,
    /// Which addresses in its scope are no pages of the program, as a regular expression.
    pub(crate) elsewhere: &'a str,
    /// The first page, by the name that tells its content.
    pub(crate) home: &'a str,
    /// The page at all other addresses; it may be the same.
    pub(crate) inside: &'a str,
    /// What else the program consists of.
    pub(crate) files: Vec<&'a str>,
}

impl Kept<'_> {
    /// The worker that keeps them. Its release is the hash of all that it keeps and does, so that a browser sees a new
    /// one just when something is new.
    pub(crate) fn by(&self, template: &str) -> Result<String> {
        let mut files = self.files.clone();
        files.extend([self.home, self.inside]);
        files.dedup();
        let list = files.iter().map(|file| format!("\"{file}\"")).collect::<Vec<_>>();
        let list = format!("[{}]", list.join(","));
        let release = site::hash(format!("{template}{list}").as_bytes());
        let values = [
            ("release", &*release),
            ("program", self.program),
            ("elsewhere", self.elsewhere),
            ("home", self.home),
            ("inside", self.inside),
            ("files", &*list),
        ];
        page::fill(template, &values)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "{{release}} {{home}} {{inside}} {{files}}";

    fn worker(css: &str, template: &str) -> String {
        let kept = Kept {
            program: "hall",
            elsewhere: "^/desk",
            home: "/h",
            inside: "/i",
            files: vec![css],
        };
        kept.by(template).unwrap()
    }

    #[test]
    fn one_page_is_kept_once() {
        let kept = Kept {
            program: "crew",
            elsewhere: "^/crew[^/]",
            home: "/c",
            inside: "/c",
            files: vec!["/css"],
        };
        assert_eq!(
            kept.by("{{program}} {{elsewhere}} {{files}}").unwrap(),
            r#"crew ^/crew[^/] ["/css","/c"]"#
        );
    }

    #[test]
    fn it_names_all_files() {
        assert!(worker("/css-1", TEMPLATE).ends_with(r#" /h /i ["/css-1","/h","/i"]"#));
    }

    #[test]
    fn it_is_another_release_when_a_file_or_the_worker_is_another() {
        let release = |worker: String| worker.split(' ').next().map(str::to_owned);
        let one = release(worker("/css-1", TEMPLATE));
        assert_eq!(one, release(worker("/css-1", TEMPLATE)));
        assert_ne!(one, release(worker("/css-2", TEMPLATE)));
        assert_ne!(one, release(worker("/css-1", &format!("{TEMPLATE} more"))));
    }
}
