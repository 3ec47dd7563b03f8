//! What WeChat Pay has signed: its answers and its notifications bear the same four headers.

use shuiting_shared::time::Moment;

use super::keys::PlatformKey;

/// Seconds that a signature may be old, or ahead: what was recorded is not to be played again later.
const WINDOW_SECONDS: i64 = 300;

/// The marks of something signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Marks {
    timestamp: String,
    nonce: String,
    /// Which key has signed: the id of a public key, or the serial number of a certificate.
    pub(super) serial: String,
    signature: String,
}

impl Marks {
    /// Reads them off headers; none where one is missing.
    pub(super) fn read<'a>(header: impl Fn(&str) -> Option<&'a str>) -> Option<Self> {
        let of = |name: &str| header(name).map(str::to_owned);
        Some(Self {
            timestamp: of("wechatpay-timestamp")?,
            nonce: of("wechatpay-nonce")?,
            serial: of("wechatpay-serial")?,
            signature: of("wechatpay-signature")?,
        })
    }

    /// Whether it was signed within five minutes from now.
    pub(super) fn are_fresh(&self, now: Moment) -> bool {
        let at = self.timestamp.parse::<i64>();
        at.is_ok_and(|at| now.timestamp().abs_diff(at) <= WINDOW_SECONDS.unsigned_abs())
    }

    /// Whether this key has signed the body, as it came.
    pub(super) fn are_of(&self, key: &PlatformKey, body: &[u8]) -> bool {
        let mut message = format!("{}\n{}\n", self.timestamp, self.nonce).into_bytes();
        message.extend_from_slice(body);
        message.push(b'\n');
        key.has_signed(&message, &self.signature)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marks(timestamp: &str) -> Option<Marks> {
        let value = |name: &str| match name {
            "wechatpay-timestamp" => Some(timestamp),
            "wechatpay-nonce" | "wechatpay-serial" | "wechatpay-signature" => Some("x"),
            _ => None,
        };
        Marks::read(value)
    }

    #[test]
    fn a_signature_is_good_for_five_minutes_either_way() {
        let now = Moment::from_timestamp(1_795_000_000, 0).unwrap();
        let fresh = |timestamp: &str| marks(timestamp).unwrap().are_fresh(now);
        assert!(fresh("1795000000") && fresh("1794999700") && fresh("1795000300"));
        for old in ["1794999699", "1795000301", "-9223372036854775808", "", "soon"] {
            assert!(!fresh(old), "{old}");
        }
    }

    #[test]
    fn without_a_mark_nothing_is_signed() {
        for missing in ["timestamp", "nonce", "serial", "signature"] {
            assert_eq!(Marks::read(|name| (!name.ends_with(missing)).then_some("x")), None);
        }
    }
}
