//! Tab-separated lines into rows. Every complaint names its line and column.

use super::names::ProperKind;
use super::types::{Feats, Frames, NounClass, Pos};
use super::{NounInfo, VerbInfo};
use crate::claim::CueClass;
use crate::error::{Error, ErrorKind};
use crate::morphology;

/// The files, each with its own columns.
#[derive(Clone, Copy)]
pub(super) enum File {
    Verbs,
    GeneralVerbs,
    Nouns,
    Adjectives,
    Closed,
    Adverbs,
    FirstNames,
    Names,
}

/// One line of a file.
pub(super) enum Row<'a> {
    Verb {
        lemma: &'a str,
        info: VerbInfo,
    },
    GeneralVerb {
        lemma: &'a str,
        etre: bool,
    },
    Noun(Noun<'a>),
    Adjective {
        masculine: &'a str,
        feminine: Option<&'a str>,
        plural: Option<&'a str>,
    },
    Closed {
        form: &'a str,
        pos: Pos,
        feats: Feats,
        lemma: &'a str,
    },
    Adverb(&'a str),
    FirstName {
        name: &'a str,
        gender: u32,
    },
    Name(Name<'a>),
}

pub(super) struct Noun<'a> {
    pub(super) lemma: &'a str,
    pub(super) gender: u32,
    pub(super) feminine: Option<&'a str>,
    pub(super) plural: Option<&'a str>,
    pub(super) info: NounInfo,
}

pub(super) struct Name<'a> {
    pub(super) name: &'a str,
    pub(super) kind: ProperKind,
    pub(super) feats: Feats,
    pub(super) aliases: &'a str,
}

const FRAMES: &[(&str, u32)] = &[
    ("incise", Frames::INCISE),
    ("que", Frames::QUE),
    ("inf", Frames::INF),
    ("de_inf", Frames::DE_INF),
    ("a_inf", Frames::A_INF),
    ("si", Frames::SI),
    ("np", Frames::NP),
    ("a_np", Frames::A_NP),
    ("de_np", Frames::DE_NP),
    ("sur_np", Frames::SUR_NP),
    ("contre_np", Frames::CONTRE_NP),
    ("pour_np", Frames::POUR_NP),
    ("attr", Frames::ATTR),
    ("obj_attr", Frames::OBJ_ATTR),
    ("obj_de", Frames::OBJ_DE),
    ("obj_comme", Frames::OBJ_COMME),
    ("obj_de_inf", Frames::OBJ_DE_INF),
    ("weak", Frames::WEAK),
];

const NOUN_CLASSES: &[(&str, NounClass)] = &[
    ("person", NounClass::Person),
    ("group", NounClass::Group),
    ("organisation", NounClass::Organisation),
    ("outlet", NounClass::Outlet),
    ("document", NounClass::Document),
    ("medium", NounClass::Medium),
    ("speech", NounClass::Speech),
    ("source", NounClass::Source),
    ("time", NounClass::Time),
    ("other", NounClass::Other),
];

const NAME_KINDS: &[(&str, ProperKind)] = &[
    ("outlet", ProperKind::Outlet),
    ("agency", ProperKind::Agency),
    ("broadcaster", ProperKind::Broadcaster),
    ("program", ProperKind::Program),
    ("platform", ProperKind::Platform),
    ("institution", ProperKind::Institution),
    ("party", ProperKind::Party),
    ("company", ProperKind::Company),
    ("place", ProperKind::Place),
];

const PARTS_OF_SPEECH: &[(&str, Pos)] = &[
    ("verb", Pos::Verb),
    ("noun", Pos::Noun),
    ("adj", Pos::Adj),
    ("adv", Pos::Adv),
    ("det", Pos::Det),
    ("prep", Pos::Prep),
    ("prep_det", Pos::PrepDet),
    ("subject_pron", Pos::SubjectPron),
    ("object_pron", Pos::ObjectPron),
    ("pron", Pos::Pron),
    ("relative", Pos::Relative),
    ("coord", Pos::Coord),
    ("sub", Pos::Sub),
    ("neg", Pos::Neg),
    ("numeral", Pos::Numeral),
    ("first_name", Pos::FirstName),
    ("title", Pos::Title),
    ("particle", Pos::Particle),
    ("interjection", Pos::Interjection),
];

const FEATURES: &[(&str, u32)] = &[
    ("masc", Feats::MASC),
    ("fem", Feats::FEM),
    ("sing", Feats::SING),
    ("plur", Feats::PLUR),
    ("p1", Feats::P1),
    ("p2", Feats::P2),
    ("p3", Feats::P3),
    ("definite", Feats::DEFINITE),
    ("possessive", Feats::POSSESSIVE),
    ("demonstrative", Feats::DEMONSTRATIVE),
];

const GENDERS: &[(&str, u32)] = &[
    ("m", Feats::MASC),
    ("f", Feats::FEM),
    ("e", Feats::MASC | Feats::FEM),
];

const NAME_FEATURES: &[(&str, u32)] = &[
    ("ms", Feats::MASC | Feats::SING),
    ("fs", Feats::FEM | Feats::SING),
    ("mp", Feats::MASC | Feats::PLUR),
    ("fp", Feats::FEM | Feats::PLUR),
];

/// The rows of a file whose lines all have the same columns.
pub(super) fn read<'a>(
    file: File,
    name: &'a str,
    text: &'a str,
) -> impl Iterator<Item = Result<Row<'a>, Error>> {
    lines(name, text).map(move |mut line| line.row(file))
}

/// The rows of a caller's file, whose first column says which columns follow.
pub(super) fn read_mixed<'a>(
    name: &'a str,
    text: &'a str,
) -> impl Iterator<Item = Result<Row<'a>, Error>> {
    lines(name, text).map(|mut line| {
        let kind = line.required("a kind of line")?;
        let file = match kind.text {
            "verb" => File::Verbs,
            "noun" => File::Nouns,
            "name" => File::Names,
            _ => return Err(line.unknown(kind, "kind of line", "verb, noun, name")),
        };
        line.row(file)
    })
}

fn lines<'a>(file: &'a str, text: &'a str) -> impl Iterator<Item = Line<'a>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'))
        .map(move |(n, text)| Line {
            file,
            number: n + 1,
            text,
            next: Some(0),
        })
}

/// A column, or one item of a column that lists several.
#[derive(Clone, Copy)]
struct Field<'a> {
    /// Where it begins in its line, in bytes.
    at: usize,
    text: &'a str,
}

impl<'a> Field<'a> {
    fn trimmed(at: usize, text: &'a str) -> Field<'a> {
        let start = text.len() - text.trim_start().len();
        Field {
            at: at + start,
            text: text.trim(),
        }
    }

    fn items(self) -> impl Iterator<Item = Field<'a>> {
        let mut at = self.at;
        self.text.split(',').map(move |item| {
            let field = Field::trimmed(at, item);
            at += item.len() + 1;
            field
        })
    }
}

struct Line<'a> {
    file: &'a str,
    number: usize,
    text: &'a str,
    /// Where the next column begins; `None` past the last.
    next: Option<usize>,
}

impl<'a> Line<'a> {
    fn row(&mut self, file: File) -> Result<Row<'a>, Error> {
        let row = match file {
            File::Verbs => self.verb()?,
            File::GeneralVerbs => {
                let lemma = self.infinitive()?.text;
                Row::GeneralVerb {
                    lemma,
                    etre: self.auxiliary()?.unwrap_or(false),
                }
            }
            File::Nouns => self.noun()?,
            File::Adjectives => Row::Adjective {
                masculine: self.required("an adjective")?.text,
                feminine: self.optional().map(|field| field.text),
                plural: self.optional().map(|field| field.text),
            },
            File::Closed => {
                let form = self.required("a form")?.text;
                let pos = self.required("a part of speech")?;
                let pos = self.named(pos, "part of speech", PARTS_OF_SPEECH)?;
                let feats = Feats(self.bits("feature", FEATURES)?);
                let lemma = self.optional().map_or(form, |field| field.text);
                Row::Closed {
                    form,
                    pos,
                    feats,
                    lemma,
                }
            }
            File::Adverbs => Row::Adverb(self.required("an adverb")?.text),
            File::FirstNames => {
                let name = self.required("a given name")?.text;
                let gender = self.required("a gender")?;
                Row::FirstName {
                    name,
                    gender: self.named(gender, "gender", GENDERS)?,
                }
            }
            File::Names => self.name()?,
        };
        match self.column() {
            Some(extra) => Err(self.error(extra.at, "a column too many".to_owned())),
            None => Ok(row),
        }
    }

    fn verb(&mut self) -> Result<Row<'a>, Error> {
        let lemma = self.required("a verb")?;
        let parts = Locution::of(lemma.text);
        if !morphology::is_infinitive(parts.verb) {
            return Err(self.error(lemma.at, format!("{:?} is no infinitive", parts.verb)));
        }
        let class = self.required("a class")?;
        let class = Some(self.cue_class(class)?);
        let frames = Frames(self.bits("construction", FRAMES)?);
        let etre = self.auxiliary()?.unwrap_or(parts.reflexive);
        Ok(Row::Verb {
            lemma: lemma.text,
            info: VerbInfo {
                class,
                frames,
                etre,
            },
        })
    }

    fn noun(&mut self) -> Result<Row<'a>, Error> {
        let lemma = self.required("a noun")?.text;
        let gender = self.required("a gender")?;
        let gender = self.named(gender, "gender", GENDERS)?;
        let class = self.required("a class")?;
        let class = self.named(class, "class of noun", NOUN_CLASSES)?;
        let feminine = self.optional().map(|field| field.text);
        let plural = self.optional().map(|field| field.text);
        let cue = match self.optional() {
            Some(cue) => Some(self.cue_class(cue)?),
            None => None,
        };
        let frames = Frames(self.bits("construction", FRAMES)?);
        let info = NounInfo { class, cue, frames };
        Ok(Row::Noun(Noun {
            lemma,
            gender,
            feminine,
            plural,
            info,
        }))
    }

    fn name(&mut self) -> Result<Row<'a>, Error> {
        let name = self.required("a name")?.text;
        let kind = self.required("a kind of name")?;
        let kind = self.named(kind, "kind of name", NAME_KINDS)?;
        let feats = match self.optional() {
            Some(feats) => Feats(self.named(feats, "gender and number", NAME_FEATURES)?),
            None => Feats::default(),
        };
        let aliases = self.optional().map_or("", |field| field.text);
        Ok(Row::Name(Name {
            name,
            kind,
            feats,
            aliases,
        }))
    }

    fn column(&mut self) -> Option<Field<'a>> {
        let at = self.next?;
        let rest = &self.text[at..];
        let end = rest.find('\t');
        self.next = end.map(|end| at + end + 1);
        Some(Field::trimmed(at, &rest[..end.unwrap_or(rest.len())]))
    }

    fn required(&mut self, what: &str) -> Result<Field<'a>, Error> {
        let at = self.next.unwrap_or(self.text.len());
        match self.column() {
            Some(field) if !field.text.is_empty() => Ok(field),
            _ => Err(self.error(at, format!("{what} is missing"))),
        }
    }

    /// A column that may be absent, empty or `-`.
    fn optional(&mut self) -> Option<Field<'a>> {
        self.column()
            .filter(|field| !field.text.is_empty() && field.text != "-")
    }

    fn infinitive(&mut self) -> Result<Field<'a>, Error> {
        let field = self.required("a verb")?;
        if morphology::is_infinitive(field.text) {
            Ok(field)
        } else {
            Err(self.error(field.at, format!("{:?} is no infinitive", field.text)))
        }
    }

    /// Whether être is the auxiliary.
    fn auxiliary(&mut self) -> Result<Option<bool>, Error> {
        match self.optional() {
            None => Ok(None),
            Some(field) => self
                .named(field, "auxiliary", &[("a", false), ("e", true)])
                .map(Some),
        }
    }

    fn cue_class(&self, field: Field<'a>) -> Result<CueClass, Error> {
        let all = || {
            CueClass::ALL
                .iter()
                .map(|class| class.as_str())
                .collect::<Vec<_>>()
        };
        field
            .text
            .parse()
            .map_err(|_| self.unknown(field, "class", &all().join(", ")))
    }

    /// A list of names, each of which is a bit; absent or `-` is none.
    fn bits(&mut self, what: &str, names: &[(&str, u32)]) -> Result<u32, Error> {
        let Some(field) = self.optional() else {
            return Ok(0);
        };
        field
            .items()
            .try_fold(0, |bits, item| Ok(bits | self.named(item, what, names)?))
    }

    fn named<T: Copy>(&self, field: Field<'a>, what: &str, all: &[(&str, T)]) -> Result<T, Error> {
        match all.iter().find(|(name, _)| *name == field.text) {
            Some(&(_, value)) => Ok(value),
            None => {
                let names: Vec<&str> = all.iter().map(|(name, _)| *name).collect();
                Err(self.unknown(field, what, &names.join(", ")))
            }
        }
    }

    fn unknown(&self, field: Field<'_>, what: &str, known: &str) -> Error {
        self.error(
            field.at,
            format!("unknown {what} {:?}, expected one of {known}", field.text),
        )
    }

    /// Lines and columns count from 1, columns in characters.
    fn error(&self, at: usize, message: String) -> Error {
        let column = self.text[..at].chars().count() + 1;
        let file = self.file.to_owned();
        ErrorKind::Lexicon {
            file,
            line: self.number,
            column,
            message,
        }
        .into()
    }
}

/// A line's verb taken apart: clitics, infinitive, fixed words.
pub(super) struct Locution<'a> {
    pub(super) reflexive: bool,
    pub(super) en: bool,
    pub(super) verb: &'a str,
    pub(super) rest: Vec<&'a str>,
}

impl<'a> Locution<'a> {
    pub(super) fn of(text: &'a str) -> Locution<'a> {
        let after_se = ["se ", "s'", "s’"]
            .iter()
            .find_map(|se| text.strip_prefix(se));
        let after_en = after_se.unwrap_or(text).strip_prefix("en ");
        let body = after_en.or(after_se).unwrap_or(text).trim_start();
        let (verb, rest) = body.split_once(' ').unwrap_or((body, ""));
        // An elided word keeps its apostrophe, as it does in a text's tokens.
        let rest = rest
            .split_inclusive([' ', '\'', '’'])
            .map(str::trim)
            .filter(|w| !w.is_empty());
        Locution {
            reflexive: after_se.is_some(),
            en: after_en.is_some(),
            verb,
            rest: rest.collect(),
        }
    }

    /// A verb and nothing else.
    pub(super) fn is_plain(&self) -> bool {
        !self.reflexive && !self.en && self.rest.is_empty()
    }
}
