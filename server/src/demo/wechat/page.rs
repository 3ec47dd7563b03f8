//! `/demo/wechat`: a phone with the mini-program's frame around the hall, and beside it what happens outside.

use actix_web::HttpResponse;
use maud::{DOCTYPE, Markup, html};
use serde_json::{Map, Value};

use super::templates;
use crate::demo::city;

/// Who may hold the phone, counted as they moved in, and what is the matter with them.
const HOLDERS: [(u32, &str, &str); 3] = [
    (4, "欠了三期水费", "owes three bills"),
    (5, "水管在漏", "has a leaking pipe"),
    (3, "都缴清了", "owes nothing"),
];
/// Somebody whom nobody knows yet.
const NEWCOMER: &str = "13800008888";

/// What stands beside a choice.
fn both(zh: &str, en: &str) -> Markup {
    html! { (zh) " " span lang="en" { (en) } }
}

fn holders() -> Markup {
    html! {
        fieldset {
            legend { (both("谁拿着这部手机", "Who holds this phone")) }
            @for (at, (n, zh, en)) in HOLDERS.iter().enumerate() {
                label {
                    input type="radio" name="phone" value=(city::phone(*n)) checked[at == 0];
                    span { (city::name(*n)) " " small { (both(zh, en)) } }
                }
            }
            label {
                input type="radio" name="phone" value="";
                span { (both("另一个号码", "Another number")) }
            }
            input #other type="tel" inputmode="tel" autocomplete="off" value=(NEWCOMER) aria-label="手机号 Phone number";
        }
    }
}

/// The page. Its words are in Chinese, with English beside, as on all pages of the demo.
pub(super) async fn show() -> HttpResponse {
    let titles: Map<String, Value> = templates::titles()
        .map(|(id, title)| (id.to_owned(), title.into()))
        .collect();
    let titles = Value::Object(titles).to_string();
    let page = html! {
        (DOCTYPE)
        html lang="zh-CN" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { "演示微信 · Demo WeChat" }
                link rel="stylesheet" href="/demo/wechat/phone.css";
                script type="module" src="/demo/wechat/phone.js" {}
            }
            body data-templates=(titles) {
                main {
                    section.phone aria-label="手机 Phone" {
                        header.bar {
                            p.demo { (both("演示,不是微信", "A demo, not WeChat")) }
                            h1 #title { "微信" }
                            div.capsule {
                                button #again type="button" disabled { span.hidden { "重新进入小程序 " span lang="en" { "Enter anew" } } span aria-hidden="true" { "•••" } }
                                button #close type="button" disabled { span.hidden { "关闭小程序 " span lang="en" { "Close" } } span aria-hidden="true" { "◎" } }
                            }
                        }
                        div.screen {
                            form #start {
                                h2 { (both("打开水厅小程序", "Open the hall as a mini-program")) }
                                p.small {
                                    "这里演示居民在微信里看到的:登录、授权手机号、订阅消息、支付、扫码。什么都不会发到外面。" br;
                                    span lang="en" { "This is what residents see inside WeChat: signing in, giving the phone number, messages, paying, scanning. Nothing leaves the house." }
                                }
                                (holders())
                                button.main type="submit" { (both("打开小程序", "Open")) }
                                noscript { p { "要打开浏览器的脚本功能。 " span lang="en" { "This page needs JavaScript." } } }
                            }
                            iframe #hall title="水厅 Hall" data-wechat="mini" hidden {}
                            button #banner type="button" hidden {}
                            dialog #sheet aria-labelledby="sheet-title" { div #sheet-body {} }
                        }
                    }
                    aside.outside aria-labelledby="outside" {
                        h2 #outside { (both("手机外面发生的事", "What happens outside")) }
                        ul.small {
                            li { a href="/demo/inbox" { (both("所有短信", "All SMS")) } }
                            li { a href="/desk" { (both("工作台", "Desk")) } }
                            li { a href="/" { (both("不在微信里看水厅", "The hall in a browser")) } }
                        }
                        div.events role="log" aria-labelledby="outside" tabindex="0" { ol #events {} }
                    }
                }
            }
        }
    };
    HttpResponse::Ok()
        .content_type("text/html; charset=utf-8")
        .body(page.into_string())
}
