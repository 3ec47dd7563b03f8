//! Held against the vectors that the vendor has published, as they lie in `tests/vectors/`.

use proptest::prelude::*;

use super::*;

fn vectors() -> Value {
    serde_json::from_str(include_str!("../../../../tests/vectors/wechat-sms.json")).unwrap()
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

fn push_key(vector: &Value) -> PushKey {
    PushKey::new(&PushSettings {
        token: text(&vector["token"]).into(),
        aes_key: text(&vector["encoding_aes_key"]).into(),
    })
    .unwrap()
}

#[test]
fn data_of_a_mini_program_open() {
    let vector = &vectors()["wxbizdatacrypt"];
    let part = |name: &str| text(&vector[name]);
    let open = |appid| open_data(part("session_key"), part("iv"), part("encryptedData"), appid);
    let plain: Value = serde_json::from_str(part("plaintext")).unwrap();
    assert_eq!(open(part("appid")), Ok(plain));
    assert_eq!(open("wx0000000000000000"), Err(NotGenuine), "it is for another app");
    let wrong = open_data(part("iv"), part("iv"), part("encryptedData"), part("appid"));
    assert_eq!(wrong, Err(NotGenuine));
    assert_eq!(open_data("", "", "?", part("appid")), Err(NotGenuine));
}

#[test]
fn pages_are_signed() {
    let vector = &vectors()["jssdk"];
    let parts: Vec<_> = text(&vector["string1"]).splitn(4, '&').collect();
    let part = |at: usize| parts[at].split_once('=').unwrap().1;
    let signature = page_signature(part(0), part(1), part(2).parse().unwrap(), part(3));
    assert_eq!(signature, text(&vector["signature"]));
}

#[test]
fn the_address_for_messages_is_checked() {
    let vector = &vectors()["message_push"];
    let (key, check) = (push_key(vector), &vector["url_verify"]);
    let signed = |timestamp| key.signed(text(&check["signature"]), timestamp, text(&check["nonce"]), None);
    assert!(signed(text(&check["timestamp"])));
    assert!(!signed("1714036505"));
}

#[test]
fn messages_open() {
    let vector = &vectors()["message_push"];
    let (key, secure) = (push_key(vector), &vector["secure"]);
    let part = |name: &str| text(&secure[name]);
    let sealed = part("Encrypt");
    assert!(key.signed(part("msg_signature"), part("timestamp"), part("nonce"), Some(sealed)));
    let opened = key.open(sealed).unwrap();
    assert_eq!(opened, (part("msg").to_owned(), text(&vector["appid"]).to_owned()));
    // The same words with the same chance are sealed the same way.
    let chance = part("random").as_bytes().try_into().unwrap();
    assert_eq!(key.seal(part("msg"), text(&vector["appid"]), chance).unwrap(), sealed);
}

#[test]
fn replies_are_sealed_and_signed() {
    let vector = &vectors()["message_push"];
    let (key, reply) = (push_key(vector), &vector["reply"]);
    let part = |name: &str| text(&reply[name]);
    let chance = part("random").as_bytes().try_into().unwrap();
    let sealed = key.seal(part("msg"), text(&vector["appid"]), chance).unwrap();
    assert_eq!(sealed, part("Encrypt"));
    let at = reply["TimeStamp"].to_string();
    assert_eq!(key.signature(&at, part("Nonce"), Some(&sealed)), part("MsgSignature"));
}

#[test]
fn a_key_of_another_length_is_refused() {
    for wrong in ["", "AAAA", &"A".repeat(42), &"A".repeat(44), &"?".repeat(43)] {
        let settings = PushSettings {
            token: "t".into(),
            aes_key: wrong.into(),
        };
        assert!(PushKey::new(&settings).is_err(), "{wrong}");
    }
}

proptest! {
    #[test]
    fn what_is_sealed_opens(message in ".{0,200}", app in "wx[0-9a-f]{16}", chance in any::<[u8; 16]>()) {
        let key = push_key(&vectors()["message_push"]);
        let sealed = key.seal(&message, &app, &chance).unwrap();
        prop_assert_eq!(key.open(&sealed), Ok((message, app)));
    }

    #[test]
    fn whatever_else_comes_does_not_open(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let key = push_key(&vectors()["message_push"]);
        // One time in many a block of chance looks right; it never comes from a panic, and never with an app of ours.
        let opened = key.open(&STANDARD.encode(bytes));
        prop_assert!(opened.is_err() || opened.is_ok_and(|(_, app)| !app.starts_with("wx")));
    }
}
