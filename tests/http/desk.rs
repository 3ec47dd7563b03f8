//! The desk's inbox: filters, order, pages, views; what is done to many cases at once, and by whom; and beside it what
//! clerks file, hand over and write.

mod acts;
mod counter;
mod history;
mod presence;
mod signposts;
mod staff;
mod templates;
mod views;

use chrono::TimeDelta;
use serde_json::{Value, json};
use shuiting_shared::api::{Inbox, Views};
use shuiting_tests::{Person, TestApp, hookup, leak, transfer};

/// A desk with some cases on it, oldest first: leak in Nancheng (taken by `clerk`), hookup in Guancheng (sent back),
/// transfer in Wanjiang (confirming), flood in Nancheng (filed), leak in Humen (finished).
struct Desk {
    app: TestApp,
    clerk: Person,
    other: Person,
    numbers: Vec<String>,
}

fn leak_with(answers: &Value) -> Value {
    let mut filing = leak();
    for (key, answer) in answers.as_object().unwrap() {
        filing["answers"][key] = answer.clone();
    }
    filing
}

async fn desk() -> Desk {
    let app = TestApp::new().await;
    let (clerk, other) = (app.clerk("clerk").await, app.clerk("other").await);
    let resident = app.resident("13800000001").await;
    let mut numbers = Vec::new();
    for filing in [
        leak_with(&json!({ "name": "赵六" })),
        hookup(),
        transfer(),
        leak_with(&json!({ "severity": "flood", "address": "100%_纯净水店" })),
        leak_with(&json!({ "town": "humen", "phone": "13912345678" })),
    ] {
        numbers.push(resident.files(&filing).await);
        app.clock.advance(TimeDelta::minutes(1));
    }
    clerk.acts(&numbers[0], json!({ "verb": "take" })).await;
    other.acts(&numbers[1], json!({ "verb": "take" })).await;
    let asks = json!([{ "item": { "field": "address" }, "reason": "不全" }]);
    other
        .acts(&numbers[1], json!({ "verb": "send_back", "asks": asks }))
        .await;
    other.acts(&numbers[4], json!({ "verb": "take" })).await;
    other
        .acts(&numbers[4], json!({ "verb": "finish", "result": "好了" }))
        .await;
    Desk {
        app,
        clerk,
        other,
        numbers,
    }
}

impl Desk {
    /// Which of the cases a filter finds, by their place, in the order of the list.
    async fn finds(&self, filter: &str) -> Vec<usize> {
        let inbox = self.clerk.finds(filter).await;
        assert_eq!(usize::try_from(inbox.total).unwrap(), inbox.cases.len(), "{filter}");
        self.places(&inbox)
    }

    fn places(&self, inbox: &Inbox) -> Vec<usize> {
        let place = |number: String| self.numbers.iter().position(|known| *known == number).unwrap();
        inbox.cases.iter().map(|line| place(line.number.to_string())).collect()
    }

    async fn views(&self, person: &Person) -> Views {
        person.get("/desk/views").await.is(200).read()
    }
}

#[tokio::test]
async fn every_filter_finds_its_own() {
    let desk = desk().await;
    for (filter, found) in [
        ("sort=oldest", &[0, 1, 2, 3][..]),
        ("sort=oldest&service=LEAK", &[0, 3]),
        ("sort=oldest&service=NEW", &[1]),
        ("sort=oldest&town=nancheng", &[0, 3]),
        ("sort=oldest&town=humen", &[]),
        ("sort=oldest&status=finished", &[4]),
        ("sort=oldest&status=sent_back", &[1]),
        ("sort=oldest&status=rejected", &[]),
        ("sort=oldest&whose=mine", &[0]),
        ("sort=oldest&whose=nobody", &[3]),
        ("sort=oldest&channel=phone", &[0, 1, 2, 3]),
        ("sort=oldest&channel=counter", &[]),
        ("sort=oldest&service=LEAK&town=nancheng&whose=nobody", &[3]),
        ("sort=newest", &[3, 2, 1, 0]),
    ] {
        assert_eq!(desk.finds(filter).await, found, "{filter}");
    }
}

#[tokio::test]
async fn words_are_looked_for_in_number_name_phone_and_address() {
    let desk = desk().await;
    let number = desk.numbers[4].clone();
    for (text, found) in [
        ("赵六", &[0][..]),
        ("张三", &[1]),
        ("13912345678", &[4]),
        ("1391234", &[4]),
        ("东正路", &[1]),
        ("纯净水", &[3]),
        // Wildcards are letters.
        ("100%25_", &[3]),
        ("%25", &[3]),
        ("_", &[3]),
        ("1__%25", &[]),
        ("%5C", &[]),
        ("'%20OR%201=1", &[]),
        ("没有这个人", &[]),
        (&number, &[4]),
        (&number.to_lowercase(), &[4]),
        (&number.replace('-', ""), &[4]),
        (&number[..6], &[4]),
    ] {
        assert_eq!(desk.finds(&format!("sort=oldest&text={text}")).await, found, "{text}");
    }
    // Blank words are none.
    assert_eq!(desk.finds("sort=oldest&text=%20").await, [0, 1, 2, 3]);
}

#[tokio::test]
async fn what_is_urgent_or_due_first_comes_first() {
    let desk = desk().await;
    // The flood; the leak that was promised for tomorrow; then days and weeks.
    assert_eq!(desk.finds("").await, [3, 0, 2, 1]);
    assert_eq!(desk.finds("sort=due").await, [3, 0, 2, 1]);
}

#[tokio::test]
async fn late_and_due_today_count_only_what_is_ours() {
    let desk = desk().await;
    assert_eq!(desk.finds("due=late").await, [0; 0]);
    assert_eq!(desk.finds("due=today").await, [0; 0]);
    desk.app.clock.advance(TimeDelta::hours(15));
    assert_eq!(desk.finds("due=today").await, [3, 0], "leaks are repaired within a day");
    desk.app.clock.advance(TimeDelta::days(20));
    assert_eq!(
        desk.finds("due=late").await,
        [3, 0],
        "who waits for residents is not late"
    );
    assert_eq!(desk.finds("due=today").await, [3, 0]);
}

#[tokio::test]
async fn the_list_goes_page_by_page() {
    let desk = desk().await;
    let mut seen = Vec::new();
    for page in 1..=3 {
        let inbox = desk.clerk.finds(&format!("sort=oldest&per_page=2&page={page}")).await;
        assert_eq!((inbox.total, inbox.page, inbox.per_page), (4, page, 2));
        seen.extend(desk.places(&inbox));
    }
    assert_eq!(seen, [0, 1, 2, 3]);
    let inbox = desk.clerk.finds("per_page=1000&page=0").await;
    assert_eq!((inbox.page, inbox.per_page), (1, 100));
    assert!(desk.clerk.finds("page=4294967295&per_page=100").await.cases.is_empty());
    for (filter, flaw) in [
        ("page=x", "page wrong_type"),
        ("status=lost", "status wrong_type"),
        ("sort=up", "sort wrong_type"),
    ] {
        let refused = desk
            .clerk
            .get(&format!("/desk/cases?{filter}"))
            .await
            .fails(422, "invalid");
        assert_eq!(refused.flaws(), [flaw]);
    }
}

#[tokio::test]
async fn views_count_what_the_lists_show() {
    let desk = desk().await;
    for days in [0, 2, 20] {
        desk.app.clock.advance(TimeDelta::days(days));
        for person in [&desk.clerk, &desk.other] {
            let views = desk.views(person).await;
            for (count, filter) in [
                (views.open, ""),
                (views.mine, "whose=mine"),
                (views.unassigned, "whose=nobody"),
                (views.due_today, "due=today"),
                (views.late, "due=late"),
                (views.sent_back, "status=sent_back"),
                (views.answered, "feedback=answered"),
                (views.low_rated, "feedback=low"),
            ] {
                assert_eq!(person.finds(filter).await.total, count, "{filter} after {days} days");
            }
        }
    }
    let views = desk.views(&desk.clerk).await;
    assert_eq!(
        (views.open, views.mine, views.unassigned, views.sent_back),
        (4, 1, 1, 1)
    );
}

#[tokio::test]
async fn lists_show_names_masked_and_who_has_it() {
    let desk = desk().await;
    let inbox = desk.clerk.finds("sort=oldest").await;
    let shown: Vec<_> = inbox
        .cases
        .iter()
        .map(|line| (line.name.as_deref(), line.assignee.as_deref()))
        .collect();
    assert_eq!(
        shown,
        [
            (Some("赵*"), Some("clerk先生")),
            (Some("张**"), Some("other先生")),
            (Some("李*"), None),
            (None, None)
        ]
    );
    let waits: Vec<_> = inbox.cases.iter().map(|line| line.waits_for_you).collect();
    assert_eq!(waits, [true, false, false, false]);
}
