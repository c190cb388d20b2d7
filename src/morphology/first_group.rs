//! Verbs in -er. One stem before a sounded ending, one before a mute e, one before a and o.

use super::{Forms, IMPERFECT, PLUR_1, PLUR_2, PLUR_3, SING_1, SING_2, SING_3, Simple};
use crate::lexicon::Feats;

/// -eler and -eter with a grave accent (il gèle, il achète); the others double (il appelle, il jette).
const GRAVE: &[&str] = &[
    "celer",
    "ciseler",
    "déceler",
    "receler",
    "geler",
    "congeler",
    "dégeler",
    "surgeler",
    "peler",
    "modeler",
    "remodeler",
    "marteler",
    "démanteler",
    "écarteler",
    "harceler",
    "acheter",
    "racheter",
    "haleter",
    "fureter",
    "crocheter",
    "corseter",
];

pub(super) fn conjugate(infinitive: &str, forms: &mut Forms<'_>) {
    let Some(stem) = infinitive.strip_suffix("er") else {
        return;
    };
    // The consonant that keeps its sound before a and o.
    let hard = if let Some(start) = stem.strip_suffix('c') {
        format!("{start}ç")
    } else if stem.ends_with('g') {
        format!("{stem}e")
    } else {
        stem.to_owned()
    };
    let mute = mute_stems(infinitive, stem);

    for (n, mute) in mute.iter().enumerate() {
        forms.stem(mute);
        // One form, one call: three of the four serve the indicative and the subjunctive.
        let present = Feats::PRESENT | Feats::SUBJUNCTIVE;
        forms.put("e", present | SING_1);
        forms.put("e", present | SING_3);
        forms.put("e", Feats::IMPERATIVE | SING_2);
        forms.put("es", present | SING_2);
        forms.put("ent", present | PLUR_3);
        match (n, infinitive.strip_suffix("envoyer")) {
            (0, Some(prefix)) => forms.stems(prefix, "enverr"),
            _ => forms.stems(mute, "er"),
        }
        forms.future_and_conditional();
    }
    if has_acute(stem) {
        // il cédera by the old spelling, il cèdera by the new one.
        forms.stems(stem, "er");
        forms.future_and_conditional();
    }

    forms.stem(&hard);
    forms.put("ons", Feats::PRESENT | Feats::IMPERATIVE | PLUR_1);
    for (n, ending) in IMPERFECT.iter().enumerate() {
        if n != 3 && n != 4 {
            forms.put(ending, Feats::IMPERFECT | super::PERSONS[n]);
        }
    }
    let mut simple = Simple::A.endings();
    simple[5] = "-";
    forms.tense(&simple[..6], Feats::PASSE_SIMPLE);
    forms.put(simple[6], Feats::SUBJUNCTIVE | SING_3);
    forms.put(simple[7], Feats::SUBJUNCTIVE | PLUR_3);
    forms.put("ant", Feats::PRESENT_PARTICIPLE);

    forms.stem(stem);
    forms.put("ez", Feats::PRESENT | Feats::IMPERATIVE | PLUR_2);
    forms.put("ions", Feats::IMPERFECT | Feats::SUBJUNCTIVE | PLUR_1);
    forms.put("iez", Feats::IMPERFECT | Feats::SUBJUNCTIVE | PLUR_2);
    forms.put("èrent", Feats::PASSE_SIMPLE | PLUR_3);
    forms.past_participle("é", "ée");
}

/// The stems before a mute e, the usual one first.
fn mute_stems(infinitive: &str, stem: &str) -> Vec<String> {
    if let Some(start) = stem.strip_suffix('y') {
        let with_i = format!("{start}i");
        // il paie, il paye; but il emploie, il appuie alone. -eyer never changes.
        return match start.chars().last() {
            Some('a') => vec![with_i, stem.to_owned()],
            Some('e') => vec![stem.to_owned()],
            _ => vec![with_i],
        };
    }
    let (vowel_at, vowel) = match last_vowel(stem) {
        Some(found) => found,
        None => return vec![stem.to_owned()],
    };
    let consonants = &stem[vowel_at + vowel.len_utf8()..];
    let grave = || format!("{}è{consonants}", &stem[..vowel_at]);
    match vowel {
        'é' if !consonants.is_empty() => vec![grave()],
        // tweeter: a loan's double e is no mute e.
        'e' if stem[..vowel_at].ends_with('e') => vec![stem.to_owned()],
        'e' if consonants == "l" || consonants == "t" => {
            if GRAVE.contains(&infinitive) {
                return vec![grave()];
            }
            let doubled = format!("{stem}{consonants}");
            // The spelling of 1990 has the accent everywhere but in appeler and jeter.
            if stem.ends_with("appel") || stem.ends_with("jet") {
                vec![doubled]
            } else {
                vec![doubled, grave()]
            }
        }
        'e' if consonants == "vr" || single_consonant(consonants) => vec![grave()],
        _ => vec![stem.to_owned()],
    }
}

fn has_acute(stem: &str) -> bool {
    last_vowel(stem).is_some_and(|(at, vowel)| vowel == 'é' && at + 'é'.len_utf8() < stem.len())
}

/// A consonant that leaves the e before it open: not the x of annexer, nor the w of interviewer.
fn single_consonant(consonants: &str) -> bool {
    consonants.len() == 1 && !consonants.ends_with(['x', 'w'])
}

/// The last vowel of the stem; the u of qu and gu is none.
fn last_vowel(stem: &str) -> Option<(usize, char)> {
    let body = match stem.strip_suffix('u') {
        Some(body) if body.ends_with(['q', 'g']) => body,
        _ => stem,
    };
    body.char_indices()
        .rev()
        .find(|(_, c)| "aeiouyàâéèêëîïôöûùü".contains(*c))
}
