//! Plurals and feminines of nouns and adjectives by rule; what departs from it is listed in the data.

/// The regular plural.
pub(crate) fn plural(singular: &str) -> String {
    if singular.ends_with(['s', 'x', 'z']) {
        return singular.to_owned();
    }
    if let Some(stem) = singular.strip_suffix("al") {
        return format!("{stem}aux");
    }
    if singular.ends_with("au") || singular.ends_with("eu") {
        return format!("{singular}x");
    }
    format!("{singular}s")
}

/// The regular feminine of an adjective in the masculine singular.
pub(crate) fn feminine(masculine: &str) -> String {
    const ENDINGS: [(&str, &str); 6] = [
        ("eux", "euse"),
        ("if", "ive"),
        ("er", "ère"),
        ("el", "elle"),
        ("en", "enne"),
        ("on", "onne"),
    ];
    if masculine.ends_with('e') {
        return masculine.to_owned();
    }
    for (ending, replaced) in ENDINGS {
        if let Some(stem) = masculine.strip_suffix(ending) {
            return format!("{stem}{replaced}");
        }
    }
    format!("{masculine}e")
}
