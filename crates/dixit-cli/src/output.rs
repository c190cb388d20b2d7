//! Formats, file names, and words for what failed.

use std::io;
use std::path::Path;

use clap::ValueEnum;
use dixit::Document;
use dixit::format::{self, Style};

use crate::args::Format;

impl Format {
    /// What the files of `--out-dir` end in.
    pub fn extension(self) -> &'static str {
        match self {
            Format::Text => "claims.txt",
            Format::Json => "json",
            Format::Jsonl => "jsonl",
            Format::Csv => "csv",
            Format::Html => "html",
            Format::Brat => "ann",
            Format::Webannotation => "jsonld",
        }
    }

    /// Whether several articles can follow one another on standard output.
    pub fn is_stream(self) -> bool {
        matches!(self, Format::Text | Format::Jsonl | Format::Csv)
    }

    /// The name on the command line.
    pub fn name(self) -> String {
        self.to_possible_value()
            .map_or_else(String::new, |value| value.get_name().to_owned())
    }

    /// One article, with a line end. `alone`: nothing stands before or after it.
    pub fn render(
        self,
        doc: &Document<'_>,
        name: Option<&str>,
        alone: bool,
        style: Style,
    ) -> io::Result<Vec<u8>> {
        let text = match self {
            Format::Json | Format::Jsonl => {
                let mut out = Vec::new();
                format::write_json(doc, name, &mut out)?;
                out.push(b'\n');
                return Ok(out);
            }
            Format::Text if alone => format::reading(doc, style),
            Format::Text => format!(
                "── {} ──\n{}\n",
                name.unwrap_or("-"),
                format::reading(doc, style)
            ),
            Format::Csv if alone => format::csv(doc, name),
            // The header was written before the first article.
            Format::Csv => format::csv_rows(doc, name),
            Format::Html => format::html(doc, name),
            Format::Brat => format::brat(doc),
            Format::Webannotation => format::web_annotation(doc, name.unwrap_or("stdin")) + "\n",
        };
        Ok(text.into_bytes())
    }
}

/// What happened, in a few words and without the number that the system gives it.
pub fn reason(e: &io::Error) -> String {
    match e.kind() {
        io::ErrorKind::NotFound => "no such file or directory".to_owned(),
        io::ErrorKind::PermissionDenied => "permission denied".to_owned(),
        io::ErrorKind::IsADirectory => "is a directory".to_owned(),
        io::ErrorKind::NotADirectory => "a part of the path is not a directory".to_owned(),
        io::ErrorKind::AlreadyExists => "exists, and is not a directory".to_owned(),
        io::ErrorKind::StorageFull => "no space left".to_owned(),
        _ => {
            let text = e.to_string();
            text.split(" (os error")
                .next()
                .unwrap_or_default()
                .to_lowercase()
        }
    }
}

/// Why a file could not be read: some systems call it "permission denied" when it is a directory.
pub fn read_reason(path: &Path, e: &io::Error) -> String {
    if path.is_dir() {
        "is a directory".to_owned()
    } else {
        reason(e)
    }
}
