//! What is asked of the server when a page is left: whether the water account that it names is ready for the service, and
//! whether a reading is below the last one. Where no answer comes one goes on; the server looks again when it is sent.

use leptos::prelude::*;
use shuiting_parts::api::Api;
use shuiting_shared::api::ReadyView;
use shuiting_shared::form::{AccountNumber, Counts, FieldFlaw, Kind, Page, answer_path, material_path};
use shuiting_shared::problem::FieldProblem;
use shuiting_shared::water::lower_reading;

use super::Filing;
use crate::ready;

/// The question for a reading, and its photo.
const READING: &str = "reading";

/// What keeps one on a page.
pub(super) enum Kept {
    /// Something stands in the way of the filing.
    Barred(ReadyView),
    /// Something on the page is missing.
    Flawed(FieldFlaw),
}

impl Filing {
    /// Whether leaving the page asks anything of the server. What the server has said of it before may hold no more.
    pub(super) fn asks_on_leaving(self, page: &Page) -> bool {
        let account = page.fields.iter().find(|field| field.kind == Kind::Account);
        let reads = page.fields.iter().any(|field| field.key == READING);
        let asks = !self.service().facts().needs.is_empty() && (account.is_some() || reads);
        if asks {
            self.drafts.mark(self.id, |marks| {
                if let Some(field) = account {
                    marks.change(&answer_path(field.key));
                }
                marks.change(&material_path(READING));
            });
        }
        asks
    }

    /// What the server knows that keeps one on the page.
    pub(super) async fn kept_on(self, api: Api, page: &'static Page) -> Option<Kept> {
        let answers = untrack(|| self.answers());
        let number = AccountNumber::read(self.form.account(&answers)?).ok()?;
        let view: ReadyView = api.get(&ready::path(self.service(), number.digits())).await.ok()?;
        if page.fields.iter().any(|field| field.kind == Kind::Account) && ready::bars(&view) {
            return Some(Kept::Barred(view));
        }
        let counts = untrack(|| self.counts(&answers));
        let photos: Counts<'_> = counts.iter().map(|(key, count)| (key.as_str(), *count)).collect();
        let reading = page.fields.iter().find(|field| field.key == READING)?;
        let reading = answers.get(reading.key);
        lower_reading(self.service(), reading, &photos, view.last_reading, true).map(Kept::Flawed)
    }

    /// Says beside a field or material what is wrong with it.
    pub(super) fn tell(self, flaw: &FieldFlaw) {
        let problem = FieldProblem::new(&flaw.field, &flaw.flaw, self.language.get_untracked());
        self.drafts.mark(self.id, |marks| marks.tell(&[problem]));
    }
}
