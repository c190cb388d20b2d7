//! The metrics: which claim found answers which of the gold, and what is counted of that.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::gold::{Article, FoundClaim, GoldClaim};
use super::text::{Letters, coverage, overlap, ratio};

/// The kinds of claims, in the order in which they are shown.
pub const KINDS: [&str; 3] = ["direct", "mixed", "indirect"];

/// What a claim has to be, to be found.
pub struct Measure {
    pub name: &'static str,
    overlap: fn(&Letters, &Letters) -> f64,
    least: f64,
    /// Whether the speaker has to be right too.
    who: bool,
}

const fn contents(
    name: &'static str,
    overlap: fn(&Letters, &Letters) -> f64,
    least: f64,
) -> Measure {
    Measure {
        name,
        overlap,
        least,
        who: false,
    }
}

/// The measures, the headline first.
pub const MEASURES: [Measure; 6] = [
    Measure {
        who: true,
        ..contents("WHO-SAID-WHAT", overlap, 0.8)
    },
    contents("iou@.8", overlap, 0.8),
    contents("iou@.5", overlap, 0.5),
    contents("exact", overlap, 1.0),
    // Radar de Parité asks for more than the threshold, not for the threshold.
    contents("rdp@.3", coverage, 0.300_000_1),
    contents("rdp@.8", coverage, 0.800_000_1),
];

/// The headline's place in [`MEASURES`].
pub const WHO: usize = 0;

/// What is asked of the claims found at overlap .5, each with its place in [`Tally::rates`].
pub const RATES: [&str; 5] = ["speaker", "entity", "full name", "kind", "cue"];

/// Below this overlap a claim found does not even answer an optional one.
const EXCUSED: f64 = 0.3;

/// Right, wrong and missed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    pub right: usize,
    pub wrong: usize,
    pub missed: usize,
}

impl Counts {
    pub fn precision(self) -> f64 {
        ratio(self.right, self.right + self.wrong)
    }

    pub fn recall(self) -> f64 {
        ratio(self.right, self.right + self.missed)
    }

    pub fn f1(self) -> f64 {
        let (p, r) = (self.precision(), self.recall());
        if p + r > 0.0 {
            2.0 * p * r / (p + r)
        } else {
            0.0
        }
    }
}

/// How often something was right of the times it was asked.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Rate {
    pub right: usize,
    pub asked: usize,
}

impl Rate {
    fn count(&mut self, right: bool) {
        self.right += usize::from(right);
        self.asked += 1;
    }

    /// `None` where nothing was asked.
    pub fn share(self) -> Option<f64> {
        (self.asked > 0).then(|| ratio(self.right, self.asked))
    }
}

/// What is counted of all claims, of those of one kind, and of those that one rule found.
#[derive(Debug, Clone, Default)]
pub struct Tally {
    /// By [`MEASURES`]. Of a rule nothing is `missed`: the gold does not say which rule should have found a claim.
    pub measures: [Counts; MEASURES.len()],
    /// By [`RATES`].
    pub rates: [Rate; RATES.len()],
    /// Claims of the gold that count.
    pub gold: usize,
    /// Claims found, whether they count or not.
    pub found: usize,
}

/// How well a name was come by in one way.
#[derive(Debug, Clone, Copy, Default)]
pub struct Way {
    /// The entity is right under any of its names.
    pub entity: Rate,
    /// The person's fullest name.
    pub full: Rate,
    /// Somebody was named where the gold names no entity.
    pub nobody: usize,
}

/// Gender of persons.
#[derive(Debug, Clone, Copy, Default)]
pub struct Genders {
    pub right: usize,
    pub wrong: usize,
    /// The tool gives none.
    pub unknown: usize,
}

impl Genders {
    fn count(&mut self, gold: &str, found: Option<&str>) {
        match found {
            Some(found) if found == gold => self.right += 1,
            Some("m" | "f") => self.wrong += 1,
            _ => self.unknown += 1,
        }
    }

    pub fn share(self) -> Option<f64> {
        let asked = self.right + self.wrong + self.unknown;
        (asked > 0).then(|| ratio(self.right, asked))
    }
}

/// The figures.
#[derive(Debug, Clone, Default)]
pub struct Score {
    pub articles: usize,
    pub optional: usize,
    pub all: Tally,
    /// By [`KINDS`]: what is right or missed by the kind in the gold, what is wrong by the kind that it was given.
    pub kinds: [Tally; KINDS.len()],
    pub rules: BTreeMap<String, Tally>,
    pub via: Counts,
    pub sources: Counts,
    /// By the way in which the tool says it came by the name.
    pub ways: BTreeMap<String, Way>,
    /// Once for each entity of an article that was named rightly.
    pub gender_of_entities: Genders,
    /// Once for each claim by a person, rightly named or not.
    pub gender_of_claims: Genders,
    /// What the source is (person, organisation, group, document), of claims whose entity is right.
    pub kind_of_source: Rate,
    /// Whether it is named, a group, or neither, of the same claims.
    pub anonymity: Rate,
}

impl Score {
    /// The tallies that count a claim of some kind found by some rule.
    fn tallies(&mut self, kind: &str, rule: Option<&str>, mut count: impl FnMut(&mut Tally)) {
        count(&mut self.all);
        if let Some(i) = KINDS.iter().position(|k| *k == kind) {
            count(&mut self.kinds[i]);
        }
        if let Some(rule) = rule {
            if !self.rules.contains_key(rule) {
                self.rules.insert(rule.to_owned(), Tally::default());
            }
            count(self.rules.get_mut(rule).expect("it was just put there"));
        }
    }

    /// Counts one article.
    pub fn add(&mut self, article: &Article) {
        let (gold, found) = (&article.gold, &article.found);
        self.articles += 1;
        self.optional += gold.claims.iter().filter(|g| g.optional).count();
        for g in gold.claims.iter().filter(|g| !g.optional) {
            self.tallies(&g.kind, None, |tally| tally.gold += 1);
        }
        for p in &found.claims {
            self.tallies(&p.kind, p.rule.as_deref(), |tally| tally.found += 1);
        }
        let excused = excused(article);
        for (i, measure) in MEASURES.iter().enumerate() {
            self.measure(i, article, &answered(article, measure), &excused);
        }
        let who = |g: &GoldClaim, p: &FoundClaim| gold.is_who(g, p);
        let mut entities = HashSet::new();
        for (gi, pi) in pair(article, overlap, 0.5, who) {
            let (g, p) = (&gold.claims[gi], &found.claims[pi]);
            if !g.optional {
                self.ask(article, g, p);
                self.resolution(article, g, p, &mut entities);
            }
        }
        let both = gold.sources.intersection(&found.sources).count();
        self.sources.right += both;
        self.sources.wrong += found.sources.len() - both;
        self.sources.missed += gold.sources.len() - both;
    }

    fn measure(
        &mut self,
        i: usize,
        article: &Article,
        answered: &[(usize, usize)],
        excused: &HashSet<usize>,
    ) {
        let found = &article.found.claims;
        let by_gold: HashMap<usize, usize> = answered.iter().copied().collect();
        let taken: HashSet<usize> = by_gold.values().copied().collect();
        for (gi, g) in article.gold.claims.iter().enumerate() {
            match by_gold.get(&gi) {
                _ if g.optional => {}
                Some(&pi) => self.tallies(&g.kind, found[pi].rule.as_deref(), |tally| {
                    tally.measures[i].right += 1;
                }),
                None => self.tallies(&g.kind, None, |tally| tally.measures[i].missed += 1),
            }
        }
        for (pi, p) in found.iter().enumerate() {
            if !taken.contains(&pi) && !excused.contains(&pi) {
                self.tallies(&p.kind, p.rule.as_deref(), |tally| {
                    tally.measures[i].wrong += 1;
                });
            }
        }
    }

    /// What is asked of a claim once its content is found.
    fn ask(&mut self, article: &Article, g: &GoldClaim, p: &FoundClaim) {
        let (name, gold) = (p.name.as_ref(), &article.gold);
        let (wanted, given) = (&g.at.speaker_letters, &p.at.speaker_letters);
        let speaker = wanted.meets(given) || (wanted.is_empty() && given.is_empty());
        let entity = g.entity.map(|entity| gold.is_entity(name, entity));
        let person = g.entity.map(|e| &gold.entities[e]).filter(|e| e.person);
        let full = person.map(|person| person.is_full(name));
        let cue = !g.at.cue_letters.is_empty();
        let cue = cue.then(|| g.at.cue_letters.meets(&p.at.cue_letters));
        let answers = [Some(speaker), entity, full, Some(g.kind == p.kind), cue];
        self.tallies(&g.kind, p.rule.as_deref(), |tally| {
            for (rate, answer) in tally.rates.iter_mut().zip(answers) {
                if let Some(right) = answer {
                    rate.count(right);
                }
            }
        });
        let (wanted, given) = (&g.at.via, &p.at.via);
        if wanted.meets(given) {
            self.via.right += 1;
        } else if !wanted.is_empty() {
            self.via.missed += 1;
        } else if !given.is_empty() {
            self.via.wrong += 1;
        }
    }

    fn resolution(
        &mut self,
        article: &Article,
        g: &GoldClaim,
        p: &FoundClaim,
        entities: &mut HashSet<(usize, Option<u64>)>,
    ) {
        let (name, gold) = (p.name.as_ref(), &article.gold);
        let way = match &p.resolution {
            Some(way) => way,
            None if name.is_some() => "mention alone",
            None => "nobody",
        };
        let way = self.ways.entry(way.to_owned()).or_default();
        let Some(i) = g.entity else {
            way.nobody += usize::from(name.is_some());
            return;
        };
        let entity = &gold.entities[i];
        let right = gold.is_entity(name, i);
        way.entity.count(right);
        if entity.person {
            way.full.count(entity.is_full(name));
        }
        if let (true, Some(kind)) = (right, entity.kind.as_deref()) {
            if let Some(found) = p.entity_kind.as_deref().filter(|_| kind != "other") {
                self.kind_of_source.count(found == kind);
            }
            if let Some(found) = p.anonymity.as_deref() {
                // A body or document is one that can be asked, whatever it is called.
                let named = match kind {
                    "organisation" | "document" => true,
                    "person" => entity.proper,
                    _ => false,
                };
                let same = match found {
                    "named" => named,
                    "group" => kind == "group",
                    _ => !named && kind != "group",
                };
                self.anonymity.count(same);
            }
        }
        if let Some(gender @ ("m" | "f")) = entity.gender.as_deref() {
            self.gender_of_claims.count(gender, p.gender.as_deref());
            if right && entities.insert((i, p.entity)) {
                self.gender_of_entities.count(gender, p.gender.as_deref());
            }
        }
    }
}

/// The pairs that a measure takes for right.
pub fn answered(article: &Article, measure: &Measure) -> Vec<(usize, usize)> {
    let right = |g: &GoldClaim, p: &FoundClaim| !measure.who || article.gold.is_who(g, p);
    let mut pairs = pair(article, measure.overlap, measure.least, right);
    let (gold, found) = (&article.gold.claims, &article.found.claims);
    pairs.retain(|&(gi, pi)| right(&gold[gi], &found[pi]));
    pairs
}

/// The claims found that answer optional ones: they are left out of the count.
pub fn excused(article: &Article) -> HashSet<usize> {
    pair(article, overlap, EXCUSED, |_, _| true)
        .into_iter()
        .filter(|&(gi, _)| article.gold.claims[gi].optional)
        .map(|(_, pi)| pi)
        .collect()
}

/// Pairs claims of the gold with claims found, each at most once, best overlap first. Of equal overlaps the one that is also
/// right comes first, so that the order in a file never counts.
pub fn pair(
    article: &Article,
    overlap: fn(&Letters, &Letters) -> f64,
    least: f64,
    right: impl Fn(&GoldClaim, &FoundClaim) -> bool,
) -> Vec<(usize, usize)> {
    let mut candidates = Vec::new();
    for (gi, g) in article.gold.claims.iter().enumerate() {
        for (pi, p) in article.found.claims.iter().enumerate() {
            let score = overlap(&g.at.letters, &p.at.letters);
            // Claims without a common letter are no pair, whatever the threshold.
            if score > 0.0 && score >= least {
                candidates.push((score, right(g, p), gi, pi));
            }
        }
    }
    candidates.sort_by(|a, b| {
        b.0.total_cmp(&a.0)
            .then(b.1.cmp(&a.1))
            .then((a.2, a.3).cmp(&(b.2, b.3)))
    });
    let (mut golds, mut founds) = (HashSet::new(), HashSet::new());
    candidates.retain(|&(_, _, gi, pi)| {
        let free = !golds.contains(&gi) && !founds.contains(&pi);
        if free {
            golds.insert(gi);
            founds.insert(pi);
        }
        free
    });
    candidates
        .into_iter()
        .map(|(_, _, gi, pi)| (gi, pi))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Counts, MEASURES, Rate, Score, WHO, answered};
    use crate::eval::invented;

    fn counts(right: usize, wrong: usize, missed: usize) -> Counts {
        Counts {
            right,
            wrong,
            missed,
        }
    }

    fn score() -> Score {
        let mut score = Score::default();
        score.add(&invented::article());
        score
    }

    #[test]
    fn an_optional_claim_is_neither_missed_nor_wrong() {
        let score = score();
        assert_eq!(score.optional, 1);
        assert_eq!(score.all.gold, 4);
        assert_eq!(score.all.found, 5);
        // Found: one whole with its speaker, one whole with another, one too long, the optional one, one of nothing.
        let measures = score.all.measures;
        assert_eq!(measures[WHO], counts(1, 3, 3));
        let by_name = |name: &str| {
            let i = MEASURES.iter().position(|m| m.name == name).unwrap();
            measures[i]
        };
        assert_eq!(by_name("iou@.8"), counts(2, 2, 2));
        assert_eq!(by_name("exact"), counts(2, 2, 2));
        assert_eq!(by_name("iou@.5"), counts(3, 1, 1));
        assert_eq!(by_name("rdp@.8"), counts(3, 1, 1));
    }

    #[test]
    fn kinds_and_rules_add_up() {
        let score = score();
        for i in 0..MEASURES.len() {
            let sum = |tallies: &[&super::Tally], of: fn(&Counts) -> usize| -> usize {
                tallies.iter().map(|t| of(&t.measures[i])).sum()
            };
            let kinds: Vec<_> = score.kinds.iter().collect();
            let rules: Vec<_> = score.rules.values().collect();
            let all = score.all.measures[i];
            assert_eq!(sum(&kinds, |c| c.missed), all.missed);
            for tallies in [&kinds, &rules] {
                assert_eq!(sum(tallies, |c| c.right), all.right);
                assert_eq!(sum(tallies, |c| c.wrong), all.wrong);
            }
        }
    }

    #[test]
    fn what_is_asked_of_pairs() {
        let score = score();
        let rate = |right, asked| Rate { right, asked };
        // speaker, entity, full name, kind, cue
        let wanted = [rate(2, 3), rate(1, 3), rate(1, 3), rate(2, 3), rate(2, 2)];
        assert_eq!(score.all.rates, wanted);
        assert_eq!(score.via, counts(1, 0, 0));
        assert_eq!(score.sources, counts(1, 0, 0));
    }

    #[test]
    fn ways_and_genders() {
        let score = score();
        assert_eq!(score.ways["name"].entity, Rate { right: 1, asked: 1 });
        assert_eq!(score.ways["pronoun"].entity, Rate { right: 0, asked: 1 });
        let genders = score.gender_of_entities;
        assert_eq!((genders.right, genders.wrong, genders.unknown), (1, 0, 0));
        let genders = score.gender_of_claims;
        assert_eq!((genders.right, genders.wrong, genders.unknown), (1, 1, 1));
    }

    #[test]
    fn of_equal_overlaps_the_right_one_comes_first() {
        let mut article = invented::article();
        // The same content a second time, said by somebody else, before and behind the right one.
        let twin = invented::article().found.claims.remove(1);
        article.found.claims.insert(0, twin);
        article.found.claims[0].at = invented::article().gold.claims.remove(0).at;
        assert_eq!(answered(&article, &MEASURES[WHO])[0], (0, 1));
        article.found.claims.swap(0, 1);
        assert_eq!(answered(&article, &MEASURES[WHO])[0], (0, 0));
    }

    #[test]
    fn nothing_found_and_nothing_to_find() {
        let mut article = invented::article();
        article.found.claims.clear();
        article.found.sources.clear();
        let mut score = Score::default();
        score.add(&article);
        assert_eq!(score.all.measures[WHO], counts(0, 0, 4));
        assert!(score.all.measures[WHO].f1().abs() < f64::EPSILON);
        assert_eq!(score.all.rates[0].share(), None);
    }
}
