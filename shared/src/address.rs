//! Addresses within the hall.

/// Whether an address that somebody else has written leads to a page of the hall.
pub fn is_ours(address: &str) -> bool {
    let mut letters = address.chars();
    // A second stroke of either kind would make it the address of another house.
    letters.next() == Some('/') && !matches!(letters.next(), Some('/' | '\\')) && !address.chars().any(char::is_control)
}

#[cfg(test)]
mod tests {
    use super::is_ours;

    #[test]
    fn no_address_leads_out_of_the_hall() {
        for ours in ["/", "/me", "/cases?open=1", "/file/TRANS/account#top"] {
            assert!(is_ours(ours), "{ours}");
        }
        for other in [
            "",
            "me",
            "https://example.com",
            "//example.com",
            "/\\example.com",
            "/\t/example.com",
            "javascript:alert(1)",
        ] {
            assert!(!is_ours(other), "{other}");
        }
    }
}
