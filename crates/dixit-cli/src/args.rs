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
    /// Print the rules that find claims and the constructions that are known, with examples
    Rules(Rules),
    /// Score what is found in annotated articles
    #[command(after_long_help = EVAL_HELP)]
    Eval(Eval),
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
    /// Print this rule alone, or the construction with this number
    pub name: Option<String>,

    /// How to write the rules
    #[arg(long, value_enum, default_value_t = RulesFormat::Text)]
    pub format: RulesFormat,
}

#[derive(Debug, ClapArgs)]
pub struct Eval {
    /// The annotations: one NAME.json an article
    #[arg(value_name = "GOLD_DIR")]
    pub gold: PathBuf,

    /// The articles: NAME.txt for each NAME.json, plain text in UTF-8
    #[arg(value_name = "TEXT_DIR")]
    pub texts: PathBuf,

    /// Score these alone: a file of names, one a line
    #[arg(long, value_name = "FILE")]
    pub only: Option<PathBuf>,

    /// Leave these out: a file of names, one a line
    #[arg(long, value_name = "FILE")]
    pub skip: Option<PathBuf>,

    /// Score the NAME.json in DIR instead of analysing: dixit's own JSON or another tool's
    #[arg(long, value_name = "DIR")]
    pub pred: Option<PathBuf>,

    /// Show every error with its sentence, by cause: missed, boundaries, speaker, spurious
    #[arg(long)]
    pub errors: bool,

    /// Show how well names and genders are resolved, by the way in which a name was come by
    #[arg(long)]
    pub resolution: bool,

    /// Write one JSON object
    #[arg(long)]
    pub json: bool,
}

/// What the figures of `dixit eval` mean, and what it reads.
const EVAL_HELP: &str = r#"Figures:
  WHO-SAID-WHAT   the content at overlap .8 or more and its speaker, a person
                  under the fullest name that the article gives (where the
                  gold names no entity: the right mention, or none in both)
  iou@.8, iou@.5  the content alone, by its overlap: the letters that both
                  have among those that one has
  exact           the same letters
  rdp@.3, rdp@.8  the metric of Radar de Parité: the letters that both have
                  among those of the gold

Of the contents found at overlap .5: whether the mention of the speaker
overlaps, whether the name is the entity's, whether it is the full name of a
person, whether kind and cue are right. Quote marks, blanks and punctuation
never count. An optional claim is neither missed nor wrong.

Annotations, with half-open offsets in code points:
  {"claims": [{"kind": "direct", "content": [[2, 17]], "cue": [21, 29],
               "speaker": [30, 40], "via": null, "entity": "brun",
               "optional": false}],
   "entities": [{"id": "brun", "name": "Odile Brun", "type": "person",
                 "gender": "f", "aliases": []}],
   "sources": []}

Predictions of other tools ("offsets": "byte" where they count bytes):
  {"claims": [{"kind": "direct", "content": [[2, 17]], "cue": [21, 29],
               "speaker": [30, 40], "resolved_speaker": "Odile Brun"}],
   "sources": []}"#;

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
