//! Articles that nobody wrote: French press prose put together from choices, with what was meant by each quotation.

use std::fmt;
use std::ops::Range;

use crate::claim::Kind;

/// A source of choices that ends in the simplest ones: the same bytes give the same article, fewer bytes a shorter one.
struct Choices<'b> {
    bytes: std::slice::Iter<'b, u8>,
}

impl Choices<'_> {
    fn next(&mut self) -> u8 {
        self.bytes.next().copied().unwrap_or(0)
    }

    fn pick<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        &list[usize::from(self.next()) % list.len()]
    }

    fn used_up(&self) -> bool {
        self.bytes.len() == 0
    }

    /// One time in `n`; never when the bytes are used up.
    fn once_in(&mut self, n: u8) -> bool {
        self.next() % n == n - 1
    }
}

/// How an author marks quotations, the blanks of the typography among it. The first is what most do.
const MARKS: &[(&str, &str)] = &[
    ("«\u{a0}", "\u{a0}»"),
    ("« ", " »"),
    ("“", "”"),
    ("«\u{202f}", "\u{202f}»"),
    ("\"", "\""),
    ("«", "»"),
    ("«\u{2009}", "\u{2009}»"),
];

/// Marks for a quotation inside another.
const INNER: &[(&str, &str)] = &[("“", "”"), ("« ", " »"), ("\"", "\""), ("‘", "’")];

/// Marks that an author got wrong: one forgotten, or two that do not match.
const WRONG: &[(&str, &str)] = &[
    ("« ", ""),
    ("", " »"),
    ("“", " »"),
    ("« ", "”"),
    ("« ", " «"),
];

/// Who speaks: how they are introduced, and how they are taken up.
const SPEAKERS: &[(&str, &str)] = &[
    ("Odile Brun", "elle"),
    ("le maire de Fréval, Luc Maret", "il"),
    ("la présidente de l'association, Inès Caldier", "elle"),
    ("M. Vautrin", "il"),
    ("Mme Hérisson", "elle"),
    ("le syndicat des bateliers", "il"),
    ("l'ingénieure Rose Tavernier", "elle"),
    ("un riverain", "il"),
    ("une source proche du dossier", "elle"),
    ("le patron de Velta", "il"),
    ("l'équipage", "il"),
    ("le ministère des Canaux", "il"),
];

/// People who shrug before they speak; of a body that would say nothing about who speaks.
const PEOPLE: &[&str] = &[
    "Odile Brun",
    "M. Vautrin",
    "Mme Hérisson",
    "l'ingénieure Rose Tavernier",
    "un riverain",
];

/// Cues that follow a name.
const SAID: &[&str] = &[
    "a déclaré",
    "assure",
    "explique",
    "a répondu",
    "a fait savoir",
    "regrette",
    "a, pour sa part, toujours répété",
    "ironise",
];

/// Cues before « que ».
const THAT: &[&str] = &[
    "assure",
    "a expliqué",
    "répète",
    "soutient",
    "n'a pas voulu dire",
    "aurait promis",
    "fait savoir",
];

/// Verbs that take a pronoun behind them, what goes on with the cue, and what follows it.
const INVERTED: &[(&str, &str, &str)] = &[
    ("dit-", "", ""),
    ("a-t-", " répondu", ""),
    ("assure-t-", "", ""),
    ("n'a-t-", " pas manqué de rappeler", ""),
    ("soupire-t-", "", " sans lever les yeux"),
];

/// What is said, as a clause that can stand behind « que ».
const CLAUSES: &[&str] = &[
    "le pont tiendra encore un hiver",
    "rien ne presse",
    "la halle rouvrira lundi",
    "aujourd'hui personne n'a les moyens d'attendre",
    "les travaux coûteront 1,2 million d'euros",
    "l'eau est montée de 12 cm en une nuit",
    "tout le monde savait sans oser parler",
    "il faudra bien que quelqu'un paie",
    "on n'avait jamais vu cela à Fréval",
    "c'est une question de jours",
    "nous avons fait ce que nous pouvions",
    "la Compagnie des eaux n'a rien signé",
];

/// What the author tells.
const TOLD: &[&str] = &[
    "La réunion a duré trois heures",
    "Une centaine de personnes s'étaient rassemblées devant la mairie",
    "Le dossier traîne depuis 2019",
    "Les faits remontent à la nuit de mardi à mercredi",
    "Aucun blessé n'est à déplorer",
    "Le vote a été reporté au 14 mars",
    "Les « gilets bleus » n'étaient pas là",
];

const ADJECTIVES: &[&str] = &[
    "indécent",
    "nécessaire",
    "fâcheux mais réparable",
    "une farce",
];

/// Lines of a page that are no prose.
const FURNITURE: &[&str] = &[
    "» LIRE AUSSI - Le pont de Fréval rouvre",
    "Source : Canal Brise",
    "(avec AFP)",
    "© Studio Pélican",
    "Un chantier sans fin",
    "• Un point d'eau",
];

/// What was meant by one quotation or report of a generated text. Ranges are bytes of that text.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Quotation {
    /// The sentence or sentences that hold it.
    pub sentence: Range<usize>,
    /// How it is reported.
    pub kind: Kind,
    /// What is said, in one part or in two around an incise.
    pub content: Vec<Range<usize>>,
    /// The words that report; none where a quotation stands in a sentence of its own.
    pub cue: Option<Range<usize>>,
    /// The words that name the speaker; a pronoun inside the cue among them.
    pub speaker: Option<Range<usize>>,
    /// Its marks are there and match.
    pub well_marked: bool,
}

/// A plausible article of the French press, about people and places that do not exist.
///
/// It is made from bytes: [`Article::from_bytes`], `arbitrary` in a fuzz target, [`articles`](super::strategy::articles) in a
/// property test. Quotations of every common construction, nested ones, several over paragraphs, dialogue, furniture lines and
/// the faults of real pages are among it.
///
/// ```
/// use dixit::testing::Article;
///
/// let article = Article::from_bytes(b"any bytes will do");
/// let analyzer = dixit::Analyzer::new();
/// dixit::testing::check_text(&analyzer, article.text())?;
/// for quotation in article.quotations() {
///     println!("{}", &article.text()[quotation.content[0].clone()]);
/// }
/// # Ok::<(), dixit::testing::Violation>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Article {
    text: String,
    quotations: Vec<Quotation>,
}

/// Paragraphs of the longest article that is made.
const MAX_PARAGRAPHS: usize = 12;
/// Sentences of the longest paragraph.
const MAX_SENTENCES: usize = 6;

impl Article {
    /// The article that these bytes choose.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Article {
        let mut writer = Writer::new(bytes);
        for n in 0..MAX_PARAGRAPHS {
            if n > 0 {
                if writer.choices.used_up() {
                    break;
                }
                writer.out.push_str(writer.line_end);
            }
            writer.paragraph();
        }
        writer.finish()
    }

    /// One sentence or two with one quotation or report in it.
    #[must_use]
    pub fn quotation_from_bytes(bytes: &[u8]) -> Article {
        let mut writer = Writer::new(bytes);
        writer.quotation();
        writer.finish()
    }

    /// Its words.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What was meant, in the order of the text.
    #[must_use]
    pub fn quotations(&self) -> &[Quotation] {
        &self.quotations
    }
}

impl AsRef<str> for Article {
    fn as_ref(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for Article {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

/// The text alone: what a fuzzer or a property test prints of a failure.
impl fmt::Debug for Article {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.text)
    }
}

impl<'a> arbitrary::Arbitrary<'a> for Article {
    fn arbitrary(u: &mut arbitrary::Unstructured<'a>) -> arbitrary::Result<Self> {
        let bytes: &[u8] = u.arbitrary()?;
        Ok(Article::from_bytes(bytes))
    }

    fn arbitrary_take_rest(u: arbitrary::Unstructured<'a>) -> arbitrary::Result<Self> {
        Ok(Article::from_bytes(u.take_rest()))
    }

    fn size_hint(_: usize) -> (usize, Option<usize>) {
        (0, None)
    }
}

struct Writer<'b> {
    choices: Choices<'b>,
    out: String,
    quotations: Vec<Quotation>,
    /// The habits of this author: marks, line ends, apostrophes.
    marks: (&'static str, &'static str),
    line_end: &'static str,
    curly: bool,
}

impl<'b> Writer<'b> {
    fn new(bytes: &'b [u8]) -> Writer<'b> {
        let mut choices = Choices {
            bytes: bytes.iter(),
        };
        let marks = *choices.pick(MARKS);
        let line_end = choices.pick(&["\n\n", "\n", "\r\n\r\n"]);
        let curly = choices.once_in(3);
        Writer {
            choices,
            out: String::new(),
            quotations: Vec::new(),
            marks,
            line_end,
            curly,
        }
    }

    fn finish(self) -> Article {
        Article {
            text: self.out,
            quotations: self.quotations,
        }
    }

    /// Writes words in the author's hand, and says where they stand.
    fn put(&mut self, words: &str) -> Range<usize> {
        let start = self.out.len();
        if self.curly {
            self.out
                .extend(words.chars().map(|c| if c == '\'' { '’' } else { c }));
        } else {
            self.out.push_str(words);
        }
        start..self.out.len()
    }

    /// As [`Writer::put`], with a capital.
    fn open_with(&mut self, words: &str) -> Range<usize> {
        let mut letters = words.chars();
        let first: String = letters
            .next()
            .into_iter()
            .flat_map(char::to_uppercase)
            .collect();
        let start = self.out.len();
        self.put(&first);
        self.put(letters.as_str());
        start..self.out.len()
    }

    fn paragraph(&mut self) {
        match self.choices.next() % 16 {
            15 => {
                let line = *self.choices.pick(FURNITURE);
                self.put(line);
            }
            14 => self.dialogue(),
            13 => self.over_paragraphs(),
            _ => {
                let sentences = 1 + usize::from(self.choices.next()) % MAX_SENTENCES;
                for n in 0..sentences {
                    if n > 0 {
                        if self.choices.used_up() {
                            break;
                        }
                        self.put(" ");
                    }
                    if self.choices.once_in(3) {
                        let told = *self.choices.pick(TOLD);
                        self.put(told);
                        self.put(".");
                    } else {
                        self.quotation();
                    }
                }
            }
        }
    }

    /// A clause, perhaps with a second quotation inside.
    fn said(&mut self, capital: bool) -> Range<usize> {
        let clause = *self.choices.pick(CLAUSES);
        let start = self.out.len();
        if capital {
            self.open_with(clause);
        } else {
            self.put(clause);
        }
        if self.choices.once_in(6) {
            let (open, close) = *self.choices.pick(INNER);
            let inner = *self.choices.pick(CLAUSES);
            self.put(", et qu'on ne me réponde pas ");
            self.put(open);
            self.put(inner);
            self.put(close);
        }
        start..self.out.len()
    }

    /// A clause with its capital and its stop.
    fn sentence(&mut self) -> Range<usize> {
        let start = self.said(true).start;
        start..self.put(".").end
    }

    /// The marks of the next quotation, and whether they are right.
    fn next_marks(&mut self) -> (&'static str, &'static str, bool) {
        if self.choices.once_in(12) {
            let (open, close) = *self.choices.pick(WRONG);
            (open, close, false)
        } else {
            (self.marks.0, self.marks.1, true)
        }
    }

    fn quotation(&mut self) {
        let start = self.out.len();
        let (name, pronoun) = *self.choices.pick(SPEAKERS);
        let shape = self.choices.next() % 8;
        let (open, close, mut well_marked) = self.next_marks();
        let mut content = Vec::new();
        let mut kind = Kind::Direct;
        let (speaker, cue);
        match shape {
            // Behind its quotation.
            0 | 1 => {
                self.put(open);
                content.push(self.said(true));
                self.put(close);
                self.put(", ");
                (speaker, cue) = self.incise(name, pronoun, shape == 1);
                self.put(".");
            }
            // Inside it, or between two.
            2 => {
                self.put(open);
                content.push(self.said(true));
                let reopened = self.choices.once_in(2);
                self.put(if reopened { close } else { "" });
                self.put(", ");
                (speaker, cue) = self.incise(name, pronoun, false);
                self.put(", ");
                self.put(if reopened { open } else { "" });
                content.push(self.said(false));
                self.put(close);
                self.put(".");
            }
            // Before it.
            3 => {
                speaker = self.open_with(name);
                let said = *self.choices.pick(SAID);
                self.put(" ");
                cue = Some(self.put(said));
                self.put(" : ");
                self.put(open);
                content.push(self.sentence());
                self.put(close);
            }
            4 => {
                well_marked = true;
                kind = Kind::Indirect;
                speaker = self.open_with(name);
                let said = *self.choices.pick(THAT);
                let clause = *self.choices.pick(CLAUSES);
                let vowel = clause.starts_with(['a', 'i', 'o']);
                self.put(" ");
                cue = Some(self.put(said));
                self.put(if vowel { " qu'" } else { " que " });
                content.push(self.put(clause));
                self.put(".");
            }
            5 => {
                well_marked = true;
                kind = Kind::Indirect;
                cue = Some(self.put("Selon"));
                self.put(" ");
                speaker = self.put(name);
                self.put(", ");
                let clause = *self.choices.pick(CLAUSES);
                content.push(self.put(clause));
                self.put(".");
            }
            6 => {
                kind = Kind::Mixed;
                speaker = self.open_with(name);
                self.put(" ");
                cue = Some(self.put("juge"));
                self.put(" ");
                let from = self.put("le projet ").start;
                self.put(open);
                let adjective = *self.choices.pick(ADJECTIVES);
                self.put(adjective);
                content.push(from..self.put(close).end);
                self.put(".");
            }
            // In a sentence of its own.
            _ => {
                let name = *self.choices.pick(PEOPLE);
                speaker = self.open_with(name);
                cue = None;
                self.put(" hausse les épaules. ");
                self.put(open);
                content.push(self.sentence());
                self.put(close);
            }
        }
        self.quotations.push(Quotation {
            sentence: start..self.out.len(),
            kind,
            content,
            cue,
            speaker: Some(speaker),
            well_marked,
        });
    }

    /// `a déclaré Odile Brun`, `dit-elle`: where the speaker stands, and the cue.
    fn incise(
        &mut self,
        name: &str,
        pronoun: &str,
        inverted: bool,
    ) -> (Range<usize>, Option<Range<usize>>) {
        if !inverted {
            let said = *self.choices.pick(SAID);
            let cue = self.put(said);
            self.put(" ");
            return (self.put(name), Some(cue));
        }
        let (verb, rest, aside) = *self.choices.pick(INVERTED);
        let start = self.put(verb).start;
        let speaker = self.put(pronoun);
        let end = self.put(rest).end;
        self.put(aside);
        (speaker, Some(start..end))
    }

    fn dialogue(&mut self) {
        let lines = 1 + usize::from(self.choices.next()) % 4;
        let dash = *self.choices.pick(&["— ", "– ", "- "]);
        for n in 0..lines {
            if n > 0 {
                self.put("\n");
            }
            let start = self.out.len();
            self.put(dash);
            let mut content = vec![self.said(true)];
            self.put(" ?");
            content[0].end = self.out.len();
            let (mut speaker, mut cue) = (None, None);
            if self.choices.once_in(2) {
                self.put(" ");
                let (name, pronoun) = *self.choices.pick(SPEAKERS);
                let (who, verb) = self.incise(name, pronoun, true);
                (speaker, cue) = (Some(who), verb);
                self.put(".");
            }
            self.quotations.push(Quotation {
                sentence: start..self.out.len(),
                kind: Kind::Direct,
                content,
                cue,
                speaker,
                well_marked: true,
            });
        }
    }

    /// A quotation of several paragraphs: opened again at each, closed by custom at each, or between outer marks alone.
    fn over_paragraphs(&mut self) {
        let start = self.out.len();
        let (name, _) = *self.choices.pick(SPEAKERS);
        let paragraphs = 2 + usize::from(self.choices.next()) % 3;
        let again = *self.choices.pick(&["« ", "", "» "]);
        let speaker = self.open_with(name);
        self.put(" ");
        let cue = self.put("insiste");
        self.put(" : « ");
        let from = self.out.len();
        for n in 0..paragraphs {
            if n > 0 {
                self.put(self.line_end);
                self.put(again);
            }
            self.said(true);
            self.put(".");
        }
        let content = from..self.out.len();
        self.put(" »");
        self.quotations.push(Quotation {
            sentence: start..self.out.len(),
            kind: Kind::Direct,
            content: vec![content],
            cue: Some(cue),
            speaker: Some(speaker),
            well_marked: true,
        });
    }
}
