//! What a description says of somebody: its head noun, and the words that tell this holder from another.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::OnceLock;

use crate::chunks::Source;
use crate::lexicon::{LemmaId, NounClass, Pos, fold};
use crate::mentions::{Mention, slice};
use crate::tokens::TokenId;

/// A function, profession or description of an entity.
pub(super) struct RoleWords {
    pub(super) lemma: Option<LemmaId>,
    /// It goes with any other: « l'élu », « l'ancien maire ».
    pub(super) passing: bool,
    /// What somebody was: « l'ancien maire ».
    pub(super) former: bool,
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
#[rustfmt::skip]
const PASSING: &[&str] = &[
    "homme", "femme", "dame", "monsieur", "personne", "personnalité", "individu", "intéressé", "intervenant",
    "interlocuteur", "responsable", "dirigeant", "patron", "numéro", "leader", "chef", "élu", "candidat", "militant",
    "expert", "spécialiste", "auteur", "invité", "orateur", "locataire", "pensionnaire", "occupant", "hôte", "natif",
    "star", "icône", "vedette", "idole", "champion", "vainqueur", "vétéran", "favori", "rival", "concurrent",
    "protagoniste", "héros", "victime", "suspect", "accusé", "prévenu", "détenu", "plaignant", "témoin",
    "signataire", "initiateur", "fondateur", "créateur", "organisateur", "cofondateur", "membre", "représentant",
    "père", "mère", "fils", "fille", "garçon", "enfant", "adolescent", "retraité", "habitant", "riverain",
    "résident", "voisin", "client", "usager", "citoyen", "compatriote", "ami", "collègue", "proche", "numero",
    "personnage", "cadet", "aîné", "benjamin", "doyen", "professionnel", "salarié", "employé", "cadre",
    "entrepreneur", "milliardaire", "multimillionnaire", "millionnaire", "polémiste", "activiste", "manifestant",
    "opposant", "politique", "époux", "épouse", "mari", "veuf", "veuve", "conjoint", "compagnon", "compagne",
    "fiancé", "frère", "sœur", "soeur", "oncle", "tante", "cousin", "neveu", "nièce", "grand-père", "grand-mère",
    "petit-fils", "petite-fille", "gendre", "beau-père", "belle-mère", "beau-frère", "belle-sœur", "papa", "maman",
    "parent", "héritier", "héritière", "orphelin", "jumeau", "jumelle", "duc", "duchesse", "prince", "princesse",
    "comte", "comtesse", "baron", "baronne", "marquis", "marquise", "lord", "noble", "aristocrate", "jeune", "ado",
    "gamin", "garçonnet", "fillette", "bébé", "nourrisson", "étudiant", "lycéen", "collégien", "écolier", "élève",
    "apprenti", "stagiaire", "chômeur", "intérimaire", "réfugié", "migrant", "exilé", "touriste", "vacancier",
    "visiteur", "spectateur", "lecteur", "auditeur", "internaute", "électeur", "contribuable", "consommateur",
    "locuteur", "bénévole", "volontaire", "donateur", "sympathisant", "partisan", "adhérent", "supporteur", "fan",
    "admirateur", "disciple", "survivant", "rescapé", "blessé", "otage", "passager", "automobiliste", "conducteur",
    "cycliste", "piéton", "motard", "meurtrier", "agresseur", "assaillant", "tueur", "tireur", "fugitif", "condamné",
    "coupable", "délinquant", "malfaiteur", "terroriste", "djihadiste", "forcené", "escroc", "braqueur", "voleur",
    "violeur", "kidnappeur", "incendiaire", "repenti", "défunt", "disparu", "malade", "patient", "lauréat",
    "gagnant", "finaliste", "titulaire", "tenant", "adversaire", "challenger", "perdant", "homonyme", "prédécesseur",
    "successeur", "remplaçant", "homologue", "pionnier", "précurseur", "génie", "prodige", "surdoué", "ténor",
    "mentor", "gourou", "visage", "voix", "figure", "tête", "légende", "monstre", "géant", "meneur", "instigateur",
    "inventeur", "concepteur", "bienfaiteur", "mécène", "propriétaire", "bailleur", "investigateur", "passionné",
    "amateur", "autodidacte", "insider", "lanceur", "contestataire", "gréviste", "frondeur", "dissident", "insurgé",
    "rebelle", "révolutionnaire", "réformateur", "idéologue", "porte-étendard", "porte-drapeau", "quidam",
    "bonhomme", "gaillard", "type", "mec", "gars", "anonyme", "inconnu", "bricoleur", "coauteur", "cosignataire",
    "coordinateur", "coordonnateur", "animateur", "participant", "convive", "trentenaire", "quadragénaire",
    "quinquagénaire", "sexagénaire", "septuagénaire", "octogénaire", "nonagénaire", "voyageur", "voyageuse",
    "randonneur", "promeneur", "baigneur", "festivalier", "fêtard", "figurant",
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
    let former = is_former(source, mention);
    RoleWords {
        lemma,
        passing: former || lemma.is_some_and(|l| is_passing(source, l)),
        former,
        words,
        tokens: mention.tokens.clone(),
    }
}

/// « l'ancien maire », « l'ex-champion »: what somebody was.
fn is_former(source: Source<'_>, mention: &Mention) -> bool {
    mention.tokens.clone().take(3).any(|t| {
        let word = source.word(t);
        matches!(word, "ancien" | "ancienne" | "Ancien" | "Ancienne" | "ex")
            || word.starts_with("ex-")
            || word.starts_with("Ex-")
    })
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
fn is_passing(source: Source<'_>, lemma: LemmaId) -> bool {
    let text = &*source.lexicon.lemma(lemma).text;
    nature(text).passing || is_adjective(source, lemma)
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

/// A noun that says what somebody is to somebody: « la compagne de Luc Maret ».
pub(super) fn is_kin(source: Source<'_>, lemma: LemmaId) -> bool {
    matches!(
        &*source.lexicon.lemma(lemma).text,
        "père"
            | "mère"
            | "parent"
            | "papa"
            | "maman"
            | "fils"
            | "fille"
            | "enfant"
            | "frère"
            | "sœur"
            | "soeur"
            | "oncle"
            | "tante"
            | "cousin"
            | "neveu"
            | "nièce"
            | "grand-père"
            | "grand-mère"
            | "petit-fils"
            | "petite-fille"
            | "gendre"
            | "beau-père"
            | "belle-mère"
            | "beau-frère"
            | "belle-sœur"
            | "mari"
            | "femme"
            | "époux"
            | "épouse"
            | "veuf"
            | "veuve"
            | "conjoint"
            | "compagnon"
            | "compagne"
            | "fiancé"
            | "ami"
            | "proche"
            | "collègue"
            | "voisin"
            | "confrère"
            | "collaborateur"
            | "conseiller"
            | "avocat"
            | "client"
            | "victime"
            | "rival"
            | "adversaire"
            | "homologue"
            | "prédécesseur"
            | "successeur"
    )
}

/// A noun that goes with houses as with people: « son confrère », « le suisse ».
pub(super) fn is_peer(source: Source<'_>, lemma: LemmaId) -> bool {
    matches!(
        &*source.lexicon.lemma(lemma).text,
        "compatriote"
            | "confrère"
            | "concurrent"
            | "rival"
            | "voisin"
            | "homologue"
            | "partenaire"
            | "allié"
            | "cousin"
            | "mastodonte"
            | "mensuel"
            | "numéro"
            | "leader"
            | "champion"
            | "fleuron"
            | "pionnier"
            | "spécialiste"
    ) || is_adjective(source, lemma)
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

/// Professions by what they have to do with: nouns of one line may be said of the same person.
#[rustfmt::skip]
const FIELDS: &[&[&str]] = &[
    &[
        "artiste", "chanteur", "cantatrice", "musicien", "compositeur", "parolier", "interprète", "rappeur",
        "slameur", "guitariste", "pianiste", "violoniste", "batteur", "bassiste", "disc-jockey", "acteur",
        "comédien", "humoriste", "metteur", "réalisateur", "cinéaste", "scénariste", "producteur", "dramaturge",
        "peintre", "sculpteur", "dessinateur", "illustrateur", "graveur", "plasticien", "photographe", "vidéaste",
        "danseur", "chorégraphe", "styliste", "couturier", "mannequin", "architecte", "designer", "marionnettiste",
        "clown", "magicien", "caricaturiste",
    ],
    &[
        "écrivain", "romancier", "poète", "poétesse", "essayiste", "nouvelliste", "dramaturge", "biographe",
        "traducteur", "intellectuel", "philosophe", "académicien", "scénariste", "journaliste", "chroniqueur",
        "critique", "pamphlétaire", "dessinateur", "historien",
    ],
    &[
        "chercheur", "scientifique", "savant", "universitaire", "professeur", "enseignant-chercheur", "maître",
        "doctorant", "historien", "philosophe", "économiste", "politiste", "géographe", "démographe", "physicien",
        "chimiste", "biologiste", "mathématicien", "statisticien", "astronome", "astrophysicien", "botaniste",
        "généticien", "linguiste", "pédagogue", "juriste", "constitutionnaliste", "ingénieur", "agronome",
        "océanographe", "glaciologue", "enseignant", "politologue", "analyste", "consultant", "expert",
        "académicien",
    ],
    &[
        "médecin", "docteur", "chirurgien", "urgentiste", "infirmier", "pédiatre", "psychiatre", "généraliste",
        "praticien", "soignant", "dentiste", "kinésithérapeute", "gynécologue", "cardiologue", "épidémiologiste",
        "infectiologue", "virologue", "réanimateur", "anesthésiste", "interniste", "légiste", "professeur",
        "chercheur", "vétérinaire", "psychologue", "pharmacien",
    ],
    &[
        "avocat", "juriste", "pénaliste", "conseil", "défenseur", "bâtonnier", "notaire", "magistrat", "juge",
        "procureur",
    ],
    &[
        "magistrat", "procureur", "juge", "substitut", "président",
    ],
    &[
        "parlementaire", "député", "sénateur", "eurodéputé", "législateur", "élu", "politicien", "politique",
        "ministre", "maire", "conseiller", "rapporteur", "édile", "socialiste", "écologiste", "communiste",
        "centriste", "conservateur", "démocrate", "républicain", "travailliste", "dirigeant", "leader", "opposant",
    ],
    &[
        "sportif", "athlète", "joueur", "footballeur", "rugbyman", "basketteur", "handballeur", "volleyeur",
        "hockeyeur", "tennisman", "attaquant", "défenseur", "milieu", "gardien", "portier", "buteur", "avant-centre",
        "ailier", "demi", "pilier", "talonneur", "capitaine", "international", "coureur", "cycliste", "grimpeur",
        "sprinteur", "marathonien", "nageur", "skieur", "boxeur", "judoka", "lutteur", "pilote", "navigateur",
        "skipper", "perchiste", "champion", "médaillé",
    ],
    &[
        "entraîneur", "sélectionneur", "coach", "technicien", "manager", "tacticien", "préparateur",
    ],
    &[
        "policier", "gendarme", "enquêteur", "commissaire", "inspecteur", "brigadier", "gardien", "militaire",
        "soldat", "officier", "général", "colonel", "lieutenant-colonel", "commandant", "capitaine", "lieutenant",
        "adjudant", "sergent", "amiral", "vice-amiral", "marin", "pompier", "sapeur-pompier", "sous-officier",
    ],
    &[
        "entrepreneur", "industriel", "banquier", "financier", "investisseur", "négociant", "homme", "femme",
        "gestionnaire", "promoteur", "armateur", "cadre",
    ],
    &[
        "agriculteur", "éleveur", "exploitant", "paysan", "cultivateur", "fermier", "viticulteur", "vigneron",
        "maraîcher", "céréalier", "producteur", "apiculteur", "arboriculteur", "horticulteur", "berger",
        "betteravier", "ostréiculteur", "pêcheur", "conchyliculteur",
    ],
    &[
        "commerçant", "gérant", "boutiquier", "boulanger", "boucher", "charcutier", "restaurateur", "libraire",
        "épicier", "fleuriste", "coiffeur", "hôtelier", "cafetier", "artisan", "tenancier", "buraliste",
        "pharmacien", "cuisinier", "chef",
    ],
    &[
        "prêtre", "curé", "abbé", "évêque", "archevêque", "cardinal", "prélat", "pape", "pontife", "rabbin", "imam",
        "pasteur", "moine", "religieux", "religieuse", "théologien", "aumônier", "patriarche",
    ],
    &[
        "journaliste", "reporter", "éditorialiste", "chroniqueur", "animateur", "présentateur", "correspondant",
        "rédacteur", "polémiste", "commentateur", "blogueur", "vidéaste", "photographe", "youtubeur", "influenceur",
    ],
    &[
        "enseignant", "professeur", "instituteur", "maître", "maîtresse", "proviseur", "principal", "recteur",
        "éducateur",
    ],
    &[
        "syndicaliste", "délégué", "secrétaire", "ouvrier", "cheminot", "salarié", "agent", "fonctionnaire",
        "conducteur",
    ],
];

/// Where the sciences stand in [`FIELDS`].
const SCIENCE: usize = 2;

/// What the lists of this file say of a noun.
#[derive(Clone, Copy, Default)]
struct Nature {
    passing: bool,
    office: bool,
    charged: bool,
    court: bool,
    fields: u32,
}

/// Every noun of the lists, looked up in one step.
fn nature(noun: &str) -> Nature {
    static NOUNS: OnceLock<HashMap<&'static str, Nature>> = OnceLock::new();
    let nouns = NOUNS.get_or_init(|| {
        let mut nouns: HashMap<&'static str, Nature> = HashMap::new();
        for &noun in PASSING {
            nouns.entry(noun).or_default().passing = true;
        }
        for &noun in OFFICES {
            nouns.entry(noun).or_default().office = true;
        }
        for &noun in CHARGED {
            nouns.entry(noun).or_default().charged = true;
        }
        for &noun in COURT {
            nouns.entry(noun).or_default().court = true;
        }
        for (line, field) in FIELDS.iter().enumerate() {
            for &noun in *field {
                nouns.entry(noun).or_default().fields |= 1 << line;
            }
        }
        nouns
    });
    nouns.get(noun).copied().unwrap_or_default()
}

/// Two nouns that say of the same person what he or she does: « le peintre », « l'artiste ».
pub(super) fn are_related(a: &str, b: &str) -> bool {
    a == b || fields(a) & fields(b) != 0
}

/// The lines of work that a noun has to do with, as bits.
fn fields(noun: &str) -> u32 {
    // « le politologue », « le climatologue »
    let science = u32::from(noun.ends_with("logue")) << SCIENCE;
    nature(noun).fields | science
}

/// Those whom a case is brought against.
const CHARGED: &[&str] = &[
    "accusé",
    "prévenu",
    "suspect",
    "détenu",
    "condamné",
    "meurtrier",
    "agresseur",
    "assaillant",
    "tueur",
    "tireur",
    "fugitif",
    "délinquant",
    "malfaiteur",
    "terroriste",
    "djihadiste",
    "forcené",
    "escroc",
    "braqueur",
    "voleur",
    "violeur",
    "kidnappeur",
    "incendiaire",
    "coupable",
];

/// Those who bring it, judge it, plead it, or suffered.
const COURT: &[&str] = &[
    "président",
    "juge",
    "procureur",
    "magistrat",
    "substitut",
    "avocat",
    "bâtonnier",
    "pénaliste",
    "greffier",
    "policier",
    "gendarme",
    "enquêteur",
    "commissaire",
    "expert",
    "psychiatre",
    "victime",
    "plaignant",
    "témoin",
    "rescapé",
    "otage",
    "préfet",
    "ministre",
];

/// Nouns that cannot be said of one person in one article: « l'accusé » and « la présidente » of the court.
pub(super) fn are_opposed(a: &str, b: &str) -> bool {
    let (a, b) = (nature(a), nature(b));
    a.charged && b.court || a.court && b.charged
}

/// « le chef de l'État » is president of no association.
pub(super) fn is_another_president(
    source: Source<'_>,
    mention: &Mention,
    other: &RoleWords,
) -> bool {
    let key = fold(slice(source, &mention.tokens));
    let state = ["chef de l'etat", "chef de l’etat"].contains(&strip_article(&key));
    state
        && other.tokens.clone().skip(2).any(|t| {
            source.pos(t) == Pos::Noun
                && fold(source.word(t)) != "republique"
                && matches!(
                    source.noun_class(source.tags[t as usize].lemma()),
                    Some(NounClass::Organisation | NounClass::Group | NounClass::Person)
                )
        })
}

/// An office of a court, whose holder the press need not name.
pub(super) fn is_of_court(noun: &str) -> bool {
    matches!(noun, "juge" | "procureur" | "substitut" | "avocat")
}

/// An office whose holder everybody knows: it may stay without a name.
pub(super) fn is_supreme(source: Source<'_>, lemma: LemmaId) -> bool {
    matches!(
        &*source.lexicon.lemma(lemma).text,
        "président" | "ministre" | "roi" | "reine" | "pape" | "chancelier" | "prince" | "empereur"
    )
}

pub(super) fn is_office(source: Source<'_>, lemma: LemmaId) -> bool {
    nature(&source.lexicon.lemma(lemma).text).office
}

pub(super) fn strip_article(key: &str) -> &str {
    [
        "le ", "la ", "les ", "l'", "un ", "une ", "des ", "ce ", "cette ", "ces ", "cet ",
    ]
    .iter()
    .find_map(|a| key.strip_prefix(a))
    .map_or(key, str::trim_start)
}
