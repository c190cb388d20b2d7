use super::*;
use std::collections::HashSet;

/// What the readings of a written form are, as `lemma pos feats`.
fn read(lexicon: &Lexicon, written: &str) -> Vec<(String, Pos, u32)> {
    let readings = lexicon.readings(lexicon.lookup(written)).iter();
    readings
        .map(|r| (lexicon.lemma(r.lemma).text.to_string(), r.pos, r.feats.0))
        .collect()
}

fn small(lines: &str) -> Lexicon {
    let mut lexicon = Lexicon::empty();
    lexicon.add_lines("test", lines).expect("good lines");
    lexicon
}

#[test]
fn embedded_files_are_sound() {
    let mut seen = HashSet::new();
    for &(file, name, text) in EMBEDDED {
        let mut rows = 0;
        for row in rows::read(file, name, text) {
            rows += 1;
            let key = match row.unwrap_or_else(|error| panic!("{error}")) {
                Row::Verb { lemma, .. } => format!("{name} {lemma}"),
                Row::GeneralVerb { lemma, .. } => format!("{name} {lemma}"),
                Row::Noun(noun) => format!(
                    "{name} {} {} {:?}",
                    noun.lemma, noun.gender, noun.info.class
                ),
                Row::Adjective { masculine, .. } => format!("{name} {masculine}"),
                Row::Closed {
                    form, pos, feats, ..
                } => format!("{name} {form} {pos:?} {feats:?}"),
                Row::Adverb(form) => format!("{name} {form}"),
                Row::FirstName { name: given, .. } => format!("{name} {given}"),
                Row::Name(row) => format!("{name} {}", row.name),
            };
            assert!(seen.insert(key.clone()), "{key} stands twice");
        }
        assert!(rows > 0, "{name} is empty");
    }
}

#[test]
fn reporting_verbs_are_usable() {
    let mut rows = 0;
    for row in rows::read(File::Verbs, "verbs.tsv", include_str!("data/verbs.tsv")) {
        let Ok(Row::Verb { lemma, info }) = row else {
            panic!("a row of verbs.tsv")
        };
        rows += 1;
        assert!(info.frames.0 != 0, "{lemma} has no construction");
        let parts = rows::Locution::of(lemma);
        assert!(
            !parts.reflexive || info.etre,
            "{lemma} is pronominal and takes être"
        );
    }
    assert!(rows >= 320, "{rows} reporting verbs");
    let general = include_str!("data/verbs_general.tsv");
    let rows = rows::read(File::GeneralVerbs, "verbs_general.tsv", general).count();
    assert!(rows >= 1500, "{rows} general verbs");
}

#[test]
fn readings_of_one_form_are_merged_by_person_alone() {
    let l = small("verb\tdire\tneutral\tincise,que\ta");
    let dit = read(&l, "dit");
    let finite = Feats::P3 | Feats::SING | Feats::PRESENT | Feats::PASSE_SIMPLE;
    let participle = Feats::PAST_PARTICIPLE | Feats::MASC | Feats::SING;
    assert_eq!(dit.len(), 2);
    assert!(dit.contains(&("dire".into(), Pos::Verb, finite)));
    assert!(dit.contains(&("dire".into(), Pos::Verb, participle)));

    let l = small("verb\taffirmer\tassertion\tque\ta");
    let first = Feats::P1 | Feats::SING | Feats::PRESENT | Feats::SUBJUNCTIVE;
    let third = Feats::P3 | Feats::SING | Feats::PRESENT | Feats::SUBJUNCTIVE;
    let affirme = read(&l, "affirme");
    assert!(
        affirme.contains(&("affirmer".into(), Pos::Verb, first)),
        "{affirme:?}"
    );
    assert!(
        affirme.contains(&("affirmer".into(), Pos::Verb, third)),
        "{affirme:?}"
    );

    let l = small("verb\tmettre en cause\tcriticism\tnp\ta");
    let number = Feats::PAST_PARTICIPLE | Feats::MASC | Feats::SING | Feats::PLUR;
    assert!(read(&l, "mis").contains(&("mettre".into(), Pos::Verb, number)));
}

#[test]
fn verb_and_noun_share_a_form() {
    let l = small("verb\tporter\tneutral\tsur_np\ta\nnoun\tporte\tf\tother");
    let pos: HashSet<Pos> = l
        .readings(l.lookup("Porte"))
        .iter()
        .map(|r| r.pos)
        .collect();
    assert_eq!(pos, HashSet::from([Pos::Verb, Pos::Noun]));
}

#[test]
fn nouns_and_adjectives_take_their_forms() {
    let l = small(
        "noun\tavocat\tm\tperson\tavocate\t-\t-\t-\nnoun\tjournal\tm\toutlet\nnoun\tjuge\te\tperson\n\
         noun\tœil\tm\tother\t-\tyeux\nnoun\tcorps\tm\tgroup\t-\t=\nnoun\tgens\tm\tgroup\t-\t=",
    );
    let feats = |form: &str| read(&l, form)[0].2;
    assert_eq!(feats("avocates"), Feats::FEM | Feats::PLUR);
    assert_eq!(feats("avocat"), Feats::MASC | Feats::SING);
    assert_eq!(feats("journaux"), Feats::MASC | Feats::PLUR);
    assert_eq!(feats("juges"), Feats::MASC | Feats::FEM | Feats::PLUR);
    assert_eq!(read(&l, "yeux")[0].0, "œil");
    assert_eq!(feats("oeil"), Feats::MASC | Feats::SING);
    assert_eq!(feats("corps"), Feats::MASC | Feats::SING | Feats::PLUR);

    let mut l = Lexicon::empty();
    l.add_adjective("heureux", None, None);
    l.add_adjective("rapide", None, None);
    l.add_adjective("bleu", None, Some("bleus"));
    l.finish();
    assert_eq!(
        read(&l, "heureux")[0].2,
        Feats::MASC | Feats::SING | Feats::PLUR
    );
    assert_eq!(read(&l, "heureuses")[0].2, Feats::FEM | Feats::PLUR);
    assert_eq!(
        read(&l, "rapides")[0].2,
        Feats::MASC | Feats::FEM | Feats::PLUR
    );
    assert_eq!(read(&l, "bleus")[0].2, Feats::MASC | Feats::PLUR);
}

#[test]
fn locutions_and_pronominal_verbs() {
    let l = small(
        "verb\tdire\tneutral\tque\ta\nverb\tse dire\tthought\tattr\te\n\
         verb\ts'inquiéter\temotion\tde_np\te\nverb\ttirer la sonnette d'alarme\twarning\tsur_np\ta\n\
         verb\ttirer argument\tassertion\tde_np\ta\nverb\ten appeler\torder\ta_np\ta\n\
         verb\ts'en prendre\tcriticism\ta_np\te\nverb\tse faire l’écho\tneutral\tde_np\te",
    );
    let id = |text: &str| l.lemma_id(text).expect("a lemma");
    assert_eq!(l.reflexive(id("dire")), Some(id("se dire")));
    assert_eq!(l.reflexive(id("inquiéter")), Some(id("s'inquiéter")));
    assert!(
        l.lemma(id("inquiéter"))
            .verb
            .is_some_and(|verb| verb.class.is_none())
    );
    let tirer = l.locutions(id("tirer"));
    assert_eq!(tirer.len(), 2);
    assert_eq!(tirer[0].lemma, id("tirer la sonnette d'alarme"));
    let words: Vec<WordId> = ["la", "sonnette", "d’", "Alarme"]
        .map(|w| l.lookup(w))
        .into();
    assert_eq!(&*tirer[0].rest, &words[..]);
    assert!(!words.contains(&WordId::UNKNOWN));
    let appeler = &l.locutions(id("appeler"))[0];
    assert!(appeler.en && !appeler.reflexive && appeler.rest.is_empty());
    let prendre = &l.locutions(id("prendre"))[0];
    assert!(prendre.en && prendre.reflexive && prendre.rest.is_empty());
    let faire = &l.locutions(id("faire"))[0];
    assert!(faire.reflexive && !faire.en);
    assert_eq!(&*faire.rest, &[l.lookup("l'"), l.lookup("écho")]);
    assert!(l.locutions(id("dire")).is_empty());
}

#[test]
fn the_attribute_of_a_locution_agrees() {
    let l = small("verb\têtre convaincu\tthought\tque\ta");
    let rests: HashSet<WordId> = l
        .locutions(l.lemma_id("être").expect("a lemma"))
        .iter()
        .map(|known| known.rest[0])
        .collect();
    let forms = ["convaincu", "convaincue", "convaincus", "convaincues"];
    assert_eq!(rests, forms.iter().map(|form| l.lookup(form)).collect());
}

#[test]
fn a_later_line_lays_over_an_earlier_one() {
    let mut l = small("verb\tporter\tneutral\tsur_np\ta");
    let before = l.forms();
    l.add_lines("mine", "# mine\r\n\r\nverb\tporter\tassertion\tque\ta\r\n")
        .expect("good lines");
    assert_eq!(l.forms(), before);
    let porter = l
        .lemma(l.lemma_id("porter").expect("a lemma"))
        .verb
        .expect("a verb");
    assert_eq!(porter.class, Some(CueClass::Assertion));
    assert!(porter.frames.has(Frames::QUE) && !porter.frames.has(Frames::SUR_NP));
}

#[test]
fn a_noun_of_two_classes() {
    let noun = |l: &Lexicon| {
        l.lemma(l.lemma_id("avis").expect("a lemma"))
            .noun
            .expect("a noun")
    };
    let mut l = Lexicon::empty();
    let text = "avis\tm\tdocument\navis\tm\tspeech\t-\t-\tthought\tque";
    for row in rows::read(File::Nouns, "nouns.tsv", text) {
        l.add(row.expect("a good line"));
    }
    assert_eq!(
        (noun(&l).class, noun(&l).cue),
        (NounClass::Document, Some(CueClass::Thought))
    );
    assert!(noun(&l).frames.has(Frames::QUE));
    l.add_lines("mine", "noun\tavis\tm\tother")
        .expect("a good line");
    assert_eq!((noun(&l).class, noun(&l).cue), (NounClass::Other, None));
}

#[test]
fn names_are_found_by_alias() {
    let l = small("name\tLe Relais\toutlet\tms\tlerelais.example|Relais du soir");
    let proper = l.proper("le  relais").expect("a name");
    assert_eq!(&*proper.name, "Le Relais");
    assert_eq!(
        (proper.kind, proper.feats.0),
        (ProperKind::Outlet, Feats::MASC | Feats::SING)
    );
    assert!(l.proper("RELAIS DU SOIR").is_some());
    assert!(l.proper("Le Relais du matin").is_none());
}

#[test]
fn errors_name_line_and_column() {
    let error = |lines: &str| {
        let mut lexicon = Lexicon::empty();
        let error = lexicon.add_lines("my.tsv", lines).expect_err("a bad line");
        assert!(error.is_lexicon());
        assert_eq!(
            lexicon.forms(),
            Lexicon::empty().forms(),
            "nothing is kept of a bad file"
        );
        error.to_string()
    };
    let e = error("verb\tdire\tneutral\tque\ta\nverb\té\tneutral\tque\ta");
    assert!(
        e.starts_with("lexicon my.tsv, line 2, column 6: \"é\" is no infinitive"),
        "{e}"
    );
    let e = error("verb\tréciter\tneutrall\tque");
    assert!(
        e.starts_with("lexicon my.tsv, line 1, column 14: unknown class \"neutrall\""),
        "{e}"
    );
    let e = error("verb\tréciter\tneutral\tque, foo,np");
    assert!(
        e.starts_with("lexicon my.tsv, line 1, column 27: unknown construction \"foo\""),
        "{e}"
    );
    let e = error("verb\tréciter");
    assert!(
        e.starts_with("lexicon my.tsv, line 1, column 13: a class is missing"),
        "{e}"
    );
    let e = error("noun\tchose\tx\tother");
    assert!(
        e.starts_with("lexicon my.tsv, line 1, column 12: unknown gender \"x\""),
        "{e}"
    );
    let e = error("chose\tx");
    assert!(
        e.starts_with("lexicon my.tsv, line 1, column 1: unknown kind of line"),
        "{e}"
    );
    let e = error("name\tX\toutlet\tms\t-\tplus");
    assert!(
        e.starts_with("lexicon my.tsv, line 1, column 20: a column too many"),
        "{e}"
    );
}

#[test]
fn the_embedded_lexicon_reads_press_french() {
    let l = Lexicon::builtin();
    let has = |form: &str, pos: Pos| {
        let readings = l.readings(l.lookup(form));
        assert!(
            readings.iter().any(|r| r.pos == pos),
            "{form} as {pos:?}: {readings:?}"
        );
    };
    for form in ["déclare", "DÉCLARE", "a", "A", "est", "sera", "faisait"] {
        has(form, Pos::Verb);
    }
    has("A", Pos::Prep);
    has("à", Pos::Prep);
    has("l’", Pos::Det);
    has("Qu'", Pos::Sub);
    assert!(l.lookup("l'").0 != 0 && l.readings(WordId::UNKNOWN).is_empty());
    assert_eq!(l.lookup("zzyzx"), WordId::UNKNOWN);
}
