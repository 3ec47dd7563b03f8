//! The way through a form: its pages' addresses, what comes next, and how far one is.

use shuiting_shared::form::{Form, Page};
use shuiting_shared::service::Service;

/// The last page's key: everything once more, before it is sent.
pub(crate) const CHECK: &str = "check";

/// The address where one is told what a service needs.
pub(crate) fn intro(service: Service) -> String {
    format!("/services/{}", service.code())
}

/// The address of a page of a form.
pub(crate) fn address(service: Service, page: &str) -> String {
    format!("/file/{}/{page}", service.code())
}

/// The address of the first page.
pub(crate) fn start(form: &Form) -> String {
    address(form.service, form.pages.first().map_or(CHECK, |page| page.key))
}

/// The page after this one; none before the check.
pub(crate) fn next(form: &Form, page: &str) -> Option<&'static Page> {
    form.pages.get(place(form, page)? + 1)
}

/// The address of what is before a page.
pub(crate) fn back(form: &Form, page: &str) -> String {
    let before = match place(form, page) {
        Some(place) => place.checked_sub(1).and_then(|before| form.pages.get(before)),
        None => form.pages.last(),
    };
    before.map_or_else(|| intro(form.service), |before| address(form.service, before.key))
}

/// Which page it is of how many, counted from 1; the check counts as past the last.
pub(crate) fn progress(form: &Form, page: &str) -> (usize, usize) {
    let all = form.pages.len();
    (place(form, page).map_or(all, |place| place + 1), all)
}

/// The page that asks for what stands at this path (`answers.phone`, `materials.id_card`).
pub(crate) fn page_of(form: &Form, path: &str) -> Option<&'static Page> {
    let (kind, key) = path.split_once('.')?;
    form.pages.iter().find(|page| match kind {
        "answers" => page.fields.iter().any(|field| field.key == key),
        "materials" => page.materials.contains(&key),
        _ => false,
    })
}

/// The first of these paths, as one goes through the form, and its page.
pub(crate) fn first<'a>(form: &Form, paths: &[&'a str]) -> Option<(&'static Page, &'a str)> {
    form.pages.iter().find_map(|page| {
        let fields = page.fields.iter().map(|field| format!("answers.{}", field.key));
        let materials = page.materials.iter().map(|key| format!("materials.{key}"));
        let found = fields
            .chain(materials)
            .find_map(|known| paths.iter().find(|path| **path == known));
        found.map(|path| (page, *path))
    })
}

fn place(form: &Form, page: &str) -> Option<usize> {
    form.pages.iter().position(|known| known.key == page)
}

#[cfg(test)]
mod tests {
    use shuiting_shared::form::{LEAK, TRANSFER};

    use super::*;

    #[test]
    fn one_page_leads_to_the_next_and_back() {
        assert_eq!(start(&LEAK), "/file/LEAK/what");
        assert_eq!(next(&LEAK, "what").map(|page| page.key), Some("place"));
        assert_eq!(next(&LEAK, "contact").map(|page| page.key), None);
        assert_eq!(back(&LEAK, "place"), "/file/LEAK/what");
        assert_eq!(back(&LEAK, "what"), "/services/LEAK");
        assert_eq!(back(&LEAK, CHECK), "/file/LEAK/contact");
    }

    #[test]
    fn progress_counts_the_pages() {
        assert_eq!(progress(&TRANSFER, "old_owner"), (3, 5));
        assert_eq!(progress(&LEAK, CHECK), (4, 4));
    }

    #[test]
    fn what_is_wrong_leads_to_its_page() {
        let page = |path| page_of(&TRANSFER, path).map(|page| page.key);
        assert_eq!(page("answers.old_phone"), Some("old_owner"));
        assert_eq!(page("materials.id_card"), Some("materials"));
        assert_eq!(page("materials.reading"), Some("reading"));
        assert_eq!(page("answers.reading"), Some("reading"));
        assert_eq!(page("service"), None);
    }

    #[test]
    fn the_first_wrong_thing_is_the_first_on_the_way() {
        let paths = ["materials.id_card", "answers.phone", "answers.name"];
        let found = first(&TRANSFER, &paths).map(|(page, path)| (page.key, path));
        assert_eq!(found, Some(("new_owner", "answers.name")));
        assert!(first(&TRANSFER, &["service"]).is_none());
    }
}
