//! WeChat Pay v3 微信支付, behind [`pay::Gateway`](crate::pay::Gateway): every request of ours is signed, and nothing that
//! says yes is believed that is not.
//!
//! | module | subject |
//! |---|---|
//! | `settings` | how a utility names its merchant account |
//! | `keys` | our key that signs, and theirs that verify |
//! | `signed` | what WeChat Pay has signed: answers and notifications |
//! | `seal` | what it seals with the API v3 key |
//! | `platform` | which of its keys a serial names: the public key that was set, or a certificate that it hands out |
//! | `merchant` | asking it something |
//! | `answer` | what it answers, and why it does not |
//! | `bill` | a day's bill 交易账单 |
//! | `gateway` | all that a gateway does |
//! | `routes`, `store` | paying in a page inside WeChat, and in the mini-program |

mod answer;
mod bill;
mod gateway;
mod keys;
mod merchant;
mod platform;
pub(crate) mod routes;
mod seal;
mod settings;
mod signed;
mod store;

pub use gateway::WechatPay;
pub use settings::{PublicKey, Settings};
