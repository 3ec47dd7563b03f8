//! Papers: what stands on them, as another program reads it, and who may have them.

use serde_json::{Value, json};
use shuiting_tests::{Answer, Person, TestApp, hookup, hookup_of_a_firm, leak, pdf, transfer};

const PHONE: &str = "13800000001";

fn at(number: &str, what: &str) -> String {
    format!("/cases/{number}/print/{what}.pdf")
}

async fn prints(person: &Person, number: &str, what: &str) -> Answer {
    person.get(&at(number, what)).await.is(200)
}

/// The text of a paper in both languages; numbers are drawn anew each time.
async fn read(person: &Person, number: &str, what: &str) -> String {
    let mut read = String::new();
    for lang in ["zh", "en"] {
        let paper = person.get(&format!("{}?lang={lang}", at(number, what))).await.is(200);
        read.push_str(
            &pdf::text(&paper.body)
                .replace(number, "[number]")
                .replace('\u{c}', "\n--- page ends ---\n"),
        );
    }
    // How wide gaps are depends on the number, and how many lines lie between two texts on who reads it.
    let lines = read
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

/// A case that a clerk has taken.
async fn taken(app: &TestApp, filing: &Value) -> (Person, Person, String) {
    let (resident, clerk) = (app.resident(PHONE).await, app.clerk("clerk").await);
    let number = resident.files(filing).await;
    clerk.acts(&number, json!({ "verb": "take" })).await;
    (resident, clerk, number)
}

#[tokio::test]
async fn the_slip_says_what_came_and_when_it_will_be_done() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    let number = clerk.files_for(&hookup()).await;
    let paper = prints(&clerk, &number, "slip").await;
    assert_eq!(paper.header("content-type"), "application/pdf");
    assert_eq!(paper.header("cache-control"), "private, no-cache");
    assert_eq!(paper.header("content-language"), "zh-CN");
    let escaped = number.replace('-', "%2D");
    let named = format!(
        "inline; filename=\"slip-{number}.pdf\"; filename*=UTF-8''%E5%8F%97%E7%90%86%E5%9B%9E%E6%89%A7%20{escaped}.pdf"
    );
    assert_eq!(paper.header("content-disposition"), named);
    let info = pdf::info(&paper.body);
    for told in [
        "Pages:           1",
        "419.528 x 595.276 pts",
        "Title:           受理回执",
        "Tagged:          yes",
    ] {
        assert!(info.contains(told), "{told}: {info}");
    }
    let text = read(&clerk, &number, "slip").await;
    for secret in ["张三丰", "11010519491231002X", PHONE] {
        assert!(!text.contains(secret), "{secret} lies on the counter");
    }
    insta::assert_snapshot!(text);
}

#[tokio::test]
async fn the_draft_of_a_contract_has_blanks_for_what_nobody_knows_yet() {
    let app = TestApp::new().await;
    let mut filing = hookup();
    filing["answers"]["meter"] = json!("unsure");
    let (resident, _, number) = taken(&app, &filing).await;
    let paper = prints(&resident, &number, "contract").await;
    let text = pdf::text(&paper.body);
    let pages: Vec<_> = text.trim_end_matches('\u{c}').split('\u{c}').collect();
    assert!(pages.len() > 1, "{text}");
    for (at, page) in pages.iter().enumerate() {
        // At its foot, and across it, where each character is a line of its own.
        assert!(page.contains("草稿，双方签署后才生效"), "{page}");
        assert!(page.matches('稿').count() == 2, "{page}");
        assert!(
            page.replace(' ', "").contains(&format!("{}/{}", at + 1, pages.len())),
            "{page}"
        );
    }
    assert!(text.contains("张三丰"), "a contract names who makes it");
    for secret in ["11010519491231002X", PHONE] {
        assert!(!text.contains(secret), "{secret} is on a draft");
    }
    insta::assert_snapshot!(read(&resident, &number, "contract").await);
}

#[tokio::test]
async fn a_firm_and_a_transfer_have_drafts_of_their_own() {
    let app = TestApp::new().await;
    let (resident, clerk, number) = taken(&app, &hookup_of_a_firm()).await;
    let text = pdf::text(&prints(&clerk, &number, "contract").await.body);
    for told in [
        "莞水餐饮有限公司",
        "9144030071526726XG",
        "李四",
        "莞城东正路2号",
        "DN40",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
    assert!(!text.contains("身份证号"), "a firm has none");

    let number = resident.files(&transfer()).await;
    resident.get(&at(&number, "contract")).await.fails(404, "not_found");
    let old_owner = app.resident("13800000003").await;
    old_owner.acts(&number, json!({ "verb": "confirm" })).await;
    clerk.acts(&number, json!({ "verb": "take" })).await;
    let text = pdf::text(&prints(&resident, &number, "contract").await.body);
    for told in ["李四", "0769123456", "1024"] {
        assert!(text.contains(told), "{told}: {text}");
    }
    assert!(!text.contains("王五"), "the old owner is no party to it");
    old_owner.get(&at(&number, "contract")).await.fails(404, "not_found");
    old_owner.get(&at(&number, "slip")).await.fails(404, "not_found");
}

#[tokio::test]
async fn the_refusal_letter_gives_the_reason_and_the_remedies() {
    let app = TestApp::new().await;
    let (resident, clerk, number) = taken(&app, &hookup()).await;
    resident.get(&at(&number, "refusal")).await.fails(404, "not_found");
    let reason = "房屋在拆迁范围内,街道办已经停止办理新装。";
    clerk.acts(&number, json!({ "verb": "reject", "reason": reason })).await;
    insta::assert_snapshot!(read(&resident, &number, "refusal").await);
    // What was refused becomes no contract.
    resident.get(&at(&number, "contract")).await.fails(404, "not_found");
}

#[tokio::test]
async fn long_names_and_rare_characters_stay_whole() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    let mut filing = hookup();
    let long = "Maximiliana Wolfeschlegelsteinhausenbergerdorff";
    filing["answers"]["address"] = json!("㙍塘村𠮷祥路\u{30000}巷2号".to_owned() + &"长安花园".repeat(12));
    filing["answers"]["name"] = json!(long);
    let number = clerk.files_for(&filing).await;
    clerk.acts(&number, json!({ "verb": "take" })).await;
    let told: String = pdf::text(&prints(&clerk, &number, "contract").await.body)
        .split_whitespace()
        .collect();
    let name: String = long.split_whitespace().collect();
    assert!(told.contains(&name), "{told}");
    // The typeface has no sort for the last one, and says so.
    assert!(told.contains("㙍塘村𠮷祥路〓[U+30000]巷2号"), "{told}");
    let slip: String = pdf::text(&prints(&clerk, &number, "slip").await.body)
        .split_whitespace()
        .collect();
    assert_eq!(slip.matches("长安花园").count(), 12, "{slip}");
}

#[tokio::test]
async fn a_paper_can_be_read_out() {
    let app = TestApp::new().await;
    let (resident, _, number) = taken(&app, &hookup()).await;
    let slip = pdf::structure(&prints(&resident, &number, "slip").await.body);
    let mut rest = slip.as_str();
    for told in ["H1", "受理回执", "Figure", "H2", "填写内容"] {
        rest = rest
            .split_once(told)
            .unwrap_or_else(|| panic!("{told} is missing or out of place: {slip}"))
            .1;
    }
    let contract = pdf::structure(&prints(&resident, &number, "contract").await.body);
    assert!(
        !contract.contains(" / "),
        "the foot of the page is not read out: {contract}"
    );
}

#[tokio::test]
async fn it_comes_in_the_residents_language_unless_another_is_asked_for() {
    let app = TestApp::new().await;
    let clerk = app.clerk("clerk").await;
    let mut filing = transfer();
    filing["lang"] = json!("en");
    let number = clerk.files_for(&filing).await;
    let slip = prints(&clerk, &number, "slip").await;
    assert_eq!(slip.header("content-language"), "en");
    assert!(pdf::text(&slip.body).contains("Counts from when the other side confirms"));
    let refused = clerk
        .get(&format!("{}?lang=fr", at(&number, "slip")))
        .await
        .fails(422, "invalid");
    assert_eq!(refused.flaws(), ["lang wrong_type"]);
}

#[tokio::test]
async fn papers_are_for_who_filed_and_for_staff() {
    let app = TestApp::new().await;
    let (resident, clerk, number) = taken(&app, &leak()).await;
    prints(&resident, &number, "slip").await;
    prints(&clerk, &number, "slip").await;
    let slip = at(&number, "slip");
    app.passer_by().get(&slip).await.fails(401, "sign_in");
    for stranger in [app.resident("13800000002").await, app.guest().await] {
        stranger.get(&slip).await.fails(404, "not_found");
    }
    for nothing in ["contract", "refusal", "receipt", "x"] {
        clerk.get(&at(&number, nothing)).await.fails(404, "not_found");
    }
    for nonsense in ["000-0000", "7F2", "%00"] {
        clerk.get(&at(nonsense, "slip")).await.fails(404, "not_found");
    }
}
