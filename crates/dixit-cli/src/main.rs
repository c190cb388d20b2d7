//! The `dixit` command: who said what in French press articles.

mod args;
mod claims;
mod eval;
mod ordered;
mod output;
mod rules;

use std::io::{self, Write};
use std::process::ExitCode;

use clap::Parser;

use args::{Args, Command};

fn main() -> ExitCode {
    let args = Args::parse();
    let done = match &args.command {
        Command::Claims(args) => claims::run(args),
        Command::Eval(args) => eval::run(args),
        Command::Rules(args) => rules::run(args),
        Command::Schema => print(dixit::format::JSON_SCHEMA).map(|()| ExitCode::SUCCESS),
    };
    match done {
        Ok(code) => code,
        // The reader has had enough (`dixit … | head`): nothing is wrong.
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(e) => {
            complain("standard output", &output::reason(&e));
            ExitCode::FAILURE
        }
    }
}

/// One line on standard error that names what failed.
fn complain(what: &str, why: &str) {
    // Where standard error is closed there is nobody to tell.
    let _ = writeln!(io::stderr(), "dixit: {what}: {why}");
}

/// Writes to standard output, with an error where `print!` would panic.
fn print(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}
