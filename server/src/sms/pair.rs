//! One provider, and the other as fall-back.

use std::sync::Arc;

use anyhow::Context as _;
use async_trait::async_trait;

use super::aliyun::Aliyun;
use super::tencent::Tencent;
use super::{Choice, Parcel, Provider, Settings, Sms, Trouble};
use crate::clock::Clock;
use crate::line::Patience;

/// One provider, and the other as fall-back: for what the first has certainly not sent.
pub(super) struct Pair {
    first: Box<dyn Provider>,
    second: Option<Box<dyn Provider>>,
}

impl Pair {
    pub(super) fn new(settings: &Settings, patience: Patience, clock: &Arc<dyn Clock>) -> anyhow::Result<Self> {
        let one = |choice| -> anyhow::Result<Option<Box<dyn Provider>>> {
            Ok(match choice {
                Choice::Tencent => match &settings.tencent {
                    Some(account) => Some(Box::new(Tencent::new(account, patience, clock)?)),
                    None => None,
                },
                Choice::Aliyun => match &settings.aliyun {
                    Some(account) => Some(Box::new(Aliyun::new(account, patience, clock)?)),
                    None => None,
                },
            })
        };
        let (first, second) = match settings.first {
            Choice::Tencent => (Choice::Tencent, Choice::Aliyun),
            Choice::Aliyun => (Choice::Aliyun, Choice::Tencent),
        };
        Ok(Self {
            first: one(first)?.context("SHUITING_PROVIDERS: sms.first names a provider that is not set")?,
            second: one(second)?,
        })
    }
}

#[async_trait]
impl Sms for Pair {
    async fn send(&self, parcel: &Parcel) -> Result<(), Trouble> {
        let Some(second) = &self.second else {
            return self.first.send(parcel).await;
        };
        // Who may have sent it knows it by its id; the other would send it twice.
        match parcel.by.as_deref() {
            Some(by) if by == second.name() => return second.send(parcel).await,
            Some(by) if by == self.first.name() => return self.first.send(parcel).await,
            _ => {}
        }
        match self.first.send(parcel).await {
            Ok(()) => Ok(()),
            // The phone is as bad for the other.
            Err(trouble @ (Trouble::Unknown { .. } | Trouble::Number(_))) => Err(trouble),
            Err(trouble) => {
                tracing::warn!(message = parcel.id, %trouble, "the other SMS provider is asked");
                let told = second.send(parcel).await;
                // What the first may still do later is not given up for what the second cannot.
                told.map_err(|other| {
                    if other.stays() && !trouble.stays() {
                        trouble
                    } else {
                        other
                    }
                })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use shuiting_shared::message::Kind;
    use shuiting_shared::words::Lang;

    use super::*;

    struct Played(&'static str, fn() -> Result<(), Trouble>, Arc<AtomicUsize>);

    impl Provider for Played {
        fn name(&self) -> &'static str {
            self.0
        }
    }

    #[async_trait]
    impl Sms for Played {
        async fn send(&self, _: &Parcel) -> Result<(), Trouble> {
            self.2.fetch_add(1, Ordering::SeqCst);
            (self.1)()
        }
    }

    fn parcel(by: Option<&str>) -> Parcel {
        Parcel {
            id: "1".into(),
            phone: "13800000001".into(),
            lang: Lang::Zh,
            kind: Kind::Filed,
            blanks: Vec::new(),
            text: String::new(),
            by: by.map(str::to_owned),
        }
    }

    /// How often each of the two was asked, and what came of it.
    async fn asked(
        first: fn() -> Result<(), Trouble>,
        second: fn() -> Result<(), Trouble>,
        by: Option<&str>,
    ) -> ([usize; 2], Result<(), Trouble>) {
        let counts = [Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0))];
        let pair = Pair {
            first: Box::new(Played("tencent", first, counts[0].clone())),
            second: Some(Box::new(Played("aliyun", second, counts[1].clone()))),
        };
        let told = pair.send(&parcel(by)).await;
        (counts.map(|count| count.load(Ordering::SeqCst)), told)
    }

    fn passes() -> Result<(), Trouble> {
        Err(Trouble::Passes("resting".into()))
    }

    fn unknown() -> Result<(), Trouble> {
        Err(Trouble::nonsense("tencent"))
    }

    fn wrong() -> Result<(), Trouble> {
        Err(Trouble::Settings("no template".into()))
    }

    #[tokio::test]
    async fn the_other_is_asked_only_when_the_first_has_certainly_not_sent() {
        assert!(matches!(asked(passes, || Ok(()), None).await, ([1, 1], Ok(()))));
        let (counts, told) = asked(unknown, || Ok(()), None).await;
        assert_eq!((counts, told.unwrap_err().by()), ([1, 0], Some("tencent")));
        assert!(matches!(
            asked(|| Ok(()), || Ok(()), Some("aliyun")).await,
            ([0, 1], Ok(()))
        ));
        assert!(matches!(
            asked(passes, || Ok(()), Some("tencent")).await,
            ([1, 0], Err(Trouble::Passes(_)))
        ));
        // What the first can do later is worth waiting for.
        assert!(matches!(
            asked(passes, wrong, None).await,
            ([1, 1], Err(Trouble::Passes(_)))
        ));
        assert!(matches!(
            asked(wrong, passes, None).await,
            ([1, 1], Err(Trouble::Passes(_)))
        ));
    }
}
