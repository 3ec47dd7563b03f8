//! Implementations that are not ours, by which our requests and answers are held: programs that answer a line of JSON with a
//! line of JSON. `make setup` installs what they are made of.

use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::sync::Mutex;

use serde_json::Value;

/// A program that answers; it ends when it is dropped.
pub struct Counterpart {
    name: String,
    child: Child,
    pipes: Mutex<(ChildStdin, BufReader<ChildStdout>)>,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

impl Counterpart {
    /// One that is written in Python, by the name of its file in `tests/counterparts/`.
    pub fn python(name: &str) -> Self {
        Self::start(&root().join("target/counterparts/bin/python"), name)
    }

    /// One that is written for Node.
    pub fn node(name: &str) -> Self {
        Self::start(Path::new("node"), name)
    }

    fn start(with: &Path, name: &str) -> Self {
        let mut child = Command::new(with)
            .arg(name)
            .current_dir(root().join("tests/counterparts"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .unwrap_or_else(|error| panic!("{}: {error}; `make setup` installs it", with.display()));
        let pipes = (
            child.stdin.take().unwrap(),
            BufReader::new(child.stdout.take().unwrap()),
        );
        Self {
            name: name.to_owned(),
            child,
            pipes: Mutex::new(pipes),
        }
    }

    /// What it answers; a test that asks what it cannot do fails.
    #[track_caller]
    pub fn ask(&self, question: &Value) -> Value {
        let answer = self.tries(question);
        assert!(answer.get("error").is_none(), "{}: {answer}", self.name);
        answer
    }

    /// What it answers, be it that it cannot: `{"error": …}`.
    pub fn tries(&self, question: &Value) -> Value {
        let mut pipes = self.pipes.lock().unwrap();
        writeln!(pipes.0, "{question}").unwrap();
        let mut line = String::new();
        pipes.1.read_line(&mut line).unwrap();
        serde_json::from_str(&line).unwrap_or_else(|error| panic!("{} answers {line:?}: {error}", self.name))
    }
}

impl Drop for Counterpart {
    fn drop(&mut self) {
        // It may have ended by itself.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}
