//! The texts of signing in.

use shuiting_shared::words::{Bi, Lang, bi};

pub(super) const SIGN_IN: Bi = bi("登录", "Sign in");
pub(super) const SIGNING_IN: Bi = bi("正在登录…", "Signing in…");
pub(super) const ABOUT: Bi = bi(
    "用手机号和短信验证码登录,不用密码。第一次来会自动建好账号",
    "Sign in with your phone and a code by SMS; there is no password. The first time an account is made for you",
);
pub(super) const PHONE: Bi = bi("手机号", "Mobile number");
pub(super) const CODE: Bi = bi("验证码", "Code");
pub(super) const GET_CODE: Bi = bi("获取验证码", "Get a code");
pub(super) const GETTING: Bi = bi("正在发送…", "Sending it…");
pub(super) const GET_ANOTHER: Bi = bi("重新获取验证码", "Get another code");
pub(super) const CODE_FIRST: Bi = bi("请先获取验证码", "Please get a code first");
pub(super) const BY_WECHAT: Bi = bi("用微信登录", "Sign in with WeChat");
pub(super) const BY_WECHAT_ABOUT: Bi = bi(
    "绑定过手机号的微信,一点就进",
    "A WeChat that you have bound to your phone lets you in at once",
);
pub(super) const BY_PHONE: Bi = bi("用微信的手机号登录", "Sign in with WeChat's phone number");
pub(super) const BY_PHONE_STUCK: Bi = bi(
    "微信没有打开。请再试一次,或用下面的短信验证码",
    "WeChat did not open it. Please try again, or use a code by SMS below",
);
pub(super) const DEMO: Bi = bi("演示短信", "Demo SMS");
pub(super) const DEMO_ABOUT: Bi = bi("这是演示城市,短信都在这里:", "This is a demo city; all SMS are here:");

/// Says that the code is on its way.
pub(super) fn sent(minutes: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("验证码已发到您的手机,{minutes}分钟内有效"),
        Lang::En => format!("The code is on its way to your phone; it is good for {minutes} minutes"),
    }
}

/// Until when no other code is sent.
pub(super) fn again_in(seconds: u32, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{seconds}秒后可重新获取"),
        Lang::En => format!("Get another in {seconds} s"),
    }
}
