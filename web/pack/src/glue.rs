//! Ties a WASM program to the browser, by way of wasm-bindgen.

use std::path::Path;

use anyhow::{Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::program::Mode;

/// A program, and the JavaScript between it and the browser.
pub(crate) struct Glue {
    /// The program.
    pub(crate) wasm: Vec<u8>,
    js: String,
}

impl Glue {
    /// The JavaScript, with a last line that starts the program from `url`.
    ///
    /// The line stands in the file and not in the page, since the page's content security policy refuses inline scripts.
    pub(crate) fn starting(&self, url: &str) -> String {
        format!("{}\n__wbg_init({{ module_or_path: \"{url}\" }});\n", self.js)
    }
}

/// Reads the program at `path` and makes what a browser needs to run it.
pub(crate) fn tie(path: &Path, name: &str, mode: Mode) -> Result<Glue> {
    let release = mode == Mode::Release;
    let mut output = Bindgen::new()
        .input_path(path)
        .out_name(name)
        .web(true)?
        .typescript(false)
        .omit_default_module_path(true)
        .demangle(!release)
        .keep_debug(!release)
        .remove_name_section(release)
        .remove_producers_section(release)
        .generate_output()?;

    // Snippets would be files of their own, unhashed and a request each. What needs JavaScript goes through web-sys.
    let snippets = output.snippets().values().map(Vec::len).sum::<usize>() + output.local_modules().len();
    ensure!(
        snippets == 0,
        "the {name} (or a crate that it uses) brings JavaScript snippets along, which are not packed: \
         use web-sys or js-sys in their place"
    );

    Ok(Glue {
        js: without_indentation(output.js()),
        wasm: output.wasm_mut().emit_wasm(),
    })
}

/// The generated code is indented and commented for a reader that a phone has not got.
fn without_indentation(js: &str) -> String {
    js.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect::<Vec<_>>()
        .join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_starts_itself_from_the_given_place() {
        let glue = Glue {
            wasm: Vec::new(),
            js: "export default __wbg_init;".to_owned(),
        };

        let js = glue.starting("/assets/hall-1234.wasm");

        assert_eq!(
            js,
            "export default __wbg_init;\n__wbg_init({ module_or_path: \"/assets/hall-1234.wasm\" });\n"
        );
    }
}
