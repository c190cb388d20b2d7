//! Verbs in -ir, -re and -oir, and aller: each follows the first model whose ending it has.

use super::Simple::{self, A, I, IDiaeresis, In, U};
use super::{Forms, IMPERFECT, ORDERS, PERSONS, PLUR_1, PLUR_2};
use crate::lexicon::Feats;

/// How verbs with one ending are conjugated. Every field replaces that ending; `_` is an empty ending,
/// `-` a form that does not exist.
struct Model {
    ending: &'static str,
    /// The verb is exactly `ending`, no compound.
    whole: bool,
    /// The six persons.
    present: &'static str,
    /// Stem; also that of the present participle.
    imperfect: &'static str,
    future: &'static str,
    simple: (&'static str, Simple),
    /// The stems before -e, -es, -e, -ent and before -ions, -iez; or the six forms.
    subjunctive: &'static str,
    /// Masculine and feminine singular.
    participle: &'static str,
    /// The three persons, where the present does not give them.
    imperative: &'static str,
    /// The present participle, where the imperfect does not give it.
    present_participle: &'static str,
}

const fn model(
    ending: &'static str,
    present: &'static str,
    imperfect: &'static str,
    future: &'static str,
    simple: (&'static str, Simple),
    subjunctive: &'static str,
    participle: &'static str,
) -> Model {
    Model {
        ending,
        whole: false,
        present,
        imperfect,
        future,
        simple,
        subjunctive,
        participle,
        imperative: "",
        present_participle: "",
    }
}

const fn whole(model: Model) -> Model {
    Model {
        whole: true,
        ..model
    }
}

const fn irregular(
    model: Model,
    imperative: &'static str,
    present_participle: &'static str,
) -> Model {
    Model {
        imperative,
        present_participle,
        ..model
    }
}

/// Verbs that look like a model but follow finir.
const LIKE_FINIR: &[&str] = &["répartir", "impartir", "assortir", "réassortir", "asservir"];

/// Special models first: the last ones take every verb that is left.
#[rustfmt::skip]
const MODELS: &[Model] = &[
    irregular(whole(model("être", "suis es est sommes êtes sont", "ét", "ser", ("f", U), "sois sois soit soyons soyez soient", "été -")),
        "sois soyons soyez", "étant"),
    irregular(whole(model("avoir", "ai as a avons avez ont", "av", "aur", ("e", U), "aie aies ait ayons ayez aient", "eu eue")),
        "aie ayons ayez", "ayant"),
    whole(model("aller", "vais vas va allons allez vont", "all", "ir", ("all", A), "aill all", "allé allée")),

    // -oir
    irregular(model("savoir", "sais sais sait savons savez savent", "sav", "saur", ("s", U), "sach sach", "su sue"),
        "sache sachons sachez", "sachant"),
    model("prévoir", "prévois prévois prévoit prévoyons prévoyez prévoient", "prévoy", "prévoir", ("prév", I), "prévoi prévoy", "prévu prévue"),
    model("pourvoir", "pourvois pourvois pourvoit pourvoyons pourvoyez pourvoient", "pourvoy", "pourvoir", ("pourv", U), "pourvoi pourvoy", "pourvu pourvue"),
    irregular(model("pouvoir", "peux peux peut pouvons pouvez peuvent", "pouv", "pourr", ("p", U), "puiss puiss", "pu -"), "-", ""),
    irregular(model("vouloir", "veux veux veut voulons voulez veulent", "voul", "voudr", ("voul", U), "veuill voul", "voulu voulue"),
        "veuille veuillons veuillez", ""),
    irregular(model("falloir", "- - faut - - -", "-", "faudr", ("fall", U), "- - faille - - -", "fallu -"), "-", "-"),
    irregular(model("pleuvoir", "- - pleut - - pleuvent", "pleuv", "pleuvr", ("pl", U), "- - pleuve - - pleuvent", "plu -"), "-", ""),
    model("prévaloir", "prévaux prévaux prévaut prévalons prévalez prévalent", "préval", "prévaudr", ("préval", U), "préval préval", "prévalu prévalue"),
    model("valoir", "vaux vaux vaut valons valez valent", "val", "vaudr", ("val", U), "vaill val", "valu value"),
    model("mouvoir", "meus meus meut mouvons mouvez meuvent", "mouv", "mouvr", ("m", U), "meuv mouv", "mu mue"),
    model("cevoir", "çois çois çoit cevons cevez çoivent", "cev", "cevr", ("ç", U), "çoiv cev", "çu çue"),
    model("devoir", "dois dois doit devons devez doivent", "dev", "devr", ("d", U), "doiv dev", "dû due"),
    model("voir", "vois vois voit voyons voyez voient", "voy", "verr", ("v", I), "voi voy", "vu vue"),
    model("surseoir", "sursois sursois sursoit sursoyons sursoyez sursoient", "sursoy", "surseoir", ("surs", I), "sursoi sursoy", "sursis sursise"),
    model("seoir", "sieds sieds sied seyons seyez seyent", "sey", "siér", ("s", I), "sey sey", "sis sise"),
    model("choir", "chois chois choit choyons choyez choient", "choy", "choir", ("ch", U), "choi choy", "chu chue"),

    // -ir
    model("enir", "iens iens ient enons enez iennent", "en", "iendr", ("", In), "ienn en", "enu enue"),
    model("partir", "pars pars part partons partez partent", "part", "partir", ("part", I), "part part", "parti partie"),
    model("sortir", "sors sors sort sortons sortez sortent", "sort", "sortir", ("sort", I), "sort sort", "sorti sortie"),
    model("démentir", "démens démens dément démentons démentez démentent", "dément", "démentir", ("dément", I), "dément dément", "démenti démentie"),
    model("mentir", "mens mens ment mentons mentez mentent", "ment", "mentir", ("ment", I), "ment ment", "menti -"),
    model("sentir", "sens sens sent sentons sentez sentent", "sent", "sentir", ("sent", I), "sent sent", "senti sentie"),
    model("repentir", "repens repens repent repentons repentez repentent", "repent", "repentir", ("repent", I), "repent repent", "repenti repentie"),
    model("servir", "sers sers sert servons servez servent", "serv", "servir", ("serv", I), "serv serv", "servi servie"),
    model("dormir", "dors dors dort dormons dormez dorment", "dorm", "dormir", ("dorm", I), "dorm dorm", "dormi dormie"),
    model("ouvrir", "ouvre ouvres ouvre ouvrons ouvrez ouvrent", "ouvr", "ouvrir", ("ouvr", I), "ouvr ouvr", "ouvert ouverte"),
    model("frir", "fre fres fre frons frez frent", "fr", "frir", ("fr", I), "fr fr", "fert ferte"),
    model("cueillir", "cueille cueilles cueille cueillons cueillez cueillent", "cueill", "cueiller", ("cueill", I), "cueill cueill", "cueilli cueillie"),
    model("saillir", "saille sailles saille saillons saillez saillent", "saill", "saillir", ("saill", I), "saill saill", "sailli saillie"),
    model("défaillir", "défaille défailles défaille défaillons défaillez défaillent", "défaill", "défaillir", ("défaill", I), "défaill défaill", "défailli -"),
    model("bouillir", "bous bous bout bouillons bouillez bouillent", "bouill", "bouillir", ("bouill", I), "bouill bouill", "bouilli bouillie"),
    model("courir", "cours cours court courons courez courent", "cour", "courr", ("cour", U), "cour cour", "couru courue"),
    model("mourir", "meurs meurs meurt mourons mourez meurent", "mour", "mourr", ("mour", U), "meur mour", "mort morte"),
    model("quérir", "quiers quiers quiert quérons quérez quièrent", "quér", "querr", ("qu", I), "quièr quér", "quis quise"),
    model("vêtir", "vêts vêts vêt vêtons vêtez vêtent", "vêt", "vêtir", ("vêt", I), "vêt vêt", "vêtu vêtue"),
    model("fuir", "fuis fuis fuit fuyons fuyez fuient", "fuy", "fuir", ("fu", I), "fui fuy", "fui fuie"),
    model("haïr", "hais hais hait haïssons haïssez haïssent", "haïss", "haïr", ("ha", IDiaeresis), "haïss haïss", "haï haïe"),

    // -re
    model("faire", "fais fais fait faisons faites font", "fais", "fer", ("f", I), "fass fass", "fait faite"),
    model("plaire", "plais plais plaît plaisons plaisez plaisent", "plais", "plair", ("pl", U), "plais plais", "plu -"),
    model("taire", "tais tais tait taisons taisez taisent", "tais", "tair", ("t", U), "tais tais", "tu tue"),
    model("traire", "trais trais trait trayons trayez traient", "tray", "trair", ("", Simple::None), "trai tray", "trait traite"),
    whole(model("dire", "dis dis dit disons dites disent", "dis", "dir", ("d", I), "dis dis", "dit dite")),
    whole(model("redire", "redis redis redit redisons redites redisent", "redis", "redir", ("red", I), "redis redis", "redit redite")),
    model("maudire", "maudis maudis maudit maudissons maudissez maudissent", "maudiss", "maudir", ("maud", I), "maudiss maudiss", "maudit maudite"),
    model("dire", "dis dis dit disons disez disent", "dis", "dir", ("d", I), "dis dis", "dit dite"),
    model("suffire", "suffis suffis suffit suffisons suffisez suffisent", "suffis", "suffir", ("suff", I), "suffis suffis", "suffi -"),
    model("confire", "confis confis confit confisons confisez confisent", "confis", "confir", ("conf", I), "confis confis", "confit confite"),
    model("lire", "lis lis lit lisons lisez lisent", "lis", "lir", ("l", U), "lis lis", "lu lue"),
    model("crire", "cris cris crit crivons crivez crivent", "criv", "crir", ("criv", I), "criv criv", "crit crite"),
    model("frire", "fris fris frit - - -", "-", "frir", ("", Simple::None), "- - - - - -", "frit frite"),
    model("rire", "ris ris rit rions riez rient", "ri", "rir", ("r", I), "ri ri", "ri -"),
    model("nuire", "nuis nuis nuit nuisons nuisez nuisent", "nuis", "nuir", ("nuis", I), "nuis nuis", "nui -"),
    model("luire", "luis luis luit luisons luisez luisent", "luis", "luir", ("luis", I), "luis luis", "lui -"),
    model("uire", "uis uis uit uisons uisez uisent", "uis", "uir", ("uis", I), "uis uis", "uit uite"),
    model("croire", "crois crois croit croyons croyez croient", "croy", "croir", ("cr", U), "croi croy", "cru crue"),
    model("boire", "bois bois boit buvons buvez boivent", "buv", "boir", ("b", U), "boiv buv", "bu bue"),
    model("éclore", "éclos éclos éclot éclosons éclosez éclosent", "éclos", "éclor", ("", Simple::None), "éclos éclos", "éclos éclose"),
    model("clore", "clos clos clôt closons closez closent", "clos", "clor", ("", Simple::None), "clos clos", "clos close"),
    model("inclure", "inclus inclus inclut incluons incluez incluent", "inclu", "inclur", ("incl", U), "inclu inclu", "inclus incluse"),
    model("clure", "clus clus clut cluons cluez cluent", "clu", "clur", ("cl", U), "clu clu", "clu clue"),
    model("survivre", "survis survis survit survivons survivez survivent", "surviv", "survivr", ("survéc", U), "surviv surviv", "survécu -"),
    model("vivre", "vis vis vit vivons vivez vivent", "viv", "vivr", ("véc", U), "viv viv", "vécu vécue"),
    model("suivre", "suis suis suit suivons suivez suivent", "suiv", "suivr", ("suiv", I), "suiv suiv", "suivi suivie"),
    model("vaincre", "vaincs vaincs vainc vainquons vainquez vainquent", "vainqu", "vaincr", ("vainqu", I), "vainqu vainqu", "vaincu vaincue"),
    model("rompre", "romps romps rompt rompons rompez rompent", "romp", "rompr", ("romp", I), "romp romp", "rompu rompue"),
    model("mettre", "mets mets met mettons mettez mettent", "mett", "mettr", ("m", I), "mett mett", "mis mise"),
    model("battre", "bats bats bat battons battez battent", "batt", "battr", ("batt", I), "batt batt", "battu battue"),
    model("prendre", "prends prends prend prenons prenez prennent", "pren", "prendr", ("pr", I), "prenn pren", "pris prise"),
    model("résoudre", "résous résous résout résolvons résolvez résolvent", "résolv", "résoudr", ("résol", U), "résolv résolv", "résolu résolue"),
    model("soudre", "sous sous sout solvons solvez solvent", "solv", "soudr", ("sol", U), "solv solv", "sous soute"),
    model("moudre", "mouds mouds moud moulons moulez moulent", "moul", "moudr", ("moul", U), "moul moul", "moulu moulue"),
    model("coudre", "couds couds coud cousons cousez cousent", "cous", "coudr", ("cous", I), "cous cous", "cousu cousue"),
    model("indre", "ins ins int ignons ignez ignent", "ign", "indr", ("ign", I), "ign ign", "int inte"),
    whole(model("renaître", "renais renais renaît renaissons renaissez renaissent", "renaiss", "renaîtr", ("renaqu", I), "renaiss renaiss", "rené renée")),
    whole(model("naître", "nais nais naît naissons naissez naissent", "naiss", "naîtr", ("naqu", I), "naiss naiss", "né née")),
    whole(model("renaitre", "renais renais renait renaissons renaissez renaissent", "renaiss", "renaitr", ("renaqu", I), "renaiss renaiss", "rené renée")),
    whole(model("naitre", "nais nais nait naissons naissez naissent", "naiss", "naitr", ("naqu", I), "naiss naiss", "né née")),
    whole(model("croître", "croîs croîs croît croissons croissez croissent", "croiss", "croîtr", ("cr", U), "croiss croiss", "crû crue")),
    model("oître", "ois ois oît oissons oissez oissent", "oiss", "oîtr", ("", U), "oiss oiss", "u ue"),
    model("oitre", "ois ois oit oissons oissez oissent", "oiss", "oitr", ("", U), "oiss oiss", "u ue"),
    model("aître", "ais ais aît aissons aissez aissent", "aiss", "aîtr", ("", U), "aiss aiss", "u ue"),
    model("aitre", "ais ais ait aissons aissez aissent", "aiss", "aitr", ("", U), "aiss aiss", "u ue"),

    // What is left: rendre, répondre, perdre; finir.
    model("re", "s s _ ons ez ent", "_", "r", ("", I), "_ _", "u ue"),
    model("ir", "is is it issons issez issent", "iss", "ir", ("", I), "iss iss", "i ie"),
];

pub(super) fn conjugate(infinitive: &str, forms: &mut Forms<'_>) {
    apply(infinitive, forms);
    // The spelling of 1990 leaves the circumflex out: il parait, il accroitra.
    if let Some(start) = infinitive.strip_suffix("ître") {
        apply(&format!("{start}itre"), forms);
        forms.stems(start, "itre");
        forms.put("_", Feats::INFINITIVE);
    }
}

fn apply(infinitive: &str, forms: &mut Forms<'_>) {
    let follows = |model: &&Model| {
        if LIKE_FINIR.contains(&infinitive) {
            model.ending == "ir"
        } else if model.whole {
            infinitive == model.ending
        } else {
            infinitive.ends_with(model.ending)
        }
    };
    let Some(model) = MODELS.iter().find(follows) else {
        return;
    };
    let Some(prefix) = infinitive.strip_suffix(model.ending) else {
        return;
    };
    let stem = |stem: &'static str| if stem == "_" { "" } else { stem };

    forms.stem(prefix);
    let present = words::<6>(model.present);
    forms.tense(&present, Feats::PRESENT);
    if model.imperative.is_empty() {
        for (n, person) in [1, 3, 4].into_iter().zip(ORDERS) {
            let form = present[n];
            // tu ouvres, tu vas; but ouvre, va.
            let short = n == 1 && (form.ends_with("es") || form == "vas");
            let form = if short { &form[..form.len() - 1] } else { form };
            forms.put(form, Feats::IMPERATIVE | person);
        }
    } else if model.imperative != "-" {
        for (form, person) in words::<3>(model.imperative).into_iter().zip(ORDERS) {
            forms.put(form, Feats::IMPERATIVE | person);
        }
    }
    match model.subjunctive.split(' ').count() {
        2 => {
            let [strong, weak] = words::<2>(model.subjunctive);
            forms.stems(prefix, stem(strong));
            forms.tense(&["e", "es", "e", "-", "-", "ent"], Feats::SUBJUNCTIVE);
            forms.stems(prefix, stem(weak));
            forms.put("ions", Feats::SUBJUNCTIVE | PLUR_1);
            forms.put("iez", Feats::SUBJUNCTIVE | PLUR_2);
        }
        _ => forms.tense(&words::<6>(model.subjunctive), Feats::SUBJUNCTIVE),
    }
    if model.imperfect == "-" {
        // falloir has the one person.
        if model.ending == "falloir" {
            forms.stems(prefix, "fallait");
            forms.put("_", Feats::IMPERFECT | PERSONS[2]);
        }
    } else {
        forms.stems(prefix, stem(model.imperfect));
        forms.tense(&IMPERFECT, Feats::IMPERFECT);
        if model.present_participle.is_empty() {
            forms.put("ant", Feats::PRESENT_PARTICIPLE);
        }
    }
    if model.present_participle.len() > 1 {
        forms.stems(prefix, model.present_participle);
        forms.put("_", Feats::PRESENT_PARTICIPLE);
    }
    forms.stems(prefix, stem(model.future));
    forms.future_and_conditional();
    forms.stems(prefix, model.simple.0);
    forms.simple(model.simple.1);
    forms.stem(prefix);
    let [masculine, feminine] = words::<2>(model.participle);
    forms.past_participle(masculine, feminine);
}

/// The words of a model's line; a missing one reads as `-`.
fn words<const N: usize>(line: &'static str) -> [&'static str; N] {
    let mut found = ["-"; N];
    for (place, word) in found.iter_mut().zip(line.split(' ')) {
        *place = word;
    }
    found
}
