//! Who carries messages.

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context as _, ensure};
use async_trait::async_trait;
use tokio::io::AsyncWriteExt as _;

use super::store;
use crate::app::App;
use crate::db::Conn;
use crate::problem::Failure;

/// Carries an SMS.
#[async_trait]
pub trait Sms: Send + Sync {
    /// Returns once the carrier has taken it over; an error means that it will be tried again.
    async fn send(&self, phone: &str, text: &str) -> anyhow::Result<()>;
}

/// Shows messages in the demo's inbox instead.
pub struct DemoInbox(App);

impl DemoInbox {
    /// The inbox of an application.
    pub fn new(app: App) -> Self {
        Self(app)
    }
}

#[async_trait]
impl Sms for DemoInbox {
    async fn send(&self, phone: &str, text: &str) -> anyhow::Result<()> {
        let (phone, text, now) = (phone.to_owned(), text.to_owned(), self.0.clock.now());
        let show = move |conn: &mut Conn| store::show(conn, phone, text, now).map_err(Failure::from);
        Ok(self.0.db.write(show).await?)
    }
}

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
}

#[async_trait]
impl Sms for Command {
    async fn send(&self, phone: &str, text: &str) -> anyhow::Result<()> {
        let mut child = tokio::process::Command::new(&self.0)
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .with_context(|| format!("cannot start {}", self.0.display()))?;
        let letter = serde_json::json!({ "phone": phone, "text": text }).to_string();
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
