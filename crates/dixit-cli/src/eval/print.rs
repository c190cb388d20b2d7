//! The figures, for reading and for programs.

use std::fmt::Write as _;

use serde_json::{Map, Value, json};

use super::errors::{Cause, Mistake, Side, plain};
use super::score::{Counts, Genders, KINDS, MEASURES, RATES, Score, Tally, WHO, Way};

/// The ways in which dixit comes by a name, surest first; those of other tools follow.
const WAYS: [&str; 9] = [
    "name",
    "title",
    "apposition",
    "pronoun",
    "description",
    "carried_over",
    "first_person",
    "mention alone",
    "nobody",
];

/// The measures whose precision is shown for each rule.
const OF_RULES: [usize; 4] = [WHO, 1, 2, 3];

/// A share in hundredths, in the room that 100.0 takes.
fn percent(share: Option<f64>) -> String {
    share.map_or_else(|| "    –".to_owned(), |x| format!("{:5.1}", 100.0 * x))
}

fn triple(counts: Counts) -> String {
    let [p, r, f] = [counts.precision(), counts.recall(), counts.f1()];
    [p, r, f].map(|x| percent(Some(x))).join(" ")
}

fn plural(n: usize, word: &str) -> String {
    format!("{n} {word}{}", if n == 1 { "" } else { "s" })
}

pub fn text(score: &Score, mistakes: Option<&[Mistake]>, resolution: bool) -> String {
    let mut out = String::new();
    if let Some(mistakes) = mistakes {
        show_mistakes(&mut out, mistakes);
    }
    figures(&mut out, score);
    rules(&mut out, score);
    if resolution {
        ways(&mut out, score);
        sources_of_claims(&mut out, score);
    }
    // Padding of last columns.
    let lines: Vec<&str> = out.lines().map(str::trim_end).collect();
    lines.join("\n") + "\n"
}

fn figures(out: &mut String, score: &Score) {
    let _ = writeln!(
        out,
        "{}: {} that count and {} optional, {} found\n",
        plural(score.articles, "article"),
        plural(score.all.gold, "claim"),
        score.optional,
        score.all.found
    );
    let columns: Vec<(&str, &Tally)> = std::iter::once(("all", &score.all))
        .chain(KINDS.into_iter().zip(&score.kinds))
        .collect();
    let _ = write!(out, "{:15}", "");
    for (name, _) in &columns {
        let _ = write!(out, "│ {name:^17} ");
    }
    let _ = write!(out, "\n{:15}", "");
    for _ in &columns {
        let _ = write!(out, "│ {:>5} {:>5} {:>5} ", "P", "R", "F1");
    }
    out.push('\n');
    for (i, measure) in MEASURES.iter().enumerate() {
        let _ = write!(out, "{:15}", measure.name);
        for (_, tally) in &columns {
            let _ = write!(out, "│ {} ", triple(tally.measures[i]));
        }
        out.push('\n');
    }
    let _ = writeln!(
        out,
        "\n{:27}{:>8} {:>8} {:>8} {:>8}",
        "of contents found at iou .5", "all", KINDS[0], KINDS[1], KINDS[2]
    );
    for (i, name) in RATES.iter().enumerate() {
        let name = if i == 0 { "speaker mention" } else { name };
        let _ = write!(out, "  {name:25}");
        for (_, tally) in &columns {
            let _ = write!(out, "{:>8} ", percent(tally.rates[i].share()));
        }
        out.push('\n');
    }
    let _ = writeln!(out, "\n{:16} {:>5} {:>5} {:>5}", "", "P", "R", "F1");
    let _ = writeln!(out, "{:16} {}", "via", triple(score.via));
    let _ = writeln!(out, "{:16} {}", "article sources", triple(score.sources));
}

fn rules(out: &mut String, score: &Score) {
    if score.rules.is_empty() {
        return;
    }
    let mut rules: Vec<(&String, &Tally)> = score.rules.iter().collect();
    rules.sort_by_key(|(_, tally)| std::cmp::Reverse(tally.found));
    let width = rules.iter().map(|(name, _)| name.chars().count());
    let width = width.max().unwrap_or(0).max(15);
    let _ = write!(out, "\n{:width$} {:>6}", "precision", "claims");
    for i in OF_RULES {
        let _ = write!(out, " {:>8}", short(i));
    }
    out.push_str(" │");
    for name in RATES {
        let _ = write!(out, " {name:>9}");
    }
    out.push('\n');
    for (name, tally) in rules {
        let _ = write!(out, "{:width$} {:>6}", plain(name), tally.found);
        for i in OF_RULES {
            let _ = write!(out, " {:>8}", percent(precision(tally.measures[i])));
        }
        out.push_str(" │");
        for rate in tally.rates {
            let _ = write!(out, " {:>9}", percent(rate.share()));
        }
        out.push('\n');
    }
}

/// A measure's name at the head of a column.
fn short(measure: usize) -> &'static str {
    if measure == WHO {
        "who-what"
    } else {
        MEASURES[measure].name
    }
}

/// `None` where all claims of a rule answer optional ones.
fn precision(counts: Counts) -> Option<f64> {
    (counts.right + counts.wrong > 0).then(|| counts.precision())
}

fn ways_in_order(score: &Score) -> Vec<(&String, &Way)> {
    let mut ways: Vec<(&String, &Way)> = score.ways.iter().collect();
    ways.sort_by_key(|(name, _)| {
        let known = WAYS.iter().position(|way| way == name);
        known.unwrap_or(WAYS.len())
    });
    ways
}

fn ways(out: &mut String, score: &Score) {
    let _ = writeln!(
        out,
        "\n{:15} {:>6} {:>8} {:>9} {:>10}",
        "resolution", "claims", "entity", "full name", "no entity"
    );
    for (name, way) in ways_in_order(score) {
        let _ = writeln!(
            out,
            "{:15} {:>6} {:>8} {:>9} {:>10}",
            plain(name),
            way.entity.asked,
            percent(way.entity.share()),
            percent(way.full.share()),
            way.nobody
        );
    }
    out.push_str("(claims at iou .5 whose gold names an entity; behind them, those that name one where the gold has none)\n");
    let _ = writeln!(
        out,
        "\n{:20} {:>5} {:>6} {:>6} {:>8}",
        "gender of persons", "", "right", "wrong", "unknown"
    );
    let rows = [
        ("entities well named", score.gender_of_entities),
        ("claims at iou .5", score.gender_of_claims),
    ];
    for (name, genders) in rows {
        let _ = writeln!(
            out,
            "{name:20} {} {:>6} {:>6} {:>8}",
            percent(genders.share()),
            genders.right,
            genders.wrong,
            genders.unknown
        );
    }
}

/// What of the epistemic layer the annotations allow to score.
fn sources_of_claims(out: &mut String, score: &Score) {
    let _ = writeln!(out, "\n{:20} {:>5} {:>6}", "source of claims", "", "claims");
    for (name, rate) in [
        ("kind", score.kind_of_source),
        ("named, group or not", score.anonymity),
    ] {
        let _ = writeln!(out, "{name:20} {} {:>6}", percent(rate.share()), rate.asked);
    }
}

fn show_mistakes(out: &mut String, mistakes: &[Mistake]) {
    for cause in Cause::ALL {
        let of_cause: Vec<&Mistake> = mistakes.iter().filter(|m| m.cause == cause).collect();
        let kinds: Vec<String> = KINDS
            .iter()
            .map(|kind| {
                let n = of_cause.iter().filter(|m| m.kind() == *kind).count();
                format!("{n} {kind}")
            })
            .collect();
        let _ = writeln!(
            out,
            "━━ {}: {} ({}) ━━\n",
            cause.name(),
            of_cause.len(),
            kinds.join(", ")
        );
        for mistake in of_cause {
            show_mistake(out, mistake);
        }
    }
}

fn show_mistake(out: &mut String, mistake: &Mistake) {
    let _ = write!(out, "{} · {}", plain(&mistake.article), mistake.kind());
    if let Some(rule) = &mistake.rule {
        let _ = write!(out, " · {}", plain(rule));
    }
    if let (Cause::Boundaries, Some(overlap)) = (mistake.cause, mistake.overlap) {
        let _ = write!(out, " · overlap {overlap:.2}");
    }
    out.push('\n');
    let mut side = |label: &str, side: &Option<Side>| {
        if let Some(side) = side {
            let who = side.who.as_deref().unwrap_or("nobody");
            let _ = writeln!(out, "  {label:5} {}", side.sentence);
            let _ = writeln!(out, "        {who} ({})", plain(&side.kind));
        }
    };
    side("gold", &mistake.gold);
    side("found", &mistake.found);
    out.push('\n');
}

impl Mistake {
    /// The kind in the gold; of what is spurious, the kind that it was given.
    fn kind(&self) -> &str {
        let side = self.gold.as_ref().or(self.found.as_ref());
        side.map_or("", |side| &side.kind)
    }
}

pub fn json(score: &Score, mistakes: Option<&[Mistake]>, resolution: bool) -> String {
    let mut out = Map::new();
    for (i, measure) in MEASURES.iter().enumerate() {
        let counts = score.all.measures[i];
        let mut of_measure = Map::new();
        of_measure.insert("P".into(), counts.precision().into());
        of_measure.insert("R".into(), counts.recall().into());
        of_measure.insert("F1".into(), counts.f1().into());
        for (kind, tally) in KINDS.iter().zip(&score.kinds) {
            of_measure.insert((*kind).to_owned(), list(tally.measures[i]));
        }
        out.insert(measure.name.to_owned(), of_measure.into());
    }
    insert_rates(&mut out, &score.all);
    out.insert("via".into(), list(score.via));
    out.insert("sources".into(), list(score.sources));
    out.insert("articles".into(), score.articles.into());
    out.insert(
        "claims".into(),
        json!({"gold": score.all.gold, "optional": score.optional, "found": score.all.found}),
    );
    let kinds = KINDS.iter().zip(&score.kinds).map(|(kind, tally)| {
        let mut of_kind = Map::new();
        insert_rates(&mut of_kind, tally);
        of_kind.insert("gold".into(), tally.gold.into());
        of_kind.insert("found".into(), tally.found.into());
        ((*kind).to_owned(), Value::from(of_kind))
    });
    out.insert("kinds".into(), Value::Object(kinds.collect()));
    let rules = score.rules.iter().map(|(rule, tally)| {
        let mut of_rule = Map::new();
        for (i, measure) in MEASURES.iter().enumerate() {
            let precision = precision(tally.measures[i]);
            of_rule.insert(measure.name.to_owned(), precision.into());
        }
        insert_rates(&mut of_rule, tally);
        of_rule.insert("found".into(), tally.found.into());
        (rule.clone(), Value::from(of_rule))
    });
    out.insert("rules".into(), Value::Object(rules.collect()));
    if resolution {
        let ways = score.ways.iter().map(|(name, way)| {
            let figures = json!({
                "claims": way.entity.asked,
                "entity": way.entity.share(),
                "full name": way.full.share(),
                "no entity": way.nobody,
            });
            (name.clone(), figures)
        });
        out.insert("resolution".into(), Value::Object(ways.collect()));
        let gender = json!({
            "entities": genders(score.gender_of_entities),
            "claims": genders(score.gender_of_claims),
        });
        out.insert("gender".into(), gender);
        let source = json!({
            "kind": score.kind_of_source.share(),
            "anonymity": score.anonymity.share(),
        });
        out.insert("source".into(), source);
    }
    if let Some(mistakes) = mistakes {
        let all: Vec<Value> = mistakes.iter().map(mistake).collect();
        out.insert("errors".into(), all.into());
    }
    format!("{:#}\n", Value::from(out))
}

fn insert_rates(out: &mut Map<String, Value>, tally: &Tally) {
    for (name, rate) in RATES.iter().zip(tally.rates) {
        out.insert((*name).to_owned(), rate.share().into());
    }
}

fn list(counts: Counts) -> Value {
    json!([counts.precision(), counts.recall(), counts.f1()])
}

fn genders(genders: Genders) -> Value {
    json!({
        "share": genders.share(),
        "right": genders.right,
        "wrong": genders.wrong,
        "unknown": genders.unknown,
    })
}

fn mistake(mistake: &Mistake) -> Value {
    let side = |side: &Option<Side>| {
        side.as_ref()
            .map(|side| json!({"kind": side.kind, "who": side.who, "sentence": side.sentence}))
    };
    json!({
        "article": mistake.article,
        "cause": mistake.cause.name(),
        "rule": mistake.rule,
        "overlap": mistake.overlap,
        "gold": side(&mistake.gold),
        "found": side(&mistake.found),
    })
}

#[cfg(test)]
mod tests {
    use super::{json, text};
    use crate::eval::errors::mistakes;
    use crate::eval::invented;
    use crate::eval::score::Score;
    use serde_json::Value;

    #[test]
    fn for_reading() {
        let article = invented::article();
        let mut score = Score::default();
        score.add(&article);
        let shown = text(&score, Some(&mistakes(&article)), true);
        for line in [
            "━━ missed: 1 (0 direct, 0 mixed, 1 indirect) ━━",
            "pont · indirect · que · overlap 0.70",
            "  gold  <Elle> {assure} que [rien ne presse].",
            "1 article: 4 claims that count and 1 optional, 5 found",
            "iou@.8         │  50.0  50.0  50.0 │ 100.0 100.0 100.0 │   0.0   0.0   0.0 │  50.0  33.3  40.0",
            "  speaker mention              66.7    100.0        –     50.0",
            "entities well named  100.0      1      0        0",
        ] {
            assert!(shown.lines().any(|l| l == line), "{line:?} not in\n{shown}");
        }
        // Whoever wants figures alone gets neither errors nor the ways of resolution.
        let figures = text(&score, None, false);
        assert!(shown.contains(&figures));
        assert!(figures.starts_with("1 article"));
    }

    #[test]
    fn for_programs() {
        let article = invented::article();
        let mut score = Score::default();
        score.add(&article);
        let made = json(&score, Some(&mistakes(&article)), true);
        let made: Value = serde_json::from_str(&made).unwrap();
        assert_eq!(made["WHO-SAID-WHAT"]["P"], 0.25);
        assert_eq!(made["iou@.8"]["direct"], serde_json::json!([1.0, 1.0, 1.0]));
        assert_eq!(made["cue"], 1.0);
        assert_eq!(made["rules"]["incise"]["exact"], 1.0);
        assert_eq!(made["errors"].as_array().unwrap().len(), 4);
        assert_eq!(made["gender"]["claims"]["unknown"], 1);
        assert_eq!(made["resolution"]["pronoun"]["entity"], 0.0);
    }
}
