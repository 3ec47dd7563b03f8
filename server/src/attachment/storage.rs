//! Where files lie.

use std::fs;
use std::io::{self, Write as _};
use std::path::PathBuf;

/// Keeps files by the hash of their content. Calls block.
pub trait Storage: Send + Sync {
    /// Writes a file; one that is there already is left as it is, since the name says what is in it.
    fn put(&self, name: &str, bytes: &[u8]) -> io::Result<()>;
    /// Reads a file.
    fn get(&self, name: &str) -> io::Result<Vec<u8>>;
    /// Removes a file; one that is not there is no error.
    fn remove(&self, name: &str) -> io::Result<()>;
}

/// A folder on this machine, or one that several servers share.
pub struct Folder(PathBuf);

impl Folder {
    /// A folder, made where it is missing.
    pub fn new(folder: PathBuf) -> anyhow::Result<Self> {
        use anyhow::Context as _;
        fs::create_dir_all(&folder).with_context(|| format!("SHUITING_DATA: cannot make {}", folder.display()))?;
        Ok(Self(folder))
    }

    /// Two letters a folder, so that none holds more than some thousand files.
    fn path(&self, name: &str) -> io::Result<PathBuf> {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        match name.get(..2) {
            Some(start) if name.chars().all(plain) => Ok(self.0.join(start).join(name)),
            _ => Err(io::ErrorKind::InvalidInput.into()),
        }
    }
}

impl Storage for Folder {
    fn put(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let path = self.path(name)?;
        if path.exists() {
            return Ok(());
        }
        let folder = path.parent().ok_or(io::ErrorKind::InvalidInput)?;
        fs::create_dir_all(folder)?;
        // Written aside, flushed, then put in its place: whoever reads sees all of it or nothing.
        let aside = folder.join(format!("{name}.{}", crate::keys::token()));
        let mut file = fs::File::create(&aside)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        fs::rename(&aside, &path)?;
        fs::File::open(folder)?.sync_all()
    }

    fn get(&self, name: &str) -> io::Result<Vec<u8>> {
        fs::read(self.path(name)?)
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        match fs::remove_file(self.path(name)?) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_leads_nowhere_else() {
        let folder = Folder(PathBuf::from("/nowhere"));
        for name in ["", "a", "../../etc/passwd", "ab/../../x", "ab\0"] {
            assert!(folder.path(name).is_err(), "{name}");
        }
        assert_eq!(
            folder.path("abc-small").unwrap(),
            PathBuf::from("/nowhere/ab/abc-small")
        );
    }
}
