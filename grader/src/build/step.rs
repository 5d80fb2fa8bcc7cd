//! One call of rustc: as cargo shows it, as it is kept, and as it is made again.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde::{Deserialize, Serialize};

use super::process::{self, Line};
use super::{Build, Diagnostic, Rustc};
use crate::error::Error;

/// One call of rustc.
#[derive(Clone, Deserialize, Serialize)]
pub struct Step {
    pub environment: Vec<(String, String)>,
    pub program: PathBuf,
    pub arguments: Vec<String>,
}

impl Step {
    /// A command as `cargo -vv` shows it: variables, program, arguments.
    pub fn parse(command: &str) -> Option<Step> {
        let mut words = shlex::split(command)?.into_iter().peekable();
        let mut environment = Vec::new();
        while let Some((name, value)) = words.peek().and_then(|w| w.split_once('=')) {
            if !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
                break;
            }
            environment.push((name.to_owned(), value.to_owned()));
            words.next();
        }
        let program = PathBuf::from(words.next()?);
        Some(Step { environment, program, arguments: words.collect() })
    }

    pub fn variable(&self, name: &str) -> Option<&str> {
        self.environment.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// The argument after this one.
    pub fn after(&self, flag: &str) -> Option<&str> {
        let at = self.arguments.iter().position(|a| a == flag)?;
        self.arguments.get(at + 1).map(String::as_str)
    }

    /// The files of the libraries that it is linked with.
    pub fn libraries(&self) -> impl Iterator<Item = PathBuf> {
        let externs = self.arguments.windows(2).filter(|pair| pair[0] == "--extern");
        externs.filter_map(|pair| pair[1].split_once('=')).map(|(_, path)| PathBuf::from(path))
    }

    /// The program that it makes.
    pub fn output(&self) -> Option<PathBuf> {
        let suffix = self.arguments.iter().find_map(|a| a.strip_prefix("extra-filename="))?;
        let name = format!("{}{suffix}", self.after("--crate-name")?);
        Some(Path::new(self.after("--out-dir")?).join(name))
    }

    /// The step with each argument changed in the same way.
    pub fn map(&self, change: impl Fn(&str) -> String) -> Step {
        let arguments = self.arguments.iter().map(|argument| change(argument)).collect();
        Step { arguments, ..self.clone() }
    }

    /// Runs rustc, and hands over what it has to say of the code. Whether it succeeded.
    pub fn run(
        &self,
        build: Build<'_>,
        in_library: bool,
        on_diagnostic: &mut dyn FnMut(Diagnostic),
    ) -> Result<bool, Error> {
        self.lines(build, &mut |line| {
            let Line::Err(line) = line else { return };
            let Ok(rustc) = serde_json::from_str::<Rustc>(&line) else { return };
            if let Some(mut diagnostic) = rustc.diagnostic(in_library) {
                if !build.colour {
                    diagnostic.rendered =
                        anstream::adapter::strip_str(&diagnostic.rendered).to_string();
                }
                on_diagnostic(diagnostic);
            }
        })
    }

    /// Runs it, line by line. Whether it succeeded.
    pub fn lines(&self, build: Build<'_>, on_line: &mut dyn FnMut(Line)) -> Result<bool, Error> {
        let mut command = Command::new(&self.program);
        command.current_dir(build.workspace).args(&self.arguments);
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        Ok(process::run(command, build, on_line)?.success())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const COMMAND: &str = "CARGO_PKG_NAME=bpe CARGO_PKG_DESCRIPTION='two words' /bin/rustc --crate-name check --edition=2024 src/lib.rs -C extra-filename=-1a2b --out-dir /t/debug/deps -C incremental=/t/debug/incremental --extern bpe=/t/debug/deps/libbpe-3c.rlib --extern harness=/t/debug/deps/libharness-4d.rlib --check-cfg 'cfg(docsrs,test)'";

    #[test]
    fn a_command_of_cargos_is_understood() {
        let step = Step::parse(COMMAND).expect("it is understood");
        assert_eq!(step.variable("CARGO_PKG_DESCRIPTION"), Some("two words"));
        assert_eq!(step.program, Path::new("/bin/rustc"));
        assert_eq!(step.arguments.last().map(String::as_str), Some("cfg(docsrs,test)"));
        assert_eq!(step.output().as_deref(), Some(Path::new("/t/debug/deps/check-1a2b")));
    }
}
