//! Every model against forms written from the grammar.

use super::*;
use std::collections::HashSet;

fn forms(infinitive: &str) -> HashSet<(String, u32)> {
    let mut forms = HashSet::new();
    conjugate(infinitive, &mut |form, feats| {
        forms.insert((form.to_owned(), feats.0));
    });
    forms
}

/// Third persons, singular and plural, of the present, imperfect, passé simple, future, conditional,
/// subjunctive present and subjunctive imperfect, then present participle, past participle masculine and
/// feminine singular.
const TABLES: &[(&str, &str)] = &[
    (
        "parler",
        "parle parlent parlait parlaient parla parlèrent parlera parleront parlerait parleraient parle \
         parlent parlât parlassent parlant parlé parlée",
    ),
    (
        "annoncer",
        "annonce annoncent annonçait annonçaient annonça annoncèrent annoncera annonceront annoncerait \
         annonceraient annonce annoncent annonçât annonçassent annonçant annoncé annoncée",
    ),
    (
        "juger",
        "juge jugent jugeait jugeaient jugea jugèrent jugera jugeront jugerait jugeraient juge jugent \
         jugeât jugeassent jugeant jugé jugée",
    ),
    (
        "employer",
        "emploie emploient employait employaient employa employèrent emploiera emploieront emploierait \
         emploieraient emploie emploient employât employassent employant employé employée",
    ),
    (
        "envoyer",
        "envoie envoient envoyait envoyaient envoya envoyèrent enverra enverront enverrait enverraient \
         envoie envoient envoyât envoyassent envoyant envoyé envoyée",
    ),
    (
        "considérer",
        "considère considèrent considérait considéraient considéra considérèrent considérera \
         considéreront considérerait considéreraient considère considèrent considérât considérassent \
         considérant considéré considérée",
    ),
    (
        "alléguer",
        "allègue allèguent alléguait alléguaient allégua alléguèrent alléguera allégueront alléguerait \
         allégueraient allègue allèguent alléguât alléguassent alléguant allégué alléguée",
    ),
    (
        "rappeler",
        "rappelle rappellent rappelait rappelaient rappela rappelèrent rappellera rappelleront \
         rappellerait rappelleraient rappelle rappellent rappelât rappelassent rappelant rappelé rappelée",
    ),
    (
        "rejeter",
        "rejette rejettent rejetait rejetaient rejeta rejetèrent rejettera rejetteront rejetterait \
         rejetteraient rejette rejettent rejetât rejetassent rejetant rejeté rejetée",
    ),
    (
        "marteler",
        "martèle martèlent martelait martelaient martela martelèrent martèlera martèleront martèlerait \
         martèleraient martèle martèlent martelât martelassent martelant martelé martelée",
    ),
    (
        "relever",
        "relève relèvent relevait relevaient releva relevèrent relèvera relèveront relèverait relèveraient \
         relève relèvent relevât relevassent relevant relevé relevée",
    ),
    (
        "créer",
        "crée créent créait créaient créa créèrent créera créeront créerait créeraient crée créent créât \
         créassent créant créé créée",
    ),
    (
        "avertir",
        "avertit avertissent avertissait avertissaient avertit avertirent avertira avertiront avertirait \
         avertiraient avertisse avertissent avertît avertissent avertissant averti avertie",
    ),
    (
        "répartir",
        "répartit répartissent répartissait répartissaient répartit répartirent répartira répartiront \
         répartirait répartiraient répartisse répartissent répartît répartissent répartissant réparti \
         répartie",
    ),
    (
        "démentir",
        "dément démentent démentait démentaient démentit démentirent démentira démentiront démentirait \
         démentiraient démente démentent démentît démentissent démentant démenti démentie",
    ),
    (
        "partir",
        "part partent partait partaient partit partirent partira partiront partirait partiraient parte \
         partent partît partissent partant parti partie",
    ),
    (
        "découvrir",
        "découvre découvrent découvrait découvraient découvrit découvrirent découvrira découvriront \
         découvrirait découvriraient découvre découvrent découvrît découvrissent découvrant découvert \
         découverte",
    ),
    (
        "offrir",
        "offre offrent offrait offraient offrit offrirent offrira offriront offrirait offriraient offre \
         offrent offrît offrissent offrant offert offerte",
    ),
    (
        "soutenir",
        "soutient soutiennent soutenait soutenaient soutint soutinrent soutiendra soutiendront \
         soutiendrait soutiendraient soutienne soutiennent soutînt soutinssent soutenant soutenu soutenue",
    ),
    (
        "accueillir",
        "accueille accueillent accueillait accueillaient accueillit accueillirent accueillera \
         accueilleront accueillerait accueilleraient accueille accueillent accueillît accueillissent \
         accueillant accueilli accueillie",
    ),
    (
        "parcourir",
        "parcourt parcourent parcourait parcouraient parcourut parcoururent parcourra parcourront \
         parcourrait parcourraient parcoure parcourent parcourût parcourussent parcourant parcouru \
         parcourue",
    ),
    (
        "mourir",
        "meurt meurent mourait mouraient mourut moururent mourra mourront mourrait mourraient meure \
         meurent mourût mourussent mourant mort morte",
    ),
    (
        "acquérir",
        "acquiert acquièrent acquérait acquéraient acquit acquirent acquerra acquerront acquerrait \
         acquerraient acquière acquièrent acquît acquissent acquérant acquis acquise",
    ),
    (
        "fuir",
        "fuit fuient fuyait fuyaient fuit fuirent fuira fuiront fuirait fuiraient fuie fuient fuît \
         fuissent fuyant fui fuie",
    ),
    (
        "haïr",
        "hait haïssent haïssait haïssaient haït haïrent haïra haïront haïrait haïraient haïsse haïssent \
         haït haïssent haïssant haï haïe",
    ),
    (
        "répondre",
        "répond répondent répondait répondaient répondit répondirent répondra répondront répondrait \
         répondraient réponde répondent répondît répondissent répondant répondu répondue",
    ),
    (
        "prendre",
        "prend prennent prenait prenaient prit prirent prendra prendront prendrait prendraient prenne \
         prennent prît prissent prenant pris prise",
    ),
    (
        "promettre",
        "promet promettent promettait promettaient promit promirent promettra promettront promettrait \
         promettraient promette promettent promît promissent promettant promis promise",
    ),
    (
        "battre",
        "bat battent battait battaient battit battirent battra battront battrait battraient batte battent \
         battît battissent battant battu battue",
    ),
    (
        "traduire",
        "traduit traduisent traduisait traduisaient traduisit traduisirent traduira traduiront traduirait \
         traduiraient traduise traduisent traduisît traduisissent traduisant traduit traduite",
    ),
    (
        "craindre",
        "craint craignent craignait craignaient craignit craignirent craindra craindront craindrait \
         craindraient craigne craignent craignît craignissent craignant craint crainte",
    ),
    (
        "enjoindre",
        "enjoint enjoignent enjoignait enjoignaient enjoignit enjoignirent enjoindra enjoindront \
         enjoindrait enjoindraient enjoigne enjoignent enjoignît enjoignissent enjoignant enjoint enjointe",
    ),
    (
        "reconnaître",
        "reconnaît reconnaissent reconnaissait reconnaissaient reconnut reconnurent reconnaîtra \
         reconnaîtront reconnaîtrait reconnaîtraient reconnaisse reconnaissent reconnût reconnussent \
         reconnaissant reconnu reconnue",
    ),
    (
        "naître",
        "naît naissent naissait naissaient naquit naquirent naîtra naîtront naîtrait naîtraient naisse \
         naissent naquît naquissent naissant né née",
    ),
    (
        "dire",
        "dit disent disait disaient dit dirent dira diront dirait diraient dise disent dît dissent disant \
         dit dite",
    ),
    (
        "contredire",
        "contredit contredisent contredisait contredisaient contredit contredirent contredira contrediront \
         contredirait contrediraient contredise contredisent contredît contredissent contredisant \
         contredit contredite",
    ),
    (
        "maudire",
        "maudit maudissent maudissait maudissaient maudit maudirent maudira maudiront maudirait \
         maudiraient maudisse maudissent maudît maudissent maudissant maudit maudite",
    ),
    (
        "lire",
        "lit lisent lisait lisaient lut lurent lira liront lirait liraient lise lisent lût lussent lisant \
         lu lue",
    ),
    (
        "décrire",
        "décrit décrivent décrivait décrivaient décrivit décrivirent décrira décriront décrirait \
         décriraient décrive décrivent décrivît décrivissent décrivant décrit décrite",
    ),
    (
        "faire",
        "fait font faisait faisaient fit firent fera feront ferait feraient fasse fassent fît fissent \
         faisant fait faite",
    ),
    (
        "croire",
        "croit croient croyait croyaient crut crurent croira croiront croirait croiraient croie croient \
         crût crussent croyant cru crue",
    ),
    (
        "boire",
        "boit boivent buvait buvaient but burent boira boiront boirait boiraient boive boivent bût bussent \
         buvant bu bue",
    ),
    (
        "vivre",
        "vit vivent vivait vivaient vécut vécurent vivra vivront vivrait vivraient vive vivent vécût \
         vécussent vivant vécu vécue",
    ),
    (
        "poursuivre",
        "poursuit poursuivent poursuivait poursuivaient poursuivit poursuivirent poursuivra poursuivront \
         poursuivrait poursuivraient poursuive poursuivent poursuivît poursuivissent poursuivant \
         poursuivi poursuivie",
    ),
    (
        "conclure",
        "conclut concluent concluait concluaient conclut conclurent conclura concluront conclurait \
         concluraient conclue concluent conclût conclussent concluant conclu conclue",
    ),
    (
        "inclure",
        "inclut incluent incluait incluaient inclut inclurent inclura incluront inclurait incluraient \
         inclue incluent inclût inclussent incluant inclus incluse",
    ),
    (
        "convaincre",
        "convainc convainquent convainquait convainquaient convainquit convainquirent convaincra \
         convaincront convaincrait convaincraient convainque convainquent convainquît convainquissent \
         convainquant convaincu convaincue",
    ),
    (
        "interrompre",
        "interrompt interrompent interrompait interrompaient interrompit interrompirent interrompra \
         interrompront interromprait interrompraient interrompe interrompent interrompît interrompissent \
         interrompant interrompu interrompue",
    ),
    (
        "résoudre",
        "résout résolvent résolvait résolvaient résolut résolurent résoudra résoudront résoudrait \
         résoudraient résolve résolvent résolût résolussent résolvant résolu résolue",
    ),
    (
        "coudre",
        "coud cousent cousait cousaient cousit cousirent coudra coudront coudrait coudraient couse cousent \
         cousît cousissent cousant cousu cousue",
    ),
    (
        "taire",
        "tait taisent taisait taisaient tut turent taira tairont tairait tairaient taise taisent tût \
         tussent taisant tu tue",
    ),
    (
        "voir",
        "voit voient voyait voyaient vit virent verra verront verrait verraient voie voient vît vissent \
         voyant vu vue",
    ),
    (
        "prévoir",
        "prévoit prévoient prévoyait prévoyaient prévit prévirent prévoira prévoiront prévoirait \
         prévoiraient prévoie prévoient prévît prévissent prévoyant prévu prévue",
    ),
    (
        "recevoir",
        "reçoit reçoivent recevait recevaient reçut reçurent recevra recevront recevrait recevraient \
         reçoive reçoivent reçût reçussent recevant reçu reçue",
    ),
    (
        "devoir",
        "doit doivent devait devaient dut durent devra devront devrait devraient doive doivent dût dussent \
         devant dû due",
    ),
    (
        "savoir",
        "sait savent savait savaient sut surent saura sauront saurait sauraient sache sachent sût sussent \
         sachant su sue",
    ),
    (
        "vouloir",
        "veut veulent voulait voulaient voulut voulurent voudra voudront voudrait voudraient veuille \
         veuillent voulût voulussent voulant voulu voulue",
    ),
    (
        "valoir",
        "vaut valent valait valaient valut valurent vaudra vaudront vaudrait vaudraient vaille vaillent \
         valût valussent valant valu value",
    ),
    (
        "émouvoir",
        "émeut émeuvent émouvait émouvaient émut émurent émouvra émouvront émouvrait émouvraient émeuve \
         émeuvent émût émussent émouvant ému émue",
    ),
    (
        "asseoir",
        "assied asseyent asseyait asseyaient assit assirent assiéra assiéront assiérait assiéraient asseye \
         asseyent assît assissent asseyant assis assise",
    ),
    (
        "avoir",
        "a ont avait avaient eut eurent aura auront aurait auraient ait aient eût eussent ayant eu eue",
    ),
    (
        "aller",
        "va vont allait allaient alla allèrent ira iront irait iraient aille aillent allât allassent \
         allant allé allée",
    ),
];

#[test]
fn third_persons_and_participles() {
    const FINITE: [u32; 7] = [
        Feats::PRESENT,
        Feats::IMPERFECT,
        Feats::PASSE_SIMPLE,
        Feats::FUTURE,
        Feats::CONDITIONAL,
        Feats::SUBJUNCTIVE,
        Feats::SUBJUNCTIVE,
    ];
    let mut places: Vec<u32> = FINITE
        .iter()
        .flat_map(|tense| [tense | SING_3, tense | PLUR_3])
        .collect();
    places.push(Feats::PRESENT_PARTICIPLE);
    places.push(Feats::PAST_PARTICIPLE | Feats::MASC | Feats::SING);
    places.push(Feats::PAST_PARTICIPLE | Feats::FEM | Feats::SING);
    for (infinitive, table) in TABLES {
        let forms = forms(infinitive);
        let words: Vec<&str> = table.split_whitespace().collect();
        assert_eq!(words.len(), places.len(), "table of {infinitive}");
        for (word, place) in words.iter().zip(&places) {
            let found = forms
                .iter()
                .any(|(form, feats)| form == word && feats & place == *place);
            assert!(found, "{infinitive}: {word} as {place:b} among {forms:?}");
        }
        // Nothing else claims a third person, but the two spellings of -é…er and -aître.
        let thirds: HashSet<&str> = words[..14].iter().copied().collect();
        for (form, feats) in &forms {
            if feats & Feats::P3 != 0 && !thirds.contains(&**form) {
                let two_spellings = infinitive.ends_with("aître")
                    || infinitive.contains('é') && infinitive.ends_with("er");
                assert!(two_spellings, "{infinitive}: {form} is not expected");
            }
        }
        assert!(forms.contains(&(infinitive.to_string(), Feats::INFINITIVE)));
    }
}

#[test]
fn persons_of_the_present() {
    let tables = [
        ("être", "suis es est sommes êtes sont"),
        ("avoir", "ai as a avons avez ont"),
        ("aller", "vais vas va allons allez vont"),
        ("dire", "dis dis dit disons dites disent"),
        (
            "interdire",
            "interdis interdis interdit interdisons interdisez interdisent",
        ),
        ("pouvoir", "peux peux peut pouvons pouvez peuvent"),
        ("manger", "mange manges mange mangeons mangez mangent"),
        ("avancer", "avance avances avance avançons avancez avancent"),
        ("jeter", "jette jettes jette jetons jetez jettent"),
        ("acheter", "achète achètes achète achetons achetez achètent"),
        ("servir", "sers sers sert servons servez servent"),
        ("venir", "viens viens vient venons venez viennent"),
        (
            "apparaître",
            "apparais apparais apparaît apparaissons apparaissez apparaissent",
        ),
    ];
    for (infinitive, persons) in tables {
        let forms = forms(infinitive);
        for (form, person) in persons.split(' ').zip(PERSONS) {
            let wanted = Feats::PRESENT | person;
            let found = forms
                .iter()
                .any(|(known, feats)| known == form && feats & wanted == wanted);
            assert!(found, "{infinitive}: {form} among {forms:?}");
        }
    }
}

#[test]
fn spellings_side_by_side() {
    let has = |infinitive: &str, form: &str| {
        assert!(
            forms(infinitive).iter().any(|(known, _)| known == form),
            "{infinitive}: {form}"
        );
    };
    let lacks = |infinitive: &str, form: &str| {
        assert!(
            forms(infinitive).iter().all(|(known, _)| known != form),
            "{infinitive}: {form}"
        );
    };
    has("payer", "paie");
    has("payer", "paye");
    has("payer", "paiera");
    has("céder", "cédera");
    has("céder", "cèdera");
    has("renouveler", "renouvelle");
    has("renouveler", "renouvèle");
    has("paraître", "parait");
    has("paraître", "paraitre");
    lacks("appeler", "appèle");
    lacks("acheter", "achette");
    lacks("tweeter", "tweette");
    has("tweeter", "tweete");
    lacks("annexer", "annèxe");
    has("interpeller", "interpelle");
    lacks("employer", "employe");
}

#[test]
fn imperatives() {
    let orders = |infinitive: &str| -> HashSet<String> {
        let order = |(form, feats): (String, u32)| (feats & Feats::IMPERATIVE != 0).then_some(form);
        forms(infinitive).into_iter().filter_map(order).collect()
    };
    let set = |words: &str| words.split(' ').map(str::to_owned).collect::<HashSet<_>>();
    assert_eq!(orders("dire"), set("dis disons dites"));
    assert_eq!(orders("parler"), set("parle parlons parlez"));
    assert_eq!(orders("ouvrir"), set("ouvre ouvrons ouvrez"));
    assert_eq!(orders("aller"), set("va allons allez"));
    assert_eq!(orders("être"), set("sois soyons soyez"));
    assert_eq!(orders("savoir"), set("sache sachons sachez"));
    assert!(orders("falloir").is_empty());
}

#[test]
fn participles_agree_or_do_not() {
    let participles = |infinitive: &str| -> HashSet<String> {
        let past =
            |(form, feats): (String, u32)| (feats & Feats::PAST_PARTICIPLE != 0).then_some(form);
        forms(infinitive).into_iter().filter_map(past).collect()
    };
    let set = |words: &str| words.split(' ').map(str::to_owned).collect::<HashSet<_>>();
    assert_eq!(participles("devoir"), set("dû dus due dues"));
    assert_eq!(participles("mettre"), set("mis mise mises"));
    assert_eq!(participles("absoudre"), set("absous absoute absoutes"));
    assert_eq!(
        participles("déclarer"),
        set("déclaré déclarés déclarée déclarées")
    );
    assert_eq!(participles("rire"), set("ri"));
    assert_eq!(participles("être"), set("été"));
    assert_eq!(participles("falloir"), set("fallu"));
}

#[test]
fn defective_verbs() {
    let falloir: HashSet<String> = forms("falloir").into_iter().map(|(form, _)| form).collect();
    let wanted = "faut fallait fallut fallût faudra faudrait faille fallu falloir";
    for form in wanted.split(' ') {
        assert!(falloir.contains(form), "{form} among {falloir:?}");
    }
    assert!(!falloir.contains("fallant") && !falloir.contains("faux"));
}

#[test]
fn no_form_is_empty_or_holds_a_placeholder() {
    let verbs = TABLES.iter().map(|(verb, _)| *verb);
    for verb in verbs.chain([
        "être", "pleuvoir", "clore", "traire", "frire", "échoir", "croître",
    ]) {
        for (form, _) in forms(verb) {
            assert!(
                !form.is_empty() && !form.contains(['-', '_', ' ']),
                "{verb}: {form:?}"
            );
        }
    }
}

#[test]
fn plurals_and_feminines() {
    for (singular, expected) in [
        ("journal", "journaux"),
        ("bureau", "bureaux"),
        ("avis", "avis"),
        ("feu", "feux"),
        ("chef", "chefs"),
    ] {
        assert_eq!(plural(singular), expected);
    }
    for (masculine, expected) in [
        ("furieux", "furieuse"),
        ("offensif", "offensive"),
        ("premier", "première"),
        ("officiel", "officielle"),
        ("européen", "européenne"),
        ("bon", "bonne"),
        ("rapide", "rapide"),
        ("vrai", "vraie"),
    ] {
        assert_eq!(feminine(masculine), expected);
    }
}

#[test]
fn infinitives_are_known_by_their_shape() {
    for verb in ["dire", "voir", "haïr", "sous-estimer", "être"] {
        assert!(is_infinitive(verb));
    }
    for other in ["", "er", "dit", "Dire", "faire savoir", "déclaré"] {
        assert!(!is_infinitive(other));
    }
}
