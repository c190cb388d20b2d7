//! The words by which a name or a group shows that it is an outlet's.

use crate::attribution::Scope;
use crate::chunks::Chunk;
use crate::lexicon::Feats;

/// A word that the names of outlets and nearly nothing else hold: « Radio Lumen », « Nordia Post », « Fréval Info ».
pub(super) fn is_outlet_word(word: &str) -> bool {
    if !word.starts_with(|c: char| c.is_uppercase()) {
        return false;
    }
    matches!(
        word,
        "TV" | "FM"
            | "Radio"
            | "Radios"
            | "Télé"
            | "Télévision"
            | "Television"
            | "Televisión"
            | "Televisione"
            | "Canal"
            | "Channel"
            | "News"
            | "Info"
            | "Infos"
            | "Actu"
            | "Actus"
            | "Actualité"
            | "Actualités"
            | "Média"
            | "Médias"
            | "Media"
            | "Hebdo"
            | "Magazine"
            | "Mag"
            | "Webzine"
            | "Times"
            | "Post"
            | "Herald"
            | "Tribune"
            | "Gazette"
            | "Journal"
            | "Press"
            | "Presse"
            | "Daily"
            | "Weekly"
            | "Sunday"
            | "Chronicle"
            | "Telegraph"
            | "Guardian"
            | "Observer"
            | "Mirror"
            | "Examiner"
            | "Inquirer"
            | "Dispatch"
            | "Gazet"
            | "Zeitung"
            | "Tageblatt"
            | "Rundschau"
            | "Nachrichten"
            | "Anzeiger"
            | "Allgemeine"
            | "Spiegel"
            | "Kurier"
            | "Krant"
            | "Dagblad"
            | "Courant"
            | "Tidende"
            | "Bladet"
            | "Corriere"
            | "Gazzetta"
            | "Giornale"
            | "Messaggero"
            | "Quotidiano"
            | "Stampa"
            | "Repubblica"
            | "Diario"
            | "Periódico"
            | "Heraldo"
            | "Noticias"
            | "Jornal"
            | "Folha"
            | "Correio"
            | "Público"
            | "Gazeta"
            | "Rzeczpospolita"
            | "Pravda"
            | "Novosti"
            | "Vestnik"
            | "Shimbun"
            | "Ilbo"
            | "Quotidien"
            | "Hebdomadaire"
            | "Mensuel"
            | "Podcast"
            | "Podcasts"
            | "Studio"
            | "Nieuws"
            | "Bote"
            | "Blatt"
            | "Morgenpost"
            | "Télégramme"
            | "Dépêche"
            | "Matinale"
            | "Inforadio"
            | "Webradio"
    ) || word.len() > 3
        && (word.ends_with("TV")
            || word.ends_with("News")
            || word.ends_with("FM")
            || word.ends_with("Info"))
        || (word.starts_with("Radio-")
            || word.starts_with("Télé-")
            || word.ends_with("-TV")
            || word.ends_with("-Matin")
            || word.ends_with("-Soir")
            || word.ends_with("-Presse")
            || word.ends_with("-Hebdo")
            || word.ends_with("-Info"))
}

/// A common noun that newspapers are called by and towns are not: with a capital and where somebody is told.
pub(super) fn is_title_noun(word: &str) -> bool {
    matches!(
        word,
        "Voix"
            | "Écho"
            | "Echo"
            | "Échos"
            | "Echos"
            | "Courrier"
            | "Nouvelle"
            | "Nouvelles"
            | "Éclair"
            | "Eclair"
            | "Progrès"
            | "Républicain"
            | "Républicaine"
            | "République"
            | "Indépendant"
            | "Indépendante"
            | "Parisien"
            | "Populaire"
            | "Libre"
            | "Liberté"
            | "Croix"
            | "Humanité"
            | "Dernières"
            | "Dernière"
            | "Messager"
            | "Phare"
            | "Réveil"
            | "Éveil"
            | "Eveil"
            | "Patriote"
            | "Bulletin"
            | "Moniteur"
            | "Observateur"
            | "Canard"
            | "Soir"
            | "Soleil"
            | "Devoir"
            | "Temps"
            | "Patrie"
            | "Avenir"
            | "Essor"
            | "Travailleur"
            | "Cri"
            | "Étoile"
            | "Renaissance"
            | "Relais"
            | "Vigie"
            | "Sentinelle"
            | "Semaine"
            | "Semeur"
            | "Revue"
            | "Lettre"
            | "Feuille"
            | "Affiches"
            | "Annonces"
            | "Petites"
            | "Marseillaise"
            | "Charente"
            | "Montagne"
            | "Provence"
            | "Matin"
            | "Opinion"
            | "Express"
            | "Point"
            | "Figaro"
            | "Monde"
            | "Citoyen"
            | "Démocrate"
            | "Socialiste"
            | "Ouvrière"
            | "Ouvrier"
            | "Paysan"
            | "Paysanne"
            | "Savoyard"
            | "Breton"
            | "Normand"
            | "Picard"
            | "Lorrain"
            | "Lorraine"
            | "Alsacien"
            | "Béarnais"
            | "Dauphiné"
            | "Berry"
            | "Havrais"
            | "Nordiste"
            | "Expression"
            | "Peuple"
            | "Témoignage"
            | "Témoin"
            | "Regard"
            | "Reflet"
            | "Reflets"
            | "Horizons"
            | "Horizon"
            | "Cahiers"
            | "Vie"
            | "Combat"
    )
}

/// A place or an event that people speak at, where its name begins with what it is.
pub(super) fn is_house(word: &str) -> bool {
    matches!(
        word,
        "Stade"
            | "Palais"
            | "Zénith"
            | "Théâtre"
            | "Musée"
            | "Centre"
            | "Café"
            | "Parc"
            | "Salon"
            | "Forum"
            | "Sommet"
            | "Congrès"
            | "Festival"
            | "Conseil"
            | "Tribunal"
            | "Collège"
            | "Château"
            | "Quai"
            | "Pavillon"
            | "Cinéma"
            | "Casino"
            | "Domaine"
            | "Lac"
            | "Mont"
            | "Cap"
            | "Pont"
            | "Port"
            | "Camp"
            | "Fort"
            | "Boulevard"
            | "Institut"
            | "Hôtel"
            | "Lycée"
            | "Cirque"
            | "Jardin"
            | "Panthéon"
            | "Parlement"
            | "Sénat"
            | "Parti"
            | "Front"
            | "Comité"
            | "Mouvement"
            | "Club"
            | "Crédit"
            | "Fonds"
            | "Trésor"
            | "Bureau"
            | "Grand"
            | "Petit"
            | "Vieux"
            | "Haut"
            | "Nord"
            | "Sud"
            | "Nouveau"
            | "Proche-Orient"
            | "Moyen-Orient"
            | "Royaume"
            | "Ministère"
            | "Premier"
            | "Président"
            | "Chef"
            | "Haut-Commissariat"
            | "Bataclan"
            | "Dôme"
            | "Bourget"
            | "Louvre"
    )
}

/// « lerelais.fr », « Actu.fr », « franceinfo »
pub(super) fn is_domain(word: &str) -> bool {
    let Some((name, end)) = word.rsplit_once('.') else {
        return matches!(word, "franceinfo" | "francetvinfo" | "lefigaro" | "lemonde");
    };
    name.len() > 1
        && !name.contains('/')
        && matches!(
            end,
            "fr" | "com"
                | "net"
                | "org"
                | "info"
                | "be"
                | "ch"
                | "ca"
                | "qc"
                | "dz"
                | "ma"
                | "tn"
                | "sn"
                | "ci"
                | "cd"
                | "bf"
                | "lu"
                | "eu"
                | "tv"
                | "fm"
                | "news"
                | "media"
                | "co"
                | "uk"
                | "de"
                | "it"
                | "es"
        )
}

/// « BuzzWire », « CVoix »: a capital inside the word, as few places and persons have.
pub(super) fn is_inner_capital(word: &str) -> bool {
    let mut chars = word.chars();
    let first = chars.next().is_some_and(char::is_uppercase);
    let rest = chars.as_str();
    first
        && !rest.contains(['-', '\'', '’', '.'])
        && !word.starts_with("Mc")
        && !word.starts_with("Mac")
        && rest.chars().any(char::is_lowercase)
        && rest.chars().any(char::is_uppercase)
}

/// Those who write for an outlet, and what stands for them: « nos confrères de », « les caméras de », « la rédaction de ».
pub(super) fn is_press_people(lemma: &str) -> bool {
    matches!(
        lemma,
        "confrère"
            | "consœur"
            | "journaliste"
            | "reporter"
            | "correspondant"
            | "envoyé"
            | "chroniqueur"
            | "rédaction"
            | "équipe"
            | "lecteur"
            | "auditeur"
            | "téléspectateur"
            | "microphone"
            | "intervieweur"
    )
}

/// « nos confrères »
pub(super) fn is_ours(scope: &Scope<'_>, chunk: &Chunk) -> bool {
    chunk.feats.has(Feats::POSSESSIVE) && scope.is_word(chunk.first, &["nos", "notre"])
}

/// What an outlet lends to somebody who speaks: « au micro de », « dans les colonnes de », « sur le plateau de ».
pub(super) fn is_floor(lemma: &str, plural: bool) -> bool {
    match lemma {
        "micro" | "microphone" | "antenne" | "onde" | "plateau" | "caméra" => true,
        "colonne" | "page" | "studio" => plural,
        _ => false,
    }
}

pub(super) fn is_press_adjective(word: &str) -> bool {
    !matches!(
        word.to_lowercase().as_str(),
        "spatiale"
            | "régionale"
            | "sanitaire"
            | "européenne"
            | "immobilière"
            | "mondiale"
            | "internationale"
            | "bancaire"
            | "locale"
            | "départementale"
            | "antidopage"
            | "fédérale"
            | "fiscale"
            | "nucléaire"
            | "onusienne"
            | "environnementale"
            | "aérienne"
            | "publicitaire"
            | "intérimaire"
            | "matrimoniale"
            | "municipale"
            | "humanitaire"
            | "nationale"
    )
}

/// What a chain, a site or a channel is about when it is one of the press.
pub(super) fn is_broadcast_matter(lemma: &str) -> bool {
    matches!(
        lemma,
        "télévision"
            | "télé"
            | "radio"
            | "information"
            | "info"
            | "sport"
            | "service"
            | "presse"
            | "actualité"
            | "média"
            | "news"
            | "vidéo"
            | "internet"
            | "télé-achat"
            | "divertissement"
            | "cinéma"
    )
}

pub(super) fn is_web(word: &str) -> bool {
    matches!(
        word.to_lowercase().as_str(),
        "internet"
            | "web"
            | "officiel"
            | "officielle"
            | "spécialisé"
            | "spécialisée"
            | "participatif"
            | "satirique"
            | "gouvernemental"
            | "complotiste"
            | "conservateur"
            | "indépendant"
            | "américain"
            | "britannique"
            | "français"
            | "allemand"
            | "local"
            | "personnel"
            | "sportif"
            | "féministe"
            | "communautaire"
    )
}

/// Asked, met or heard: « interrogé par », « jointe par ».
pub(super) fn is_asked(lemma: &str) -> bool {
    matches!(
        lemma,
        "interroger"
            | "joindre"
            | "contacter"
            | "questionner"
            | "interviewer"
            | "rencontrer"
            | "recueillir"
            | "solliciter"
            | "inviter"
            | "approcher"
            | "relancer"
            | "sonder"
            | "interpeller"
            | "recevoir"
    )
}

/// Only the press does it to a speaker: an unknown name behind « par » is an outlet.
pub(super) fn is_asked_by_press(lemma: &str) -> bool {
    matches!(
        lemma,
        "interroger" | "joindre" | "contacter" | "questionner" | "interviewer" | "solliciter"
    )
}

/// Cited or handed on: « cité par », « rapportés par ».
pub(super) fn is_cited(lemma: &str) -> bool {
    matches!(
        lemma,
        "citer"
            | "rapporter"
            | "relayer"
            | "publier"
            | "révéler"
            | "diffuser"
            | "reprendre"
            | "retranscrire"
            | "retransmettre"
            | "mentionner"
            | "évoquer"
            | "dévoiler"
            | "recueillir"
            | "consulter"
            | "obtenir"
            | "traduire"
            | "divulguer"
            | "transmettre"
            | "enregistrer"
            | "commander"
            | "réaliser"
    )
}

/// What is cited is words: an unknown name behind « par » is an outlet. (A study is published by anybody.)
pub(super) fn is_cited_by_press(lemma: &str) -> bool {
    matches!(
        lemma,
        "citer" | "rapporter" | "relayer" | "retranscrire" | "retransmettre"
    )
}

/// The verb of a participle that is an adjective too: « accordé » is accorder.
pub(super) fn infinitive(lemma: &str) -> std::borrow::Cow<'_, str> {
    match lemma {
        "joint" => "joindre".into(),
        "repris" => "reprendre".into(),
        "obtenu" => "obtenir".into(),
        "recueilli" => "recueillir".into(),
        "reçu" => "recevoir".into(),
        "retransmis" => "retransmettre".into(),
        "retranscrit" => "retranscrire".into(),
        "traduit" => "traduire".into(),
        "paru" => "paraître".into(),
        _ => match lemma.strip_suffix('é') {
            Some(stem) => format!("{stem}er").into(),
            None => lemma.into(),
        },
    }
}

/// « accordée » ends a group as an adjective does, and goes with what follows.
pub(super) fn is_given_form(word: &str) -> bool {
    let word = word.trim_end_matches('s');
    let masculine = word
        .strip_suffix('e')
        .filter(|w| w.ends_with('é'))
        .unwrap_or(word);
    is_given(masculine)
}

/// Granted to an outlet, or shown by one: « accordé à », « diffusé sur », « paru dans ».
pub(super) fn is_given(lemma: &str) -> bool {
    matches!(
        &*infinitive(lemma),
        "accorder"
            | "donner"
            | "confier"
            | "livrer"
            | "octroyer"
            | "adresser"
            | "envoyer"
            | "transmettre"
            | "remettre"
    )
}

pub(super) fn is_shown(lemma: &str) -> bool {
    matches!(
        lemma,
        "publier"
            | "diffuser"
            | "paraître"
            | "poster"
            | "mettre"
            | "partager"
            | "retransmettre"
            | "relayer"
            | "inviter"
            | "twitter"
            | "tweeter"
            | "intervenir"
            | "signer"
            | "réapparaître"
            | "enregistrer"
            | "écrire"
    )
}

/// Verbs whose complement in à is somebody: no town stands behind « a confié à ».
pub(super) fn is_confided(lemma: &str) -> bool {
    matches!(
        lemma,
        "confier"
            | "raconter"
            | "avouer"
            | "révéler"
            | "confirmer"
            | "glisser"
            | "souffler"
            | "répondre"
            | "résumer"
            | "se confier"
            | "confesser"
            | "détailler"
    )
}

/// A conversation that an outlet may hold: « un entretien au Relais », « une interview avec La Gazette ».
pub(super) fn is_interview(lemma: &str) -> bool {
    matches!(
        lemma,
        "entretien"
            | "interview"
            | "entrevue"
            | "confidence"
            | "déclaration"
            | "tribune"
            | "chronique"
            | "confession"
            | "billet"
    )
}

/// « lors de », « au cours de »: occasions on which somebody speaks, and which nothing is said on or in.
pub(super) fn is_occasion(lemma: &str) -> bool {
    matches!(
        lemma,
        "débat"
            | "échange"
            | "conversation"
            | "dialogue"
            | "duel"
            | "cérémonie"
            | "hommage"
            | "procès"
            | "audience"
            | "meeting"
            | "colloque"
            | "séminaire"
            | "symposium"
            | "conférence"
            | "face-à-face"
            | "réunion"
            | "audition"
            | "interrogatoire"
            | "éloge"
            | "prière"
            | "direct"
            | "plateau"
            | "appel"
            | "toast"
            | "masterclass"
            | "leçon"
    )
}

/// What words stand on: « sur son compte », « sur une page ».
pub(super) fn is_surface(lemma: &str) -> bool {
    matches!(
        lemma,
        "compte"
            | "page"
            | "blog"
            | "blogue"
            | "plateau"
            | "antenne"
            | "vidéo"
            | "story"
            | "live"
            | "mur"
            | "fil"
            | "profil"
            | "messagerie"
            | "enregistrement"
            | "bande"
            | "boucle"
            | "groupe"
            | "réseau"
            | "podcast"
            | "chat"
            | "forum"
            | "édition"
            | "une"
    )
}

/// Texts that words do not come through, or that are no text in most sentences: « dans les sondages », « dans ce dossier ».
pub(super) fn is_no_carrier(lemma: &str) -> bool {
    matches!(
        lemma,
        "dossier"
            | "projet"
            | "accord"
            | "contrat"
            | "bail"
            | "scrutin"
            | "référendum"
            | "consultation"
            | "classement"
            | "palmarès"
            | "indice"
            | "indicateur"
            | "fichier"
            | "registre"
            | "calendrier"
            | "planning"
            | "agenda"
            | "mandat"
            | "version"
            | "loi"
            | "simulation"
            | "modélisation"
            | "annuaire"
            | "facture"
            | "devis"
            | "scénario"
            | "nouvelle"
            | "permis"
            | "visa"
            | "bulle"
            | "code"
            | "protocole"
            | "programme"
            | "pacte"
            | "tableau"
            | "original"
            | "plaque"
            | "constitution"
            | "inventaire"
            | "donnée"
            | "calcul"
            | "chiffre"
            | "prévision"
            | "projection"
            | "script"
            | "partition"
            | "copie"
            | "brouillon"
            | "chapitre"
            | "préambule"
            | "diagnostic"
            | "reçu"
            | "répertoire"
            | "curriculum"
            | "tag"
            | "badge"
            | "statistique"
            | "recensement"
    )
}

/// The main verb of a sentence that says where somebody speaks: « s'est exprimée sur », « était l'invité de ».
pub(super) fn is_appearance(lemma: &str) -> bool {
    matches!(
        lemma,
        "s'exprimer"
            | "exprimer"
            | "intervenir"
            | "réagir"
            | "revenir"
            | "répondre"
            | "publier"
            | "poster"
            | "tweeter"
            | "twitter"
            | "écrire"
            | "accorder"
            | "donner"
            | "participer"
            | "passer"
            | "être"
            | "confier"
            | "se confier"
            | "prendre"
            | "témoigner"
            | "parler"
            | "apparaître"
            | "commenter"
            | "s'expliquer"
            | "expliquer"
            | "débattre"
            | "inviter"
            | "interroger"
            | "recevoir"
            | "adresser"
            | "livrer"
            | "signer"
            | "tenir"
            | "prononcer"
            | "diffuser"
            | "partager"
            | "lire"
            | "mettre"
            | "envoyer"
            | "rédiger"
            | "justifier"
            | "se justifier"
            | "s'adresser"
            | "prendre la parole"
            | "raconter"
            | "évoquer"
    )
}

/// What somebody does with a medium that speaks then: « a publié un communiqué », « a accordé un entretien ».
pub(super) fn is_issue(lemma: &str) -> bool {
    matches!(
        lemma,
        "publier"
            | "poster"
            | "diffuser"
            | "accorder"
            | "donner"
            | "adresser"
            | "envoyer"
            | "écrire"
            | "signer"
            | "livrer"
            | "rédiger"
            | "lire"
            | "prononcer"
            | "mettre"
            | "partager"
            | "tenir"
            | "transmettre"
            | "faire"
            | "enregistrer"
    )
}
