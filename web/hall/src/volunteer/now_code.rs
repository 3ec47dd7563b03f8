//! Which code is the one of now. Plain rules.

use chrono::TimeDelta;
use shuiting_shared::api::MinuteCode;
use shuiting_shared::time::Moment;

/// The code of the minute that holds `now`; none before the first and after the last.
pub(super) fn now_code(codes: &[MinuteCode], now: Moment) -> Option<&MinuteCode> {
    let of_now = |code: &&MinuteCode| code.at <= now && now < code.at + TimeDelta::minutes(1);
    codes.iter().find(of_now)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_code_holds_for_its_minute() {
        let at = |said: &str| said.parse::<Moment>().unwrap();
        let code = |minute: &str, code: &str| MinuteCode {
            at: at(minute),
            code: code.into(),
        };
        let codes = [code("2026-11-28T01:00:00Z", "1"), code("2026-11-28T01:01:00Z", "2")];
        let now = |said: &str| now_code(&codes, at(said)).map(|code| code.code.as_str());
        assert_eq!(now("2026-11-28T00:59:59Z"), None);
        assert_eq!(now("2026-11-28T01:00:59Z"), Some("1"));
        assert_eq!(now("2026-11-28T01:01:00Z"), Some("2"));
        assert_eq!(now("2026-11-28T01:02:00Z"), None);
    }
}
