//! Keys that nobody else has.

use std::fmt::Write as _;

use js_sys::Math;
use leptos::prelude::window;

const BYTES: usize = 16;

/// A fresh key, 32 hexadecimal digits.
pub fn key() -> String {
    let mut bytes = [0_u8; BYTES];
    let filled = window()
        .crypto()
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes));
    if filled.is_err() {
        for byte in &mut bytes {
            #[expect(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "the number is below 256 and not below nought"
            )]
            let drawn = (Math::random() * 256.0) as u8;
            *byte = drawn;
        }
    }
    bytes.iter().fold(String::with_capacity(2 * BYTES), |mut key, byte| {
        // Writing into a string cannot fail.
        let _ = write!(key, "{byte:02x}");
        key
    })
}
