//! The texts of scanning.

use shuiting_shared::words::{Bi, bi};

pub(super) const SCAN: Bi = bi("扫码填户号", "Scan the number");
pub(super) const SCANNING: Bi = bi("正在打开扫码…", "Opening the scanner…");
pub(super) const PHOTO: Bi = bi("拍条码填户号", "Photograph the code");
pub(super) const READING: Bi = bi("正在读条码…", "Reading the code…");
pub(super) const SCANNED: Bi = bi("已填好户号,请对一下", "The number is filled in; please check it");
pub(super) const NOT_OURS: Bi = bi(
    "这个码里没有水费户号。请扫水费单或水表上的码,也可以直接填",
    "This code holds no account number. Scan the one on the bill or the meter, or just type it",
);
pub(super) const NO_CODE: Bi = bi(
    "照片里没有找到码。请靠近一点、拍正一点再试,也可以直接填",
    "No code was found in the picture. Come closer, hold it straight and try again, or just type it",
);
pub(super) const CLOSED: Bi = bi(
    "没有扫到。可以再试一次,也可以直接填",
    "Nothing was scanned. Try again, or just type it",
);
