//! How well the demo city's articles are found.

use super::*;
use crate::knowledge::file::File;

fn index() -> Index {
    let file = File::brought_along().unwrap();
    let articles = file.articles().iter().map(|(id, article)| {
        let read = ArticleRead {
            id: id.clone(),
            question: article.question.clone(),
            answer: article.answer.clone(),
            service: article.service,
            tariff: article.tariff,
        };
        (read, article.also.clone())
    });
    Index::new(articles.collect())
}

fn ids(found: &[ArticleRead]) -> Vec<&str> {
    found.iter().map(|article| article.id.as_str()).collect()
}

/// What somebody types, and the article that they mean: it has to be the first.
const FIRST: &[(&str, &str)] = &[
    // The words of the trade.
    ("水价", "price"),
    ("阶梯水价", "tiers"),
    ("违约金", "late-fee"),
    ("过户", "transfer"),
    ("用水报装", "hookup"),
    ("一户多人口", "household-size"),
    ("水表校验", "meter-test"),
    ("二次供水", "building-pump"),
    ("银行代扣", "debit"),
    ("余氯", "chlorine"),
    // As people say it.
    ("一吨水多少钱", "price"),
    ("水费突然变高了", "high-bill"),
    ("水管爆了", "burst"),
    ("水有点黄", "yellow"),
    ("自来水可以直接喝吗", "drinkable"),
    ("买了二手房要改名字", "transfer"),
    ("没水了怎么办", "no-water"),
    ("水压太小", "low-pressure"),
    ("井盖不见了", "cover"),
    ("停水有送水车吗", "water-truck"),
    ("我要投诉", "complain"),
    ("户号在哪里", "account-number"),
    ("低保有没有优惠", "hardship"),
    ("烧水有水垢", "scale"),
    ("房子没人住想停水", "suspend"),
    ("换了手机号", "change-phone"),
    // By ear: pinyin, with and without blanks, and initials.
    ("guohu", "transfer"),
    ("guo hu", "transfer"),
    ("loushuibaoxiu", "leak"),
    ("shuijia", "price"),
    ("weiyuejin", "late-fee"),
    ("jingai", "cover"),
    ("zhinajin", "late-fee"),
    ("yhdrk", "household-size"),
    ("znj", "late-fee"),
    ("yhdk", "debit"),
    // With something wrong.
    ("水飞怎么交", "pay"),
    ("国户", "transfer"),
    ("滞纳今", "late-fee"),
    ("invioce", "invoice"),
    ("presure", "low-pressure"),
    // In English.
    ("how much is water", "price"),
    ("late fee", "late-fee"),
    ("burst pipe", "burst"),
    ("no water", "no-water"),
    ("yellow water", "yellow"),
    ("transfer account", "transfer"),
    ("direct debit", "debit"),
    ("water truck", "water-truck"),
    ("is it safe to drink", "drinkable"),
    ("meter keeps running", "meter-turns"),
];

/// The same, where several are meant with good reason: it has to be among the first three.
const AMONG_THREE: &[(&str, &str)] = &[
    ("水费", "pay"),
    ("漏水", "leak"),
    ("停水", "outages"),
    ("发票", "invoice"),
    ("欠费", "reconnect"),
    ("shuifei", "pay"),
    ("loushui", "leak"),
    ("水表", "meter-broken"),
    ("水味道怪", "chlorine"),
    ("pay", "pay"),
    ("meter", "meter-test"),
    ("交钱后多久来水", "reconnect"),
];

#[test]
fn what_is_meant_comes_first() {
    let index = index();
    let mut missed = Vec::new();
    for (query, meant) in FIRST {
        let found = index.find(query, None, 5);
        if ids(&found).first() != Some(meant) {
            missed.push(format!("{query}: {meant} is not the first of {:?}", ids(&found)));
        }
    }
    for (query, meant) in AMONG_THREE {
        let found = index.find(query, None, 3);
        if !ids(&found).contains(meant) {
            missed.push(format!("{query}: {meant} is not among {:?}", ids(&found)));
        }
    }
    assert!(missed.is_empty(), "{}", missed.join("\n"));
}

#[test]
fn what_nobody_wrote_of_is_not_found() {
    let index = index();
    for query in ["", "  ", "?!", "的", "量子力学", "qqqqqq", "😀", "bicycle"] {
        assert_eq!(ids(&index.find(query, None, 5)), Vec::<&str>::new(), "{query}");
    }
}

#[test]
fn a_service_has_its_own() {
    let index = index();
    let found = index.find("多久", Some(Service::New), 5);
    assert!(!found.is_empty() && found.iter().all(|article| article.service == Some(Service::New)));
    let told = index.most_by(Some(Service::Leak), 9, |id| i64::from(id == "burst"));
    assert_eq!(ids(&told).first(), Some(&"burst"), "what has helped most comes first");
    assert!(told.len() >= 2);
}

proptest::proptest! {
    /// Whatever is typed, so many are found at most, each once.
    #[test]
    fn anything_may_be_typed(query in ".{0,90}") {
        let index = Index::new(Vec::new());
        proptest::prop_assert!(index.find(&query, None, 3).is_empty());
        let _ = terms(&query);
    }
}
