//! The one typeface of all papers: Noto Sans CJK SC, inside the binary. It knows every character of GB 18030 and of the
//! list of characters for names (通用规范汉字表); only the glyphs that a paper uses go into its file.
//!
//! Our two scripts are written from left to right, a glyph a character, so a glyph is looked up and no more.

use std::borrow::Cow;
use std::sync::LazyLock;

use anyhow::Context as _;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::raw::FileRef;
use skrifa::string::StringId;
use skrifa::{FontRef, MetadataProvider as _};

static FILE: &[u8] = include_bytes!(env!("PRINT_FONT"));

/// The face of the collection that draws characters as mainland China does.
const FAMILY: &str = "Noto Sans CJK SC";

/// What printers set where they lack a sort, followed by the character's number: a name is never shortened in silence.
const LACKING: char = '〓';

/// A typeface that is ready to measure and to draw.
pub(super) struct Face {
    /// As the PDF takes it.
    pub(super) font: Font,
    letters: Charmap<'static>,
    widths: GlyphMetrics<'static>,
    em: f32,
}

/// The typeface, read when the first paper is printed.
pub(super) fn face() -> anyhow::Result<&'static Face> {
    static FACE: LazyLock<Option<Face>> = LazyLock::new(Face::read);
    FACE.as_ref().context("the typeface that is built in cannot be read")
}

impl Face {
    fn read() -> Option<Self> {
        let fonts = || FileRef::new(FILE).ok().map(|file| file.fonts().flatten());
        // Whoever builds with a typeface of their own has one face, whatever its name.
        let (index, letters) = fonts()?
            .enumerate()
            .find(|(_, font)| named(font))
            .or_else(|| fonts()?.enumerate().next())?;
        Some(Self {
            font: Font::new(FILE.into(), u32::try_from(index).ok()?)?,
            widths: letters.glyph_metrics(Size::unscaled(), LocationRef::default()),
            em: f32::from(letters.metrics(Size::unscaled(), LocationRef::default()).units_per_em),
            letters: letters.charmap(),
        })
    }

    /// A text of which every character can be drawn. What cannot be seen is left out.
    pub(super) fn printable<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if text.chars().all(|c| self.draws(c)) {
            return Cow::Borrowed(text);
        }
        let sorts = text.chars().map(|c| match c {
            c if self.draws(c) => c.to_string(),
            c if c.is_whitespace() => " ".to_owned(),
            c if unseen(c) => String::new(),
            c => format!("{LACKING}[U+{:04X}]", u32::from(c)),
        });
        Cow::Owned(sorts.collect())
    }

    /// Whether a character has a glyph, or ends a line.
    fn draws(&self, c: char) -> bool {
        c == '\n' || self.glyph(c).is_some()
    }

    /// How wide a text is at a size, in points.
    pub(super) fn width(&self, text: &str, size: f32) -> f32 {
        let advances = text.chars().filter_map(|c| self.glyph(c)).map(|(_, advance)| advance);
        advances.sum::<f32>() * size
    }

    /// The glyphs of a printable text, each `apart` ems farther from the next than it is drawn.
    pub(super) fn glyphs(&self, text: &str, apart: f32) -> Vec<KrillaGlyph> {
        let glyphs = text.char_indices().filter_map(|(at, c)| {
            let (glyph, advance) = self.glyph(c)?;
            let bytes = at..at + c.len_utf8();
            Some(KrillaGlyph::new(glyph, advance + apart, 0.0, 0.0, 0.0, bytes, None))
        });
        glyphs.collect()
    }

    /// The glyph of a character, and its advance in ems.
    fn glyph(&self, c: char) -> Option<(GlyphId, f32)> {
        let glyph = self.letters.map(c)?;
        let advance = self.widths.advance_width(glyph)?;
        Some((GlyphId::new(glyph.to_u32()), advance / self.em))
    }
}

fn named(font: &FontRef<'_>) -> bool {
    let family = font.localized_strings(StringId::FAMILY_NAME).english_or_first();
    family.is_some_and(|family| family.chars().eq(FAMILY.chars()))
}

/// Characters that only say how their neighbours look, or which way they run.
fn unseen(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
        || matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_draws_as_mainland_china_does_and_has_the_rare_characters_of_names() {
        let font = FileRef::new(FILE).unwrap().fonts().flatten().find(named);
        assert!(font.is_some(), "the collection holds {FAMILY}");
        let face = face().unwrap();
        for name in ["张三丰", "㙍𠮷", "𬱖镕喆", "O’Neill·Müller"] {
            assert_eq!(face.printable(name), name);
        }
    }

    #[test]
    fn a_character_that_it_lacks_is_named_by_its_number() {
        let face = face().unwrap();
        assert_eq!(face.printable("王\u{30000}之"), "王〓[U+30000]之");
        assert_eq!(face.printable("葛\u{e0100}\u{202e}\u{7}城"), "葛城");
        assert_eq!(face.printable("一\u{2003}二\n三"), "一\u{2003}二\n三");
    }

    #[test]
    fn a_text_is_as_wide_as_its_characters() {
        let face = face().unwrap();
        assert!((face.width("东莞水务", 10.0) - 40.0).abs() < 0.01);
        assert!(face.width("iii", 10.0) < face.width("mmm", 10.0));
        assert_eq!(
            face.glyphs("𠮷b", 0.0).last().map(|glyph| glyph.text_range.clone()),
            Some(4..5)
        );
    }
}
