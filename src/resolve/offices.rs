//! What a description says of somebody: its head noun, and the words that tell this holder from another.

use std::ops::Range;

use crate::chunks::Source;
use crate::lexicon::{LemmaId, Pos, fold};
use crate::mentions::{Mention, slice};
use crate::tokens::TokenId;

/// A function, profession or description of an entity.
pub(super) struct RoleWords {
    pub(super) lemma: Option<LemmaId>,
    /// The content words behind and beside the head, folded.
    pub(super) words: Vec<String>,
    pub(super) tokens: Range<TokenId>,
}

/// Words that press prose uses for an office, the noun of the office and the words that say which.
const PERIPHRASES: &[(&str, &str, &[&str])] = &[
    ("chef de l'etat", "président", &[]),
    ("chef du gouvernement", "ministre", &["premier"]),
    (
        "chef de la diplomatie",
        "ministre",
        &["affaires", "etrangeres"],
    ),
    (
        "patron de la diplomatie",
        "ministre",
        &["affaires", "etrangeres"],
    ),
    ("locataire de l'elysee", "président", &[]),
    ("locataire de matignon", "ministre", &["premier"]),
    ("locataire de la maison blanche", "président", &[]),
    ("locataire de la maison-blanche", "président", &[]),
    ("locataire de bercy", "ministre", &["economie"]),
    ("patron de bercy", "ministre", &["economie"]),
    ("locataire de la place beauvau", "ministre", &["interieur"]),
    ("garde des sceaux", "ministre", &["justice"]),
    ("premier magistrat", "maire", &[]),
    ("edile", "maire", &[]),
];

/// Adjectives that leave the office what it is.
const LIGHT: &[&str] = &[
    "ancien",
    "ancienne",
    "nouveau",
    "nouvelle",
    "jeune",
    "actuel",
    "actuelle",
    "futur",
    "future",
    "meme",
    "celebre",
    "fameux",
    "fameuse",
    "principal",
    "principale",
    "seul",
    "seule",
    "propre",
    "cher",
    "chere",
];

/// Nouns that say what somebody is in passing: they go with any profession.
const PASSING: &[&str] = &[
    "homme",
    "femme",
    "dame",
    "monsieur",
    "personne",
    "personnalité",
    "individu",
    "intéressé",
    "intervenant",
    "interlocuteur",
    "responsable",
    "dirigeant",
    "patron",
    "numéro",
    "leader",
    "chef",
    "élu",
    "candidat",
    "militant",
    "expert",
    "spécialiste",
    "auteur",
    "invité",
    "orateur",
    "locataire",
    "pensionnaire",
    "occupant",
    "hôte",
    "natif",
    "star",
    "icône",
    "vedette",
    "idole",
    "champion",
    "vainqueur",
    "vétéran",
    "favori",
    "rival",
    "concurrent",
    "protagoniste",
    "héros",
    "victime",
    "suspect",
    "accusé",
    "prévenu",
    "détenu",
    "plaignant",
    "témoin",
    "signataire",
    "initiateur",
    "fondateur",
    "créateur",
    "organisateur",
    "cofondateur",
    "membre",
    "représentant",
    "père",
    "mère",
    "fils",
    "fille",
    "garçon",
    "enfant",
    "adolescent",
    "retraité",
    "habitant",
    "riverain",
    "résident",
    "voisin",
    "client",
    "usager",
    "citoyen",
    "compatriote",
    "ami",
    "collègue",
    "proche",
    "numero",
    "personnage",
    "cadet",
    "aîné",
    "benjamin",
    "doyen",
    "professionnel",
    "salarié",
    "employé",
    "cadre",
    "entrepreneur",
    "milliardaire",
    "multimillionnaire",
    "millionnaire",
    "polémiste",
    "activiste",
    "manifestant",
    "opposant",
    "politique",
    "trentenaire",
    "quadragénaire",
    "quinquagénaire",
    "sexagénaire",
    "septuagénaire",
    "octogénaire",
    "nonagénaire",
];

/// Nouns of an office that one person at a time holds: with a complement, they name their own holder.
const OFFICES: &[&str] = &[
    "président",
    "vice-président",
    "ministre",
    "préfet",
    "sous-préfet",
    "maire",
    "bourgmestre",
    "procureur",
    "porte-parole",
    "directeur",
    "ambassadeur",
    "secrétaire",
    "commissaire",
    "gouverneur",
    "chancelier",
    "consul",
    "rapporteur",
    "juge",
    "avocat",
    "roi",
    "reine",
    "pape",
    "évêque",
    "commandant",
    "trésorier",
    "délégué",
    "conseiller",
    "entraîneur",
    "sélectionneur",
    "chef",
    "patron",
];

/// What the description says, with periphrases of the press brought back to the office.
pub(super) fn role(source: Source<'_>, mention: &Mention) -> RoleWords {
    let key = fold(slice(source, &mention.tokens));
    let bare = strip_article(&key);
    let mut lemma = mention.lemma;
    let mut words = complement(source, mention);
    for (phrase, office, added) in PERIPHRASES {
        if let Some(rest) = bare
            .strip_prefix(phrase)
            .filter(|r| r.is_empty() || r.starts_with(' '))
        {
            let known = source.lexicon.lemma_id(office);
            if known.is_some() {
                lemma = known;
                words.retain(|w| rest.split(' ').any(|r| r == w));
                words.extend(added.iter().map(|w| (*w).to_owned()));
            }
            break;
        }
    }
    RoleWords {
        lemma,
        words,
        tokens: mention.tokens.clone(),
    }
}

/// The content words of a description beside its head.
pub(super) fn complement(source: Source<'_>, mention: &Mention) -> Vec<String> {
    let mut head = true;
    let mut words = Vec::new();
    for t in mention.tokens.clone() {
        match source.pos(t) {
            Pos::Noun if head => head = false,
            Pos::Noun | Pos::Adj | Pos::Name | Pos::FirstName => {
                let word = fold(source.word(t));
                if word == "diplomatie" {
                    words.extend(["affaires", "etrangeres"].map(str::to_owned));
                } else if word != "ministere" && !LIGHT.contains(&word.as_str()) {
                    words.push(word);
                }
            }
            _ => {}
        }
    }
    words
}

/// What a title before a name says: « Me Brun » is a lawyer.
pub(super) fn of_title(title: &str) -> Option<&'static str> {
    Some(match title {
        "Me" | "Me." | "Maître" | "maître" => "avocat",
        "Dr" | "Dr." | "Docteur" | "docteur" => "médecin",
        "Pr" | "Pr." | "Professeur" => "professeur",
        "Mgr" | "Monseigneur" => "évêque",
        _ => return None,
    })
}

/// « M. », « Mme »: a title that tells no function.
pub(super) fn is_civil(title: &str) -> bool {
    matches!(
        title,
        "M." | "M"
            | "Mme"
            | "Mmes"
            | "Mlle"
            | "MM."
            | "MM"
            | "Monsieur"
            | "Madame"
            | "monsieur"
            | "madame"
            | "Mademoiselle"
            | "Mr"
            | "Mr."
            | "Mrs"
            | "Mrs."
            | "Ms"
    )
}

/// The noun says what somebody is in passing, or where he or she is from, or belongs to (« la socialiste »).
pub(super) fn is_passing(source: Source<'_>, lemma: LemmaId) -> bool {
    let text = &*source.lexicon.lemma(lemma).text;
    PASSING.contains(&text) || is_adjective(source, lemma)
}

/// The noun is an adjective as well.
pub(super) fn is_adjective(source: Source<'_>, lemma: LemmaId) -> bool {
    let text = &*source.lexicon.lemma(lemma).text;
    source
        .lexicon
        .readings(source.lexicon.lookup(text))
        .iter()
        .any(|r| r.pos == Pos::Adj)
}

/// A noun that needs to be of something: « le responsable de », « le représentant de ».
pub(super) fn is_relational(source: Source<'_>, lemma: LemmaId) -> bool {
    matches!(
        &*source.lexicon.lemma(lemma).text,
        "responsable"
            | "dirigeant"
            | "patron"
            | "leader"
            | "chef"
            | "représentant"
            | "membre"
            | "fondateur"
            | "cofondateur"
            | "créateur"
            | "organisateur"
    )
}

/// Nouns that are feminine whoever they are said of.
pub(super) fn is_feminine_for_all(noun: &str) -> bool {
    matches!(
        noun,
        "personne"
            | "victime"
            | "personnalité"
            | "star"
            | "vedette"
            | "idole"
            | "icône"
            | "figure"
            | "recrue"
            | "légende"
            | "pointure"
            | "tête"
            | "voix"
            | "plume"
            | "cible"
            | "source"
            | "dupe"
            | "sentinelle"
            | "altesse"
            | "majesté"
            | "sainteté"
            | "excellence"
            | "éminence"
            | "connaissance"
            | "créature"
            | "célébrité"
            | "canaille"
            | "crapule"
            | "ordonnance"
            | "estafette"
            | "vigie"
            | "gloire"
            | "sommité"
            | "notabilité"
            | "cheville"
            | "référence"
            | "révélation"
            | "bête"
            | "terreur"
            | "coqueluche"
            | "égérie"
            | "doublure"
    )
}

/// An office whose holder everybody knows: it may stay without a name.
pub(super) fn is_supreme(source: Source<'_>, lemma: LemmaId) -> bool {
    matches!(
        &*source.lexicon.lemma(lemma).text,
        "président" | "ministre" | "roi" | "reine" | "pape" | "chancelier" | "prince" | "empereur"
    )
}

pub(super) fn is_office(source: Source<'_>, lemma: LemmaId) -> bool {
    OFFICES.contains(&&*source.lexicon.lemma(lemma).text)
}

pub(super) fn strip_article(key: &str) -> &str {
    [
        "le ", "la ", "les ", "l'", "un ", "une ", "des ", "ce ", "cette ", "ces ", "cet ",
    ]
    .iter()
    .find_map(|a| key.strip_prefix(a))
    .map_or(key, str::trim_start)
}
