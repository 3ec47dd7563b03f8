//! The two languages of the house.

use serde::{Deserialize, Serialize};

/// A language on screen and in messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub enum Lang {
    /// Simplified Chinese.
    #[default]
    #[serde(rename = "zh")]
    Zh,
    /// English.
    #[serde(rename = "en")]
    En,
}

impl Lang {
    /// The tag for `lang=` and `Content-Language`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-CN",
            Self::En => "en",
        }
    }

    /// The code as stored: `zh` or `en`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Zh => "zh",
            Self::En => "en",
        }
    }

    /// The language stored under this code; Chinese where it is none.
    pub fn from_code(code: &str) -> Self {
        if code == Self::En.code() { Self::En } else { Self::Zh }
    }

    /// The first of our two languages that an `Accept-Language` header names; Chinese where it names neither.
    /// Weights are not read: browsers list languages in the order the person wants them.
    pub fn from_header(header: &str) -> Self {
        for tag in header.split(',') {
            let tag = tag.trim().to_ascii_lowercase();
            if tag.starts_with("zh") {
                return Self::Zh;
            }
            if tag.starts_with("en") {
                return Self::En;
            }
        }
        Self::Zh
    }
}

/// A text in both languages, known when the program is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Bi {
    /// Simplified Chinese.
    pub zh: &'static str,
    /// English.
    pub en: &'static str,
}

impl Bi {
    /// The text in `lang`.
    pub const fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// Writes a [`Bi`].
pub const fn bi(zh: &'static str, en: &'static str) -> Bi {
    Bi { zh, en }
}

/// A text in both languages that comes from the house's data.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
pub struct Text {
    /// Simplified Chinese.
    pub zh: String,
    /// English.
    pub en: String,
}

impl Text {
    /// The text in `lang`.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

/// An enum each of whose values has a stable code (JSON, database) and a name in both languages.
///
/// Gives `ALL`, `CHOICES`, `code`, `label`, `from_code`, serde by code and, for the server, a schema.
macro_rules! choices {
    ($(#[$meta:meta])* pub enum $name:ident { $($(#[$vmeta:meta])* $variant:ident $code:tt = $zh:literal / $en:literal;)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
        #[cfg_attr(feature = "server", derive(utoipa::ToSchema))]
        pub enum $name {
            $(
                $(#[$vmeta])*
                #[doc = concat!($zh, " · ", $en)]
                #[serde(rename = $code)]
                // The description does not read what serde is told by a macro.
                #[cfg_attr(feature = "server", schema(rename = $code))]
                $variant,
            )+
        }

        impl $name {
            /// Every value, in the order people are shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Every value as a choice on a form.
            pub const CHOICES: &'static [$crate::form::Choice] = &[$($crate::form::Choice {
                code: $code,
                label: $crate::words::bi($zh, $en),
            }),+];

            /// The stable code.
            pub const fn code(self) -> &'static str {
                match self { $(Self::$variant => $code),+ }
            }

            /// The name in both languages.
            pub const fn label(self) -> $crate::words::Bi {
                match self { $(Self::$variant => $crate::words::bi($zh, $en)),+ }
            }

            /// The value whose code this is.
            pub fn from_code(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$variant),)+ _ => None }
            }
        }
    };
}
pub(crate) use choices;

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn the_header_names_the_language() {
        for (header, lang) in [
            ("zh-CN,zh;q=0.9,en;q=0.8", Lang::Zh),
            ("en-GB,en;q=0.9", Lang::En),
            ("fr-FR, en;q=0.5", Lang::En),
            ("", Lang::Zh),
            ("xx", Lang::Zh),
        ] {
            assert_eq!(Lang::from_header(header), lang, "{header}");
        }
    }
}
