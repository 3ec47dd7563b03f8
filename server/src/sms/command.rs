//! A program of the utility's that sends SMS.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use async_trait::async_trait;
use tokio::io::AsyncWriteExt as _;

use super::{Parcel, Sms, Trouble};

/// Gives each message to a program of the utility's: `{"phone","text"}` on its standard input.
pub struct Command(PathBuf);

const PATIENCE: Duration = Duration::from_secs(30);

impl Command {
    /// A program that must be there.
    pub fn new(program: &Path) -> anyhow::Result<Self> {
        ensure!(
            program.is_file(),
            "SMS_COMMAND: there is no program {}",
            program.display()
        );
        Ok(Self(program.to_owned()))
    }

    async fn give(&self, parcel: &Parcel) -> anyhow::Result<()> {
        let mut child = tokio::process::Command::new(&self.0)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("cannot start {}", self.0.display()))?;
        let letter = serde_json::json!({ "phone": parcel.phone, "text": parcel.text }).to_string();
        let mut input = child.stdin.take().context("the program takes no input")?;
        let told = async {
            input.write_all(letter.as_bytes()).await?;
            // Closing says that this was all.
            drop(input);
            child.wait().await
        };
        let status = tokio::time::timeout(PATIENCE, told)
            .await
            .context("the program takes too long")??;
        ensure!(status.success(), "the program ended with {status}");
        Ok(())
    }
}

#[async_trait]
impl Sms for Command {
    async fn send(&self, parcel: &Parcel) -> Result<(), Trouble> {
        self.give(parcel)
            .await
            .map_err(|error| Trouble::Passes(format!("{error:#}")))
    }
}
