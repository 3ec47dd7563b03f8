//! Answer templates: listed, written, changed.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::template::Template;

wire! {
    /// A template as it is now.
    pub struct TemplateView {
        /// The id.
        pub id: String,
        /// Grows with each change.
        pub version: i32,
        /// Whether it is offered no more.
        pub removed: bool,
        /// The template.
        pub template: Template,
    }

    /// Changes a template, removes it or brings it back.
    pub struct TemplateChange {
        /// The version that was seen; a change to an older one is refused.
        pub version: i32,
        /// Whether it is offered no more.
        #[serde(default)]
        pub removed: bool,
        /// The template as it is to be.
        pub template: Template,
    }

    /// A template as it was at a time.
    pub struct TemplateVersion {
        /// Which one, from 1.
        pub version: i32,
        /// Since when.
        pub at: DateTime<Utc>,
        /// Who wrote it, by the name people call them.
        pub by: String,
        /// Whether that took it away.
        pub removed: bool,
        /// The template.
        pub template: Template,
    }
}
