//! The folder of finished files: named by content, compressed, and rid of what an earlier run left.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use sha2::{Digest, Sha256};

/// The folder that the server embeds.
pub(crate) struct Site {
    root: PathBuf,
    brotli_quality: u32,
    written: HashSet<PathBuf>,
}

/// A file of the site, and its weight.
pub(crate) struct File {
    /// Where a browser asks for it: `/assets/hall-<hash>.css`.
    pub(crate) path: String,
    /// Bytes, as it is.
    pub(crate) plain: usize,
    /// Bytes over the wire.
    pub(crate) brotli: usize,
}

impl Site {
    /// The site in `root`, which need not exist yet.
    pub(crate) fn open(root: PathBuf, brotli_quality: u32) -> Result<Self> {
        fs::create_dir_all(root.join("assets")).with_context(|| format!("creating {}", root.display()))?;
        Ok(Self {
            root,
            brotli_quality,
            written: HashSet::new(),
        })
    }

    /// Adds a file that carries its content's hash in its name, so that a browser may keep it for good.
    pub(crate) fn asset(&mut self, name: &str, extension: &str, contents: &[u8]) -> Result<File> {
        self.add(format!("/assets/{name}-{}.{extension}", hash(contents)), contents)
    }

    /// Adds what keeps its name: a page, which a browser asks for anew each time.
    pub(crate) fn page(&mut self, name: &str, contents: &[u8]) -> Result<File> {
        self.add(format!("/{name}"), contents)
    }

    /// Removes what this run did not write.
    pub(crate) fn finish(self) -> Result<()> {
        for folder in [self.root.clone(), self.root.join("assets")] {
            for entry in fs::read_dir(folder)? {
                let path = entry?.path();
                if path.is_file() && !self.written.contains(&path) {
                    fs::remove_file(path)?;
                }
            }
        }
        Ok(())
    }

    fn add(&mut self, path: String, contents: &[u8]) -> Result<File> {
        let compressed = compress(contents, self.brotli_quality)?;
        self.write(path.trim_start_matches('/'), contents)?;
        self.write(&format!("{}.br", path.trim_start_matches('/')), &compressed)?;
        Ok(File {
            path,
            plain: contents.len(),
            brotli: compressed.len(),
        })
    }

    /// Leaves a file alone that says the same already: cargo would embed it again for its newer date.
    fn write(&mut self, name: &str, contents: &[u8]) -> Result<()> {
        let path = self.root.join(name);
        if !says(&path, contents) {
            fs::write(&path, contents).with_context(|| format!("writing {}", path.display()))?;
        }
        self.written.insert(path);
        Ok(())
    }
}

fn says(path: &Path, contents: &[u8]) -> bool {
    fs::read(path).is_ok_and(|there| there == contents)
}

/// Eight bytes of SHA-256 in hex: enough to tell any two builds apart.
pub(crate) fn hash(contents: &[u8]) -> String {
    Sha256::digest(contents)[..8]
        .iter()
        .fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"))
}

fn compress(mut contents: &[u8], quality: u32) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let parameters = BrotliEncoderParams {
        quality: i32::try_from(quality)?,
        size_hint: contents.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut contents, &mut compressed, &parameters)?;
    Ok(compressed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_follows_the_content() {
        assert_eq!(hash(b"water"), hash(b"water"));
        assert_ne!(hash(b"water"), hash(b"Water"));
        assert_eq!(hash(b"").len(), 16);
    }

    #[test]
    fn compressed_is_smaller_and_the_same() {
        let text = "clear water ".repeat(100);

        let compressed = compress(text.as_bytes(), 11).unwrap();

        let mut back = Vec::new();
        brotli::BrotliDecompress(&mut &*compressed, &mut back).unwrap();
        assert!(compressed.len() < text.len() / 10);
        assert_eq!(back, text.as_bytes());
    }
}
