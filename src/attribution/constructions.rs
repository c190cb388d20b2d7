//! The forms that reported speech takes in French: the inventory behind the rules.
//!
//! Each has examples of its own beside those of the rules, so that a form which several rules share, or which a room other
//! than a rule sees to (marks, relays, polarity), is held by tests as well.

/// One form of French reported speech, with what finds it and examples.
///
/// ```
/// let form = dixit::constructions().iter().find(|c| c.number() == 30).unwrap();
/// assert_eq!(form.name(), "selon");
/// assert_eq!(form.found_by(), ["selon"]);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct Construction {
    number: u8,
    name: &'static str,
    found_by: &'static [&'static str],
    positive: &'static [&'static str],
    negative: &'static [&'static str],
}

impl Construction {
    /// Its number, from 1 to 47: stable, and the same in DESIGN.md and in [`RuleInfo::constructions`](crate::RuleInfo::constructions).
    #[must_use]
    pub fn number(&self) -> u8 {
        self.number
    }
    /// What it is.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.name
    }
    /// The rules that propose it and the rooms that see to it (`marks`, `select`…). Empty: left alone on purpose.
    #[must_use]
    pub fn found_by(&self) -> &'static [&'static str] {
        self.found_by
    }
    /// Texts that show it: `[content]`, `{cue}`, `<speaker>`.
    #[must_use]
    pub fn positive(&self) -> &'static [&'static str] {
        self.positive
    }
    /// Texts that look like it and are something else.
    #[must_use]
    pub fn negative(&self) -> &'static [&'static str] {
        self.negative
    }
}

/// The forms that are known, in the order of their numbers.
#[must_use]
pub fn constructions() -> &'static [Construction] {
    ALL
}

const ALL: &[Construction] = &[
    Construction {
        number: 1,
        name: "incise behind, noun subject inverted",
        found_by: &["incise"],
        positive: &[
            "« [La halle ouvrira samedi] », {a promis} <la mairesse d'Orsigny>.",
            "« [Ce n'est pas une surprise] », {tempère} <Ida Rosset>, fleuriste.",
            "« [Il manque trois wagons !] » {s'étrangle} <le chef de gare>.",
            "« [La récolte sera mauvaise] », {ont prévenu} mardi <les vignerons de Brassac>.",
        ],
        negative: &[
            "La revue « Quais et canaux », a été primée samedi.",
            "Le café « Au Repos », ferme le lundi.",
        ],
    },
    Construction {
        number: 2,
        name: "incise behind, pronoun inverted",
        found_by: &["incise"],
        positive: &[
            "« [La halle ouvrira samedi] », {a-t-<elle> promis}.",
            "« [Nous avons tout perdu] », {soupirent-<ils>}.",
            "« [Le budget est sincère] », {a-t-<il> voulu rassurer}.",
        ],
        negative: &[
            "La halle, ouvrira-t-elle samedi ?",
            "Le bus « Express » part-il à midi ?",
        ],
    },
    Construction {
        number: 3,
        name: "incise behind, not inverted",
        found_by: &["incise"],
        positive: &[
            "« [C'est réglé depuis hier] », <il> {a répondu}.",
            "« [On ne lâchera rien] », <elle> {ajoute}.",
            "« [Vous arrivez trop tard] », qu'<elle> {me lance}.",
        ],
        negative: &[
            "« Les Marées », il a lu ce roman deux fois.",
            "Le bar « Le Quai », elle y travaille le soir.",
        ],
    },
    Construction {
        number: 4,
        name: "incise between two pairs of marks",
        found_by: &["incise"],
        positive: &[
            "« [La halle] », {promet} <la mairesse>, « [ouvrira samedi] ».",
            "« [Nous avons compté] », {a expliqué} <le trésorier>, « [et il manque mille euros] ».",
            "« [Si la pluie continue] », {craint-<elle>}, « [tout sera à refaire] ».",
        ],
        negative: &[
            "Les salles « Atlas », « Boréal » et « Cigale » rouvrent.",
            "Entre « Le Phare » et « La Jetée », le public hésite.",
        ],
    },
    Construction {
        number: 5,
        name: "incise inside one pair of marks",
        found_by: &["incise_inside"],
        positive: &[
            "« [La halle], {promet} <la mairesse>, [ouvrira samedi.] »",
            "« [Je ne savais rien], {a juré} <le comptable> devant le tribunal. [Personne ne m'avait prévenu.] »",
            "« [C'était un beau quartier], {se souvient} <Ida Rosset>. [Il n'en reste rien.] »",
        ],
        negative: &[
            "Le bar « Chez Luc, la nuit » ferme.",
            "La pièce « Viens, dit le vent » se joue ce soir.",
        ],
    },
    Construction {
        number: 6,
        name: "clause and colon before",
        found_by: &["colon"],
        positive: &[
            "<Le trésorier> {s'inquiète} : « [Il ne reste rien dans la caisse.] »",
            "<La patronne du café> {ne décolère pas} : « [On nous a menti pendant des mois.] »",
            "Interrogée à la sortie, <la mairesse> {a répondu} : « [Le chantier reprendra lundi.] »",
        ],
        negative: &[
            "Trois bars restent ouverts : « Le Quai », « La Rade » et « Le Môle ».",
            "Le programme est simple : marche, baignade et repas.",
        ],
    },
    Construction {
        number: 7,
        name: "name or theme and colon, no verb",
        found_by: &["colon"],
        positive: &[
            "<Mairie d'Orsigny> : « [Tout sera prêt pour la fête] »",
            "<Ida Rosset> : « [Je ne quitterai pas ma boutique] »",
            "<Les pêcheurs> : « [La rade se vide] »",
        ],
        negative: &[
            "Cinéma : « Les Marées »",
            "Au programme : « Les Marées » et « Le Phare »",
        ],
    },
    Construction {
        number: 8,
        name: "no cue: the speaker is in the sentence before or after",
        found_by: &["floating"],
        positive: &[
            "Le trésorier s'est levé. « [Il ne reste rien dans la caisse.] »",
            "Ida Rosset tient la boutique depuis trente ans. « [Je connais chaque client par son prénom.] »",
            "La mairesse hausse les épaules. « [Nous n'avons jamais rien signé, et nous ne signerons rien.] »",
        ],
        negative: &[
            "Le trésorier lit un roman. « Les Marées »",
            "La troupe répète une pièce. Son titre : « Le Phare ».",
        ],
    },
    Construction {
        number: 9,
        name: "signature behind a dash or in parentheses",
        found_by: &["signature"],
        positive: &[
            "« [On s'y fera.] » — <Ida Rosset>, fleuriste",
            "« [La rade n'est plus ce qu'elle était] » (<Luc Maret>, pêcheur)",
            "« [Le train n'arrive jamais à l'heure !] » – <Odile Brun>",
        ],
        negative: &[
            "« Les Marées » (Éditions du Quai)",
            "« Le Phare » — mardi, salle des fêtes",
        ],
    },
    Construction {
        number: 10,
        name: "quoted words in an indirect sentence",
        found_by: &[
            "infinitive",
            "qualifier",
            "quoted_cue",
            "se_dire",
            "speech_object",
        ],
        positive: &[
            "<La mairesse> {juge} [le retard « fâcheux mais réparable »].",
            "<Le trésorier> {dénonce} [« une comptabilité de façade »].",
            "<L'avocate> {se dit} [« sereine » avant l'audience].",
        ],
        negative: &[
            "La mairesse a ouvert la « Nuit des halles ».",
            "Le trésorier range ses « petits papiers ».",
        ],
    },
    Construction {
        number: 11,
        name: "quoted words in a clause with que",
        found_by: &["que"],
        positive: &[
            "<Il> {répète} que [la halle « tiendra cent ans »].",
            "<Le syndicat> {assure} que [« rien n'est joué »].",
            "<La mairesse> {a rappelé} que [le chantier était « financé à moitié »].",
        ],
        negative: &[
            "La pièce est si longue que « Le Phare » ferme avant la fin.",
            "Il n'aime que « Les Marées ».",
        ],
    },
    Construction {
        number: 12,
        name: "one sentence in several quotations",
        found_by: &["incise", "floating"],
        positive: &[
            "« [Nous avons prévenu] », {dit-<il>}. « Deux fois par écrit, et trois fois au téléphone. »",
            "« Nous avons prévenu », a dit Luc Maret. « [Deux fois par écrit, et trois fois au téléphone.] »",
            "« [Je pars] », {a lâché} <le trésorier>. « Et je ne reviendrai pas. »",
        ],
        negative: &[
            "Il a vu « Les Marées ». « Le Phare » aussi.",
            "« Le Quai » ferme. « La Rade » ouvre.",
        ],
    },
    Construction {
        number: 13,
        name: "several paragraphs, opened again at each",
        found_by: &["marks", "colon", "floating", "incise", "incise_inside"],
        positive: &[
            "<La mairesse> {détaille} :\n\n« [D'abord, la toiture sera refaite.\n\n« Ensuite, nous ouvrirons les portes.] »",
            "« [Nous sommes arrivés à l'aube], {raconte} <Luc Maret>. [La rade était vide.\n\n« Nous sommes repartis aussitôt.] »",
            "<Le trésorier> {s'explique} :\n\n« [Les comptes sont justes.\n\n« Je les ai refaits trois fois.\n\n« Personne ne les a lus.] »",
        ],
        negative: &[
            "« Les Marées »\n\n« Le Phare »",
            "Deux films sont à l'affiche.\n\n« Les Marées »",
        ],
    },
    Construction {
        number: 14,
        name: "several paragraphs, closing mark at the start of each",
        found_by: &["marks", "colon"],
        positive: &[
            "<La mairesse> {détaille} : « [D'abord, la toiture sera refaite.\n\n» Ensuite, nous ouvrirons les portes.] »",
            "<Luc Maret> {raconte} : « [Nous sommes arrivés à l'aube.\n\n» La rade était vide.\n\n» Nous sommes repartis.] »",
            "<Le trésorier> {s'explique} : « [Les comptes sont justes.\n\n» Je les ai refaits trois fois.] »",
        ],
        negative: &[
            "Le chantier continue.\n\n» LIRE AUSSI - La halle d'Orsigny rouvre ses portes",
            "La fête approche.\n\n» EN IMAGES - Le marché de la rade",
        ],
    },
    Construction {
        number: 15,
        name: "several paragraphs between outer marks alone",
        found_by: &["marks", "colon"],
        positive: &[
            "<La mairesse> {détaille} : « [D'abord, la toiture sera refaite.\n\nEnsuite, nous ouvrirons les portes.] »",
            "<Luc Maret> {raconte} : « [Nous sommes arrivés à l'aube.\n\nLa rade était vide.] »",
            "<Le trésorier> {s'explique} : « [Les comptes sont justes.\n\nJe les ai refaits trois fois.] »",
        ],
        negative: &[
            "Le film « Les Marées » sort mardi.\n\nLa pièce « Le Phare » aussi.",
            "La halle est fermée.\n\nLe marché « Côté rade » aussi.",
        ],
    },
    Construction {
        number: 16,
        name: "a mark forgotten",
        found_by: &["marks", "incise", "incise_inside"],
        positive: &[
            "« [Encore une heure], {a soufflé} <la mairesse>.",
            "« [La toiture tiendra l'hiver], {assure} <le charpentier>.\n\nLe marché reprend samedi.",
            "[Nous repartirons demain] », {a promis} <Luc Maret>.",
        ],
        negative: &[
            "Le café « Au Repos ferme le lundi.",
            "Le bar Le Quai » rouvre mardi.",
        ],
    },
    Construction {
        number: 17,
        name: "quotation in a quotation, other marks",
        found_by: &["marks", "incise"],
        positive: &[
            "« [Elle m'a crié “cours” et j'ai couru] », {dit-<il>}.",
            "« [Le maire nous a répété : “Patience”, pendant deux ans] », {raconte} <Ida Rosset>.",
            "\"[Ils appellent cela 'un progrès', et nous payons]\", {s'agace} <le trésorier>.",
        ],
        negative: &[
            "Le bar « Chez “Loulou” » ferme.",
            "La revue « Le “vrai” Quai » est parue.",
        ],
    },
    Construction {
        number: 18,
        name: "quotation in a quotation, same marks",
        found_by: &["marks", "incise"],
        positive: &[
            "« [Elle m'a crié « cours » et j'ai couru] », {dit-<il>}.",
            "« [On nous répond « plus tard » depuis deux ans] », {raconte} <Ida Rosset>.",
            "« [Le mot « crise » ne me fait pas peur] », {assure} <la mairesse>.",
        ],
        negative: &[
            "Le bar « Chez « Loulou » » ferme.",
            "La revue « Le « vrai » Quai » est parue.",
        ],
    },
    Construction {
        number: 19,
        name: "dialogue with dashes",
        found_by: &["marks", "incise_inside"],
        positive: &[
            "— Vous restez ce soir ?\n\n— [Jusqu'à la fermeture], {répond} <la patronne>.",
            "— [Le bateau est parti], {annonce} <Luc Maret>.\n\n— Sans nous ? demande le trésorier.",
            "– [Personne n'a fermé la porte], {jure-t-<elle>}.\n\n– Alors qui ? demande le juge.",
        ],
        negative: &[
            "- la halle\n- le marché\n- la rade",
            "– deux tables\n– six chaises",
        ],
    },
    Construction {
        number: 20,
        name: "interview: questions and answers",
        found_by: &["turn"],
        positive: &[
            "Ida Rosset est fleuriste à Orsigny.\n\nLe Relais : Allez-vous rester ?\n\n<Ida Rosset> : [Je resterai tant que le quartier vivra.]",
            "Le Relais : Et après ?\n\n<I. Rosset> : [On verra bien, je ne suis pas pressée.]\n\nLe Relais : Vraiment ?\n\nI. Rosset : Vraiment.",
            "Luc Maret, pêcheur, répond à nos questions.\n\nQ : La rade se vide-t-elle ?\n\n<R> : [Elle se vide depuis dix ans.]\n\nQ : Que faire ?\n\nR : Pêcher moins.",
        ],
        negative: &[
            "Horaires : de 9 h à 17 h.\n\nTarif : 5 euros.",
            "Lieu : la halle d'Orsigny.\n\nEntrée : libre.",
        ],
    },
    Construction {
        number: 21,
        name: "a placard, message, song or communiqué speaks",
        found_by: &["colon", "signature", "slogan", "speech_object"],
        positive: &[
            "Sur <une banderole> : « [Rendez-nous la plage et le sentier] ».",
            "<Une pancarte> {proclame} : « [La halle est à nous] ».",
            "<Le communiqué> {précise} : « [Aucun poste ne sera supprimé.] »",
        ],
        negative: &[
            "Sur la vitrine, deux marques : « Le Quai » et « La Rade ».",
            "Une pancarte indique la sortie.",
        ],
    },
    Construction {
        number: 22,
        name: "English or straight marks",
        found_by: &["marks", "colon", "incise"],
        positive: &[
            "\"[On verra demain]\", {dit} <la mairesse>.",
            "“[On verra demain]”, {a répondu} <Luc Maret>.",
            "<Le trésorier> {soupire} : \"[Les comptes sont justes.]\"",
        ],
        negative: &[
            "Un écran de 24\" équipe la halle.",
            "Le film \"Les Marées\" sort mardi.",
        ],
    },
    Construction {
        number: 23,
        name: "verb and que",
        found_by: &["que"],
        positive: &[
            "<Le syndicat> {répond} que [la grève durera].",
            "<La mairesse d'Orsigny> {a reconnu} mardi que [le chantier avait pris du retard].",
            "<Les riverains>, qui s'opposent au projet, {soutiennent} que [le bruit est insupportable].",
        ],
        negative: &[
            "La halle est plus grande que la gare.",
            "Le marché ne vend que des fruits.",
        ],
    },
    Construction {
        number: 24,
        name: "participle or gerund and que",
        found_by: &["que"],
        positive: &[
            "<La mairesse> a quitté la réunion, {précisant} que [rien n'était signé].",
            "<Le trésorier> a rendu ses clés {en affirmant} que [les comptes étaient justes].",
            "<Luc Maret> est reparti, {ajoutant} que [la rade se viderait].",
        ],
        negative: &[
            "Le bateau est parti, laissant plus de place que prévu.",
            "En arrivant plus tôt que les autres, elle a choisi sa table.",
        ],
    },
    Construction {
        number: 25,
        name: "infinitive and que",
        found_by: &["que"],
        positive: &[
            "<Elle> {a voulu rappeler} que [l'offre tenait toujours].",
            "<La mairesse> {a tenu à préciser} que [le marché resterait gratuit].",
            "<Le syndicat> {s'est contenté de répondre} que [la grève durerait].",
        ],
        negative: &[
            "Il faut dire que la halle est ancienne.",
            "Rien ne sert de courir plus vite que le vent.",
        ],
    },
    Construction {
        number: 26,
        name: "relative clause and que",
        found_by: &["que"],
        positive: &[
            "<L'experte>, qui {soutient} que [le toit est sain], n'a pas été entendue.",
            "<Luc Maret>, qui {affirme} que [la rade se vide], a vendu son bateau.",
            "Le conseil a suivi <le trésorier>, qui {estimait} que [la dépense était trop lourde].",
        ],
        negative: &[
            "La halle, qui est plus haute que la gare, sera rasée.",
            "Le bateau, qui ne pêche que la nuit, est rentré.",
        ],
    },
    Construction {
        number: 27,
        name: "verb and infinitive",
        found_by: &["infinitive"],
        positive: &[
            "<Il> {nie} [avoir reçu la lettre].",
            "<La mairesse> {assure} [vouloir rouvrir la halle avant l'été].",
            "<Le syndicat> {promet} de [bloquer le port dès lundi].",
        ],
        negative: &[
            "Il sait nager depuis l'enfance.",
            "La halle va rouvrir avant l'été.",
        ],
    },
    Construction {
        number: 28,
        name: "incise without marks",
        found_by: &["incise"],
        positive: &[
            "[La halle ouvrira samedi], {a indiqué} <la mairie>.",
            "[Le feu a pris dans la réserve], {ont expliqué} <les pompiers> mercredi.",
            "[Le train partira], {assure-t-<elle>}.",
        ],
        negative: &[
            "Les stands ferment, restent les buvettes.",
            "Le soir tombe, arrive la pluie.",
        ],
    },
    Construction {
        number: 29,
        name: "incise with the subject first",
        found_by: &["comme"],
        positive: &[
            "[La halle], <la mairie> {l'assure}, [ouvrira samedi].",
            "Comme {l'a dit} <la mairesse>, [le marché restera gratuit].",
            "[Le toit est sain], comme {l'affirme} <l'experte>.",
        ],
        negative: &[
            "Comme la halle ferme, le marché se déplace.",
            "La halle, la ville l'entretient, sera repeinte.",
        ],
    },
    Construction {
        number: 30,
        name: "selon",
        found_by: &["selon"],
        positive: &[
            "{Selon} <les pompiers>, [le feu est éteint].",
            "[La rade se vide], {selon} <Luc Maret>.",
            "[Le chantier], {selon} <la mairie>, [reprendra lundi].",
        ],
        negative: &[
            "Selon les jours, le marché ouvre à huit ou à neuf heures.",
            "Les prix varient selon la saison.",
        ],
    },
    Construction {
        number: 31,
        name: "d'après, pour, de l'avis de, aux yeux de, à en croire",
        found_by: &["opinion", "selon"],
        positive: &[
            "{Aux yeux} du <trésorier>, [rien n'est perdu].",
            "{D'après} <l'experte>, [le toit est sain].",
            "{Pour} <Ida Rosset>, [le quartier a changé].",
            "{À en croire} <la mairesse>, [le chantier est fini].",
        ],
        negative: &[
            "Pour la fête, la rue sera fermée.",
            "La fresque, peinte d'après nature, orne la halle.",
        ],
    },
    Construction {
        number: 32,
        name: "unnamed sources",
        found_by: &["incise", "opinion", "selon"],
        positive: &[
            "De <{source} judiciaire>, [deux hommes sont entendus].",
            "[Deux hommes sont entendus], {a-t-on appris} de <source policière>.",
            "{Selon} <une source proche du dossier>, [la vente est conclue].",
        ],
        negative: &[
            "L'eau de source est vendue au marché.",
            "La mairie cherche de nouvelles sources de revenus.",
        ],
    },
    Construction {
        number: 33,
        name: "noun cue",
        found_by: &["noun_cue", "listing"],
        positive: &[
            "{La promesse} du <maire> de [tout rembourser] n'engage que lui.",
            "{L'affirmation} de <la mairie> selon laquelle [le toit est sain] a surpris.",
            "{L'aveu} du <trésorier> que [les comptes étaient faux] a tout changé.",
        ],
        negative: &[
            "La maison du maire de la commune est vendue.",
            "Le fait que la halle ferme ne surprend pas.",
        ],
    },
    Construction {
        number: 34,
        name: "indirect question",
        found_by: &["question", "colon"],
        positive: &[
            "<Elle> {se demande} [si la halle ouvrira].",
            "<Le trésorier> {a demandé} [pourquoi les comptes étaient fermés].",
            "<Les riverains> {s'interrogent} : [qui paiera ?]",
        ],
        negative: &[
            "La halle ouvrira si la pluie cesse.",
            "Le marché reste ouvert quand il pleut.",
        ],
    },
    Construction {
        number: 35,
        name: "order, request, appeal",
        found_by: &["infinitive", "speech_object"],
        positive: &[
            "<Le préfet> {exhorte} les riverains à [partir].",
            "<La mairesse> {a demandé} aux commerçants de [fermer plus tôt].",
            "<Le syndicat> {appelle} à [cesser le travail lundi].",
        ],
        negative: &[
            "Le marché aide les riverains à vivre.",
            "La digue force les bateaux à tourner.",
        ],
    },
    Construction {
        number: 36,
        name: "passive and accusation",
        found_by: &["passive", "qualifier"],
        positive: &[
            "Il {est accusé} par <son associé> d'[avoir triché].",
            "Le trésorier {est soupçonné} par <la mairesse> d'[avoir vidé la caisse].",
            "Le projet {a été qualifié} par <l'experte> de [« rêve coûteux »].",
        ],
        negative: &[
            "Le pont est gardé par un soldat de la garnison.",
            "La halle est chauffée par une chaudière de trente ans.",
        ],
    },
    Construction {
        number: 37,
        name: "se dire, se montrer and attribute",
        found_by: &["se_dire"],
        positive: &[
            "<Il> {se dit} [soulagé].",
            "<La mairesse> {s'est déclarée} [favorable à la réouverture].",
            "<Luc Maret> {se montre} [« inquiet » pour la rade].",
        ],
        negative: &["La halle se trouve isolée.", "On s'est dit au revoir."],
    },
    Construction {
        number: 38,
        name: "qualifier de, juger, traiter de",
        found_by: &["qualifier"],
        positive: &[
            "<Elle> {traite} [le projet de « gadget »].",
            "<La mairesse> {a qualifié} [la grève d'« irresponsable »].",
            "<Le trésorier> {juge} [les comptes « parfaitement sains »].",
        ],
        negative: &[
            "L'équipe s'est qualifiée pour la finale.",
            "Le médecin traite la fièvre de l'enfant.",
        ],
    },
    Construction {
        number: 39,
        name: "verb and noun object with quoted words",
        found_by: &["speech_object"],
        positive: &[
            "<Il> {dénonce} [« une farce »].",
            "<La mairesse> {salue} [« le courage des sauveteurs »].",
            "<Le syndicat> {réclame} [« des excuses publiques »].",
        ],
        negative: &[
            "Il ouvre « Le Quai » à midi.",
            "La ville construit une « maison du port ».",
        ],
    },
    Construction {
        number: 40,
        name: "verbs of thought and feeling",
        found_by: &["infinitive", "que"],
        positive: &[
            "<Elle> {craint} que [le toit ne cède].",
            "<Le trésorier> {pense} que [les comptes sont justes].",
            "<Luc Maret> {espère} [revenir au printemps].",
        ],
        negative: &[
            "Le syndicat répond que la grève durera.",
            "Le toit manque de céder.",
        ],
    },
    Construction {
        number: 41,
        name: "conditional of the press",
        found_by: &["resolve", "selon"],
        positive: &[
            "{Selon} <le parquet>, [le directeur aurait quitté le pays].",
            "[Trois ouvriers seraient blessés], {d'après} <les pompiers>.",
            "{Selon} <une source policière>, [l'homme se serait enfui par la rade].",
        ],
        negative: &[
            "Selon le parquet, le directeur a quitté le pays.",
            "« Je partirais si je le pouvais », dit Luc Maret.",
        ],
    },
    // 42, free indirect speech, is left alone: see DESIGN.md.
    Construction {
        number: 42,
        name: "free indirect speech",
        found_by: &[],
        positive: &[],
        negative: &[
            "Le maire est formel. Rien ne bougera.",
            "La mairesse s'emporte. Jamais elle ne signera.",
        ],
    },
    Construction {
        number: 43,
        name: "told to an outlet, said in a medium",
        found_by: &["attribution"],
        positive: &[
            "« [La halle ouvrira] », {a confié} <la mairesse> au quotidien Le Relais.",
            "« [Les comptes sont justes] », {a déclaré} <le trésorier> dans un communiqué.",
            "« [La rade se vide] », {a expliqué} <Luc Maret> à l'AFP.",
        ],
        negative: &[
            "« La halle ouvrira », a confié la mairesse à ses voisins.",
            "« Les comptes sont justes », a déclaré le trésorier mardi.",
        ],
    },
    Construction {
        number: 44,
        name: "reported by an outlet, cité par",
        found_by: &["attribution", "incise"],
        positive: &[
            "« [La halle ouvrira] », {a déclaré} <la mairesse>, citée par le quotidien Le Relais.",
            "« [La rade se vide] », {a dit} <Luc Maret>, cité par l'agence Lumen.",
            "{Selon} <le trésorier>, cité par le quotidien Le Relais, [les comptes sont justes].",
        ],
        negative: &[
            "« La halle ouvrira », a déclaré la mairesse, élue par le conseil.",
            "« La rade se vide », a dit Luc Maret, suivi par ses chiens.",
        ],
    },
    Construction {
        number: 45,
        name: "attribution in an attribution",
        found_by: &["select"],
        positive: &[
            "Selon le préfet, <le maire> {a dit} que [tout allait bien].",
            "La mairesse affirme que <le trésorier> {a promis} de [tout rembourser].",
            "« <Mon voisin> {m'a dit} que [la rade se viderait] », raconte Luc Maret.",
        ],
        negative: &[
            "Selon Le Relais, tout va bien.",
            "La mairesse affirme que tout va bien, et le trésorier se tait.",
        ],
    },
    Construction {
        number: 46,
        name: "negated, questioned, future cue",
        found_by: &["attribution"],
        positive: &[
            "<Il> {n'a pas dit} que [la halle ouvrirait].",
            "<La mairesse> {dira} demain que [le chantier est fini].",
            "<Elle> {ne pense pas} que [le toit cède].",
        ],
        negative: &[
            "Il a dit que la halle n'ouvrirait pas.",
            "La mairesse a dit que le chantier finirait demain.",
        ],
    },
    Construction {
        number: 47,
        name: "collective or impersonal speaker",
        found_by: &["que"],
        positive: &[
            "<On> {murmure} que [la halle fermera].",
            "<Certains> {affirment} que [la rade se vide].",
            "<D'aucuns> {estiment} que [le trésorier partira].",
        ],
        negative: &[
            "La mairesse affirme que la halle ouvrira.",
            "On a fermé la halle plus tôt que prévu.",
        ],
    },
];

#[cfg(test)]
mod tests {
    use super::constructions;
    use crate::attribution::examples::{Example, written};
    use crate::{
        Analyzer, Attribution, Claim, CueClass, Document, EntityKind, Modality, Polarity, RelayRole,
    };

    /// What makes a claim one of this form, beside the rule that found it.
    fn shows(number: u8, found_by: &[&str], doc: &Document<'_>, claim: &Claim) -> bool {
        let class = claim.cue().map(|c| c.class);
        match number {
            // Any rule may find what the marks make readable, or speak of it.
            13..=19 => true,
            40 => {
                found_by.contains(&claim.rule())
                    && matches!(
                        class,
                        Some(CueClass::Thought | CueClass::Emotion | CueClass::Intention)
                    )
            }
            41 => claim.modality() == Modality::Conditional,
            43 => claim
                .relays()
                .iter()
                .any(|r| matches!(r.role, RelayRole::ToldTo | RelayRole::Medium)),
            44 => claim
                .relays()
                .iter()
                .any(|r| r.role == RelayRole::ReportedBy),
            45 => claim.parent().is_some(),
            46 => claim
                .cue()
                .is_some_and(|c| c.polarity != Polarity::Affirmed),
            // An entity without a name, or none at all.
            47 => match claim.attribution() {
                Attribution::Resolved { entity, .. } | Attribution::CarriedOver { entity } => {
                    matches!(doc.entity(*entity).kind(), EntityKind::Group)
                }
                _ => true,
            },
            _ => found_by.contains(&claim.rule()),
        }
    }

    #[test]
    fn forms_are_found() {
        let analyzer = Analyzer::new();
        let mut wrong = Vec::new();
        for form in constructions() {
            for annotated in form.positive() {
                let example = Example::read(annotated);
                let doc = analyzer.analyze(&example.text);
                let all: Vec<String> = doc.claims().iter().map(|c| written(&doc, c)).collect();
                if !doc.claims().iter().zip(&all).any(|(c, w)| {
                    *w == example.expected() && shows(form.number(), form.found_by(), &doc, c)
                }) {
                    let rules: Vec<&str> = doc.claims().iter().map(Claim::rule).collect();
                    wrong.push(format!(
                        "{} misses: {annotated}\n    expected {}\n    found    {rules:?} {all:?}",
                        form.number(),
                        example.expected()
                    ));
                }
            }
            for text in form.negative() {
                let doc = analyzer.analyze(text);
                let found: Vec<String> = doc
                    .claims()
                    .iter()
                    .filter(|c| {
                        form.found_by().is_empty() || shows(form.number(), form.found_by(), &doc, c)
                    })
                    .map(|c| written(&doc, c))
                    .collect();
                if !found.is_empty() {
                    wrong.push(format!(
                        "{} should not be seen in: {text}\n    found    {found:?}",
                        form.number()
                    ));
                }
            }
        }
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
    }

    /// The rules say which forms are theirs, the forms which rules: both say the same.
    #[test]
    fn rules_and_forms_agree() {
        let mut wrong = Vec::new();
        for form in constructions() {
            for rule in crate::rules() {
                let claimed = rule.constructions().contains(&form.number());
                let named = form.found_by().contains(&rule.name());
                if claimed != named {
                    wrong.push(format!(
                        "{} {}: rule {claimed}, form {named}",
                        form.number(),
                        rule.name()
                    ));
                }
            }
        }
        assert!(wrong.is_empty(), "{wrong:#?}");
    }

    #[test]
    fn forms_are_documented() {
        let numbers: Vec<u8> = constructions()
            .iter()
            .map(super::Construction::number)
            .collect();
        assert_eq!(numbers, (1..=47).collect::<Vec<u8>>());
        for form in constructions() {
            let enough = form.positive().len() >= 3 || form.found_by().is_empty();
            assert!(enough && form.negative().len() >= 2, "{}", form.name());
        }
    }
}
