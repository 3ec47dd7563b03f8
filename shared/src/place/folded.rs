//! Whether two addresses are one.

use crate::person;

/// One text for the ways in which people write the same address: letters and digits in half width and capitals, behind the
/// town's code; none where there are no letters. What parts two Latin letters or digits is kept as a hyphen, so that `3-501`
/// is not `35-01`. Other words (`3栋`, `3号楼`) stay another place: nobody is to be taken for their neighbour.
pub fn folded(town: &str, address: &str) -> Option<String> {
    let latin = |c: char| c.is_ascii_alphanumeric();
    let (mut text, mut parted) = (String::new(), false);
    for c in address.chars().map(person::half) {
        if !c.is_alphanumeric() {
            parted = true;
            continue;
        }
        if parted && latin(c) && text.ends_with(latin) {
            text.push('-');
        }
        parted = false;
        text.extend(c.to_uppercase());
    }
    (!text.is_empty()).then(|| format!("{town} {text}"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn one_address_is_written_in_many_ways() {
        let one = folded("nancheng", "鸿福路100号a座8-3-501");
        for same in [
            "鸿福路 100 号 A座 8-3-501",
            "鸿福路１００号,A座8–3–501",
            " 鸿福路100号A座(8 3 501) ",
        ] {
            assert_eq!(folded("nancheng", same), one, "{same}");
        }
        for other in ["鸿福路100号A座83-501", "鸿福路100号A座8-3-502", "鸿福路100号A楼8-3-501"] {
            assert_ne!(folded("nancheng", other), one, "{other}");
        }
        assert_ne!(folded("humen", "鸿福路100号a座8-3-501"), one);
        assert_eq!(folded("nancheng", "***"), None);
    }

    proptest! {
        #[test]
        fn spaces_around_an_address_say_nothing(address in "\\PC{0,40}", before in " {0,3}", after in " {0,3}") {
            let spaced = format!("{before}{address}{after}");
            prop_assert_eq!(folded("nancheng", &spaced), folded("nancheng", &address));
        }
    }
}
