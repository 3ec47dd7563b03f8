//! How a resident wants to read, and of what they want to be told.

use crate::words::choices;

choices! {
    /// The size of letters and of what is touched.
    #[derive(Default)]
    pub enum TextSize {
        /// Letters of 17 px.
        #[default]
        Normal "normal" = "标准" / "Normal";
        /// Letters of 20 px.
        Large "large" = "大" / "Large";
        /// Elder mode: letters of 24 px, targets of 60 px.
        Elder "elder" = "长辈版" / "Larger";
        /// Elder mode with letters of 30 px.
        Largest "largest" = "最大" / "Largest";
    }
}

impl TextSize {
    /// Whether it is elder mode.
    pub const fn elder(self) -> bool {
        matches!(self, Self::Elder | Self::Largest)
    }
}

choices! {
    /// What a resident hears by SMS.
    #[derive(Default)]
    pub enum Told {
        /// All that there is to hear of their cases.
        #[default]
        All "all" = "每一步都发" / "Every step";
        /// What they must answer, and what will not be done as they asked.
        Must "must" = "只在要我处理时发" / "Only when I must act";
        /// Nothing but the codes that they ask for.
        Codes "codes" = "都不发,只发验证码" / "Nothing but sign-in codes";
    }
}
