//! What WeChat answers: either what was asked for, or a number of why not.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::Trouble;
use crate::line::Reply;

#[derive(Deserialize)]
struct Why {
    #[serde(default)]
    errcode: i64,
    #[serde(default)]
    errmsg: String,
}

/// Reads an answer. What does not fit is told without what stood in it: that may be a token or a phone.
pub(super) fn read<T: DeserializeOwned>(reply: &Reply) -> Result<T, Trouble> {
    let nonsense = |error: serde_json::Error| {
        let (status, line, column) = (reply.status, error.line(), error.column());
        Trouble::Nonsense(format!("{status}, at line {line}, column {column}"))
    };
    let why: Why = serde_json::from_slice(&reply.body).map_err(nonsense)?;
    if why.errcode != 0 {
        return Err(Trouble::of(why.errcode, &why.errmsg));
    }
    serde_json::from_slice(&reply.body).map_err(nonsense)
}

/// An answer of which only matters that it is a good one.
#[derive(Deserialize)]
pub(super) struct Done {}

#[cfg(test)]
mod tests {
    use reqwest::StatusCode;
    use reqwest::header::HeaderMap;

    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    struct Login {
        openid: String,
    }

    fn read(body: &'static str) -> Result<Login, Trouble> {
        super::read(&Reply {
            status: StatusCode::OK,
            headers: HeaderMap::new(),
            body: body.into(),
        })
    }

    #[test]
    fn a_number_says_why_not() {
        let asked = Login {
            openid: "o-1".to_owned(),
        };
        assert_eq!(read(r#"{"openid":"o-1","session_key":"secret"}"#).unwrap(), asked);
        assert_eq!(read(r#"{"errcode":0,"openid":"o-1"}"#).unwrap(), asked);
        let why = |body| read(body).unwrap_err();
        assert!(matches!(
            why(r#"{"errcode":40029,"errmsg":"invalid code"}"#),
            Trouble::BadCode
        ));
        assert!(matches!(why(r#"{"errcode":40163}"#), Trouble::BadCode));
        assert!(matches!(
            why(r#"{"errcode":-1,"errmsg":"system error"}"#),
            Trouble::Busy
        ));
        assert!(matches!(why(r#"{"errcode":42001}"#), Trouble::Stale));
        assert!(matches!(why(r#"{"errcode":45011}"#), Trouble::TooOften));
        assert!(matches!(why(r#"{"errcode":40226}"#), Trouble::Barred));
        assert!(matches!(why(r#"{"errcode":43101}"#), Trouble::NotWanted));
        assert!(matches!(
            why(r#"{"errcode":47003}"#),
            Trouble::Refused { code: 47_003, .. }
        ));
    }

    #[test]
    fn nonsense_is_not_repeated_in_the_log() {
        for body in [
            r#"{"openid":13800000001}"#,
            "<html>13800000001</html>",
            r#"["13800000001"]"#,
        ] {
            let trouble = read(body).unwrap_err();
            assert!(matches!(trouble, Trouble::Nonsense(_)));
            assert!(!format!("{trouble} {trouble:?}").contains("13800000001"));
        }
    }
}
