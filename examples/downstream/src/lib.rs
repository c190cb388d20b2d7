//! Who is quoted in an article, and how much: a program of the kind that uses dixit.

use std::collections::BTreeMap;

use dixit::Document;

/// Bytes of direct and mixed speech for each named speaker.
pub fn shares(doc: &Document<'_>) -> BTreeMap<String, usize> {
    let mut shares = BTreeMap::new();
    for claim in doc.claims() {
        if claim.kind() == dixit::Kind::Indirect {
            continue;
        }
        if let Some(entity) = doc.speaker(claim) {
            let bytes: usize = claim.content().iter().map(|part| part.len()).sum();
            *shares.entry(entity.name().to_owned()).or_default() += bytes;
        }
    }
    shares
}
