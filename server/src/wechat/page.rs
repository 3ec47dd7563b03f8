//! How pages of the hall come by WeChat's own means.

use actix_web::{HttpRequest, get, web};
use serde::Deserialize;
use shuiting_shared::api::{PageSignature, WeChatPage};
use shuiting_shared::form::{FieldFlaw, Flaw};
use shuiting_shared::problem::{Code, Problem};

use super::{AppKind, Trouble, WeChat, page_signature};
use crate::app::App;
use crate::body::Query;
use crate::keys;
use crate::problem::Failure;

/// Letters of the nonce.
const NONCE: usize = 16;

#[derive(Deserialize)]
pub(crate) struct Asked {
    url: Option<String>,
}

/// The address of a page as WeChat signs it, where it is one of the hall's own.
fn own(url: &str, hall: &str) -> Option<String> {
    let url = url.split('#').next().unwrap_or_default();
    // Another house's name may begin as ours does.
    let path = url.strip_prefix(hall)?;
    (path.is_empty() || path.starts_with(['/', '?'])).then(|| url.to_owned())
}

/// Signs a page, where the house has an official account.
async fn signed(wechat: &dyn WeChat, url: &str, timestamp: i64) -> Result<Option<PageSignature>, Trouble> {
    let Some(appid) = wechat.appid(AppKind::Account) else {
        return Ok(None);
    };
    let ticket = wechat.page_ticket().await?;
    let nonce: String = keys::token()
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .take(NONCE)
        .collect();
    Ok(Some(PageSignature {
        signature: page_signature(&ticket, &nonce, timestamp, url),
        appid: appid.to_owned(),
        timestamp,
        nonce,
    }))
}

/// How a page of the hall comes by WeChat's own means: the script that has them, and what it wants to be shown. Where WeChat
/// does not answer there is no signature, and the page does without.
#[utoipa::path(operation_id = "wechat_page", tag = "session", params(("url" = String, Query, description = "The page's address, one of the hall's own")), responses((status = 200, body = WeChatPage), (status = "4XX", body = Problem, content_type = "application/problem+json")))]
#[get("/wechat/page")]
pub(crate) async fn page(
    app: web::Data<App>,
    request: HttpRequest,
    asked: Query<Asked>,
) -> Result<web::Json<WeChatPage>, Failure> {
    let wrong = |flaw| Failure::flawed(vec![FieldFlaw::new("url", flaw)]);
    let asked = asked.0.url.ok_or_else(|| wrong(Flaw::Missing))?;
    let url = own(&asked, &app.hall(&request)).ok_or_else(|| wrong(Flaw::NotAChoice))?;
    let wechat = app.wechat.clone().ok_or_else(|| Failure::new(Code::NoWechat))?;
    let signed = match signed(&*wechat, &url, app.clock.now().timestamp()).await {
        Ok(signed) => signed,
        Err(trouble) => {
            tracing::warn!(trouble = %trouble, "a page cannot be signed");
            None
        }
    };
    Ok(web::Json(WeChatPage {
        script: wechat.page_script().to_owned(),
        signed,
    }))
}

#[cfg(test)]
mod tests {
    use super::own;

    #[test]
    fn only_the_halls_own_pages_are_signed() {
        let own = |url| own(url, "https://water.example.org");
        for url in [
            "https://water.example.org",
            "https://water.example.org/",
            "https://water.example.org/file/LEAK/where?draft=k3",
            "https://water.example.org?from=menu",
        ] {
            assert_eq!(own(url).as_deref(), Some(url));
        }
        assert_eq!(
            own("https://water.example.org/me#top").as_deref(),
            Some("https://water.example.org/me")
        );
        for url in [
            "",
            "/me",
            "http://water.example.org/",
            "https://water.example.org.evil.example/",
            "https://water.example.org@evil.example/",
            "https://water.example.org:8443/",
            "https://evil.example/?https://water.example.org/",
        ] {
            assert_eq!(own(url), None, "{url}");
        }
    }
}
