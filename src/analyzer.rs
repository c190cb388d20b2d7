//! The analyzer: built once, cheap to clone, shared between threads.

use std::borrow::Cow;
use std::sync::Arc;

use crate::attribution::{self, Article, Uses};
use crate::chunks::{self, FixedWords, Source};
use crate::diagnostic::{Diagnostic, DiagnosticKind};
use crate::document::Document;
use crate::error::Error;
use crate::lexicon::{Lexicon, Pos};
use crate::limits::MAX_ARTICLE_BYTES;
use crate::span::Span;
use crate::tags::Tagger;
use crate::tokens::{Token, TokenKind, Tokens};
use crate::{blocks, marks, mentions, resolve, select, sentences};

/// Reads articles. Building one reads the lexicon; cloning it shares it.
///
/// ```
/// let analyzer = dixit::Analyzer::new();
/// let doc = analyzer.analyze("« Le pont tiendra », a assuré Odile Brun, maire de Fréval.");
/// let claim = &doc.claims()[0];
/// assert_eq!(doc.slice(claim.content()[0]), "Le pont tiendra");
/// assert_eq!(doc.speaker(claim).unwrap().name(), "Odile Brun");
/// ```
#[derive(Clone)]
pub struct Analyzer {
    inner: Arc<Inner>,
}

struct Inner {
    lexicon: Lexicon,
    tagger: Tagger,
    fixed: FixedWords,
    min_confidence: f32,
    off: Vec<&'static str>,
}

/// Claims below this confidence are left out by default: the best F1 on annotated articles.
pub(crate) const DEFAULT_MIN_CONFIDENCE: f32 = 0.4;

impl Analyzer {
    /// The analyzer with its own lexicon and every rule.
    #[must_use]
    pub fn new() -> Analyzer {
        Analyzer::with(Lexicon::builtin(), DEFAULT_MIN_CONFIDENCE, Vec::new())
    }

    /// An analyzer to be set up: extra lexicon lines, rules switched off, another threshold.
    #[must_use]
    pub fn builder() -> AnalyzerBuilder {
        AnalyzerBuilder::default()
    }

    fn with(lexicon: Lexicon, min_confidence: f32, off: Vec<&'static str>) -> Analyzer {
        let tagger = Tagger::new(&lexicon);
        let fixed = FixedWords::new(&lexicon);
        Analyzer {
            inner: Arc::new(Inner {
                lexicon,
                tagger,
                fixed,
                min_confidence,
                off,
            }),
        }
    }

    /// Reads one article. Never fails: what is odd becomes a [`Diagnostic`], what is doubtful has a lower confidence.
    #[must_use]
    pub fn analyze<'s>(&self, text: &'s str) -> Document<'s> {
        let inner = &*self.inner;
        let mut diagnostics = Vec::new();
        let read = clip(text, MAX_ARTICLE_BYTES, &mut diagnostics);
        let tokens = Tokens::scan(read, &inner.lexicon);
        let tokens = tokens.as_slice();
        if !reads_as_french(tokens, &inner.lexicon) {
            diagnostics.push(Diagnostic {
                span: Span::new(0, read.len()),
                kind: DiagnosticKind::NotFrench,
            });
        }
        let blocks = blocks::read(read, tokens);
        let marks = marks::pair(read, tokens, &blocks.list);
        let sentences = sentences::split(
            read,
            tokens,
            &blocks.list,
            &marks,
            &inner.lexicon,
            &mut diagnostics,
        );
        let tags = inner.tagger.tag(read, tokens, &inner.lexicon);
        let source = Source {
            text: read,
            tokens,
            tags: &tags,
            marks: &marks,
            lexicon: &inner.lexicon,
            fixed: &inner.fixed,
        };
        let (chunks, ranges) = chunks::read(source, &sentences);
        let mentions = mentions::read(source, &sentences, &ranges, &chunks);
        let uses = Uses::of(source);
        let article = Article {
            source,
            sentences: &sentences,
            blocks: &blocks.list,
            chunks: &chunks,
            ranges: &ranges,
            uses: &uses,
            surnames: std::cell::OnceCell::new(),
        };
        let mut candidates = attribution::candidates(&article, &inner.off);
        candidates.retain(|c| c.confidence >= inner.min_confidence);
        let context = select::Context {
            tokens,
            tags: &tags,
            marks: &marks,
            uses: &uses,
            sentences: &sentences,
            blocks: &blocks.list,
        };
        let selected = select::select(&context, candidates);
        let rejected = select::rejected(&context, &selected);
        let (claims, entities) = resolve::resolve(&article, &mentions, selected);
        diagnostics.extend(marks.diagnostics.iter().cloned());
        diagnostics.sort_by_key(|d| d.span);
        Document {
            text: Cow::Borrowed(text),
            claims,
            entities,
            sources: blocks.sources,
            rejected,
            diagnostics,
        }
    }
}

impl Default for Analyzer {
    fn default() -> Self {
        Analyzer::new()
    }
}

impl std::fmt::Debug for Analyzer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Analyzer")
            .field("min_confidence", &self.inner.min_confidence)
            .field("without", &self.inner.off)
            .finish_non_exhaustive()
    }
}

/// The part of the text that is read.
fn clip<'s>(text: &'s str, limit: usize, diagnostics: &mut Vec<Diagnostic>) -> &'s str {
    if text.len() <= limit {
        return text;
    }
    let mut end = limit;
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    diagnostics.push(Diagnostic {
        span: Span::new(end, end),
        kind: DiagnosticKind::ArticleTooLong,
    });
    &text[..end]
}

/// Words looked at to tell the language.
const LANGUAGE_SAMPLE: usize = 2_000;

/// Fewer words than this do not tell a language.
const LANGUAGE_MINIMUM: usize = 30;

/// Of the words of French prose, two in five are articles, prepositions, pronouns and conjunctions; its nearest
/// neighbours share fewer than one in three of those spellings.
fn reads_as_french(tokens: &[Token], lexicon: &Lexicon) -> bool {
    let function_word = |token: &&Token| {
        let readings = lexicon.readings(token.word);
        readings.iter().any(|r| {
            matches!(
                r.pos,
                Pos::Det
                    | Pos::Prep
                    | Pos::PrepDet
                    | Pos::SubjectPron
                    | Pos::ObjectPron
                    | Pos::Sub
                    | Pos::Relative
                    | Pos::Coord
                    | Pos::Neg
            )
        })
    };
    let words: Vec<&Token> = tokens
        .iter()
        .filter(|t| t.kind == TokenKind::Word)
        .take(LANGUAGE_SAMPLE)
        .collect();
    words.len() < LANGUAGE_MINIMUM
        || words.iter().copied().filter(function_word).count() * 100 >= words.len() * 28
}

/// Sets up an [`Analyzer`].
///
/// ```
/// # fn main() -> Result<(), dixit::Error> {
/// let analyzer = dixit::Analyzer::builder().without_rule("floating").min_confidence(0.5).build()?;
/// # let _ = analyzer; Ok(()) }
/// ```
#[derive(Debug, Default)]
pub struct AnalyzerBuilder {
    min_confidence: Option<f32>,
    off: Vec<String>,
    lines: Vec<(String, String)>,
}

impl AnalyzerBuilder {
    /// Claims below this confidence are left out; 0 keeps every candidate that survives selection.
    #[must_use]
    pub fn min_confidence(mut self, confidence: f32) -> Self {
        self.min_confidence = Some(confidence);
        self
    }

    /// Switches a rule off, by its name ([`rules`](crate::rules)).
    #[must_use]
    pub fn without_rule(mut self, name: &str) -> Self {
        self.off.push(name.to_owned());
        self
    }

    /// Adds lexicon lines: `verb`, `noun` or `name`, then the columns of that kind, separated by tabs. `file` names
    /// them in errors.
    ///
    /// ```
    /// # fn main() -> Result<(), dixit::Error> {
    /// let lines = "verb\ttwitchéer\tmanner\tincise\ta\n";
    /// assert!(dixit::Analyzer::builder().lexicon_lines("mine.tsv", "verb\tdire\tno-such-class\n").build().is_err());
    /// # let _ = lines; Ok(()) }
    /// ```
    #[must_use]
    pub fn lexicon_lines(mut self, file: &str, text: &str) -> Self {
        self.lines.push((file.to_owned(), text.to_owned()));
        self
    }

    /// Builds the analyzer.
    ///
    /// # Errors
    /// A lexicon line that cannot be read ([`Error::is_lexicon`]), or a rule that does not exist ([`Error::is_rule`]).
    pub fn build(self) -> Result<Analyzer, Error> {
        let mut lexicon = Lexicon::builtin();
        for (file, text) in &self.lines {
            lexicon.add_lines(file, text)?;
        }
        let mut off = Vec::new();
        for name in self.off {
            match crate::rules().iter().find(|r| r.name() == name) {
                Some(rule) => off.push(rule.name()),
                None => return Err(Error::unknown_rule(name)),
            }
        }
        Ok(Analyzer::with(
            lexicon,
            self.min_confidence.unwrap_or(DEFAULT_MIN_CONFIDENCE),
            off,
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::clip;
    use crate::diagnostic::DiagnosticKind;

    /// The real limit is four gigabytes.
    #[test]
    fn what_is_too_long_is_cut_between_characters_and_said() {
        let mut diagnostics = Vec::new();
        assert_eq!(clip("été", 5, &mut diagnostics), "été");
        assert!(diagnostics.is_empty());
        assert_eq!(clip("été", 4, &mut diagnostics), "ét");
        assert_eq!(diagnostics[0].kind, DiagnosticKind::ArticleTooLong);
        // Where reading stopped, which is not the limit itself.
        assert_eq!(diagnostics[0].span.range(), 3..3);
    }
}
