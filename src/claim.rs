//! Claims: what was said, the words that report it, who said it and how it came.

use crate::entity::EntityId;
use crate::span::Span;

/// A closed set of names: an enum whose values have one fixed spelling in JSON.
macro_rules! names {
    ($(#[$meta:meta])* $vis:vis enum $name:ident { $($(#[$vmeta:meta])* $variant:ident = $text:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        $vis enum $name { $($(#[$vmeta])* $variant,)+ }

        impl $name {
            /// Every value, in declaration order.
            pub const ALL: &'static [$name] = &[$($name::$variant,)+];

            /// The name used in JSON and in the text view.
            #[must_use]
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text,)+ }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::Error;

            fn from_str(s: &str) -> Result<Self, Self::Err> {
                match s { $($text => Ok($name::$variant),)+ _ => Err(crate::Error::unknown_name(stringify!($name), s)) }
            }
        }

        #[cfg(feature = "serde")]
        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(self.as_str())
            }
        }

        #[cfg(feature = "serde")]
        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let s = <std::borrow::Cow<'de, str>>::deserialize(d)?;
                s.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use names;

/// Index of a claim in [`Document::claims`](crate::Document::claims).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ClaimId(pub(crate) u32);

impl ClaimId {
    /// The position in [`Document::claims`](crate::Document::claims).
    #[must_use]
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

names! {
    /// How the words are reported.
    pub enum Kind {
        /// The whole content stands between quotation marks, or after a dialogue dash, and reads as the speaker's own sentence.
        Direct = "direct",
        /// Reported in the author's syntax, with at least one quoted fragment inside.
        Mixed = "mixed",
        /// Reported with no quotation marks.
        Indirect = "indirect",
    }
}

names! {
    /// What a cue says of the act: the class of its lemma.
    pub enum CueClass {
        /// dire, déclarer, indiquer, selon: the fact of saying alone.
        Neutral = "neutral",
        /// affirmer, assurer, marteler: the speaker stands by it.
        Assertion = "assertion",
        /// expliquer, préciser, rappeler, ajouter: said to make clear, or in addition.
        Explanation = "explanation",
        /// annoncer, révéler, confirmer.
        Announcement = "announcement",
        /// demander, s'interroger.
        Question = "question",
        /// nier, démentir, réfuter, contester.
        Denial = "denial",
        /// reconnaître, admettre, concéder.
        Concession = "concession",
        /// promettre, s'engager à.
        Promise = "promise",
        /// ordonner, appeler à, exhorter, réclamer.
        Order = "order",
        /// proposer, suggérer, recommander.
        Proposal = "proposal",
        /// dénoncer, critiquer, accuser, fustiger.
        Criticism = "criticism",
        /// saluer, se féliciter, remercier.
        Praise = "praise",
        /// estimer, juger, penser, croire: an opinion or belief.
        Thought = "thought",
        /// craindre, regretter, espérer, s'inquiéter, s'agacer.
        Emotion = "emotion",
        /// vouloir, souhaiter, décider: will or intention.
        Intention = "intention",
        /// avertir, alerter, mettre en garde.
        Warning = "warning",
        /// lancer, souffler, crier, sourire: the manner of speaking, and every verb that the inversion slot alone makes a cue.
        Manner = "manner",
    }
}

names! {
    /// Whether words were uttered, or a mind is reported.
    #[derive(Default)]
    pub enum Act {
        /// Somebody said or wrote it: « a déclaré que », « …, craint-elle », and whatever stands between marks.
        #[default]
        Speech = "speech",
        /// An opinion, a feeling or a will that the author knows of: « craint que », « compte partir », « aux yeux de ».
        Thought = "thought",
    }
}

names! {
    /// Whether the cue is affirmed.
    pub enum Polarity {
        /// The cue stands as it is.
        Affirmed = "affirmed",
        /// « n'estime pas que … », « sans dire que … », « a refusé de dire si … »
        Negated = "negated",
        /// « A-t-il dit que … ? »
        Questioned = "questioned",
        /// « s'il disait que », « aurait dit que »
        Hypothetical = "hypothetical",
        /// « dira que », « va annoncer que », « doit préciser que »
        Future = "future",
    }
}

names! {
    /// How far the author stands behind the content.
    pub enum Modality {
        /// Nothing marks a distance.
        Plain = "plain",
        /// The conditional of the press: « selon la préfecture, le texte serait prêt ». What is to come (« a dit qu'il viendrait ») and
        /// what the speaker puts mildly (« il faudrait ») is plain.
        Conditional = "conditional",
        /// The speaker is not sure of it: « doute que », « se demande si », « n'exclut pas que ».
        Doubted = "doubted",
        /// The author does not take it over: « prétend que », « à en croire la rumeur ».
        Distanced = "distanced",
    }
}

names! {
    /// How a reader could find the speaker again: by name, by function, or not at all.
    #[derive(Default)]
    pub enum Anonymity {
        /// The article names the person or the body, or the words are a document's.
        Named = "named",
        /// One person by function alone, whom anybody can find: « le maire », « la procureure ».
        Role = "role",
        /// Somebody in office whose name is kept back: « un responsable du ministère », « une conseillère ».
        Official = "official",
        /// Police or justice: « de source judiciaire », « un enquêteur ».
        Justice = "justice",
        /// Any other unnamed source: « une source proche du dossier », « de source diplomatique ».
        Source = "source",
        /// A private person without a name: « un témoin », « une riveraine ».
        Witness = "witness",
        /// Several people: « des habitants », « les syndicats », « certains ».
        Group = "group",
        /// Anybody or nobody: « on », « il se dit que », « a-t-on appris ».
        Impersonal = "impersonal",
        /// Nobody is mentioned, or nothing tells who it is.
        #[default]
        Unknown = "unknown",
    }
}

/// The words that report: « a-t-il fait savoir », « selon », « la promesse ».
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Cue {
    /// Where the cue stands.
    pub span: Span,
    /// Its lemma: an infinitive, a locution (« faire savoir »), a preposition or a noun.
    pub lemma: String,
    /// The class of the lemma.
    pub class: CueClass,
    /// Whether the cue is affirmed.
    pub polarity: Polarity,
}

names! {
    /// What linked a claim to its entity.
    pub enum Resolution {
        /// The mention is the entity's own name, whole or in part.
        Name = "name",
        /// The mention is a title with a name: « M. Maret ».
        Title = "title",
        /// The mention stands in apposition to a name.
        Apposition = "apposition",
        /// A pronoun.
        Pronoun = "pronoun",
        /// A description tied to an entity elsewhere in the article, or to none: « le patron d'OpenAI », « un riverain ».
        Description = "description",
        /// No mention in the sentence: the speaker of the words before.
        CarriedOver = "carried_over",
        /// « je », « nous » inside somebody's own words.
        FirstPerson = "first_person",
    }
}

/// Who said it.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Attribution {
    /// A mention in the text, resolved to an entity.
    Resolved {
        /// Whom the mention names.
        entity: EntityId,
        /// The words that name the speaker: with determiner and title, without apposition.
        mention: Span,
        /// What linked the two.
        resolution: Resolution,
    },
    /// A mention whose entity the article does not let one know (« on », « certains »).
    Mention {
        /// The words that stand for the speaker.
        mention: Span,
    },
    /// No mention beside the claim: the speaker is carried over from what precedes or follows.
    CarriedOver {
        /// Whose words they are.
        entity: EntityId,
    },
    /// Nobody is named.
    Nobody,
}

impl Attribution {
    /// The entity, where one is known.
    #[must_use]
    pub fn entity(&self) -> Option<EntityId> {
        match self {
            Attribution::Resolved { entity, .. } | Attribution::CarriedOver { entity } => {
                Some(*entity)
            }
            Attribution::Mention { .. } | Attribution::Nobody => None,
        }
    }

    /// The mention beside the claim, where there is one.
    #[must_use]
    pub fn mention(&self) -> Option<Span> {
        match self {
            Attribution::Resolved { mention, .. } | Attribution::Mention { mention } => {
                Some(*mention)
            }
            Attribution::CarriedOver { .. } | Attribution::Nobody => None,
        }
    }
}

names! {
    /// The part that a relay plays.
    pub enum RelayRole {
        /// Told to an outlet: « à l'AFP », « au micro de France Inter ».
        ToldTo = "told_to",
        /// Reported by an outlet or another speaker: « rapporte Le Relais », « cité par ».
        ReportedBy = "reported_by",
        /// The medium or occasion: « dans le podcast », « dans un communiqué », « sur X ».
        Medium = "medium",
    }
}

/// Through whom or what the words came (`via` in JSON).
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Relay {
    /// The noun group alone, without preposition.
    pub span: Span,
    /// What it is called: the outlet's full name where the lexicon knows it, and the article that a preposition swallowed
    /// (« au Relais » is Le Relais); else the words.
    pub name: String,
    /// Its part.
    pub role: RelayRole,
}

/// One quotation or reported claim.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct Claim {
    pub(crate) id: ClaimId,
    pub(crate) kind: Kind,
    pub(crate) content: Vec<Span>,
    pub(crate) cue: Option<Cue>,
    pub(crate) attribution: Attribution,
    pub(crate) relays: Vec<Relay>,
    pub(crate) addressees: Vec<Span>,
    pub(crate) parent: Option<ClaimId>,
    pub(crate) act: Act,
    pub(crate) modality: Modality,
    pub(crate) anonymity: Anonymity,
    pub(crate) confidence: f32,
    pub(crate) rule: &'static str,
}

impl Claim {
    /// Its index in the document.
    #[must_use]
    pub fn id(&self) -> ClaimId {
        self.id
    }
    /// How the words are reported.
    #[must_use]
    pub fn kind(&self) -> Kind {
        self.kind
    }
    /// The content, without the outer marks, the cue and the speaker: one part, or several in text order when a cue cuts it.
    #[must_use]
    pub fn content(&self) -> &[Span] {
        &self.content
    }
    /// The words that report it; `None` for a quotation that stands free.
    #[must_use]
    pub fn cue(&self) -> Option<&Cue> {
        self.cue.as_ref()
    }
    /// Who said it.
    #[must_use]
    pub fn attribution(&self) -> &Attribution {
        &self.attribution
    }
    /// Through whom or what it came.
    #[must_use]
    pub fn relays(&self) -> &[Relay] {
        &self.relays
    }
    /// To whom it was said, when that is no outlet: « à ses collègues ».
    #[must_use]
    pub fn addressees(&self) -> &[Span] {
        &self.addressees
    }
    /// The claim whose content holds this one.
    #[must_use]
    pub fn parent(&self) -> Option<ClaimId> {
        self.parent
    }
    /// Whether words were uttered, or a mind is reported.
    #[must_use]
    pub fn act(&self) -> Act {
        self.act
    }
    /// How a reader could find the speaker again.
    #[must_use]
    pub fn anonymity(&self) -> Anonymity {
        self.anonymity
    }
    /// How far the author stands behind it.
    #[must_use]
    pub fn modality(&self) -> Modality {
        self.modality
    }
    /// From 0 to 1: an order of how sure the reading is, not yet a probability.
    #[must_use]
    pub fn confidence(&self) -> f32 {
        self.confidence
    }
    /// The name of the rule that found it (`dixit rules` prints them all).
    #[must_use]
    pub fn rule(&self) -> &'static str {
        self.rule
    }
}
