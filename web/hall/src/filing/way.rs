//! The way through a form: its pages' addresses, what comes next, and how far one is.

use shuiting_shared::form::{Form, Page, answer_path, material_path};
use shuiting_shared::service::Service;

use super::draft_id::DraftId;

/// The last page's key: everything once more, before it is sent.
pub(crate) const CHECK: &str = "check";

/// The address where one is told what a service needs.
pub(crate) fn intro(service: Service) -> String {
    format!("/services/{}", service.code())
}

/// What stands in an address before the mark of a draft.
pub(super) const DRAFT: &str = "draft";

/// The address of a page of a draft.
pub(crate) fn address(id: DraftId, page: &str) -> String {
    format!("/file/{}/{page}?{DRAFT}={}", id.service.code(), id.mark())
}

/// The address of a draft's first page.
pub(crate) fn start(form: &Form, id: DraftId) -> String {
    address(id, form.pages.first().map_or(CHECK, |page| page.key))
}

/// The address where one goes on with a draft that was left on this page.
pub(crate) fn onward(form: &Form, id: DraftId, page: &str) -> String {
    if form.page(page).is_some() || page == CHECK {
        address(id, page)
    } else {
        start(form, id)
    }
}

/// The page after this one; none before the check.
pub(crate) fn next(form: &Form, page: &str) -> Option<&'static Page> {
    form.pages.get(place(form, page)? + 1)
}

/// The address of what is before a page of a draft.
pub(crate) fn back(form: &Form, id: DraftId, page: &str) -> String {
    let before = match place(form, page) {
        Some(place) => place.checked_sub(1).and_then(|before| form.pages.get(before)),
        None => form.pages.last(),
    };
    before.map_or_else(|| intro(form.service), |before| address(id, before.key))
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
        let fields = page.fields.iter().map(|field| answer_path(field.key));
        let materials = page.materials.iter().map(|key| material_path(key));
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
        let id = DraftId::marked(Service::Leak, "3f").unwrap();
        let page = |page: &str| format!("/file/LEAK/{page}?draft=0000000000000000000000000000003f");
        assert_eq!(start(&LEAK, id), page("what"));
        assert_eq!(next(&LEAK, "what").map(|page| page.key), Some("place"));
        assert_eq!(next(&LEAK, "contact").map(|page| page.key), None);
        assert_eq!(back(&LEAK, id, "place"), page("what"));
        assert_eq!(back(&LEAK, id, "what"), "/services/LEAK");
        assert_eq!(back(&LEAK, id, CHECK), page("contact"));
    }

    #[test]
    fn one_goes_on_where_one_was() {
        let id = DraftId::marked(Service::Leak, "3f").unwrap();
        assert_eq!(onward(&LEAK, id, "photos"), address(id, "photos"));
        assert_eq!(onward(&LEAK, id, CHECK), address(id, CHECK));
        assert_eq!(onward(&LEAK, id, ""), start(&LEAK, id));
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
