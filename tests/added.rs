//! A 24th service is brought along: told by the API, filed, and worked through to its end, with no word about it elsewhere.
//! A program is told of it once, so this test is a program of its own.

use serde_json::{Value, json};
use shuiting_shared::api::ServiceView;
use shuiting_shared::case::{Role, Status};
use shuiting_shared::form::{Answers, sample};
use shuiting_shared::house::House;
use shuiting_shared::service::Service;
use shuiting_shared::service::example::HYDRANT;
use shuiting_shared::time::today;
use shuiting_tests::{START, TestApp};

#[tokio::test]
async fn a_service_more_is_told_filed_and_worked_through() {
    Service::bring(&HYDRANT).unwrap();
    let service = Service::from_code("HYDRANT").unwrap();
    let app = TestApp::new().await;
    let (resident, clerk) = (app.resident("13800000001").await, app.clerk("clerk").await);
    let crew = app.staff("crew", Role::Crew).await;

    let told: Vec<ServiceView> = resident.get("/services").await.is(200).read();
    assert_eq!(told.len(), Service::ALL.len() + 1);
    let told = told.into_iter().find(|one| one.code == service).unwrap();
    assert!(told.available);
    assert_eq!(told.title["en"], "Water from a hydrant");
    let asked: Vec<_> = told.pages.iter().flat_map(|page| &page.fields).collect();
    assert_eq!(asked.len(), service.form().unwrap().fields().count());
    assert_eq!(asked[1].when.as_ref().unwrap().codes, ["other"]);
    assert_eq!(told.steps.len(), 5);

    let form = service.form().unwrap();
    let day = today(START.parse().unwrap());
    let answers = sample::filled(form, &Answers::default(), &House::dongguan(), day);
    let filing = json!({ "service": "HYDRANT", "answers": answers });
    let mut wrong = filing.clone();
    wrong["answers"]["plate"] = json!("粤S");
    let refused = resident.sends("wrong", &wrong).await.fails(422, "invalid");
    assert_eq!(refused.flaws(), ["answers.plate too_short"]);
    let number = resident.files(&filing).await;
    assert_eq!(clerk.finds("service=HYDRANT").await.total, 1);

    let acts: [(_, Value); 6] = [
        (&clerk, json!({ "verb": "take" })),
        (&clerk, json!({ "verb": "advance" })),
        (
            &clerk,
            json!({ "verb": "quote", "amount": 20_000, "words": "含计量阀" }),
        ),
        (&clerk, json!({ "verb": "paid", "amount": 20_000, "receipt": "A0001" })),
        (&crew, json!({ "verb": "advance", "words": "已装好" })),
        (&clerk, json!({ "verb": "finish", "result": "取水证已发" })),
    ];
    for (who, act) in acts {
        who.acts(&number, act).await;
    }
    let case = resident.looks_at(&number).await;
    assert_eq!((case.line.service, case.line.status), (service, Status::Finished));
    let heard = app.messages_to("13800000001").await;
    assert!(
        heard
            .iter()
            .any(|text| text.contains("消火栓取水") && text.contains("¥200.00")),
        "{heard:?}"
    );
}
