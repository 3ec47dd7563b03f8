//! How the letters of a file are written.

use std::io::{self, Read};

use clap::ValueEnum;
use encoding_rs::{GB18030, UTF_8};
use encoding_rs_io::{DecodeReaderBytes, DecodeReaderBytesBuilder};

/// How the letters of a file are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Encoding {
    /// UTF-8, with or without a mark at its beginning
    #[value(name = "utf-8")]
    Utf8,
    /// GB18030, which holds GBK and GB2312
    #[value(name = "gb18030")]
    Gb18030,
}

/// What is looked at together.
const CHUNK: usize = 64 * 1024;

impl Encoding {
    /// UTF-8 where all of the file is: text in GB18030 hardly ever happens to be.
    pub(crate) fn found_in(mut file: impl Read) -> io::Result<Self> {
        let mut chunk = vec![0; CHUNK];
        // Bytes of a letter that the last chunk ended within.
        let mut begun = 0;
        loop {
            let Some(free) = chunk.get_mut(begun..) else {
                return Ok(Self::Gb18030);
            };
            let read = file.read(free)?;
            if read == 0 {
                return Ok(if begun == 0 { Self::Utf8 } else { Self::Gb18030 });
            }
            let filled = begun + read;
            match std::str::from_utf8(chunk.get(..filled).unwrap_or_default()) {
                Ok(_) => begun = 0,
                Err(error) if error.error_len().is_some() => return Ok(Self::Gb18030),
                Err(error) => {
                    let whole = error.valid_up_to();
                    chunk.copy_within(whole..filled, 0);
                    begun = filled - whole;
                }
            }
        }
    }

    /// A text as a file. What GB18030 has no letter for, it writes by its number.
    pub(crate) fn writes(self, text: &str) -> Vec<u8> {
        match self {
            Self::Utf8 => text.as_bytes().to_vec(),
            Self::Gb18030 => GB18030.encode(text).0.into_owned(),
        }
    }

    /// The file as UTF-8, without a mark. What is no letter comes as U+FFFD.
    pub(crate) fn reads<R: Read>(self, file: R) -> DecodeReaderBytes<R, Vec<u8>> {
        let encoding = match self {
            Self::Utf8 => UTF_8,
            Self::Gb18030 => GB18030,
        };
        DecodeReaderBytesBuilder::new()
            .encoding(Some(encoding))
            .strip_bom(true)
            .build(file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Gives a byte at a time.
    struct Slow<'a>(&'a [u8]);

    impl Read for Slow<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let most = into.len().min(1);
            self.0.read(&mut into[..most])
        }
    }

    fn read(bytes: &[u8]) -> (Encoding, String) {
        let found = Encoding::found_in(Slow(bytes)).unwrap();
        let mut text = String::new();
        found.reads(bytes).read_to_string(&mut text).unwrap();
        (found, text)
    }

    #[test]
    fn both_are_found_and_read() {
        let text = "户号,户名\n0769123456,张三丰\n";
        let gb = Encoding::Gb18030.writes(text);
        assert_eq!(read(&gb), (Encoding::Gb18030, text.into()));
        assert_eq!(read(text.as_bytes()), (Encoding::Utf8, text.into()));
        let marked = ["\u{feff}".as_bytes(), text.as_bytes()].concat();
        assert_eq!(read(&marked), (Encoding::Utf8, text.into()));
        assert_eq!(read(b"number"), (Encoding::Utf8, "number".into()));
    }

    #[test]
    fn a_letter_that_is_cut_off_is_none() {
        let cut = &"户".as_bytes()[..2];
        assert_eq!(Encoding::found_in(cut).unwrap(), Encoding::Gb18030);
        let long = [&b"a".repeat(CHUNK - 1)[..], "户".as_bytes()].concat();
        assert_eq!(Encoding::found_in(&long[..]).unwrap(), Encoding::Utf8);
    }

    #[test]
    fn what_is_no_letter_can_be_seen() {
        let mut text = String::new();
        Encoding::Utf8
            .reads(&b"\xbb\xa7"[..])
            .read_to_string(&mut text)
            .unwrap();
        assert!(text.contains('\u{fffd}'));
    }
}
