//! Bills, and what is owed.

use chrono::TimeDelta;
use serde_json::Value;
use shuiting_server::water::import::Subject;
use shuiting_shared::api::{BillView, WaterAccountView, WaterBeside};
use shuiting_shared::money::Fen;
use shuiting_shared::service::Service;
use shuiting_shared::water::{BillState, WaterState};
use shuiting_tests::{ACCOUNTS, BILLS, Person, TestApp, account_line, bill_line, file_of};

use super::desk::filing;
use super::{NUMBER, OTHER, OWNER, binds, supplied};

async fn bills(person: &Person, number: &str) -> Vec<BillView> {
    person
        .get(&format!("/me/water-accounts/{number}/bills"))
        .await
        .is(200)
        .read()
}

#[tokio::test]
async fn the_newest_come_first_each_with_how_it_stands() {
    let app = supplied().await;
    let resident = app.resident(OWNER).await;
    binds(&resident, NUMBER).await;
    let bills = bills(&resident, NUMBER).await;
    let stand: Vec<_> = bills.iter().map(|bill| (bill.period.to_string(), bill.state)).collect();
    assert_eq!(
        stand,
        [
            ("2026-10".to_owned(), BillState::Open),
            ("2026-09".to_owned(), BillState::Overdue),
            ("2026-08".to_owned(), BillState::Paid),
        ]
    );
    let late = &bills[1];
    assert_eq!((late.previous, late.reading, late.volume), (100, 120, 20));
    // 30 days at 0.05 % of 54.00 yuan.
    assert_eq!((late.total, late.paid, late.late_fee), (Fen(5400), Fen(0), Fen(81)));
    assert_eq!((bills[0].late_fee, bills[2].late_fee), (Fen::ZERO, Fen::ZERO));
}

#[tokio::test]
async fn two_years_are_listed() {
    let app = supplied().await;
    let resident = app.resident(OWNER).await;
    binds(&resident, OTHER).await;
    assert!(bills(&resident, OTHER).await.is_empty());
    let month = |n: usize| format!("{}-{:02}", 2024 + n / 12, n % 12 + 1);
    let lines: Vec<_> = (0..30)
        .map(|n| bill_line(OTHER, &month(n), "2026-09-01", "2026-09-25", "2026-09-10"))
        .collect();
    app.place.takes(Subject::Bills, &file_of(BILLS, &lines));
    let listed = bills(&resident, OTHER).await;
    assert_eq!((listed.len(), listed[0].period.to_string()), (24, month(29)));
}

#[tokio::test]
async fn one_is_looked_at_by_its_month() {
    let app = supplied().await;
    let resident = app.resident(OWNER).await;
    binds(&resident, NUMBER).await;
    let path = |period: &str| format!("/me/water-accounts/{NUMBER}/bills/{period}");
    let bill: BillView = resident.get(&path("2026-08")).await.is(200).read();
    assert_eq!((bill.state, bill.paid_on.is_some()), (BillState::Paid, true));
    for period in ["2026-07", "2026-13", "nothing", "%00"] {
        resident.get(&path(period)).await.fails(404, "not_found");
    }
    let stranger = app.resident("13800000002").await;
    stranger.get(&path("2026-08")).await.fails(404, "not_found");
}

#[tokio::test]
async fn what_is_owed_grows_and_goes() {
    let app = supplied().await;
    let resident = app.resident(OWNER).await;
    let owed = |account: &WaterAccountView| (account.owed.0, account.overdue.0, account.late_fee.0);
    let bound = binds(&resident, NUMBER).await;
    assert_eq!(owed(&bound), (10_800, 5400, 81));
    assert_eq!(bound.due.map(|due| due.to_string()).as_deref(), Some("2026-10-25"));
    app.clock.advance(TimeDelta::days(2));
    let resident = app.resident(OWNER).await;
    let later: WaterAccountView = resident
        .get(&format!("/me/water-accounts/{NUMBER}"))
        .await
        .is(200)
        .read();
    // The second one is a day late now: 32 days of the first, one of it, each rounded half up.
    assert_eq!(owed(&later), (10_800, 10_800, 86 + 3));
    let paid = [
        bill_line(NUMBER, "2026-09", "2026-10-01", "2026-10-25", "2026-11-26"),
        bill_line(NUMBER, "2026-10", "2026-11-01", "2026-11-25", "2026-11-26"),
    ];
    let taken = app.place.takes(Subject::Bills, &file_of(BILLS, &paid));
    assert_eq!((taken.changed, taken.same), (2, 0));
    let settled = binds(&resident, NUMBER).await;
    assert_eq!((owed(&settled), settled.due), ((0, 0, 0), None));
}

#[tokio::test]
async fn the_desk_sees_the_account_that_a_case_names() {
    let app = supplied().await;
    let line = account_line(OTHER).replace("正常,,", "暂停,2026-09-15,");
    app.place.takes(Subject::Accounts, &file_of(ACCOUNTS, &[line]));
    let (resident, clerk) = (app.resident("13800000001").await, app.clerk("clerk").await);
    let number = resident.files(&filing(Service::Info, &[])).await;
    let look = |person: &Person, number: &str| person.get(&format!("/desk/cases/{number}/water-account"));
    let beside: WaterBeside = look(&clerk, &number).await.is(200).read();
    assert_eq!((beside.number.as_str(), beside.holder.as_str()), (NUMBER, "张三丰"));
    assert_eq!(
        (beside.owed, beside.overdue, beside.state),
        (Fen(10_800), Fen(5400), WaterState::Active)
    );

    let mut other = filing(Service::Info, &[("account", OTHER)]);
    let beside: WaterBeside = look(&clerk, &resident.files(&other).await).await.is(200).read();
    assert_eq!(
        (beside.state, beside.suspended_from.is_some()),
        (WaterState::Suspended, true)
    );
    other["answers"]["account"] = "99999999".into();
    assert_eq!(
        look(&clerk, &resident.files(&other).await).await.is(200).json(),
        Value::Null
    );
    look(&resident, &number).await.fails(403, "forbidden");
    look(&clerk, "000-0000").await.fails(404, "not_found");
}

#[tokio::test]
async fn nobody_sees_what_is_not_theirs() {
    let app: TestApp = supplied().await;
    let resident = app.resident(OWNER).await;
    for path in ["", "/bills", "/bills/2026-08"] {
        let path = format!("/me/water-accounts/{NUMBER}{path}");
        resident.get(&path).await.fails(404, "not_found");
        app.passer_by().get(&path).await.fails(401, "sign_in");
    }
}
