//! What may stand on the command line.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};

/// Reads French press articles and says who said what.
#[derive(Debug, Parser)]
#[command(name = "dixit", version, about, max_term_width = 100)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Find the quotations and reported claims of articles, with their speakers and sources
    Claims(Claims),
    /// Print the rules that find claims, with their examples
    Rules(Rules),
    /// Print the JSON Schema of `--format json` and `jsonl`
    Schema,
}

#[derive(Debug, ClapArgs)]
pub struct Claims {
    /// Articles, one a file: plain text in UTF-8. `-` is standard input
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// How to write the claims
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub format: Format,

    /// Write one file per article into DIR, which is created if missing: NAME.json for NAME.txt
    #[arg(long, value_name = "DIR")]
    pub out_dir: Option<PathBuf>,

    /// Leave out claims with a lower confidence, from 0 to 1; 0 keeps every candidate
    #[arg(long, value_name = "X", value_parser = confidence)]
    pub min_confidence: Option<f32>,

    /// Articles to read at once [default: as many as there are cores]
    #[arg(long, short, value_name = "N")]
    pub jobs: Option<NonZeroUsize>,

    /// Read what is not UTF-8 too, with U+FFFD for each bad sequence. Offsets then point into that text, not into the file
    #[arg(long)]
    pub lossy: bool,

    /// Colour in the text view
    #[arg(long, value_enum, default_value_t = Colour::Auto, value_name = "WHEN", alias = "color")]
    pub colour: Colour,
}

#[derive(Debug, ClapArgs)]
pub struct Rules {
    /// Print this rule alone
    pub name: Option<String>,

    /// How to write the rules
    #[arg(long, value_enum, default_value_t = RulesFormat::Text)]
    pub format: RulesFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For reading: quotation, speaker, source
    Text,
    /// One JSON object per article; several articles need --out-dir
    Json,
    /// One JSON object a line, one line an article, in the order of the arguments
    Jsonl,
    /// One row a claim
    Csv,
    /// A page with the claims marked in the article
    Html,
    /// brat standoff annotation (.ann)
    Brat,
    /// W3C Web Annotation (JSON-LD)
    Webannotation,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum RulesFormat {
    /// For reading
    Text,
    /// A list of objects
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Colour {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

fn confidence(text: &str) -> Result<f32, String> {
    match text.parse() {
        Ok(x) if (0.0..=1.0).contains(&x) => Ok(x),
        _ => Err("a number from 0 to 1 is wanted".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_arguments_are_well_formed() {
        use clap::CommandFactory;
        super::Args::command().debug_assert();
    }
}
