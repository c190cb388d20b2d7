//! `dixit claims`: articles in, claims out.

use std::cell::RefCell;
use std::collections::HashMap;
use std::fs;
use std::io::{self, BufWriter, IsTerminal, Read, Write};
use std::num::NonZeroUsize;
use std::panic::{self, AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::thread;
use std::time::{Duration, Instant};

use clap::CommandFactory;
use clap::error::ErrorKind;
use dixit::Analyzer;
use dixit::format::{CSV_HEADER, Style};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use crate::args::{Args, Claims, Colour, Format};
use crate::output::{read_reason, reason};
use crate::{complain, ordered};

/// One article to read.
struct Input {
    /// The file; `None` is standard input.
    path: Option<PathBuf>,
    /// The file name without its extension.
    name: Option<String>,
    /// Where the result goes; `None` is standard output.
    out: Option<PathBuf>,
}

impl Input {
    fn new(file: &Path, format: Format, out_dir: Option<&Path>) -> Input {
        if file.as_os_str() == "-" {
            return Input {
                path: None,
                name: None,
                out: None,
            };
        }
        let name = file
            .file_stem()
            .map(|stem| stem.to_string_lossy().into_owned());
        let out = out_dir.zip(file.file_stem()).map(|(dir, stem)| {
            // Not `with_extension`, which would take `.5` from the stem of « page.5.txt ».
            let mut file = stem.to_os_string();
            file.push(".");
            file.push(format.extension());
            dir.join(file)
        });
        Input {
            path: Some(file.to_owned()),
            name,
            out,
        }
    }

    fn label(&self) -> String {
        self.path.as_ref().map_or_else(
            || "standard input".to_owned(),
            |path| path.display().to_string(),
        )
    }
}

/// What became of one article: its bytes for standard output (none when they went into a file), or what failed and why.
type Outcome = Result<Vec<u8>, (String, String)>;

pub fn run(args: &Claims) -> io::Result<ExitCode> {
    let inputs: Vec<Input> = args
        .files
        .iter()
        .map(|file| Input::new(file, args.format, args.out_dir.as_deref()))
        .collect();
    if let Err(message) = check(args, &inputs) {
        // As clap says it of its own checks: with the usage line, and exit status 2.
        let mut command = Args::command();
        command.build();
        let claims = command
            .find_subcommand_mut("claims")
            .expect("it is the one that runs");
        claims.error(ErrorKind::ArgumentConflict, message).exit();
    }
    if let Some(dir) = &args.out_dir {
        if let Err(e) = prepare(dir) {
            complain(
                &dir.display().to_string(),
                &format!("cannot write there: {}", reason(&e)),
            );
            return Ok(ExitCode::FAILURE);
        }
    }
    let analyzer = match args.min_confidence {
        None => Analyzer::new(),
        Some(least) => match Analyzer::builder().min_confidence(least).build() {
            Ok(analyzer) => analyzer,
            Err(e) => {
                complain("analyzer", &e.to_string());
                return Ok(ExitCode::FAILURE);
            }
        },
    };
    let job = Job {
        analyzer,
        format: args.format,
        lossy: args.lossy,
        alone: inputs.len() == 1 || args.out_dir.is_some(),
        style: style(args),
    };
    let jobs = args
        .jobs
        .or_else(|| thread::available_parallelism().ok())
        .unwrap_or(NonZeroUsize::MIN);
    let bar = Bar::new(inputs.len(), args.out_dir.is_some());

    keep_panics_short();
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    if args.format == Format::Csv && !job.alone {
        out.write_all(CSV_HEADER.as_bytes())?;
    }
    let mut failed = false;
    ordered::for_each(
        &inputs,
        jobs,
        |input| job.run(input),
        |outcome| {
            match outcome {
                Ok(bytes) => out.write_all(&bytes)?,
                Err((what, why)) => {
                    failed = true;
                    bar.suspend(|| complain(&what, &why));
                }
            }
            bar.step();
            Ok::<(), io::Error>(())
        },
    )?;
    out.flush()?;
    bar.finish();
    Ok(if failed {
        ExitCode::FAILURE
    } else {
        ExitCode::SUCCESS
    })
}

/// What is wrong with the command line, before any work.
fn check(args: &Claims, inputs: &[Input]) -> Result<(), String> {
    let name = args.format.name();
    if args.out_dir.is_none() && inputs.len() > 1 && !args.format.is_stream() {
        return Err(format!(
            "--format {name} writes one article to standard output: several need --out-dir"
        ));
    }
    if args.out_dir.is_some() && args.format == Format::Jsonl {
        return Err("--format jsonl writes all articles to standard output: with --out-dir use --format json".to_owned());
    }
    if inputs.iter().filter(|i| i.path.is_none()).count() > 1 {
        return Err("standard input (-) can be read once".to_owned());
    }
    if args.out_dir.is_none() {
        return Ok(());
    }
    let mut seen: HashMap<&Path, &Input> = HashMap::new();
    for input in inputs {
        let (Some(path), Some(out)) = (&input.path, &input.out) else {
            return Err(format!(
                "{} has no name for a file in --out-dir",
                input.label()
            ));
        };
        if let Some(before) = seen.insert(out, input) {
            return Err(format!(
                "{} and {} would both be written to {}",
                before.label(),
                input.label(),
                out.display()
            ));
        }
        if is_same_file(path, out) {
            return Err(format!(
                "{} would be overwritten by its own claims",
                input.label()
            ));
        }
    }
    Ok(())
}

fn is_same_file(input: &Path, out: &Path) -> bool {
    // Most inputs have another extension and need no look at the disk.
    input.file_name() == out.file_name()
        && fs::canonicalize(input).is_ok_and(|a| fs::canonicalize(out).is_ok_and(|b| a == b))
}

/// Makes the directory, and makes sure that it takes files: better one error now than one for each article.
fn prepare(dir: &Path) -> io::Result<()> {
    fs::create_dir_all(dir)?;
    let probe = dir.join(format!(".dixit-{}", std::process::id()));
    fs::File::create(&probe)?;
    fs::remove_file(probe)
}

fn style(args: &Claims) -> Style {
    let colour = match args.colour {
        // Colour codes in files are of use to nobody.
        _ if args.out_dir.is_some() => false,
        Colour::Always => true,
        Colour::Never => false,
        // Terminal, NO_COLOR, CLICOLOR, TERM=dumb.
        Colour::Auto => anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never,
    };
    Style::new().colour(colour)
}

thread_local! {
    /// Where the last panic of this thread came from.
    static PANICKED_AT: RefCell<String> = const { RefCell::new(String::new()) };
}

/// A panic over an article becomes one line like every other error. Whoever asks for a backtrace gets it too.
fn keep_panics_short() {
    let usual = panic::take_hook();
    let loud = std::env::var_os("RUST_BACKTRACE").is_some_and(|value| value != "0");
    panic::set_hook(Box::new(move |info| {
        PANICKED_AT.set(
            info.location()
                .map_or_else(String::new, ToString::to_string),
        );
        if loud {
            usual(info);
        }
    }));
}

/// All that is the same for every article.
struct Job {
    analyzer: Analyzer,
    format: Format,
    lossy: bool,
    alone: bool,
    style: Style,
}

impl Job {
    fn run(&self, input: &Input) -> Outcome {
        let fail = |why: String| (input.label(), why);
        let bytes = match &input.path {
            Some(path) => fs::read(path).map_err(|e| fail(read_reason(path, &e)))?,
            None => {
                let mut bytes = Vec::new();
                io::stdin()
                    .lock()
                    .read_to_end(&mut bytes)
                    .map_err(|e| fail(reason(&e)))?;
                bytes
            }
        };
        let text = match String::from_utf8(bytes) {
            Ok(text) => text,
            Err(e) if self.lossy => String::from_utf8_lossy(e.as_bytes()).into_owned(),
            Err(e) => {
                let at = e.utf8_error().valid_up_to();
                return Err(fail(format!(
                    "not UTF-8: first bad byte at offset {at} (--lossy reads on)"
                )));
            }
        };
        // The library promises not to panic; if it does all the same, the other articles should not pay for it.
        let rendered = catch_unwind(AssertUnwindSafe(|| {
            let doc = self.analyzer.analyze(&text);
            self.format
                .render(&doc, input.name.as_deref(), self.alone, self.style)
        }));
        let rendered = match rendered {
            Ok(rendered) => rendered.map_err(|e| fail(reason(&e)))?,
            Err(_) => {
                return Err(fail(
                    "internal error, please report it with this article".to_owned(),
                ));
            }
        };
        match &input.out {
            None => Ok(rendered),
            Some(out) => match fs::write(out, rendered) {
                Ok(()) => Ok(Vec::new()),
                Err(e) => Err((out.display().to_string(), reason(&e))),
            },
        }
    }
}

/// A progress bar on standard error, for long runs on a terminal.
struct Bar {
    bar: ProgressBar,
    begun: Instant,
    shown: std::cell::Cell<bool>,
    wanted: bool,
}

/// A run that is over by then shows no bar.
const BAR_AFTER: Duration = Duration::from_millis(700);

impl Bar {
    fn new(articles: usize, into_files: bool) -> Bar {
        // A bar and the results on one terminal would write over each other.
        let wanted = articles > 1
            && io::stderr().is_terminal()
            && (into_files || !io::stdout().is_terminal());
        let bar =
            ProgressBar::with_draw_target(Some(articles as u64), ProgressDrawTarget::hidden());
        let template = "{bar:30} {pos}/{len} articles, {per_sec}, {eta} left";
        bar.set_style(
            ProgressStyle::with_template(template).unwrap_or_else(|_| ProgressStyle::default_bar()),
        );
        Bar {
            bar,
            begun: Instant::now(),
            shown: false.into(),
            wanted,
        }
    }

    fn step(&self) {
        if !self.wanted {
            return;
        }
        self.bar.inc(1);
        if !self.shown.get() && self.begun.elapsed() > BAR_AFTER {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
            self.shown.set(true);
        }
    }

    fn suspend(&self, print: impl FnOnce()) {
        self.bar.suspend(print);
    }

    fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
