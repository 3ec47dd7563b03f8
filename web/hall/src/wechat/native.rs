//! The pages that the mini-program has beside the hall (`web/miniprogram/pages`), by their addresses.

use shuiting_shared::words::Lang;

/// The query parameter with which the hall is told what was scanned on a page of the mini-program.
pub(super) const SCANNED: &str = "scanned";

fn page(name: &str, query: &[(&str, &str)]) -> String {
    let query = serde_urlencoded::to_string(query).unwrap_or_default();
    // The mini-program decodes as browsers do paths, where a plus is a plus.
    format!("/pages/{name}/{name}?{}", query.replace('+', "%20"))
}

/// A page, told how whoever is here reads.
pub(super) fn read_in(page: &str, lang: Lang, elder: bool) -> String {
    let lang = match lang {
        Lang::Zh => "zh",
        Lang::En => "en",
    };
    format!("{page}&lang={lang}{}", if elder { "&elder=1" } else { "" })
}

/// Signs in with WeChat's phone number, then comes back to a path of the hall.
pub(super) fn sign_in(to: &str) -> String {
    page("sign-in", &[("to", to)])
}

/// Asks for the consent to messages of these kinds, then comes back to a path of the hall.
pub(super) fn consent(kinds: &[&str], to: &str) -> String {
    page("consent", &[("kinds", &kinds.join(",")), ("to", to)])
}

/// Pays an order, then leads to the hall's page of it.
pub(super) fn pay(order: &str) -> String {
    page("pay", &[("order", order)])
}

/// Scans a code, then comes back to a path of the hall with [`SCANNED`] in its query.
pub(super) fn scan(to: &str) -> String {
    page("scan", &[("to", to)])
}

/// What was scanned, as the query of the hall's address tells it.
pub(super) fn scanned(search: &str) -> Option<String> {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_str(search.trim_start_matches('?')).ok()?;
    pairs
        .into_iter()
        .find_map(|(key, value)| (key == SCANNED).then_some(value))
}

/// A path of the hall with what was scanned taken out of it again.
pub(super) fn without_scanned(path: &str) -> String {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let kept: Vec<_> = query
        .split('&')
        .filter(|pair| !pair.is_empty() && pair.split('=').next() != Some(SCANNED))
        .collect();
    if kept.is_empty() {
        path.to_owned()
    } else {
        format!("{path}?{}", kept.join("&"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_native_page_is_told_where_to_come_back_to() {
        assert_eq!(
            consent(&["received", "finished"], "/filed/7F2-0391"),
            "/pages/consent/consent?kinds=received%2Cfinished&to=%2Ffiled%2F7F2-0391"
        );
        assert_eq!(pay("0193"), "/pages/pay/pay?order=0193");
        assert_eq!(sign_in("/me"), "/pages/sign-in/sign-in?to=%2Fme");
        assert_eq!(
            scan("/file/BILL/account?draft=a b"),
            "/pages/scan/scan?to=%2Ffile%2FBILL%2Faccount%3Fdraft%3Da%20b"
        );
    }

    #[test]
    fn a_native_page_is_told_how_one_reads() {
        assert_eq!(
            read_in(&pay("0193"), Lang::Zh, false),
            "/pages/pay/pay?order=0193&lang=zh"
        );
        assert_eq!(
            read_in(&pay("0193"), Lang::En, true),
            "/pages/pay/pay?order=0193&lang=en&elder=1"
        );
    }

    #[test]
    fn what_was_scanned_is_read_once() {
        let path = "/file/TRANS/account?draft=k3&scanned=0769%20123456";
        let (_, query) = path.split_once('?').unwrap();
        assert_eq!(scanned(query).as_deref(), Some("0769 123456"));
        assert_eq!(without_scanned(path), "/file/TRANS/account?draft=k3");
        assert_eq!(without_scanned("/water/add?scanned=1"), "/water/add");
        assert_eq!(scanned(""), None);
        assert_eq!(without_scanned("/water/add"), "/water/add");
    }
}
