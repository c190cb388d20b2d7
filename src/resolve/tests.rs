//! One test per kind of resolution, on invented sentences about invented people.

use crate::{Analyzer, Document};

/// The speaker's words and the entity's name, claim by claim.
fn speakers(text: &str) -> Vec<(String, String)> {
    let doc = Analyzer::new().analyze(text);
    doc.claims()
        .iter()
        .map(|c| {
            let mention = c.attribution().mention().map_or("", |m| doc.slice(m));
            let name = doc.speaker(c).map_or("", |e| e.name());
            (mention.to_owned(), name.to_owned())
        })
        .collect()
}

fn names(text: &str) -> Vec<String> {
    speakers(text).into_iter().map(|(_, name)| name).collect()
}

fn relays(text: &str) -> Vec<Vec<String>> {
    let doc: Document<'_> = Analyzer::new().analyze(text);
    doc.claims()
        .iter()
        .map(|c| {
            c.relays()
                .iter()
                .map(|r| doc.slice(r.span).to_owned())
                .collect()
        })
        .collect()
}

#[test]
fn last_name_and_title_lead_to_the_full_name() {
    let text = "« Le pont tiendra », a assuré Odile Brun. « Nous y veillons », a ajouté Mme Brun. Selon Brun, rien ne presse.";
    assert_eq!(names(text), ["Odile Brun"; 3]);
}

#[test]
fn particles_with_capitals_belong_to_the_name() {
    let text =
        "« Le pont tiendra », a assuré Odile De Ruyck. « Nous y veillons », a ajouté Mme De Ruyck.";
    assert_eq!(names(text), ["Odile De Ruyck"; 2]);
    let text = "« C'est non », a répondu Luc von der Aue. « Jamais », a répété M. von der Aue.";
    assert_eq!(names(text), ["Luc von der Aue"; 2]);
}

#[test]
fn a_name_behind_an_outlet_is_the_speaker() {
    let text = "« Les clients reviennent », résume à l'AFP Odile Brun, directrice du port.";
    assert_eq!(
        speakers(text),
        [("Odile Brun".to_owned(), "Odile Brun".to_owned())]
    );
    assert_eq!(relays(text), [["l'AFP"]]);
}

#[test]
fn a_function_with_its_chain_goes_with_the_name() {
    let text = "« C'est faux », a dit le secrétaire d'État à la Pêche Luc Maret. « C'est faux », a répété le secrétaire d'État.";
    assert_eq!(names(text), ["Luc Maret"; 2]);
    let text = "Le procureur de Fréval, Luc Maret, a ouvert une enquête. « Tout sera dit », a promis le procureur.";
    assert_eq!(names(text), ["Luc Maret"]);
}

#[test]
fn a_party_in_parentheses_speaks_for_nobody() {
    let text = "Odile Brun (PS) a évoqué « un recul ». « Il faudra payer », a-t-elle ajouté.";
    assert_eq!(names(text), ["Odile Brun"; 2]);
}

#[test]
fn a_description_is_the_person_in_mind() {
    let text = "« Je viendrai », a promis Odile Brun. « Et je chanterai », a ajouté l'actrice.";
    assert_eq!(names(text), ["Odile Brun"; 2]);
    let text = "« Je viendrai », a promis Odile Brun. « Et je chanterai », a ajouté son avocat.";
    assert_eq!(names(text), ["Odile Brun", "son avocat"]);
    let text = "« Je viendrai », a promis Odile Brun. « Nous aussi », a crié un riverain.";
    assert_eq!(names(text), ["Odile Brun", "un riverain"]);
}

#[test]
fn an_office_with_its_place_has_its_own_holder() {
    let text = "« Je viendrai », a promis la députée Odile Brun. « On verra », a répondu la préfète de Fréval.";
    assert_eq!(names(text), ["Odile Brun", "la préfète de Fréval"]);
}

#[test]
fn a_place_is_nobody() {
    let text =
        "Face à l'offensive à Gaza, l'ambassadeur est inquiet. « La paix est proche », a-t-il dit.";
    assert_eq!(names(text), ["l'ambassadeur"]);
}

#[test]
fn press_periphrases_mean_the_office() {
    let text = "Le Premier ministre moravien Luc Maret a reçu les syndicats. « J'écoute », a dit le chef du gouvernement moravien.";
    assert_eq!(names(text), ["Luc Maret"]);
}

#[test]
fn a_title_tells_the_profession() {
    let text = "« Mon client est innocent », a plaidé Me Odile Brun. « Il le prouvera », a ajouté l'avocate.";
    assert_eq!(names(text), ["Odile Brun"; 2]);
}

#[test]
fn pronouns_take_the_gender_of_the_first_name() {
    let text = "Odile Brun a rencontré Luc Maret. « Il a compris », a-t-elle dit. « J'ai compris », a-t-il confirmé.";
    assert_eq!(names(text), ["Odile Brun", "Luc Maret"]);
}

#[test]
fn this_last_one_is_the_last_one_named() {
    let text = "Odile Brun a rencontré Luc Maret. Ce dernier a assuré que le pont tiendrait.";
    assert_eq!(names(text), ["Luc Maret"]);
}

#[test]
fn a_body_is_its_acronym_and_its_kind() {
    let text = "L'Office du littoral, des ports et des phares (OLPP) a publié ses chiffres. Selon l'OLPP, le trafic baisse.";
    assert_eq!(names(text), ["Office du littoral, des ports et des phares"]);
}

#[test]
fn names_in_marks_and_behind_nouns() {
    let text = "« C'est un défi », explique le collectif \"Port Libre\", à l'origine de l'appel.";
    assert!(names(text).iter().all(|name| name == "Port Libre"));
    let text = "« C'est un défi », abonde un représentant du collectif Port Libre.";
    assert_eq!(names(text), ["un représentant du collectif Port Libre"]);
}

#[test]
fn partitives_are_apposed_like_nouns() {
    let text = "L'un des fondateurs du mouvement, Luc Maret, a promis que rien ne changerait.";
    assert_eq!(names(text), ["Luc Maret"]);
}

#[test]
fn the_headline_describes_whom_the_text_names() {
    let text = "« La paix est proche », assure l'ambassadeur de Moravie\n\n« Elle n'a jamais été si proche », affirme Luc Maret.\n\n« Nous sommes prêts », a ajouté l'ambassadeur.";
    assert_eq!(names(text), ["Luc Maret"; 3]);
}

#[test]
fn a_communique_goes_on_in_the_next_sentence_and_a_wire_does_not() {
    let text = "Dans un communiqué, Odile Brun a indiqué que le pont fermerait. « Nous le regrettons », a-t-elle ajouté.";
    assert_eq!(relays(text), [["un communiqué"], ["un communiqué"]]);
    let text =
        "« Le pont fermera », a dit à l'AFP Odile Brun. « Nous le regrettons », a-t-elle ajouté.";
    let found = relays(text);
    assert_eq!(found[0], ["l'AFP"]);
    assert!(found[1].is_empty());
}

#[test]
fn generic_audiences_are_no_relays() {
    assert!(relays("« Le pont fermera », a dit Odile Brun à la presse.")[0].is_empty());
    assert!(relays("« Le pont fermera », a lancé Odile Brun à la tribune.")[0].is_empty());
}

#[test]
fn roles_come_in_text_order() {
    let doc = Analyzer::new().analyze(
        "Odile Brun, maire de Fréval, est attendue. « J'y serai », a promis l'ancienne avocate. « Et à l'heure », a ajouté la maire.",
    );
    for entity in doc.entities() {
        assert!(entity.roles().windows(2).all(|w| w[0].span <= w[1].span));
    }
}

#[test]
fn a_profile_has_its_claims_and_counts_quoted_words() {
    let doc = Analyzer::new().analyze(
        "« Le pont tiendra bon », a dit Odile Brun. Elle juge le retard « fâcheux mais réparable ». Selon Luc Maret, rien ne presse.",
    );
    let [brun, maret] = doc.entities() else {
        panic!("two speak: {:?}", doc.entities());
    };
    assert_eq!(brun.claims().len(), 2);
    assert_eq!(brun.words_quoted(), 4 + 3);
    assert!(
        brun.claims()
            .iter()
            .all(|&c| doc.speaker(doc.claim(c)) == Some(brun))
    );
    assert_eq!((maret.claims().len(), maret.words_quoted()), (1, 0));
}

#[test]
fn a_capital_that_speaks_is_its_government() {
    let doc = Analyzer::new().analyze("Londres affirme que le traité sera signé.");
    assert_eq!(doc.entities()[0].kind(), crate::EntityKind::Organisation);
}

#[test]
fn a_description_begins_behind_its_preposition() {
    let text = "Le moulin est vide, a-t-on confirmé auprès d'une source meunière du port.";
    assert!(
        names(text)
            .iter()
            .all(|name| name.starts_with("une source")),
        "{:?}",
        names(text)
    );
}

#[test]
fn a_subject_with_its_verb_between_marks_is_no_apposition() {
    let text = "Selon le maire, Luc Maret, le promoteur « ne renoncera pas ».";
    let doc = Analyzer::new().analyze(text);
    let speaker = doc.speaker(&doc.claims()[0]).expect("the mayor is named");
    let roles: Vec<&str> = speaker.roles().iter().map(|r| doc.slice(r.span)).collect();
    assert_eq!(roles, ["le maire"]);
}
