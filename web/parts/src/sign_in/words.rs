//! The texts of signing in and out, in both languages.

use shuiting_shared::words::{Bi, bi};

/// The button that lets in.
pub const SIGN_IN: Bi = bi("登录", "Sign in");
/// The button that lets out.
pub const SIGN_OUT: Bi = bi("退出", "Sign out");
/// What happens while the server is asked who is signed in.
pub const ASKING_WHO: Bi = bi("正在确认登录", "Checking your sign-in");
pub(super) const SIGNING_IN: Bi = bi("正在登录…", "Signing in…");
pub(super) const NAME: Bi = bi("用户名", "User name");
pub(super) const PASSWORD: Bi = bi("密码", "Password");
pub(super) const NAME_MISSING: Bi = bi("请填用户名", "Please fill in your user name");
pub(super) const PASSWORD_MISSING: Bi = bi("请填密码", "Please fill in your password");
