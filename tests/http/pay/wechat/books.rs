//! A day held against the bill of WeChat Pay.

use chrono::TimeDelta;
use shuiting_server::pay;
use shuiting_shared::api::PayBooks;
use shuiting_shared::money::Fen;
use shuiting_shared::pay::Differs;
use shuiting_tests::Person;
use shuiting_tests::wechat_pay::Mood;

use super::{Hall, ONE, eventually};

const HEADINGS: &str = "交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注";

/// A bill that tells of these payments.
fn bill(payments: &[(&str, &str)]) -> String {
    let lines = payments.iter().map(|(id, yuan)| {
        format!("`2026-11-24 10:00:05,`wx1,`1900000001,`0,`,`4200001,`{id},`o-1,`JSAPI,`SUCCESS,`OTHERS,`CNY,`{yuan},`0.00,`0,`0,`0.00,`0.00,`,`,`水费,`,`0.32000,`0.60%,`{yuan},`0.00,`")
    });
    let sums = format!(
        "总交易单数,应结订单总金额,退款总金额\r\n`{},`0.00,`0.00\r\n",
        payments.len()
    );
    let lines: Vec<_> = std::iter::once(HEADINGS.to_owned())
        .chain(lines)
        .chain([sums])
        .collect();
    format!("\u{feff}{}", lines.join("\r\n"))
}

async fn books(clerk: &Person) -> PayBooks {
    clerk.get("/desk/pay/books").await.is(200).read()
}

#[tokio::test]
async fn a_day_is_held_against_its_bill() {
    let hall = Hall::new().await;
    let id = hall.takes_one_on().await;
    hall.pay.is_paid(&id);
    hall.pay.tells_of(&id).send(&hall.app).await.is(204);
    hall.pay.bills(bill(&[(&id, "54.00"), ("unheard-of", "7.00")]));
    hall.app.clock.advance(TimeDelta::days(1));
    pay::close_days(hall.app.inside()).await.unwrap();
    let books = books(&hall.app.clerk("clerk").await).await;
    let day = &books.days[0];
    assert_eq!(
        (day.day.to_string().as_str(), day.payments, day.paid),
        ("2026-11-24", 1, Fen(ONE))
    );
    let told: Vec<_> = books
        .differences
        .iter()
        .map(|difference| (&*difference.order, difference.differs, difference.theirs))
        .collect();
    assert_eq!(told, [("unheard-of", Differs::OnlyTheirs, Some(Fen(700)))]);
}

#[tokio::test]
async fn a_day_without_a_bill_stays_open_until_there_is_one() {
    let hall = Hall::new().await;
    let id = hall.takes_one_on().await;
    hall.pay.is_paid(&id);
    hall.pay.tells_of(&id).send(&hall.app).await.is(204);
    hall.pay.bills(bill(&[(&id, "54.00")]));
    hall.app.clock.advance(TimeDelta::days(1));
    let clerk = hall.app.clerk("clerk").await;
    for mood in [Mood::Unsigned, Mood::Down] {
        hall.pay.is(mood);
        pay::close_days(hall.app.inside()).await.unwrap();
        assert!(books(&clerk).await.days.is_empty(), "{mood:?}");
    }
    hall.pay.is(Mood::Well);
    eventually(|| async {
        pay::close_days(hall.app.inside()).await.unwrap();
        (!books(&clerk).await.days.is_empty()).then_some(())
    })
    .await;
    assert_eq!(books(&clerk).await.differences, []);
}
