//! The receipt.

use shuiting_tests::pdf;

use super::{BOTH, Counter, bills, ordered};

#[tokio::test]
async fn the_receipt_says_what_was_paid() {
    let counter = Counter::new().await;
    let id = ordered(&counter.resident, &bills(&["2026-09", "2026-10"], BOTH)).await;
    let path = format!("/pay/orders/{id}/receipt.pdf");
    counter.resident.get(&path).await.fails(404, "not_found");
    let transaction = counter.cashier.is_paid(&id);
    counter.tells(&id).await.is(204);
    let mut read = String::new();
    for lang in ["zh", "en"] {
        let paper = counter.resident.get(&format!("{path}?lang={lang}")).await.is(200);
        assert_eq!(paper.header("content-type"), "application/pdf");
        assert!(pdf::info(&paper.body).contains("Tagged:          yes"));
        read.push_str(
            &pdf::text(&paper.body)
                .replace(&id, "[order]")
                .replace(&transaction, "[transaction]"),
        );
    }
    let lines = read
        .lines()
        .map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "))
        .filter(|line| !line.is_empty());
    insta::assert_snapshot!(lines.collect::<Vec<_>>().join("\n"));
}
