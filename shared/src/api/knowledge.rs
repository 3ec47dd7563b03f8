//! Knowledge: found and read by everybody, written by staff.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::knowledge::Article;
use crate::service::Service;
use crate::words::Text;

wire! {
    /// Which articles are asked for.
    #[derive(Default)]
    #[serde(default, deny_unknown_fields)]
    pub struct ArticleQuery {
        /// What somebody wants to know, as they type it; at most 80 characters count.
        pub q: String,
        /// Those of a service alone.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub service: Option<Service>,
        /// At most so many, 1 to 20; ten where it is left out.
        #[serde(skip_serializing_if = "Option::is_none")]
        pub most: Option<usize>,
    }

    /// An article as everybody reads it.
    pub struct ArticleRead {
        /// The id; also its address in the hall.
        pub id: String,
        /// What people ask.
        pub question: Text,
        /// What they are told.
        pub answer: Text,
        /// The service that it leads to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub service: Option<Service>,
        /// Whether it leads to what water costs.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub tariff: bool,
    }

    /// Whether an article has helped.
    pub struct Helped {
        /// It has.
        pub helped: bool,
    }

    /// An article as it is now, for those who write it.
    pub struct ArticleView {
        /// The id.
        pub id: String,
        /// Grows with each change.
        pub version: i32,
        /// Whether nobody finds it any more.
        pub removed: bool,
        /// How many said that it has helped.
        pub helped: i64,
        /// How many said that it has not.
        pub not_helped: i64,
        /// The article.
        pub article: Article,
    }

    /// Changes an article, removes it or brings it back.
    pub struct ArticleChange {
        /// The version that was seen; a change to an older one is refused.
        pub version: i32,
        /// Whether nobody finds it any more.
        #[serde(default)]
        pub removed: bool,
        /// The article as it is to be.
        pub article: Article,
    }

    /// An article as it was at a time.
    pub struct ArticleVersion {
        /// Which one, from 1.
        pub version: i32,
        /// Since when.
        pub at: DateTime<Utc>,
        /// Who wrote it, by the name people call them; nobody where it came by a file.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub by: Option<String>,
        /// Whether that took it away.
        pub removed: bool,
        /// The article.
        pub article: Article,
    }
}
