//! What is kept of whoever is signed in, so that they need not type it again.

use leptos::prelude::*;
use shuiting_parts::api::{Api, Failure};
use shuiting_parts::load::Loader;
use shuiting_parts::session::SignedIn;
use shuiting_shared::api::{Me, OwnIdNumber, ProfileChange, ProfileView};

const PATH: &str = "/api/v1/me/profile";

/// It, fetched by the pages that show it; it stands in the context.
#[derive(Clone, Copy)]
pub(crate) struct Profile {
    api: Api,
    /// Whose phone is signed in.
    owner: Memo<Option<String>>,
    /// How far it has come; nothing is kept of a guest.
    pub(crate) load: Loader<Option<ProfileView>>,
    /// Of whom it is.
    whose: StoredValue<Option<String>>,
}

impl Profile {
    /// Puts it into the context. Needs [`SignedIn::provide`] before it.
    pub(crate) fn provide() -> Self {
        let signed_in = SignedIn::here();
        let owner = Memo::new(move |_| match signed_in.me() {
            Some(Me::Resident { phone, .. }) => Some(phone),
            _ => None,
        });
        let profile = Self {
            api: Api::here(),
            owner,
            load: Loader::default(),
            whose: StoredValue::new(None),
        };
        provide_context(profile);
        profile
    }

    /// It, from the context.
    pub(crate) fn here() -> Self {
        use_context().unwrap_or_else(Self::provide)
    }

    /// Fetches it for as long as the component that asks is there, anew for whoever signs in.
    pub(crate) fn follow(self) {
        Effect::new(move || {
            let owner = self.owner.get();
            let same = self.whose.with_value(|whose| *whose == owner);
            self.whose.set_value(owner.clone());
            match owner {
                None => self.load.put(None),
                Some(_) if same => self.load.renew(self.ask(), |_, fresh| fresh),
                Some(_) => self.fetch(),
            }
        });
    }

    /// Fetches it and shows that it is on its way.
    pub(crate) fn fetch(self) {
        self.load.fetch(self.ask());
    }

    async fn ask(self) -> Result<Option<ProfileView>, Failure> {
        self.api.get(PATH).await.map(Some)
    }

    /// It, where it is here; whoever asks is told when it changes.
    pub(crate) fn get(self) -> Option<ProfileView> {
        self.load.get().flatten()
    }

    /// Changes what may be kept.
    pub(crate) async fn change(self, change: ProfileChange) -> Result<(), Failure> {
        let view = self.api.patch(PATH, &change).await?;
        self.load.put(Some(view));
        Ok(())
    }

    /// Erases it at once.
    pub(crate) async fn erase(self) -> Result<(), Failure> {
        self.api.delete(PATH).await?;
        self.load.renew(self.ask(), |_, fresh| fresh);
        Ok(())
    }

    /// The identity number in full.
    pub(crate) async fn id_number(self) -> Result<String, Failure> {
        let own: OwnIdNumber = self.api.post(&format!("{PATH}/id-number"), &()).await?;
        Ok(own.id_number)
    }
}
