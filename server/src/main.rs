//! The binary `shuiting`; all it does stands in the library, where tests reach it.

use std::process::ExitCode;

fn main() -> ExitCode {
    shuiting_server::cli::main()
}
