//! By what a resident knows a device of theirs again.

use actix_web::HttpRequest;
use actix_web::http::header;

/// What a browser says of itself, roughly: enough for its owner to know it, too little to tell two phones apart.
pub(super) fn of(request: &HttpRequest) -> Option<String> {
    let agent = request.headers().get(header::USER_AGENT)?.to_str().ok()?;
    name(agent)
}

/// Many programs name others too, so the first that is found counts.
const DEVICES: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("HarmonyOS", "HarmonyOS"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
];
const PROGRAMS: [(&str, &str); 5] = [
    ("MicroMessenger/", "WeChat"),
    ("Edg/", "Edge"),
    ("Firefox/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

fn name(agent: &str) -> Option<String> {
    let first = |known: &[(&str, &'static str)]| {
        let found = known.iter().find(|(mark, _)| agent.contains(mark));
        found.map(|(_, name)| *name)
    };
    let parts: Vec<_> = [first(&DEVICES), first(&PROGRAMS)].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| parts.join(" · "))
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn a_device_is_known_by_its_kind() {
        for (agent, known) in [
            (
                "Mozilla/5.0 (Linux; Android 14; V2312A) AppleWebKit/537.36 Chrome/116.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.49",
                Some("Android · WeChat"),
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 Version/17.4 Mobile/15E148 Safari/604.1",
                Some("iPhone · Safari"),
            ),
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0.0.0 Safari/537.36 Edg/120.0",
                Some("Windows · Edge"),
            ),
            ("curl/8.5.0", None),
        ] {
            assert_eq!(name(agent).as_deref(), known, "{agent}");
        }
    }
}
