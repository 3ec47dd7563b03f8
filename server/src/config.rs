//! Settings, by flags and environment. A wrong value stops the start with a sentence that says which and why.

use std::net::IpAddr;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, bail, ensure};
use chrono::{DateTime, Utc};
use clap::{Args, ValueEnum};
use shuiting_shared::house::House;
use shuiting_shared::tariff::Tariffs;

use crate::db::Address;
use crate::keys;
use crate::practice::Ground;
use crate::providers::Providers;

/// What every command needs to know.
#[derive(Args, Clone, Debug)]
pub struct Settings {
    /// Where files, the secret and the default database are kept
    #[arg(long, env = "SHUITING_DATA", default_value = "data", global = true)]
    pub data: PathBuf,
    /// `sqlite://PATH` or `postgres://USER@HOST/NAME`; by default a SQLite file in the data folder
    #[arg(long, env = "DATABASE_URL", global = true)]
    pub database_url: Option<String>,
    /// The secret that signs and seals, at least 32 characters; by default one made at the first start and kept
    /// in the data folder. Servers that share a database must share it
    #[arg(long, env = "SHUITING_SECRET", hide_env_values = true, global = true)]
    pub secret: Option<String>,
    /// The house rules: towns, units, limits, holidays; by default Dongguan's
    #[arg(long, env = "SHUITING_HOUSE", global = true)]
    pub house: Option<PathBuf>,
    /// What water costs: dated tariffs; by default Panyu's and Shenzhen's
    #[arg(long, env = "SHUITING_TARIFFS", global = true)]
    pub tariffs: Option<PathBuf>,
}

/// What serving needs to know besides.
#[derive(Args, Clone, Debug)]
pub struct ServeSettings {
    /// The port; 0 takes a free one
    #[arg(long, env = "PORT", default_value_t = 8080)]
    pub port: u16,
    /// The address to listen on
    #[arg(long, env = "SHUITING_LISTEN", default_value = "127.0.0.1")]
    pub listen: IpAddr,
    /// Show a demo city: messages go to /demo/inbox instead of phones
    #[arg(long, env = "SHUITING_DEMO")]
    pub demo: bool,
    /// Show the demo city as of this moment, as in `2024-11-10T23:45:00+08:00`; its clock runs on from there, and is put on
    /// at /demo/time
    #[arg(long, env = "SHUITING_DEMO_NOW", requires = "demo")]
    pub demo_now: Option<DateTime<Utc>>,
    /// A program that sends one SMS: gets {"phone","text"} as JSON on standard input, exits with 0 once it is sent
    #[arg(long, env = "SMS_COMMAND")]
    pub sms_command: Option<PathBuf>,
    /// Whether browsers reach us by https only, so that cookies are marked Secure
    #[arg(long, env = "SHUITING_HTTPS")]
    pub https: bool,
    /// Where residents reach the hall, as printed in QR codes: `https://water.example.org`; by default the address by
    /// which the desk is reached
    #[arg(long, env = "SHUITING_URL", value_parser = url)]
    pub url: Option<String>,
    /// WeChat, SMS and payments: a file that names them and holds their secrets
    #[arg(long, env = "SHUITING_PROVIDERS")]
    pub providers: Option<PathBuf>,
    /// Whether there is a city for practising, below /practice/, in which nothing is really filed
    #[arg(long, env = "PRACTICE", default_value = "on")]
    pub practice: Switch,
    /// Where its data lie, which are emptied at each start and every night; by default a file that goes with the server.
    /// Each server has one of its own
    #[arg(long, env = "PRACTICE_DATABASE_URL")]
    pub practice_database_url: Option<String>,
}

/// Whether there is something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Switch {
    /// There is.
    On,
    /// There is not.
    Off,
}

impl ServeSettings {
    /// Those under which the demo city is filled.
    pub fn demo() -> Self {
        Self {
            port: 0,
            listen: IpAddr::from([127, 0, 0, 1]),
            demo: true,
            demo_now: None,
            sms_command: None,
            https: false,
            url: None,
            providers: None,
            practice: Switch::Off,
            practice_database_url: None,
        }
    }

    /// Where the city for practising is built, where there is to be one.
    pub fn practice(&self) -> anyhow::Result<Option<Ground>> {
        if self.practice == Switch::Off {
            return Ok(None);
        }
        let address = self.practice_database_url.as_deref().map(Address::parse).transpose();
        let address = address.map_err(|why| anyhow::anyhow!("PRACTICE_DATABASE_URL: {why}"))?;
        Ok(Some(Ground { address }))
    }

    /// Those outside by whom the house speaks and is paid.
    pub fn providers(&self) -> anyhow::Result<Providers> {
        let path = self.providers.as_deref();
        from_file("SHUITING_PROVIDERS", path, Providers::from_toml, Providers::default)
    }
}

/// An address without the slash at its end.
fn url(text: &str) -> Result<String, String> {
    let text = text.trim().trim_end_matches('/');
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    match host {
        Some(host) if !host.is_empty() && !host.contains([' ', '?', '#']) => Ok(text.to_owned()),
        _ => Err("write it as https://HOST".to_owned()),
    }
}

const SECRET: usize = 32;

impl Settings {
    /// Where the database is.
    pub fn address(&self) -> anyhow::Result<Address> {
        if let Some(url) = &self.database_url {
            return Address::parse(url).map_err(|why| anyhow::anyhow!("DATABASE_URL: {why}"));
        }
        self.make_data()?;
        Ok(Address::Sqlite(self.data.join("shuiting.db").display().to_string()))
    }

    /// The house rules.
    pub fn house(&self) -> anyhow::Result<House> {
        from_file(
            "SHUITING_HOUSE",
            self.house.as_deref(),
            House::from_toml,
            House::dongguan,
        )
    }

    /// The tariffs.
    pub fn tariffs(&self) -> anyhow::Result<Tariffs> {
        let path = self.tariffs.as_deref();
        from_file("SHUITING_TARIFFS", path, Tariffs::from_toml, Tariffs::brought_along)
    }

    /// The secret.
    pub fn secret(&self) -> anyhow::Result<Vec<u8>> {
        if let Some(secret) = &self.secret {
            ensure!(
                secret.len() >= SECRET,
                "SHUITING_SECRET: give at least {SECRET} characters; there are {}",
                secret.len()
            );
            return Ok(secret.as_bytes().to_vec());
        }
        if matches!(self.address()?, Address::Postgres(_)) {
            bail!("SHUITING_SECRET: with PostgreSQL give the secret yourself, the same to every server");
        }
        self.make_data()?;
        let path = self.data.join("secret");
        if !path.exists() {
            write_private(&path, &keys::token()).with_context(|| format!("cannot write {}", path.display()))?;
        }
        std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
    }

    /// Where photos are kept.
    pub fn files(&self) -> PathBuf {
        self.data.join("files")
    }

    fn make_data(&self) -> anyhow::Result<()> {
        std::fs::create_dir_all(&self.data)
            .with_context(|| format!("SHUITING_DATA: cannot make the folder {}", self.data.display()))
    }
}

/// What a file holds that a setting names; what the program brings along where it names none.
fn from_file<T>(
    setting: &str,
    path: Option<&Path>,
    read: fn(&str) -> Result<T, String>,
    brought_along: fn() -> T,
) -> anyhow::Result<T> {
    let Some(path) = path else {
        return Ok(brought_along());
    };
    let text = std::fs::read_to_string(path).with_context(|| format!("{setting}: {}", path.display()))?;
    read(&text).map_err(|why| anyhow::anyhow!("{setting}: {}: {why}", path.display()))
}

fn write_private(path: &Path, text: &str) -> std::io::Result<()> {
    use std::io::Write as _;
    use std::os::unix::fs::OpenOptionsExt as _;
    std::fs::OpenOptions::new()
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?
        .write_all(text.as_bytes())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use shuiting_shared::tariff::Tariffs;

    use super::{from_file, url};

    #[test]
    fn the_public_address_is_one() {
        assert_eq!(
            url("https://water.example.org/"),
            Ok("https://water.example.org".into())
        );
        assert_eq!(url("http://10.0.0.5:8080/hall"), Ok("http://10.0.0.5:8080/hall".into()));
        for wrong in [
            "",
            "water.example.org",
            "https://",
            "https:///",
            "ftp://x",
            "https://x?y",
        ] {
            assert!(url(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_file_that_is_no_tariff_stops_the_start_and_says_why() {
        let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
        let read = |file: &str| {
            let path = data.join(file);
            from_file(
                "SHUITING_TARIFFS",
                Some(&path),
                Tariffs::from_toml,
                Tariffs::brought_along,
            )
        };
        assert_eq!(read("tariffs.toml").unwrap(), Tariffs::brought_along());
        for (file, why) in [("dongguan.toml", "unknown field"), ("nothing.toml", "nothing.toml")] {
            let told = read(file).unwrap_err().to_string();
            assert!(told.starts_with("SHUITING_TARIFFS: ") && told.contains(why), "{told}");
        }
    }
}
