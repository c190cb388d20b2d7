//! Who and what the noun groups of the article name: persons, bodies, groups, documents, pronouns.

use std::ops::Range;

use crate::chunks::{self, Chunk, ChunkFlags, ChunkKind, NameAfter, Source};
use crate::lexicon::{Feats, LemmaId, NounClass, Pos, ProperKind};
use crate::marks::QuotationId;
use crate::sentences::Sentence;
use crate::tokens::{Flags, Token, TokenId, TokenKind};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MentionKind {
    /// A person's name of two words or more, or with a title.
    Person,
    /// One word, or words that may name anything.
    Name,
    /// A body, outlet, place that the lexicon knows, or an acronym.
    Body,
    /// A common noun.
    Description,
    Pronoun,
}

/// One noun group and what it says.
#[derive(Debug, Clone)]
pub(crate) struct Mention {
    pub(crate) kind: MentionKind,
    pub(crate) sentence: u32,
    /// Its chunk, as an index in the article.
    pub(crate) chunk: u32,
    /// Behind its complements.
    pub(crate) chunk_end: u32,
    /// With complements.
    pub(crate) tokens: Range<TokenId>,
    /// The name alone, without title and article.
    pub(crate) name: Option<Range<TokenId>>,
    pub(crate) lemma: Option<LemmaId>,
    pub(crate) class: Option<NounClass>,
    pub(crate) feats: Feats,
    pub(crate) flags: ChunkFlags,
    pub(crate) titled: bool,
}

impl Mention {
    /// Several, by its own words.
    pub(crate) fn is_plural(&self) -> bool {
        self.feats.has(Feats::PLUR) && !self.feats.has(Feats::SING)
    }

    /// « le », « ce », « son », or no determiner at all: something that the reader can tell.
    pub(crate) fn is_definite(&self) -> bool {
        self.feats
            .has(Feats::DEFINITE | Feats::DEMONSTRATIVE | Feats::POSSESSIVE)
            || !self.flags.has(ChunkFlags::DETERMINED)
    }

    pub(crate) fn is_named(&self) -> bool {
        matches!(
            self.kind,
            MentionKind::Person | MentionKind::Name | MentionKind::Body
        )
    }
}

/// The mentions of the article in text order, one per noun group.
pub(crate) fn read(
    source: Source<'_>,
    sentences: &[Sentence],
    ranges: &[Range<u32>],
    chunks: &[Chunk],
) -> Vec<Mention> {
    let mut out = Vec::new();
    for index in 0..sentences.len() {
        let range = ranges[index].clone();
        let local = Local {
            source,
            chunks: &chunks[range.start as usize..range.end as usize],
            first: sentences[index].tokens.start,
        };
        for at in 0..local.chunks.len() {
            let chunk = &local.chunks[at];
            if chunk.kind == ChunkKind::Noun && !chunk.flags.has(ChunkFlags::TIME) {
                let mut mention = local.mention(at);
                mention.sentence = index as u32;
                mention.chunk += range.start;
                mention.chunk_end += range.start;
                out.push(mention);
            }
        }
    }
    out
}

/// Tokens that a name in marks may hold.
const NAME_WORDS: usize = 8;

/// Words that names of firms and bodies end in, abroad as in France.
#[rustfmt::skip]
const CORPORATE: &[&str] = &[
    "AG", "Airlines", "Airways", "Aerospace", "Automobiles", "Bank", "Banque", "Beauty", "Brands", "Brothers",
    "Broadcasting", "Capital", "Chemicals", "Club", "Co", "College", "Communications", "Conseil", "Consulting",
    "Corp", "Corporation", "Council", "Energie", "Énergie", "Energies", "Énergies", "Energy", "Engineering",
    "Entertainment", "Europe", "Express", "FC", "Films", "Finance", "Financial", "Foods", "Foundation", "France",
    "Fund", "Games", "Gmbh", "GmbH", "Group", "Groupe", "Herald", "Holding", "Holdings", "Hotels", "Immobilier",
    "Inc", "Industrie", "Industries", "Institute", "Insurance", "International", "Investment", "Investments",
    "Invest", "Journal", "Labs", "Limited", "Ltd", "Logistics", "Magazine", "Management", "Marine", "Media",
    "Médias", "Motor", "Motors", "Museum", "Network", "Networks", "News", "Nucléaire", "Observatory", "Oil",
    "Online", "Partners", "Pharma", "Pharmaceuticals", "Pictures", "Plc", "Post", "Press", "Productions",
    "Properties", "Publishing", "Radio", "Rail", "Records", "Resources", "Restaurants", "Retail", "SA", "SAS", "SE",
    "Securities", "Services", "Software", "Solutions", "Sport", "Sports", "Steel", "Stores", "Studio", "Studios",
    "Systems", "Technologies", "Technology", "Telecom", "Télécom", "Television", "Théâtre", "Times", "Tribune", "TV",
    "United", "University", "Ventures", "Watch", "Waters", "Weekly",
];

/// What the capitals of a noun group name.
#[derive(Default)]
struct Capitals {
    name: Option<Range<TokenId>>,
    titled: bool,
    first_name: bool,
    count: usize,
}

/// The chunks of one sentence.
struct Local<'a> {
    source: Source<'a>,
    chunks: &'a [Chunk],
    first: TokenId,
}

impl Local<'_> {
    fn mention(&self, at: usize) -> Mention {
        let chunk = &self.chunks[at];
        let end = self.complex_end(at);
        let mut class = self.source.noun_class(chunk.lemma());
        let mut lemma = chunk.lemma();
        let mut tokens = chunk.first..self.chunks[end - 1].end;
        let mut name = None;
        let mut titled = false;
        let partitive = self.source.pos(chunk.head) == Pos::Numeral;
        let kind = if chunk.flags.has(ChunkFlags::PRONOUN)
            || partitive && self.partitive(at, end).is_some()
        {
            match self.partitive(at, end) {
                Some(of) => {
                    class = self.source.noun_class(of.lemma());
                    lemma = of.lemma();
                    MentionKind::Description
                }
                None => MentionKind::Pronoun,
            }
        } else {
            let capitals = self.capitals(chunk);
            titled = capitals.titled;
            match capitals.name {
                Some(ref range) if chunk.flags.has(ChunkFlags::NAME) && !self.is_unit(range) => {
                    match self.quotation_at(range.start) {
                        Some(whole) => {
                            tokens.end = tokens.end.max(whole.end);
                            name = Some(whole);
                            MentionKind::Body
                        }
                        None => {
                            let kind = self.name_kind(at, &capitals, range);
                            let whole = self.noun_name(at, end, kind, range);
                            let longer = whole.len() > range.len();
                            name = Some(whole);
                            if longer { MentionKind::Body } else { kind }
                        }
                    }
                }
                _ => {
                    name = self
                        .quoted_name(at, class)
                        .or_else(|| self.quotation_at(chunk.head))
                        .or_else(|| self.body_name(at, end, class));
                    match name {
                        Some(ref range) => {
                            tokens.end = tokens.end.max(range.end);
                            MentionKind::Body
                        }
                        None => MentionKind::Description,
                    }
                }
            }
        };
        if matches!(kind, MentionKind::Person | MentionKind::Pronoun) {
            tokens = chunk.first..chunk.end;
        }
        Mention {
            kind,
            sentence: 0,
            chunk: at as u32,
            chunk_end: end as u32,
            tokens,
            name,
            lemma,
            class,
            feats: chunk.feats,
            flags: chunk.flags,
            titled,
        }
    }

    /// Behind the complements in de and the adjectives: names juxtaposed are mentions of their own.
    fn complex_end(&self, at: usize) -> usize {
        chunks::group_end(self.source, self.chunks, at, NameAfter::Apart)
    }

    /// « l'Agence de lutte contre le bruit », « l'Office pour la pêche »: names of bodies go on in contre and pour.
    fn body_end(&self, end: usize) -> usize {
        let goes_on = self.chunks.get(end).is_some_and(|c| {
            c.kind == ChunkKind::Noun
                && c.feats.has(Feats::DEFINITE)
                && !c.flags.has(ChunkFlags::NAME)
                && c.prep()
                    .is_some_and(|p| matches!(self.source.word(p), "contre" | "pour"))
        });
        if goes_on { self.complex_end(end) } else { end }
    }

    /// « l'un des fondateurs du club »: a pronoun whose complement says what it is.
    fn partitive(&self, at: usize, end: usize) -> Option<&Chunk> {
        let chunk = &self.chunks[at];
        let whole = self.chunks.get(at + 1)?;
        (at + 1 < end
            && whole.kind == ChunkKind::Noun
            && !chunk.feats.has(Feats::DEMONSTRATIVE)
            && self.source.noun_class(whole.lemma()).is_some())
        .then_some(whole)
    }

    fn capitals(&self, chunk: &Chunk) -> Capitals {
        let source = self.source;
        let mut found = Capitals::default();
        for t in chunk.first..chunk.end {
            let capital = source.tokens[t as usize].flags.has(Flags::CAPITAL);
            match source.pos(t) {
                Pos::Title if found.name.is_none() && !self.is_given_name(t) => {
                    found.titled = true;
                    continue;
                }
                Pos::FirstName | Pos::Title => found.first_name = true,
                // « à l'AFP | M. Maret »: what is an initial inside a name is a title before it.
                Pos::Name
                    if found.name.is_none()
                        && t + 1 < chunk.end
                        && source.word(t).ends_with('.')
                        && self.reads_as(&source.tokens[t as usize], Pos::Title) =>
                {
                    found.titled = true;
                    continue;
                }
                Pos::Name => {}
                Pos::Noun if capital && chunk.flags.has(ChunkFlags::NAME) => {}
                // « Odile Brun »: a name that is an adjective elsewhere.
                Pos::Adj if capital && t > chunk.first && source.pos(t - 1) == Pos::FirstName => {}
                // « Télé 3 »
                Pos::Number if t + 1 == chunk.end => {
                    if let Some(name) = &mut found.name {
                        name.end = t + 1;
                    }
                    continue;
                }
                _ => continue,
            }
            found.count += 1;
            let start = found.name.as_ref().map_or(t, |n| n.start);
            found.name = Some(start..t + 1);
        }
        found
    }

    /// « 13 heures GMT », « 5 000 DA », « 8 % HT »: letters behind a figure.
    fn is_unit(&self, name: &Range<TokenId>) -> bool {
        let token = &self.source.tokens[name.start as usize];
        let figure =
            name.start > 0 && matches!(self.source.pos(name.start - 1), Pos::Number | Pos::Numeral);
        name.len() == 1 && token.flags.has(Flags::ALL_CAPS) && figure
    }

    /// « Cheikh Diop »: a title that is a first name as well.
    fn is_given_name(&self, token: TokenId) -> bool {
        let token = &self.source.tokens[token as usize];
        token.flags.has(Flags::CAPITAL) && self.reads_as(token, Pos::FirstName)
    }

    fn reads_as(&self, token: &Token, pos: Pos) -> bool {
        self.source
            .lexicon
            .readings(token.word)
            .iter()
            .any(|r| r.pos == pos)
    }

    /// « Météo Moravie »: a place behind a word that is no given name.
    fn ends_as_place(&self, name: &Range<TokenId>) -> bool {
        self.source
            .lexicon
            .proper(self.source.word(name.end - 1))
            .is_some_and(|p| p.kind == ProperKind::Place)
    }

    /// « Voices for Tomorrow »: no given name, and a small word that is no particle.
    fn is_foreign_title(&self, name: &Range<TokenId>) -> bool {
        self.source.pos(name.start) != Pos::FirstName
            && name.clone().any(|t| {
                matches!(
                    self.source.word(t),
                    "of" | "for" | "the" | "in" | "and" | "&" | "und" | "für"
                )
            })
    }

    /// « Brisane Motors », « Orva Airlines »: a firm that the lexicon knows, or a word that ends the names of firms.
    fn is_corporate(&self, name: &Range<TokenId>) -> bool {
        let first = self.source.lexicon.proper(self.source.word(name.start));
        let firm = first.is_some_and(|p| p.kind != ProperKind::Place)
            && self.source.pos(name.start) != Pos::FirstName;
        firm || CORPORATE.contains(&self.source.word(name.end - 1))
    }

    /// « Agence Lumen », « Réseau Ouest »: the first word is a noun that says a body.
    fn begins_as_body(&self, name: &Range<TokenId>) -> bool {
        let word = self.source.tokens[name.start as usize].word;
        self.source.lexicon.readings(word).iter().any(|r| {
            r.pos == Pos::Noun
                && matches!(
                    self.source.noun_class(Some(r.lemma)),
                    Some(NounClass::Organisation | NounClass::Outlet)
                )
        })
    }

    fn name_kind(&self, at: usize, capitals: &Capitals, name: &Range<TokenId>) -> MentionKind {
        let source = self.source;
        let chunk = &self.chunks[at];
        let known = source.lexicon.proper(slice(source, name)).map(|p| p.kind);
        let acronym = name.len() == 1
            && source.tokens[name.start as usize]
                .flags
                .has(Flags::ALL_CAPS);
        // « Télé 3 », « TER 8614 »: nobody's name.
        let numbered = source.pos(name.end - 1) == Pos::Number;
        let many = capitals.count > 1;
        match known {
            _ if capitals.titled => MentionKind::Person,
            Some(ProperKind::Place) if many && capitals.first_name => MentionKind::Person,
            Some(_) => MentionKind::Body,
            None if acronym || numbered => MentionKind::Body,
            None if many
                && !capitals.first_name
                && (self.begins_as_body(name)
                    || self.is_foreign_title(name)
                    || self.is_corporate(name)
                    || self.ends_as_place(name)) =>
            {
                MentionKind::Body
            }
            // « la région Haute-Brume Littoral », « le collectif Port Libre »
            None if many && !capitals.first_name && self.names_a_thing(at) => MentionKind::Body,
            None if many && (capitals.first_name || !chunk.flags.has(ChunkFlags::DETERMINED)) => {
                MentionKind::Person
            }
            None => MentionKind::Name,
        }
    }

    /// The name stands right behind a noun that says it is no person's.
    fn names_a_thing(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).map(|b| &self.chunks[b]) else {
            return false;
        };
        before.kind == ChunkKind::Noun
            && self.chunks[at].flags.has(ChunkFlags::JUXTAPOSED)
            && self
                .source
                .noun_class(before.lemma())
                .is_some_and(|c| !matches!(c, NounClass::Person | NounClass::Source))
            // « le ministre du Travail Luc Maret »: the noun has a capital of its own.
            && !self.source.tokens[before.head as usize]
                .flags
                .has(Flags::CAPITAL)
    }

    /// « le Courrier des Plaines »: a name that is a common noun goes on in its complement.
    fn noun_name(
        &self,
        at: usize,
        end: usize,
        kind: MentionKind,
        name: &Range<TokenId>,
    ) -> Range<TokenId> {
        let article = name.len() == 2
            && matches!(
                self.source.word(name.start),
                "Le" | "La" | "Les" | "L'" | "L’"
            );
        let goes_on = matches!(kind, MentionKind::Name | MentionKind::Body)
            && (article || name.len() == 1 && self.chunks[at].flags.has(ChunkFlags::DETERMINED))
            && end > at + 1
            && self.chunks[at + 1].kind == ChunkKind::Noun
            && self.source.tokens[self.chunks[at + 1].head as usize]
                .flags
                .has(Flags::CAPITAL)
            && (article || self.reads_as(&self.source.tokens[name.start as usize], Pos::Noun));
        if goes_on {
            name.start..self.chunks[at + 1].end
        } else {
            name.clone()
        }
    }

    /// « le collectif "Port libre" »: the name that a noun of a body has in marks.
    fn quoted_name(&self, at: usize, class: Option<NounClass>) -> Option<Range<TokenId>> {
        let body = matches!(
            class,
            Some(NounClass::Organisation | NounClass::Outlet | NounClass::Document)
        );
        (body && !self.chunks[at].feats.has(Feats::PLUR))
            .then(|| self.quotation_at(self.chunks[at].head + 2))
            .flatten()
    }

    /// The content of a short quotation that begins at `first`, written like a name.
    fn quotation_at(&self, first: TokenId) -> Option<Range<TokenId>> {
        let source = self.source;
        let mark = first.checked_sub(1)?;
        let quotations = &source.marks.quotations;
        let q = quotations.partition_point(|q| q.first < mark);
        let quotation = quotations.get(q).filter(|q| q.first == mark && q.opened)?;
        let content = source.marks.content_tokens(q as QuotationId);
        let inside = content.start as usize..content.end as usize;
        let before = mark.checked_sub(1)? as usize;
        let name_like = quotation.closed
            && content.start == first
            && content.len() <= NAME_WORDS
            && source.tokens[first as usize].flags.has(Flags::CAPITAL)
            && source.tokens[before].kind == TokenKind::Word
            && !source.tags[inside.clone()]
                .iter()
                .any(|t| t.is_finite_verb())
            && !source.tokens[inside]
                .iter()
                .any(|t| matches!(t.kind, TokenKind::Stop | TokenKind::Comma));
        name_like.then_some(content)
    }

    /// « l'Assemblée nationale », « l'Institut du littoral »: a common noun with a capital inside the sentence names a body,
    /// unless it says what a person is.
    fn body_name(&self, at: usize, end: usize, class: Option<NounClass>) -> Option<Range<TokenId>> {
        let source = self.source;
        let chunk = &self.chunks[at];
        let head = chunk.head;
        if !source.tokens[head as usize].flags.has(Flags::CAPITAL) || source.pos(head) != Pos::Noun
        {
            return None;
        }
        if let Some(last) = self.acronym_after(end) {
            return Some(head..last);
        }
        for last in (at..end).rev() {
            let range = head..self.chunks[last].end;
            if source.lexicon.proper(slice(source, &range)).is_some() {
                // « le Conseil national des pêches », « Le Courrier des Plaines »: a known name that goes on is another.
                let goes_on = self.chunks[last + 1..end].iter().any(|c| {
                    c.kind == ChunkKind::Noun
                        && (!source.tokens[c.head as usize].flags.has(Flags::CAPITAL)
                            || c.feats.has(Feats::DEFINITE))
                });
                let last = if goes_on {
                    self.body_end(end) - 1
                } else {
                    last
                };
                return Some(head..self.chunks[last].end);
            }
        }
        let own = matches!(
            class,
            Some(NounClass::Organisation | NounClass::Outlet | NounClass::Other) | None
        ) && head != self.first
            && chunk.flags.has(ChunkFlags::DETERMINED)
            && !chunk.feats.has(Feats::PLUR);
        // « l'Institut Pontis »
        let behind = self.chunks.get(end).is_some_and(|c| {
            c.flags.has(ChunkFlags::JUXTAPOSED)
                && c.flags.has(ChunkFlags::NAME)
                && c.first == self.chunks[end - 1].end
        });
        let end = if behind {
            self.complex_end(end)
        } else {
            self.body_end(end)
        };
        own.then(|| head..self.chunks[end - 1].end)
    }

    /// « l'Office du littoral, des ports et des phares (OLPP) »: where the name ends before its acronym.
    fn acronym_after(&self, end: usize) -> Option<TokenId> {
        let mut at = end;
        while let Some(chunk) = self.chunks.get(at).filter(|_| at < end + 8) {
            match chunk.kind {
                ChunkKind::Comma | ChunkKind::Coordinator => {}
                ChunkKind::Noun if chunk.flags.has(ChunkFlags::OF) => {}
                ChunkKind::Adjective => {}
                ChunkKind::Open => {
                    let inside = self.chunks.get(at + 1)?;
                    let acronym = inside.kind == ChunkKind::Noun
                        && self.source.tokens[inside.head as usize]
                            .flags
                            .has(Flags::ALL_CAPS)
                        && self.source.word(inside.head).len() > 1;
                    return (acronym && self.chunks[at - 1].kind == ChunkKind::Noun)
                        .then(|| self.chunks[at - 1].end);
                }
                _ => return None,
            }
            at += 1;
        }
        None
    }
}

pub(crate) fn slice<'a>(source: Source<'a>, range: &Range<TokenId>) -> &'a str {
    &source.text[source.span(range).range()]
}
