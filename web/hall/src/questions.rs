//! Help (帮助): what people ask, answered; found by whatever they type.

mod list;
mod of_service;
mod one;
mod words;

use leptos::prelude::*;
use shuiting_parts::icon::Icon;
use shuiting_parts::lang::{Language, say};
use shuiting_shared::api::ArticleRead;

pub(crate) use list::QuestionsPage;
pub(crate) use of_service::OfService;
pub(crate) use one::QuestionPage;

/// Where the answers come from.
const API: &str = "/api/v1/articles";
/// Where the page lies.
const PATH: &str = "/questions";

/// The way here, beside other ways to an answer.
#[component]
pub(crate) fn QuestionsLink() -> impl IntoView {
    view! { <a href=PATH>{say(words::TITLE)}</a> }
}

/// Questions one under the other, each leading to its answer.
#[component]
fn Rows(articles: Vec<ArticleRead>) -> impl IntoView {
    let language = Language::here();
    let row = move |article: ArticleRead| {
        let (href, question) = (format!("{PATH}/{}", article.id), article.question);
        view! {
            <li>
                <a class="row" href=href>
                    <span class="row-body">
                        <b>{move || question.get(language.get()).to_owned()}</b>
                    </span>
                    <Icon name="chevron" />
                </a>
            </li>
        }
    };
    view! {
        <ul class="rows" role="list">
            {articles.into_iter().map(row).collect_view()}
        </ul>
    }
}
