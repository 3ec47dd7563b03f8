//! Says what a first visit costs.

use std::fmt;

use crate::site::File;

/// The files that a browser fetches when it comes for the first time.
pub(crate) struct Visit {
    program: &'static str,
    files: Vec<(&'static str, File)>,
}

impl Visit {
    /// A visit to a program, with nothing fetched yet.
    pub(crate) fn new(program: &'static str) -> Self {
        Self {
            program,
            files: Vec::new(),
        }
    }

    /// Adds a file under a short word for what it is.
    pub(crate) fn add(&mut self, kind: &'static str, file: File) {
        self.files.push((kind, file));
    }
}

impl fmt::Display for Visit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (_, file) in &self.files {
            writeln!(
                f,
                "  {:<36} {:>10} {:>9} brotli",
                file.path,
                grouped(file.plain),
                grouped(file.brotli)
            )?;
        }
        let total = self.files.iter().map(|(_, file)| file.brotli).sum();
        let parts = self
            .files
            .iter()
            .map(|(kind, file)| format!("{kind} {}", grouped(file.brotli)));
        let parts = parts.collect::<Vec<_>>().join(", ");
        writeln!(
            f,
            "{} first visit: {} bytes brotli ({parts})",
            self.program,
            grouped(total)
        )
    }
}

/// A number with a comma every three digits.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_in_threes() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(999), "999");
        assert_eq!(grouped(1_000), "1,000");
        assert_eq!(grouped(1_234_567), "1,234,567");
    }

    #[test]
    fn the_last_line_is_the_sum() {
        let mut visit = Visit::new("hall");
        visit.add(
            "html",
            File {
                path: "/hall.html".to_owned(),
                plain: 3_000,
                brotli: 900,
            },
        );
        visit.add(
            "js",
            File {
                path: "/assets/hall-1.js".to_owned(),
                plain: 20_000,
                brotli: 4_200,
            },
        );

        let report = visit.to_string();

        assert_eq!(
            report.lines().last(),
            Some("hall first visit: 5,100 bytes brotli (html 900, js 4,200)")
        );
    }
}
