//! Readings of a word that the lexicon does not hold, from its ending.

use crate::lexicon::{Feats, Pos};

/// Endings that tell, longest first within a class. Costs are small: the neighbours decide.
const NOUN_FEM: &[&str] = &[
    "tion", "sion", "ité", "ance", "ence", "ure", "ette", "esse", "ise", "ade", "ude", "aison",
];
const NOUN_MASC: &[&str] = &["isme", "age", "eau", "oir", "eur", "ier", "iste", "ard"];
const ADJECTIVE: &[&str] = &[
    "ique", "able", "ible", "eux", "euse", "if", "ive", "el", "elle", "al", "ale", "aux", "ales",
    "ien", "ienne", "aire", "ois", "oise", "ais", "aise",
];

/// Calls `push(pos, feats, cost)` for each plausible reading of an unknown word.
pub(super) fn guess(word: &str, capital: bool, mut push: impl FnMut(Pos, Feats, u32)) {
    let stem = word.strip_suffix('s').unwrap_or(word);
    let number = if stem.len() < word.len() {
        Feats::PLUR
    } else {
        Feats::SING
    };
    if capital {
        push(Pos::Noun, Feats(number), 4);
        return;
    }
    // A verb that the general list lacks: its finite forms are recognised by their most telling endings.
    if word.ends_with("ait") || word.ends_with("era") || word.ends_with("ira") {
        push(
            Pos::Verb,
            Feats(Feats::IMPERFECT | Feats::P3 | Feats::SING),
            1,
        );
    } else if word.ends_with("aient")
        || word.ends_with("èrent")
        || word.ends_with("eront")
        || word.ends_with("iront")
    {
        push(
            Pos::Verb,
            Feats(Feats::IMPERFECT | Feats::P3 | Feats::PLUR),
            0,
        );
    } else if word.ends_with("ent") && !word.ends_with("ment") {
        push(
            Pos::Verb,
            Feats(Feats::PRESENT | Feats::P3 | Feats::PLUR),
            2,
        );
    } else if word.ends_with('e') {
        push(
            Pos::Verb,
            Feats(Feats::PRESENT | Feats::P3 | Feats::SING),
            5,
        );
    } else if word.ends_with('a') {
        push(
            Pos::Verb,
            Feats(Feats::PASSE_SIMPLE | Feats::P3 | Feats::SING),
            4,
        );
    }
    if word.ends_with("er") || word.ends_with("ir") {
        push(Pos::Verb, Feats(Feats::INFINITIVE), 1);
    }
    if word.ends_with("ant") {
        push(Pos::Verb, Feats(Feats::PRESENT_PARTICIPLE), 2);
    }
    let fem = stem.ends_with("ée");
    if fem || stem.ends_with('é') {
        let gender = if fem { Feats::FEM } else { Feats::MASC };
        push(
            Pos::Verb,
            Feats(Feats::PAST_PARTICIPLE | gender | number),
            1,
        );
    }
    if word.ends_with("ment") {
        push(Pos::Adv, Feats(0), 0);
    }
    if ADJECTIVE
        .iter()
        .any(|e| stem.ends_with(e) || word.ends_with(e))
    {
        push(Pos::Adj, Feats(number), 2);
    }
    let gender = if NOUN_FEM.iter().any(|e| stem.ends_with(e)) {
        Feats::FEM
    } else if NOUN_MASC.iter().any(|e| stem.ends_with(e)) {
        Feats::MASC
    } else {
        0
    };
    push(Pos::Noun, Feats(number | gender), 2);
    push(Pos::Adj, Feats(number), 5);
}
