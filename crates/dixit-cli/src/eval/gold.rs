//! Reading: the annotations of an article, and what a tool found in it.

use std::collections::{HashMap, HashSet};

use serde_json::Value;

use super::fold::{fold, words};
use super::text::{Letters, Span, Text, Unit};

/// An article with its annotations and with what was found in it.
pub struct Article {
    pub name: String,
    pub text: Text,
    pub gold: Gold,
    pub found: Found,
}

/// The places of a claim.
pub struct Places {
    pub content: Vec<Span>,
    pub cue: Vec<Span>,
    pub speaker: Vec<Span>,
    pub letters: Letters,
    pub cue_letters: Letters,
    pub speaker_letters: Letters,
    pub via: Letters,
}

impl Places {
    fn read(text: &Text, claim: &Value, unit: Unit) -> Result<Places, String> {
        let spans = |key: &str| text.spans(&claim[key], unit);
        let (content, cue, speaker) = (spans("content")?, spans("cue")?, spans("speaker")?);
        Ok(Places {
            letters: text.letters(&content),
            cue_letters: text.letters(&cue),
            speaker_letters: text.letters(&speaker),
            via: text.letters(&text.relays(&claim["via"], unit)?),
            content,
            cue,
            speaker,
        })
    }
}

/// What the annotators wrote.
pub struct Gold {
    pub claims: Vec<GoldClaim>,
    pub entities: Vec<GoldEntity>,
    pub sources: HashSet<String>,
}

pub struct GoldClaim {
    pub kind: String,
    pub at: Places,
    /// A place in [`Gold::entities`].
    pub entity: Option<usize>,
    /// Neither missed when absent nor wrong when present.
    pub optional: bool,
}

pub struct GoldEntity {
    pub name: String,
    /// All its names, folded.
    names: HashSet<String>,
    full: HashSet<String>,
    /// A person named in two words or more: only the fullest name that the article gives is right.
    pub person: bool,
    /// Its name is a proper name, not a description.
    pub proper: bool,
    /// person, organisation, group, document: as the annotators have it.
    pub kind: Option<String>,
    /// `m` or `f`, of persons alone.
    pub gender: Option<String>,
}

impl Gold {
    pub fn read(json: &Value, text: &Text) -> Result<Gold, String> {
        let mut places = HashMap::new();
        let mut entities = Vec::new();
        for entity in items(json, "entities")? {
            let id = string(entity, "id").ok_or("an entity has no id")?;
            let name = string(entity, "name").ok_or("an entity has no name")?;
            if places.insert(id, entities.len()).is_some() {
                return Err(format!("two entities have the id {id:?}"));
            }
            let aliases = items(entity, "aliases")?.iter().filter_map(Value::as_str);
            entities.push(GoldEntity::new(
                name,
                aliases,
                string(entity, "type"),
                string(entity, "gender"),
            ));
        }
        if !json["claims"].is_array() {
            return Err("there is no list of claims".to_owned());
        }
        let mut claims = Vec::new();
        for claim in items(json, "claims")? {
            let entity = match string(claim, "entity") {
                None => None,
                Some(id) => Some(
                    *places
                        .get(id)
                        .ok_or_else(|| format!("no entity has the id {id:?}"))?,
                ),
            };
            claims.push(GoldClaim {
                kind: string(claim, "kind")
                    .ok_or("a claim has no kind")?
                    .to_owned(),
                at: Places::read(text, claim, Unit::CodePoints)?,
                entity,
                optional: claim["optional"].as_bool().unwrap_or(false),
            });
        }
        let sources = items(json, "sources")?.iter().filter_map(Value::as_str);
        Ok(Gold {
            claims,
            entities,
            sources: sources.map(fold).collect(),
        })
    }

    /// Whether a resolved name is this entity, under any of its names.
    ///
    /// So is a fuller form of one of them, or a shorter one that is nobody else's: of a proper name the last word has to be
    /// there, of a description the first.
    pub fn is_entity(&self, name: Option<&Name>, entity: usize) -> bool {
        let Some(name) = name else { return false };
        let this = &self.entities[entity];
        if this.names.contains(&name.folded) {
            return true;
        }
        let Some(last) = words(&name.folded).next_back() else {
            return false;
        };
        let others = self.entities.iter().enumerate();
        let mut others = others
            .filter(|(i, _)| *i != entity)
            .flat_map(|(_, other)| &other.names);
        if others
            .any(|other| words(other).next_back() == Some(last) && is_within(&name.folded, other))
        {
            return false;
        }
        this.names.iter().filter(|own| !own.is_empty()).any(|own| {
            let same_last = words(own).next_back() == Some(last);
            let same_head = if this.proper {
                same_last
            } else {
                words(own).next() == words(&name.folded).next()
            };
            (same_last && is_within(own, &name.folded))
                || (same_head && is_within(&name.folded, own))
        })
    }

    /// Whether the one who is quoted is right: the entity, a person under the fullest name that the article gives; where the
    /// gold names no entity, the mention, or its absence.
    pub fn is_who(&self, gold: &GoldClaim, found: &FoundClaim) -> bool {
        let name = found.name.as_ref();
        match gold.entity {
            Some(i) => {
                let entity = &self.entities[i];
                self.is_entity(name, i) && (!entity.person || entity.is_full(name))
            }
            None if gold.at.speaker_letters.is_empty() => {
                found.at.speaker_letters.is_empty() && name.is_none()
            }
            None => gold.at.speaker_letters.meets(&found.at.speaker_letters),
        }
    }
}

impl GoldEntity {
    fn new<'a>(
        name: &'a str,
        aliases: impl Iterator<Item = &'a str>,
        kind: Option<&str>,
        gender: Option<&str>,
    ) -> GoldEntity {
        let person = kind == Some("person");
        let full = fold(name);
        let proper = name.chars().next().is_some_and(char::is_uppercase);
        let names = std::iter::once(name).chain(aliases);
        GoldEntity {
            names: names.filter(|n| !n.is_empty()).map(fold).collect(),
            full: words(&full).map(str::to_owned).collect(),
            person: person && proper && words(&full).count() > 1,
            proper,
            kind: kind.map(str::to_owned),
            gender: gender.filter(|_| person).map(str::to_owned),
            name: name.to_owned(),
        }
    }

    /// Whether a resolved name holds every word of the fullest name that the article gives.
    pub fn is_full(&self, name: Option<&Name>) -> bool {
        name.is_some_and(|name| {
            self.full
                .iter()
                .all(|word| words(&name.folded).any(|w| w == word))
        })
    }
}

/// Whether every word of one name is in the other.
fn is_within(inner: &str, outer: &str) -> bool {
    words(inner).all(|word| words(outer).any(|w| w == word))
}

/// What a tool found.
#[derive(Default)]
pub struct Found {
    pub claims: Vec<FoundClaim>,
    pub sources: HashSet<String>,
}

pub struct FoundClaim {
    pub kind: String,
    pub at: Places,
    /// Who it is said to be; the words of the mention where a tool resolves nothing. Never empty.
    pub name: Option<Name>,
    /// The rule that found it, where the tool says so.
    pub rule: Option<String>,
    /// How the name was come by.
    pub resolution: Option<String>,
    /// The entity's place in the tool's own list, and its gender there.
    pub entity: Option<u64>,
    pub gender: Option<String>,
    /// What the entity is, and how a reader could find it again.
    pub entity_kind: Option<String>,
    pub anonymity: Option<String>,
}

/// A resolved name.
pub struct Name {
    pub given: String,
    folded: String,
}

impl Name {
    /// `None` when it is empty.
    pub fn new(given: &str) -> Option<Name> {
        (!given.is_empty()).then(|| Name {
            given: given.to_owned(),
            folded: fold(given),
        })
    }
}

impl Found {
    /// Reads dixit's own JSON, and a plainer form for other tools: `claims` with `kind`, `content`, `cue`, `speaker`, `via` as
    /// spans and `resolved_speaker`, a list of `sources`, and in `offsets` what is counted (`char` unless it says otherwise).
    pub fn read(json: &Value, text: &Text) -> Result<Found, String> {
        let unit = match string(json, "offsets").filter(|unit| !unit.is_empty()) {
            Some(unit) if unit.starts_with("byte") => Unit::Bytes,
            None if json.get("schema").is_some() => Unit::Bytes,
            _ => Unit::CodePoints,
        };
        let entities = items(json, "entities")?;
        if !json["claims"].is_array() {
            return Err("there is no list of claims".to_owned());
        }
        let mut claims = Vec::new();
        for claim in items(json, "claims")? {
            let speaker = &claim["speaker"];
            let entity = &speaker["entity"];
            let entity = entities
                .iter()
                .rev()
                .find(|e| !entity.is_null() && e["id"] == *entity);
            let at = Places::read(text, claim, unit)?;
            let given = if speaker.is_object() {
                let own = string(speaker, "name").filter(|name| !name.is_empty());
                own.or_else(|| string(entity?, "name"))
            } else {
                string(claim, "resolved_speaker")
            };
            let mention = || Name::new(text.slice(*at.speaker.first()?));
            claims.push(FoundClaim {
                kind: string(claim, "kind").unwrap_or_default().to_owned(),
                name: given.and_then(Name::new).or_else(mention),
                at,
                rule: string(claim, "rule").map(str::to_owned),
                resolution: string(speaker, "resolution").map(str::to_owned),
                entity: speaker["entity"].as_u64(),
                gender: entity.and_then(|e| string(e, "gender").map(str::to_owned)),
                entity_kind: entity.and_then(|e| string(e, "kind").map(str::to_owned)),
                anonymity: string(claim, "anonymity").map(str::to_owned),
            });
        }
        let sources = items(json, "sources")?.iter().filter_map(|source| {
            let parts = || string(source, "name").filter(|name| !name.is_empty());
            source
                .as_str()
                .or_else(parts)
                .or_else(|| string(source, "text"))
        });
        Ok(Found {
            claims,
            sources: sources.filter(|s| !s.is_empty()).map(fold).collect(),
        })
    }
}

fn string<'a>(object: &'a Value, key: &str) -> Option<&'a str> {
    object[key].as_str()
}

/// The list under a key; a key that is missing or null is an empty list.
fn items<'a>(object: &'a Value, key: &str) -> Result<&'a [Value], String> {
    match &object[key] {
        Value::Null => Ok(&[]),
        Value::Array(list) => Ok(list),
        other => Err(format!("{key:?} is no list: {other}")),
    }
}

#[cfg(test)]
mod tests {
    use super::{Found, Gold, Name};
    use crate::eval::text::Text;
    use serde_json::json;

    const ARTICLE: &str = "« Le pont tiendra », a assuré Mme Brun.";

    fn text() -> Text {
        Text::new(ARTICLE.to_owned())
    }

    /// Two who share a last name, an office and a person of one word.
    fn gold() -> Gold {
        let json = json!({
            "claims": [],
            "entities": [
                {"id": "o", "name": "Odile Brun", "type": "person", "gender": "f", "aliases": ["la mairesse", "Mme Brun"]},
                {"id": "p", "name": "Paul Brun", "type": "person", "gender": "m", "aliases": []},
                {"id": "s", "name": "le service des ponts", "type": "organisation", "gender": null},
                {"id": "i", "name": "Ida", "type": "person", "gender": "f"},
            ],
            "sources": ["Le Relais"],
        });
        Gold::read(&json, &text()).unwrap()
    }

    #[test]
    fn an_entity_has_many_names() {
        let gold = gold();
        let is = |name: &str, entity| gold.is_entity(Name::new(name).as_ref(), entity);
        assert!(is("Odile Brun", 0));
        assert!(is("la mairesse", 0));
        assert!(is("Mme Odile BRUN", 0));
        // Fuller than what the gold gives.
        assert!(is("Odile Anne Brun", 0));
        // A last name shared by two is its own alias of the one alone.
        assert!(is("Brun", 0));
        assert!(!is("Brun", 1));
        assert!(!is("Odile", 0));
        assert!(!is("Paul Brun", 0));
        // Of a description the head counts.
        assert!(is("service", 2));
        assert!(!is("ponts", 2));
        assert!(!is("", 2));
    }

    #[test]
    fn full_names_are_asked_of_persons_with_two_words() {
        let gold = gold();
        let person: Vec<bool> = gold.entities.iter().map(|e| e.person).collect();
        assert_eq!(person, [true, true, false, false]);
        let full = |name: &str| gold.entities[0].is_full(Name::new(name).as_ref());
        assert!(full("la mairesse Odile Brun"));
        assert!(!full("Mme Brun"));
        assert!(!full(""));
        let gender: Vec<_> = gold.entities.iter().map(|e| e.gender.as_deref()).collect();
        assert_eq!(gender, [Some("f"), Some("m"), None, Some("f")]);
    }

    #[test]
    fn own_json_and_the_plainer_form() {
        let text = text();
        let doc = dixit::Analyzer::new().analyze(ARTICLE);
        let own = serde_json::from_str(&dixit::format::json(&doc, None)).unwrap();
        let own = Found::read(&own, &text).unwrap();
        let plain = json!({
            "claims": [{"kind": "direct", "content": [[2, 17]], "cue": [21, 29], "speaker": [30, 38]}],
            "sources": ["Le Relais", {"name": "La Cloche"}, {"text": "Ouï"}, ""],
        });
        let plain = Found::read(&plain, &text).unwrap();
        let [a, b] = [&own, &plain].map(|found| &found.claims[0]);
        assert_eq!(a.at.letters, b.at.letters);
        assert_eq!(a.at.cue_letters, b.at.cue_letters);
        assert_eq!(a.rule.as_deref(), Some("incise"));
        assert_eq!(b.rule, None);
        // Nothing was resolved: the words of the mention stand for it.
        assert_eq!(b.name.as_ref().unwrap().given, "Mme Brun");
        assert_eq!(plain.sources.len(), 3);
    }

    #[test]
    fn what_is_wrong_with_a_file_is_said() {
        let text = text();
        let why = |json| Gold::read(&json, &text).err().unwrap();
        assert!(why(json!({"entities": []})).contains("claims"));
        let claim = json!({"kind": "direct", "content": [[0, 4]], "entity": "nobody"});
        assert!(why(json!({"claims": [claim]})).contains("nobody"));
        assert!(why(json!({"claims": [{"content": [[0, 4]]}]})).contains("kind"));
        let twice = json!([{"id": "a", "name": "A"}, {"id": "a", "name": "B"}]);
        assert!(why(json!({"claims": [], "entities": twice})).contains("two entities"));
    }
}
