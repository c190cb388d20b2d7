//! The way words took, in sentences of our own: what stands in brackets is the relay, with its part.

use crate::Analyzer;

/// The relays of the first claim in the notation of the cases.
fn read(analyzer: &Analyzer, text: &str) -> String {
    let doc = analyzer.analyze(text);
    let mut out = text.to_owned();
    let Some(claim) = doc.claims().first() else {
        return out;
    };
    let mut relays: Vec<_> = claim.relays().iter().collect();
    relays.sort_by_key(|r| std::cmp::Reverse(r.span.start()));
    for relay in relays {
        let written = format!("[{}: {}]", relay.role, doc.slice(relay.span));
        out.replace_range(relay.span.range(), &written);
    }
    out
}

fn plain(case: &str) -> String {
    ["[told_to: ", "[reported_by: ", "[medium: ", "]"]
        .iter()
        .fold(case.to_owned(), |text, mark| text.replace(mark, ""))
}

#[test]
fn relays_of_sentences() {
    let analyzer = Analyzer::new();
    let wrong: Vec<String> = CASES
        .iter()
        .filter_map(|case| {
            let found = read(&analyzer, &plain(case));
            (found != *case).then(|| format!("\n  want {case}\n  got  {found}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.concat());
}

/// The relays of every claim: « cue: relay, relay » one after another.
fn by_claim(analyzer: &Analyzer, text: &str) -> String {
    let doc = analyzer.analyze(text);
    let claims: Vec<String> = doc
        .claims()
        .iter()
        .map(|claim| {
            let cue = claim.cue().map_or("-", |cue| doc.slice(cue.span));
            let relays: Vec<String> = claim
                .relays()
                .iter()
                .map(|r| format!("{} {}", r.role, doc.slice(r.span)))
                .collect();
            format!("{cue}: {}", relays.join(", "))
        })
        .collect();
    claims.join(" | ")
}

/// What the sentence before says of the way, and outlets that hand on somebody else's words.
#[test]
fn relays_from_elsewhere() {
    let analyzer = Analyzer::new();
    for (text, want) in [
        (
            "Odile Brun était l'invitée de Radio Lumen mardi. « Le pont fermera », a-t-elle dit.",
            "a-t-elle dit: medium Radio Lumen",
        ),
        (
            "Odile Brun était invitée lundi dans l'émission Vives Voix. La comédienne a expliqué que le pont fermerait.",
            "a expliqué: medium l'émission Vives Voix",
        ),
        (
            "Odile Brun s'est exprimée mardi sur Radio Lumen. Elle a assuré que le pont fermerait.",
            "a assuré: medium Radio Lumen",
        ),
        (
            "Odile Brun a accordé un entretien au Relais. « Le pont fermera », prévient-elle.",
            "prévient-elle: medium un entretien, told_to Relais",
        ),
        (
            "Odile Brun a publié mardi un communiqué. « Le pont fermera », écrit-elle.",
            "écrit-elle: medium un communiqué",
        ),
        (
            "Odile Brun a traversé le pont. « Il fermera », prévient-elle.",
            "prévient-elle: ",
        ),
        (
            "Le pont fermera, selon Odile Brun, rapporte Le Relais.",
            "selon: reported_by Le Relais",
        ),
        (
            "« Le pont fermera », a déclaré Odile Brun, rapporte Le Relais.",
            "a déclaré: reported_by Le Relais",
        ),
        (
            "D'après Le Relais, Odile Brun a assuré que le pont fermerait.",
            "D'après:  | a assuré: reported_by Le Relais",
        ),
        (
            "Le Relais rapporte qu'Odile Brun a promis de fermer le pont.",
            "rapporte:  | a promis: reported_by Le Relais",
        ),
        (
            "La mairesse rapporte qu'Odile Brun a promis de fermer le pont.",
            "rapporte:  | a promis: ",
        ),
        (
            "« Le pont fermera », a écrit sur Twitter le maire de Fréval pendant que la foule se dispersait.",
            "a écrit: medium Twitter",
        ),
    ] {
        assert_eq!(by_claim(&analyzer, text), want, "{text}");
    }
}

#[test]
fn names_of_relays() {
    let analyzer = Analyzer::new();
    for (text, want) in [
        ("« Non », a dit Odile Brun au Relais.", "Le Relais"),
        ("« Non », a dit Odile Brun au Figaro.", "Le Figaro"),
        (
            "« Non », a dit Odile Brun aux Nouvelles de Fréval.",
            "Les Nouvelles de Fréval",
        ),
        ("« Non », a dit Odile Brun à l'AFP.", "AFP"),
        ("« Non », a dit Odile Brun à Radio Lumen.", "Radio Lumen"),
        (
            "« Non », a dit Odile Brun dans un communiqué.",
            "un communiqué",
        ),
    ] {
        let doc = analyzer.analyze(text);
        let names: Vec<&str> = doc.claims()[0]
            .relays()
            .iter()
            .map(|r| r.name.as_str())
            .collect();
        assert_eq!(names, [want], "{text}");
    }
}

#[rustfmt::skip]
const CASES: &[&str] = &[
    "« Le pont fermera », a déclaré Odile Brun à [told_to: la Voix d'Orsigny].",
    "« Le pont fermera », a déclaré Odile Brun au [told_to: Courrier de Fréval].",
    "« Le pont fermera », a déclaré Odile Brun à [told_to: Radio Lumen].",
    "« Le pont fermera », a déclaré Odile Brun à [told_to: Fréval TV].",
    "« Le pont fermera », a confié Odile Brun à [told_to: Nordia Info].",
    "« Le pont fermera », a déclaré Odile Brun sur [medium: Velta News].",
    "« Le pont fermera », a déclaré Odile Brun sur [medium: Radio Lumen].",
    "« Le pont fermera », a déclaré Odile Brun au micro de [told_to: Lumen FM].",
    "« Le pont fermera », a déclaré Odile Brun au micro d'[told_to: Veltane].",
    "« Le pont fermera », a déclaré Odile Brun à l'antenne de [told_to: Radio Lumen].",
    "« Le pont fermera », a déclaré Odile Brun sur l'antenne de [told_to: Lumen FM].",
    "« Le pont fermera », a déclaré Odile Brun dans les colonnes du [told_to: Relais].",
    "« Le pont fermera », a déclaré Odile Brun dans les colonnes de [told_to: La Gazette d'Orsigny].",
    "« Le pont fermera », a déclaré Odile Brun sur le plateau de [told_to: Canal Nord].",
    "« Le pont fermera », a déclaré Odile Brun à [told_to: l'agence Lumen].",
    "« Le pont fermera », a déclaré Odile Brun à [told_to: la radio publique Veltane].",
    "« Le pont fermera », a déclaré Odile Brun à [told_to: la chaîne privée Velta].",
    "« Le pont fermera », a déclaré Odile Brun au [told_to: quotidien régional Le Relais].",
    "« Le pont fermera », a déclaré Odile Brun auprès de [told_to: l'agence de presse Lumen].",
    "« Le pont fermera », a déclaré Odile Brun auprès de [told_to: lerelais.fr].",
    "« Le pont fermera », a déclaré Odile Brun à [told_to: lerelais.fr].",
    "« Le pont fermera », a déclaré Odile Brun au [told_to: site d'information Fréval Actu].",
    "« Le pont fermera », a déclaré Odile Brun au [told_to: site Fréval Actu].",
    "« Le pont fermera », a déclaré Odile Brun à [told_to: nos confrères du Relais].",
    "« Le pont fermera », a-t-elle déclaré à [told_to: L'Écho d'Orsigny].",
    "« Le pont fermera », a-t-elle expliqué au [told_to: Phare de la Vaume].",
    "« Le pont fermera », a-t-elle confié aux [told_to: Nouvelles de Fréval].",
    "« Le pont fermera », a-t-elle indiqué à [told_to: LTV].",
    "« Le pont fermera », a-t-elle indiqué à [told_to: la LTV].",
    "« Le pont fermera », a-t-elle indiqué à [told_to: l'ALP].",
    "« Le pont fermera », a-t-elle raconté à [told_to: Veltane].",
    "« Le pont fermera », a-t-elle tweeté.",
    "« Le pont fermera », a-t-elle dit à ses collègues.",
    "« Le pont fermera », a-t-elle dit à Luc Maret.",
    "« Le pont fermera », a-t-elle dit à M. Maret.",
    "« Le pont fermera », a-t-elle dit à Lyon.",
    "« Le pont fermera », a-t-elle dit à l'Assemblée nationale.",
    "« Le pont fermera », a-t-elle dit au Sénat.",
    "« Le pont fermera », a-t-elle dit au Stade Vaume.",
    "« Le pont fermera », a-t-elle dit au Conseil des ports.",
    "« Le pont fermera », a-t-elle dit à Vaume-sur-Lède.",
    "« Le pont fermera », a-t-elle dit en marge du sommet de Fréval.",
    "« Le pont fermera », a-t-elle dit à l'Organisation des ports.",
    "« Le pont fermera », a-t-elle dit dans son bureau.",
    "« Le pont fermera », a-t-elle dit dans un français parfait.",
    "« Le pont fermera », a-t-elle dit sur le perron de l'Élysée.",
    "« Le pont fermera », a-t-elle dit dans [medium: la matinale de Radio Vaume].",
    "« Le pont fermera », a-t-elle dit dans [medium: une vidéo] diffusée par [reported_by: l'agence officielle VAP].",
    "« Le pont fermera », a-t-elle dit, cité par [reported_by: la radio d'État].",
    "« Le pont fermera », a-t-elle dit au Mali.",
    "« Le pont fermera », a-t-elle dit aux députés.",
    "« Le pont fermera », a-t-elle dit à la presse.",
    "« Le pont fermera », a-t-elle dit aux médias.",
    "« Le pont fermera », a-t-elle dit à des journalistes.",
    "« Le pont fermera », a-t-elle dit aux journalistes.",
    "« Le pont fermera », a-t-elle dit sur place.",
    "« Le pont fermera », a-t-elle dit sur les réseaux sociaux.",
    "« Le pont fermera », a-t-elle dit à la tribune de l'Assemblée.",
    "« Le pont fermera », a-t-elle répondu au maire.",
    "« Le pont fermera », a-t-elle déclaré dans [medium: un entretien] au [told_to: Relais].",
    "« Le pont fermera », a-t-elle déclaré dans [medium: un entretien] publié lundi par [reported_by: Le Relais].",
    "« Le pont fermera », a-t-elle déclaré dans [medium: une interview] accordée à [told_to: La Gazette d'Orsigny].",
    "« Le pont fermera », a-t-elle déclaré dans [medium: une interview] diffusée mardi sur [medium: Canal Nord].",
    "« Le pont fermera », a-t-elle écrit dans [medium: une tribune] parue dans [medium: Le Relais].",
    "« Le pont fermera », a-t-elle écrit dans [medium: un message] posté sur [medium: Instagram].",
    "« Le pont fermera », a-t-elle écrit dans [medium: un long billet de blog].",
    "« Le pont fermera », a-t-elle écrit sur [medium: son blog].",
    "« Le pont fermera », a-t-elle écrit sur [medium: son site].",
    "« Le pont fermera », a-t-elle écrit sur [medium: le site de la mairie].",
    "« Le pont fermera », a-t-elle écrit dans [medium: son livre].",
    "« Le pont fermera », a-t-elle dit lors de [medium: ses vœux].",
    "« Le pont fermera », a-t-elle dit lors d'[medium: une allocution télévisée].",
    "« Le pont fermera », a-t-elle dit pendant [medium: une conférence de presse].",
    "« Le pont fermera », a-t-elle dit en [medium: conférence de presse].",
    "« Le pont fermera », a-t-elle dit au cours d'[medium: un point presse].",
    "« Le pont fermera », a-t-elle dit à l'occasion d'[medium: un point de presse].",
    "« Le pont fermera », a-t-elle fait savoir par [medium: communiqué].",
    "« Le pont fermera », a-t-elle fait savoir par voie de [medium: communiqué].",
    "« Le pont fermera », a-t-elle fait savoir via [medium: son compte Instagram].",
    "« Le pont fermera », a-t-elle fait savoir via [medium: Telegram].",
    "« Le pont fermera », a dit Odile Brun, citée par [reported_by: Le Relais].",
    "« Le pont fermera », a dit Odile Brun, citée par [reported_by: l'agence Lumen].",
    "« Le pont fermera », a dit Odile Brun, selon des propos rapportés par [reported_by: Le Relais].",
    "« Le pont fermera », a dit Odile Brun, dont les propos sont relayés par [reported_by: Fréval Info].",
    "« Le pont fermera », a dit Odile Brun, citée par [reported_by: Veltane].",
    "« Le pont fermera », a dit Odile Brun, interrogée par [told_to: Le Relais].",
    "« Le pont fermera », a dit Odile Brun, interrogée par [told_to: Nordia].",
    "« Le pont fermera », a dit Odile Brun, contactée par [told_to: nos soins].",
    "« Le pont fermera », a dit Odile Brun, jointe au téléphone par [told_to: Fréval Matin].",
    "« Le pont fermera », a dit Odile Brun, invitée de [medium: Radio Lumen].",
    "« Le pont fermera », a dit Odile Brun, invitée sur [medium: Canal Nord].",
    "« Le pont fermera », a dit Odile Brun, invitée de [medium: l'émission Vives Voix].",
    "Interrogée par [told_to: le Relais], Odile Brun a assuré que le pont fermerait.",
    "Interrogée par [told_to: Velta], Odile Brun a assuré que le pont fermerait.",
    "Contactée par [told_to: La Gazette du port], la mairie dément avoir vendu le pont.",
    "Jointe par [told_to: Nordia Presse], la mairie dément avoir vendu le pont.",
    "Sollicitée par [told_to: le magazine], la mairie dément avoir vendu le pont.",
    "Au micro de [told_to: Nordia], la mairesse a promis que le pont fermerait.",
    "Invitée d'[medium: Veltane Matin] mardi, la mairesse a promis que le pont fermerait.",
    "Dans [medium: une lettre] adressée au préfet, la mairesse a promis que le pont fermerait.",
    "Dans [medium: un courrier] consulté par [reported_by: Le Relais], la mairesse promet que le pont fermera.",
    "Dans [medium: Le Relais] de lundi, la mairesse promet que le pont fermera.",
    "Dans les colonnes du [told_to: Relais], la mairesse promet que le pont fermera.",
    "Dans [medium: un entretien] au long cours, la mairesse promet que le pont fermera.",
    "Dans [medium: son rapport annuel], la Cour estime que le pont est trop cher.",
    "Dans [medium: son arrêt], la cour estime que le pont est trop cher.",
    "Dans [medium: une étude] publiée lundi, l'institut Nordia estime que le pont est trop cher.",
    "Dans [medium: un procès-verbal], les policiers affirment que le pont était ouvert.",
    "Sur [medium: Velta 3], la mairesse a promis que le pont fermerait.",
    "Sur [medium: la chaîne Velta], la mairesse a promis que le pont fermerait.",
    "Sur [medium: X], la mairesse a promis que le pont fermerait.",
    "Devant les caméras de [told_to: Canal Nord], la mairesse a promis que le pont fermerait.",
    "Chez [medium: nos confrères de Radio Lumen], la mairesse a promis que le pont fermerait.",
    "Selon Odile Brun, citée par [reported_by: Le Relais], le pont fermera.",
    "Selon Odile Brun, interrogée par [told_to: Nordia Info], le pont fermera.",
    "Selon la préfecture, citée par [reported_by: la radio Veltane], le pont fermera.",
    "À ce titre, Luc Maret affirme que le pont fermera.",
    "Dans le Sud-Ouest, Luc Maret affirme que le pont fermera.",
    "Le pays gouverné par communiqué s'ennuie, estime Odile Brun.",
    "Sur le pont, Luc Maret affirme que tout ira bien.",
    "Sur la place de Fréval, Luc Maret affirme que tout ira bien.",
    "Dans les sondages, la maire affirme que tout ira bien.",
    "Dans sa ville, la maire affirme que tout ira bien.",
    "Au Havre, la maire affirme que tout ira bien.",
    "À Fréval, la maire affirme que tout ira bien.",
    "Devant le tribunal, la maire affirme que tout ira bien.",
    "À la télévision, la maire affirme que tout ira bien.",
    "À la radio, la maire affirme que tout ira bien.",
    "À [told_to: la télévision publique], la maire affirme que tout ira bien.",
    "« Le pont fermera », avait-elle annoncé au « [told_to: Relais] ».",
    "« Le pont fermera », avait-elle annoncé au «[told_to: Journal d'Orsigny]».",
    "« Le pont fermera », avait-elle annoncé à [told_to: The Nordia Post].",
    "« Le pont fermera », avait-elle annoncé au [told_to: Nordia Times].",
    "« Le pont fermera », avait-elle annoncé à [told_to: Die Velter Zeitung].",
    "« Le pont fermera », avait-elle annoncé au [told_to: Fréval Herald].",
    "« Le pont fermera », avait-elle annoncé à [told_to: Studio Lumen].",
    "« Le pont fermera », avait-elle annoncé à [told_to: France 3] Orsigny.",
    "« Le pont fermera », avait-elle annoncé à [told_to: ICI Orsigny].",
];
