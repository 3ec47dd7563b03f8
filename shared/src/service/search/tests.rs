use std::collections::BTreeSet;

use pinyin::{Pinyin, ToPinyinMulti};
use proptest::prelude::*;

use super::*;

/// What people say, and what they mean.
const SAID: &[(&str, Service)] = &[
    ("换名字", Service::Trans),
    ("改户主", Service::Trans),
    ("二手房", Service::Trans),
    ("我买了房要换名字", Service::Trans),
    ("guohu", Service::Trans),
    ("gh", Service::Trans),
    ("过护", Service::Trans),
    ("guohuu", Service::Trans),
    ("change owner", Service::Trans),
    ("爆管", Service::Leak),
    ("漏水", Service::Leak),
    ("家里水管漏水了怎么办", Service::Leak),
    ("loushui", Service::Leak),
    ("lsbx", Service::Leak),
    ("井盖冒水", Service::Leak),
    ("burst pipe", Service::Leak),
    ("leek", Service::Leak),
    ("水费", Service::Bill),
    ("交钱", Service::Bill),
    ("水费太高", Service::Bill),
    ("水费怎么算", Service::Bill),
    ("calculator", Service::Bill),
    ("shuifei", Service::Bill),
    ("pay", Service::Bill),
    ("电子发票", Service::Bill),
    ("装水表", Service::New),
    ("开户", Service::New),
    ("新房子要接水", Service::New),
    ("baozhuang", Service::New),
    ("工地用水", Service::Temp),
    ("分表", Service::Split),
    ("换手机号", Service::Info),
    ("自动扣费", Service::Debit),
    ("水黄", Service::Qual),
    ("水有味", Service::Qual),
    ("低保", Service::Disc),
    ("发票抬头", Service::Inv),
    ("报停", Service::Susp),
    ("恢复供水", Service::Resume),
    ("欠费停水", Service::Arrear),
    ("销户", Service::Close),
    ("拆迁", Service::Close),
    ("民用改商用", Service::Use),
    ("人口", Service::Pop),
    ("阶梯水价", Service::Pop),
    ("表不准", Service::Test),
    ("水表转得快", Service::Test),
    ("移表", Service::Move),
    ("抄表", Service::Read),
    ("meter reading", Service::Read),
    ("差评", Service::Rate),
    ("没水", Service::Out),
    ("几点来水", Service::Out),
    ("tingshui", Service::Out),
    ("投诉", Service::Comp),
    ("tousu", Service::Comp),
    ("complain", Service::Comp),
];

#[test]
fn everyday_words_find_what_is_meant_first() {
    let missed: Vec<_> = SAID
        .iter()
        .map(|(said, meant)| (said, meant, search(said, &[])))
        .filter(|(_, meant, found)| found.first() != Some(meant))
        .collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn a_name_finds_its_service_first_in_any_script() {
    for &service in Service::ALL {
        let label = service.label();
        let words = everyday::chinese(service);
        assert_eq!(words[0].0, label.zh, "the first word is the name");
        for said in [
            label.zh,
            &label.zh.replace('、', ""),
            label.en,
            &words[0].1.replace(' ', ""),
        ] {
            assert_eq!(search(said, &[]).first(), Some(&service), "{said}");
        }
    }
}

#[test]
fn what_was_used_comes_first_among_equals() {
    let mut first: Vec<_> = Vec::new();
    for used in [Service::Susp, Service::Resume] {
        let found = search("暂停", &[used]);
        assert!(found.contains(&Service::Susp) && found.contains(&Service::Resume));
        first.push(found[0]);
    }
    assert_eq!(first[0], Service::Susp);
    let equal = search("改", &[]);
    let last = *equal.last().unwrap();
    let again = search("改", &[last]);
    assert!(again.iter().position(|one| *one == last) <= equal.iter().position(|one| *one == last));
}

#[test]
fn nothing_is_found_for_nothing_and_for_nonsense() {
    for said in ["", "  ", "。", "xyzzyqwrt", "宇宙飞船"] {
        assert_eq!(search(said, &[]), [], "{said}");
    }
}

/// A dictionary that is not ours holds our pinyin right; it knows several readings of some characters.
#[test]
fn the_words_sound_as_we_say() {
    for &service in Service::ALL {
        for (word, pinyin) in everyday::chinese(service) {
            let characters: Vec<_> = word.chars().filter(|c| *c != '、').collect();
            let syllables: Vec<_> = pinyin.split(' ').collect();
            assert_eq!(characters.len(), syllables.len(), "{word}");
            for (character, syllable) in characters.iter().zip(syllables) {
                let multi = character.to_pinyin_multi().unwrap();
                let readings: BTreeSet<_> = multi.into_iter().map(Pinyin::plain).collect();
                assert!(readings.contains(syllable), "{character} in {word}: {readings:?}");
            }
        }
    }
}

proptest! {
    /// Whatever is typed, no service is found twice.
    #[test]
    fn searching_is_total(said in "\\PC{0,12}|[a-z]{0,12}|[水表户名改费停]{0,6}") {
        let found = search(&said, &[]);
        let different: BTreeSet<_> = found.iter().map(|service| service.code()).collect();
        prop_assert_eq!(different.len(), found.len());
    }

    /// One letter wrong in a long word in pinyin still finds its service.
    #[test]
    fn a_slip_is_forgiven(which in 0..Service::ALL.len(), at in 0_usize..40, letter in "[a-z]") {
        let service = Service::ALL[which];
        let mut said = everyday::chinese(service)[0].1.replace(' ', "");
        prop_assume!(said.len() >= 8);
        let at = at % said.len();
        said.replace_range(at..=at, &letter);
        prop_assert!(search(&said, &[]).contains(&service), "{said}");
    }
}
