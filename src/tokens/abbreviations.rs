//! Points that belong to the word before them.
//!
//! A point is kept in the word when it cannot be, or most likely is not, the end of a sentence. What follows decides:
//! a lower-case word, a comma or a number says that the sentence goes on.

/// How an abbreviation behaves before a capital.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Abbreviation {
    /// Stands before a name: `M. Brun`. The point is kept before whatever follows on the line.
    Title,
    /// Stands before what it announces: `p. 12`, `cf. Brun`, `av. Foch`. Kept before a capital too.
    Leading,
    /// Ends a phrase: `etc.`, `Cie.`, `sept.`. Before a capital the sentence is over.
    Closing,
}

/// The abbreviation that `word`, the text before the point, is.
pub(super) fn abbreviation(word: &str) -> Option<Abbreviation> {
    use Abbreviation::{Closing, Leading, Title};
    if word.len() > 6 {
        return None;
    }
    Some(match word {
        "M" | "MM" | "Mm" | "Mme" | "Mmes" | "Mlle" | "Mlles" | "Dr" | "Drs" | "Pr" | "Prs"
        | "Me" | "Mgr" | "Mr" | "Mrs" | "Ms" | "St" | "Ste" | "Cdt" | "Gal" | "Lt" | "mme"
        | "mr" => Title,
        "p" | "pp" | "cf" | "Cf" | "av" | "bd" | "Bd" | "vs" | "Th" | "Ph" | "Ch" | "Chr"
        | "éd" | "Éd" | "Ed" | "ed" | "réf" | "tél" | "Tél" | "tel" | "Tel" | "chap" | "Chap"
        | "vol" | "Vol" | "fig" | "Fig" | "coll" | "trad" => Leading,
        "etc" | "art" | "Art" | "ex" | "al" | "Cie" | "Inc" | "Ltd" | "Corp" | "Jr" | "Sr"
        | "Co" | "Bros" | "janv" | "févr" | "fév" | "avr" | "juil" | "sept" | "oct" | "nov"
        | "déc" | "hab" | "op" | "cit" | "ibid" | "id" | "env" | "min" | "max" | "dép" | "ndlr"
        | "Ndlr" | "NDLR" => Closing,
        _ => return None,
    })
}

/// Capitalised words that begin sentences far more often than they follow an initial.
/// « La » and « Le » are not here: « F. Le Goff ».
pub(super) fn begins_sentence(word: &str) -> bool {
    matches!(
        word,
        "Les"
            | "Un"
            | "Une"
            | "Des"
            | "Du"
            | "Au"
            | "Aux"
            | "Il"
            | "Elle"
            | "Ils"
            | "Elles"
            | "On"
            | "Nous"
            | "Vous"
            | "Je"
            | "Ce"
            | "Cet"
            | "Cette"
            | "Ces"
            | "C"
            | "Ça"
            | "Cela"
            | "Mais"
            | "Et"
            | "Ou"
            | "Or"
            | "Donc"
            | "Car"
            | "Dans"
            | "Pour"
            | "Selon"
            | "Sur"
            | "Sous"
            | "Avec"
            | "Sans"
            | "En"
            | "À"
            | "A"
            | "Après"
            | "Avant"
            | "Depuis"
            | "Pendant"
            | "Lors"
            | "Si"
            | "Quand"
            | "Lorsque"
            | "Qui"
            | "Que"
            | "Qu"
            | "Quel"
            | "Son"
            | "Sa"
            | "Ses"
            | "Leur"
            | "Leurs"
            | "Notre"
            | "Mon"
            | "Ma"
            | "Mes"
            | "Tout"
            | "Tous"
            | "Toutes"
            | "Plus"
            | "Pas"
            | "Ainsi"
            | "Enfin"
            | "Alors"
            | "Aussi"
            | "Puis"
            | "Par"
            | "Parmi"
            | "Contre"
            | "Entre"
            | "Chez"
            | "Deux"
            | "Trois"
            | "Y"
            | "N"
            | "S"
            | "J"
            | "Pourtant"
            | "Toutefois"
            | "Cependant"
            | "Néanmoins"
            | "Comme"
            | "Malgré"
            | "Hier"
            | "Même"
            | "Certains"
            | "Plusieurs"
            | "Chaque"
            | "Celui"
            | "Celle"
            | "Ceux"
            | "Aucun"
            | "Aucune"
            | "Ni"
    )
}

/// Nouns that take a letter: « le plan B. », « la vitamine C. ». A point after that letter ends the sentence.
pub(super) fn takes_letter(word: &str) -> bool {
    matches!(
        word,
        "plan"
            | "plans"
            | "vitamine"
            | "vitamines"
            | "groupe"
            | "groupes"
            | "catégorie"
            | "catégories"
            | "hépatite"
            | "génération"
            | "série"
            | "ligue"
            | "point"
            | "lettre"
            | "acte"
            | "classe"
            | "type"
            | "étape"
            | "grippe"
            | "pôle"
            | "bac"
            | "poule"
            | "division"
            | "option"
            | "hypothèse"
            | "phase"
            | "ligne"
            | "permis"
            | "hangar"
            | "bâtiment"
            | "immeuble"
            | "facteur"
            | "zone"
            | "district"
            | "terminal"
            | "quai"
            | "porte"
            | "article"
            | "annexe"
            | "variante"
            | "équipe"
    )
}

/// Particles that follow an initial in lower case: « J. de la Tour ».
pub(super) fn is_particle(word: &str) -> bool {
    matches!(
        word,
        "de" | "d"
            | "du"
            | "des"
            | "van"
            | "von"
            | "der"
            | "ben"
            | "ibn"
            | "al"
            | "el"
            | "da"
            | "di"
    )
}

/// Lower-case endings that a point joins to a word: inclusive spelling (`étudiant.e.s`) and internet domains.
pub(super) fn joins_by_point(suffix: &str) -> bool {
    matches!(
        suffix,
        "e" | "s"
            | "es"
            | "t"
            | "te"
            | "tes"
            | "ne"
            | "nes"
            | "le"
            | "les"
            | "la"
            | "se"
            | "ses"
            | "rice"
            | "rices"
            | "trice"
            | "trices"
            | "euse"
            | "euses"
            | "ive"
            | "ives"
            | "ère"
            | "ères"
            | "ienne"
            | "iennes"
            | "fe"
            | "ve"
            | "ves"
            | "x"
            | "elle"
            | "elles"
            | "fr"
            | "com"
            | "org"
            | "net"
            | "be"
            | "ch"
            | "ca"
            | "eu"
            | "info"
            | "tv"
            | "io"
            | "ai"
            | "app"
            | "gouv"
            | "co"
            | "uk"
            | "de"
            | "it"
            | "lu"
            | "ma"
            | "dz"
            | "tn"
            | "sn"
            | "qc"
            | "me"
            | "re"
            | "js"
            | "paris"
            | "bzh"
            | "edu"
            | "gov"
    )
}

/// The endings of [`joins_by_point`] that are domains: a path may follow.
pub(super) fn is_domain(suffix: &str) -> bool {
    matches!(
        suffix,
        "fr" | "com"
            | "org"
            | "net"
            | "be"
            | "ch"
            | "ca"
            | "eu"
            | "info"
            | "tv"
            | "io"
            | "gouv"
            | "co"
            | "uk"
            | "me"
            | "re"
    )
}
