//! Codes on paper that lead to a page of the hall.

use crate::words::choices;

choices! {
    /// How a code is drawn.
    pub enum SignpostPicture {
        /// A QR code that prints at any size.
        Svg "svg" = "二维码(印刷用)" / "QR code, for print";
        /// A QR code as a picture.
        Png "png" = "二维码图片" / "QR code, picture";
        /// The mini-program's own code picture.
        Wechat "wechat" = "小程序码" / "Mini-program code";
    }
}
