//! Where the hall is shown.

use leptos::prelude::*;
use shuiting_parts::realm;
use shuiting_shared::realm::Realm;

/// The mark of the frame in which the demo city plays WeChat.
const FRAME: &str = "data-wechat";

/// Where the hall is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Env {
    /// In a mini-program's `<web-view>`, or in the demo city's frame that plays one.
    Mini,
    /// As a page that was opened inside WeChat.
    Page,
    /// In any other browser.
    None,
}

impl Env {
    /// Where we are.
    pub(super) fn here() -> Self {
        // The city for practising has no WeChat: a browser's own means do.
        if realm::here() == Realm::Practice {
            return Self::None;
        }
        let agent = window().navigator().user_agent().unwrap_or_default();
        // Only a page of our own address sees its frame, and elsewhere than in the demo city nothing frames us.
        let frame = window().frame_element().ok().flatten();
        Self::of(&agent, frame.is_some_and(|frame| frame.has_attribute(FRAME)))
    }

    /// Where a browser is that says this of itself.
    fn of(agent: &str, in_demo: bool) -> Self {
        if in_demo || agent.contains("miniProgram") {
            Self::Mini
        } else if agent.contains("MicroMessenger") {
            Self::Page
        } else {
            Self::None
        }
    }
}

/// Whether a page is signed by the address under which its program was entered, as on iPhones, rather than by the one that
/// it has now.
pub(super) fn signs_entrance(agent: &str) -> bool {
    ["iPhone", "iPad"].iter().any(|system| agent.contains(system))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANDROID: &str = "Mozilla/5.0 (Linux; Android 14; V2304A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 \
        Chrome/116.0.0.0 Mobile Safari/537.36 XWEB/1160065 MMWEBSDK/20231202 MicroMessenger/8.0.47.2560(0x28002F36) \
        WeChat/arm64 Weixin NetType/WIFI Language/zh_CN ABI/arm64";
    const IPHONE: &str = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like \
        Gecko) Mobile/15E148 MicroMessenger/8.0.47(0x18002f2c) NetType/WIFI Language/zh_CN";

    #[test]
    fn wechat_says_what_it_is() {
        assert_eq!(Env::of(ANDROID, false), Env::Page);
        assert_eq!(Env::of(IPHONE, false), Env::Page);
        assert_eq!(
            Env::of(&format!("{ANDROID} miniProgram/wx0123456789"), false),
            Env::Mini
        );
        assert_eq!(Env::of(&format!("{IPHONE} miniProgram/wx0123456789"), false), Env::Mini);
        assert_eq!(
            Env::of("Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0", false),
            Env::None
        );
        assert_eq!(
            Env::of("Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0", true),
            Env::Mini
        );
    }

    #[test]
    fn an_iphone_signs_where_it_came_in() {
        assert!(signs_entrance(IPHONE));
        assert!(!signs_entrance(ANDROID));
    }
}
