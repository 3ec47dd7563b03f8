//! The closed catalogue of errors: code → status → title → what to do, in both languages.

use serde::{Deserialize, Serialize};

use crate::form::Flaw;
use crate::words::{Bi, Lang, bi};

macro_rules! problems {
    ($($(#[$meta:meta])* $variant:ident $code:tt $status:literal $tzh:literal / $ten:literal => $dzh:literal / $den:literal;)+) => {
        /// Every way a request can fail.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
        pub enum Code {
            $(
                $(#[$meta])*
                #[doc = $ten]
                #[serde(rename = $code)]
                $variant,
            )+
        }

        impl Code {
            /// The whole catalogue.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable code.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The HTTP status.
            pub const fn status(self) -> u16 {
                match self { $(Self::$variant => $status),+ }
            }

            /// What is wrong.
            pub const fn title(self) -> Bi {
                match self { $(Self::$variant => bi($tzh, $ten)),+ }
            }

            /// What to do.
            pub const fn remedy(self) -> Bi {
                match self { $(Self::$variant => bi($dzh, $den)),+ }
            }
        }
    };
}

problems! {
    NotJson "not_json" 400 "请求不是有效的JSON" / "The request is not valid JSON"
        => "请按接口说明检查请求内容" / "Check the body against the API description";
    NotAnImage "not_an_image" 415 "这不是一张照片" / "This is not a picture"
        => "请选JPEG、PNG或WebP格式的照片" / "Choose a JPEG, PNG or WebP picture";
    TooLarge "too_large" 413 "文件太大" / "Too large"
        => "每张照片最大12MB,请重新拍一张" / "A picture may have 12 MB; please take it again";
    Invalid "invalid" 422 "有几处要改" / "Some things need a change"
        => "请看每一项旁边的说明" / "See the note beside each field";
    NoKey "no_idempotency_key" 400 "缺少Idempotency-Key" / "The Idempotency-Key header is missing"
        => "请为每次提交带一个自己的随机键,最长64个字符" / "Send a random key of your own with each filing, at most 64 characters";
    KeyReused "idempotency_key_reused" 422 "这个Idempotency-Key已用于另一份内容" / "This Idempotency-Key was used with another body"
        => "请换一个新的键" / "Use a new key";
    SignIn "sign_in" 401 "请先登录" / "Please sign in"
        => "用手机号和短信验证码登录" / "Sign in with your phone and an SMS code";
    Expired "token_expired" 401 "登录已过期" / "Your sign-in has run out"
        => "请刷新登录,或重新登录" / "Refresh the sign-in, or sign in again";
    WrongCode "wrong_code" 422 "验证码不对或已过期" / "The code is wrong or has run out"
        => "请看最新一条短信,或重新获取验证码" / "Look at the latest SMS, or ask for a new code";
    CodesTooOften "codes_too_often" 429 "验证码要得太勤" / "Codes are asked for too often"
        => "请稍等再试,一分钟一条,一天十条" / "Please wait: one a minute, ten a day";
    WrongPassword "wrong_password" 422 "用户名或密码不对" / "Name or password is wrong"
        => "请再试一次,连续错10次会锁定一段时间" / "Try again; after ten failures the name is locked for a while";
    Locked "locked" 429 "错误次数太多,已暂时锁定" / "Too many failures; locked for a while"
        => "请15分钟后再试,或找管理员重设密码" / "Try again in 15 minutes, or have the administrator set a new password";
    CrossSite "cross_site" 403 "请求来自别的网站" / "The request comes from another site"
        => "请在微网厅里操作" / "Please act inside the hall";
    Forbidden "forbidden" 403 "您没有这项权限" / "You may not do this"
        => "请换有权限的账号,或找管理员" / "Use an account that may, or ask the administrator";
    NotFound "not_found" 404 "没有找到" / "Not found"
        => "请核对编号或地址" / "Check the number or the address";
    WrongMethod "wrong_method" 405 "这个地址不支持这种操作" / "This address does not take that method"
        => "请按接口说明调用" / "See the API description";
    NoForm "no_form_yet" 422 "这项服务还不能在网上办" / "This service cannot be filed online yet"
        => "请拨打热线办理" / "Please call the hotline";
    Changed "case_changed" 409 "这件事刚被别人更新了" / "Somebody has just changed this case"
        => "看一下改了什么,再决定;您写的内容还在" / "See what changed, then decide; what you typed is kept";
    TemplateChanged "template_changed" 409 "这条模板刚被别人改了" / "Somebody has just changed this template"
        => "请刷新看看新的内容,再决定要不要改" / "Reload to see what it says now, then decide";
    ArticleChanged "article_changed" 409 "这篇知识刚被别人改了" / "Somebody has just changed this article"
        => "请刷新看看新的内容,再决定要不要改" / "Reload to see what it says now, then decide";
    EventChanged "event_changed" 409 "这场活动刚被别人改了" / "Somebody has just changed this event"
        => "请刷新看看现在的内容,再决定要不要改;您填的还在" / "Reload to see how it stands now, then decide; what you typed is kept";
    OutageChanged "outage_changed" 409 "这条公告刚被别人改了" / "Somebody has just changed this notice"
        => "请刷新看看现在的内容,再决定要不要改;您填的还在" / "Reload to see how it stands now, then decide; what you typed is kept";
    NotNow "not_now" 409 "现在不能这样做" / "This cannot be done now"
        => "请刷新看看这件事的最新状态" / "Reload to see where the case stands";
    MaterialsOpen "materials_open" 409 "还有材料没有核对好" / "Not all documents are checked"
        => "请逐项核对材料;不合格的请退回补正" / "Tick each document; send back what is refused";
    PartsOpen "parts_open" 409 "拆出的部分还没办完" / "Parts that were split off are still open"
        => "请等各部分办结,或请各单位先办结" / "Finish the parts first";
    RatingOver "rating_over" 409 "评价时间已过" / "The days for rating are over"
        => "有话想说请拨打热线" / "Please call the hotline to tell us";
    UrgedToday "urged_today" 409 "今天已经催过了" / "You have urged us today already"
        => "我们已经看到;还没办好的话,明天可以再催" / "We have seen it; if it is still not done, you can urge us again tomorrow";
    TooManyFollowed "too_many_followed" 429 "今天关注的太多了" / "You have begun to follow too many today"
        => "请明天再试;要紧的请拨打热线" / "Please try again tomorrow; call the hotline if it is urgent";
    WrongHolder "wrong_holder" 422 "户号、户名或后四位对不上" / "Account number, name or last four do not go together"
        => "请对照水费单再填一次;手机号换过的,可以用身份证号后四位" / "Please see the bill and try again; if the phone has changed, use the end of the identity number";
    NotReady "not_ready" 409 "这一户现在还办不了这件事" / "This account is not ready for that"
        => "请看旁边的说明,先办好那一件再来;填的内容还在" / "See the note and what to do first, then go on; what was typed is kept";
    TriedTooOften "tried_too_often" 429 "今天试的次数太多了" / "Too many tries today"
        => "请24小时后再试;着急的请拨打热线,或带身份证到柜台办理" / "Please try again in 24 hours; if it is urgent call the hotline, or come to the counter with your identity card";
    AmountChanged "amount_changed" 409 "要缴的金额变了" / "The amount has changed"
        => "请看一眼现在的金额,再确认支付" / "Please look at the amount as it is now, then pay";
    NothingToPay "nothing_to_pay" 409 "这里没有要缴的费用" / "There is nothing to pay here"
        => "可能刚刚已经缴清,请刷新看看" / "It may have been paid just now; please reload";
    NoPaying "no_paying" 409 "网上缴费还没开通" / "Paying online is not open yet"
        => "请到营业窗口缴费,或拨打热线" / "Please pay at a counter, or call the hotline";
    PayDown "pay_down" 503 "支付暂时打不开" / "Paying does not answer just now"
        => "没有扣钱,请过一会再试" / "No money was taken; please try again in a while";
    PayInWechat "pay_in_wechat" 409 "要在微信里登录后支付" / "This is paid inside WeChat, signed in there"
        => "请在微信里打开这笔缴费并登录" / "Please open this payment inside WeChat and sign in";
    PayBegunElsewhere "pay_begun_elsewhere" 409 "这笔缴费是在微信的另一处开始的" / "This payment was begun elsewhere in WeChat"
        => "请回到开始的地方支付,或过半小时重新缴费" / "Please pay where you began, or begin again in half an hour";
    BadCallback "bad_callback" 401 "通知的签名不对" / "The notification is not signed by the gateway"
        => "请核对密钥和证书" / "Check key and certificate";
    NoWechat "no_wechat" 409 "这里没有接微信" / "WeChat is not connected here"
        => "请用手机号登录" / "Please sign in with your phone number";
    WechatUnbound "wechat_unbound" 409 "这个微信还没有绑定手机号" / "This WeChat is not bound to a phone yet"
        => "请允许使用手机号,或用短信验证码登录一次" / "Let us have your phone number, or sign in once with a code by SMS";
    WechatBoundElsewhere "wechat_bound_elsewhere" 409 "这个微信绑定的是另一个手机号" / "This WeChat is bound to another phone"
        => "要换成现在这个手机号,请再确认一次;不换就用原来的手机号登录" / "To bind it to this phone instead, confirm once more; else sign in with the phone it is bound to";
    WechatCode "wechat_code" 401 "微信登录没有成功" / "Signing in by WeChat did not work"
        => "请再试一次" / "Please try once more";
    WechatBarred "wechat_barred" 403 "微信限制了这个帐号" / "WeChat has restricted this account"
        => "请用手机号登录,或拨打热线" / "Please sign in with your phone number, or call the hotline";
    WechatDown "wechat_down" 503 "微信暂时没有回应" / "WeChat does not answer just now"
        => "请过一会再试,或用手机号登录" / "Please try again in a while, or sign in with your phone number";
    BadPush "bad_push" 401 "消息的签名不对" / "The message is not signed by WeChat"
        => "请核对Token和EncodingAESKey,并选安全模式" / "Check Token and EncodingAESKey, and choose the secure mode";
    NoCalls "no_calls" 409 "这里没有接电话系统" / "No telephone system is connected here"
        => "请在服务商文件里写上[calls]" / "Write [calls] into the file of providers";
    BadCall "bad_call" 401 "来电通知的签名不对,或者太旧" / "The call is not signed by the telephone system, or not within five minutes"
        => "请核对密钥和时钟" / "Check the secret and the clock";
    NotAVolunteer "not_a_volunteer" 403 "您还没有报名做志愿者" / "You have not signed up as a volunteer yet"
        => "请在“我的”里报名,填好名字就行" / "Please sign up under Me; your name is all it takes";
    EventOff "event_off" 409 "这场活动已经取消" / "This event is cancelled"
        => "请看看别的活动" / "Please look at the other events";
    NoTurn "no_turn" 409 "您没有报名这场活动" / "You have not signed up for this event"
        => "请先报一个班次,或请领队记下您" / "Please take a shift first, or have the leader note you";
    NotCome "not_come" 409 "还没有签到" / "You have not checked in yet"
        => "请先签到;忘了签到的,请领队补记" / "Please check in first; the leader can note it where it was forgotten";
    PreparationOver "preparation_over" 409 "这份帮办已经过期" / "What was prepared is not kept any more"
        => "请志愿者再帮您填一次;没有提交任何内容" / "Please have the volunteer fill it in again; nothing was filed";
    Internal "internal" 500 "我们这边出了问题" / "Something went wrong on our side"
        => "您填的内容还在,请过一会再试" / "What you typed is kept; please try again in a while";
    Unready "unready" 503 "服务暂时忙不过来" / "The service is busy"
        => "请过一会再试" / "Please try again in a while";
}

/// A problem detail, RFC 9457 (`application/problem+json`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Problem {
    /// A URI reference that names the kind of problem.
    #[serde(rename = "type")]
    pub kind: String,
    /// What is wrong, in the caller's language.
    pub title: String,
    /// The HTTP status.
    pub status: u16,
    /// What to do, in the caller's language.
    pub detail: String,
    /// The stable code.
    pub code: Code,
    /// One entry a field.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub errors: Vec<FieldProblem>,
}

/// What is wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct FieldProblem {
    /// Its path in the request, `answers.phone`.
    pub field: String,
    /// The flaw's stable code.
    pub code: String,
    /// What is wrong and what to do, in the caller's language.
    pub detail: String,
}

impl FieldProblem {
    /// A flaw, said in `lang`.
    pub fn new(field: &str, flaw: &Flaw, lang: Lang) -> Self {
        Self {
            field: field.to_owned(),
            code: flaw.code().to_owned(),
            detail: flaw.say(lang),
        }
    }
}

impl Problem {
    /// A problem, said in `lang`.
    pub fn new(code: Code, lang: Lang) -> Self {
        Self {
            kind: format!("/problems#{}", code.code()),
            title: code.title().get(lang).to_owned(),
            status: code.status(),
            detail: code.remedy().get(lang).to_owned(),
            code,
            errors: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_catalogue_reads_well() {
        let said: Vec<_> = Code::ALL
            .iter()
            .map(|code| {
                let lines = [Lang::Zh, Lang::En]
                    .map(|lang| format!("  {}。{}", code.title().get(lang), code.remedy().get(lang)));
                format!("{} {}\n{}", code.code(), code.status(), lines.join("\n"))
            })
            .collect();
        insta::assert_snapshot!(said.join("\n"));
    }
}
