//! The texts that hall and desk share.

use shuiting_shared::words::{Bi, bi};

pub(crate) const OFFLINE: Bi = bi("现在没有网络", "There is no network right now");
pub(crate) const OFFLINE_REMEDY: Bi = bi(
    "这里要有网络才能看、才能办。您填的内容还在,连上网后请再试一次",
    "This needs a network. What you typed is kept; try again once you are connected",
);
pub(crate) const NONSENSE: Bi = bi("没有收到完整的答复", "The answer did not arrive whole");
pub(crate) const NONSENSE_REMEDY: Bi = bi(
    "您填的内容还在,请过一会再试",
    "What you typed is kept; please try again in a while",
);
pub(crate) const AGAIN: Bi = bi("再试一次", "Try again");
