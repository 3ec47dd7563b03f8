//! Who carries the messages of a test.

use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use async_trait::async_trait;
use shuiting_server::sms::{Parcel, Sms, Trouble};

/// A message that has arrived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// To whom.
    pub phone: String,
    /// What it says.
    pub text: String,
}

/// Keeps what it carries, and fails where a test wants it to.
#[derive(Default)]
pub struct Messenger {
    carried: Mutex<Vec<Carried>>,
    tries: AtomicUsize,
    broken: AtomicBool,
}

impl Messenger {
    /// Carries nothing any more, until it is mended.
    pub fn breaks(&self) {
        self.broken.store(true, Ordering::SeqCst);
    }

    /// Carries again.
    pub fn mends(&self) {
        self.broken.store(false, Ordering::SeqCst);
    }

    /// How often it was asked to carry something.
    pub fn tries(&self) -> usize {
        self.tries.load(Ordering::SeqCst)
    }

    /// All that has arrived, in order.
    pub fn carried(&self) -> Vec<Carried> {
        self.carried.lock().unwrap().clone()
    }
}

#[async_trait]
impl Sms for Messenger {
    async fn send(&self, parcel: &Parcel) -> Result<(), Trouble> {
        let broken = self.broken.load(Ordering::SeqCst);
        if !broken {
            self.carried.lock().unwrap().push(Carried {
                phone: parcel.phone.clone(),
                text: parcel.text.clone(),
            });
        }
        self.tries.fetch_add(1, Ordering::SeqCst);
        if broken {
            return Err(Trouble::Passes("the line is dead".to_owned()));
        }
        Ok(())
    }
}
