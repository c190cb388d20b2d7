//! `dixit eval` as its callers see it, and against the yardstick where that is to be had.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};
use tempfile::TempDir;

/// The keys of the yardstick's figures.
const MEASURES: [&str; 6] = [
    "WHO-SAID-WHAT",
    "iou@.8",
    "iou@.5",
    "exact",
    "rdp@.3",
    "rdp@.8",
];
const RATES: [&str; 5] = ["speaker", "entity", "full name", "kind", "cue"];

/// Written for this test; nobody in it exists.
const PONT: &str = "« Le pont tiendra », a assuré Odile Brun. Elle promet que rien ne fermera.";

fn dixit(args: &[&str], dir: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dixit"))
        .args(args)
        .current_dir(dir)
        .output()
        .unwrap()
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn object(output: &Output) -> Value {
    assert_eq!(output.status.code(), Some(0), "{}", stderr(output));
    serde_json::from_str(stdout(output)).unwrap()
}

/// `gold/pont.json`, `gold/quai.json` and their texts.
fn annotated() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    let path = |name: &str| dir.path().join(name);
    fs::create_dir(path("gold")).unwrap();
    fs::create_dir(path("texts")).unwrap();
    let place = |words: &str| {
        let start = PONT[..PONT.find(words).unwrap()].chars().count();
        [start, start + words.chars().count()]
    };
    let gold = json!({
        "claims": [
            {"kind": "direct", "content": [place("Le pont tiendra")], "cue": place("a assuré"),
             "speaker": place("Odile Brun"), "via": null, "entity": "o", "optional": false},
            {"kind": "indirect", "content": [place("rien ne fermera")], "cue": place("promet"),
             "speaker": place("Elle"), "via": null, "entity": "o", "optional": false},
        ],
        "entities": [{"id": "o", "name": "Odile Brun", "type": "person", "gender": "f", "aliases": []}],
        "sources": [],
    });
    fs::write(path("gold/pont.json"), gold.to_string()).unwrap();
    fs::write(path("texts/pont.txt"), PONT).unwrap();
    fs::write(path("gold/quai.json"), r#"{"claims": [], "entities": []}"#).unwrap();
    fs::write(path("texts/quai.txt"), "Le quai est fermé.").unwrap();
    dir
}

#[test]
fn figures_of_all_and_of_some() {
    let dir = annotated();
    let eval = |more: &[&str]| dixit(&[&["eval", "gold", "texts"], more].concat(), dir.path());
    let all = object(&eval(&["--json", "--resolution", "--errors"]));
    assert_eq!(all["articles"], 2);
    assert_eq!(all["WHO-SAID-WHAT"]["F1"], 1.0);
    assert_eq!(all["rules"]["incise"]["exact"], 1.0);
    assert_eq!(all["resolution"]["pronoun"]["entity"], 1.0);
    assert_eq!(all["gender"]["entities"]["right"], 1);
    assert_eq!(all["source"]["kind"], 1.0);
    assert_eq!(all["source"]["anonymity"], 1.0);
    assert_eq!(all["errors"], json!([]));

    fs::write(dir.path().join("list.txt"), "quai\n").unwrap();
    let only = object(&eval(&["--json", "--only", "list.txt"]));
    assert_eq!(
        (&only["articles"], &only["claims"]["gold"]),
        (&json!(1), &json!(0))
    );
    let skip = object(&eval(&["--json", "--skip", "list.txt"]));
    assert_eq!(
        (&skip["articles"], &skip["claims"]["gold"]),
        (&json!(1), &json!(2))
    );

    let shown = eval(&[]);
    assert!(stdout(&shown).starts_with("2 articles: 2 claims that count"));
    assert_eq!(stderr(&shown), "");
}

#[test]
fn predictions_of_other_tools() {
    let dir = annotated();
    fs::create_dir(dir.path().join("pred")).unwrap();
    let pred =
        r#"{"claims": [{"kind": "direct", "content": [[0, 18]], "resolved_speaker": "Mme Brun"}]}"#;
    fs::write(dir.path().join("pred/pont.json"), pred).unwrap();
    let args = [
        "eval", "gold", "texts", "--pred", "pred", "--json", "--errors",
    ];
    let output = dixit(&args, dir.path());
    let made = object(&output);
    assert_eq!(made["exact"]["P"], 1.0);
    assert_eq!(made["exact"]["R"], 0.5);
    // The article gives her first name.
    assert_eq!(made["entity"], 1.0);
    assert_eq!(made["full name"], 0.0);
    let causes: Vec<_> = made["errors"].as_array().unwrap().iter().collect();
    assert_eq!(causes[0]["cause"], "speaker");
    assert_eq!(causes[1]["cause"], "missed");
    assert_eq!(
        causes[1]["gold"]["sentence"],
        "<Elle> {promet} que [rien ne fermera]."
    );
    assert!(stderr(&output).contains("quai: no prediction"));
}

#[test]
fn no_figures_from_what_cannot_be_read() {
    let dir = annotated();
    let eval = |more: &[&str]| dixit(&[&["eval", "gold", "texts"], more].concat(), dir.path());
    fs::write(dir.path().join("list.txt"), "pont quay").unwrap();
    let output = eval(&["--only", "list.txt"]);
    assert_eq!(output.status.code(), Some(0));
    assert!(stderr(&output).contains("no annotations of quay"));
    let output = eval(&["--only", "list.txt", "--skip", "list.txt"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("no annotations to score"));
    fs::write(dir.path().join("gold/quai.json"), "{").unwrap();
    let output = eval(&[]);
    assert_eq!((output.status.code(), stdout(&output)), (Some(1), ""));
    assert!(stderr(&output).contains("quai.json: no JSON"));
    fs::remove_file(dir.path().join("texts/pont.txt")).unwrap();
    let output = eval(&[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("pont.txt: no such file"));
}

/// The yardstick, where it and an interpreter for its scorer are present; otherwise says why not.
fn yardstick() -> Option<PathBuf> {
    let shared = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/attribution");
    let python = Command::new("python3").arg("--version").output();
    let why = if !shared.join("score.py").is_file() {
        "../shared/attribution is absent"
    } else if !python.is_ok_and(|output| output.status.success()) {
        "no python3 to score with"
    } else {
        return Some(shared);
    };
    // `println!` would be held back, as the output of a test that passes.
    let _ = writeln!(std::io::stdout(), "skipped: {why}");
    None
}

fn path(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Fails unless two sets of figures are one.
fn compare(ours: &Value, theirs: &Value, what: &str) {
    let close = |ours: &Value, theirs: &Value, key: &str| match (ours.as_f64(), theirs.as_f64()) {
        // Equal fractions, written and read by different programs.
        (Some(a), Some(b)) => assert!((a - b).abs() < 1e-12, "{what}: {key}: {a} is not {b}"),
        _ => assert!(
            ours.is_null() && theirs.is_null(),
            "{what}: {key}: {ours} is not {theirs}"
        ),
    };
    for measure in MEASURES {
        for part in ["P", "R", "F1"] {
            let key = format!("{measure} {part}");
            close(&ours[measure][part], &theirs[measure][part], &key);
        }
        for kind in ["direct", "mixed", "indirect"] {
            for i in 0..3 {
                let key = format!("{measure} {kind} {i}");
                close(&ours[measure][kind][i], &theirs[measure][kind][i], &key);
            }
        }
    }
    for rate in RATES {
        close(&ours[rate], &theirs[rate], rate);
    }
    for triple in ["via", "sources"] {
        for i in 0..3 {
            close(&ours[triple][i], &theirs[triple][i], triple);
        }
    }
}

#[test]
fn the_figures_are_those_of_the_yardstick() {
    let Some(shared) = yardstick() else { return };
    let dir = tempfile::tempdir().unwrap();
    let (gold, texts) = (shared.join("gold"), shared.join("texts"));
    let (pred, scorer) = (dir.path().join("pred"), shared.join("score.py"));
    let heldout = shared.join("heldout.txt");
    let mut claims = vec!["claims", "--format", "json", "--out-dir", path(&pred)];
    let mut files: Vec<PathBuf> = fs::read_dir(&texts)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.retain(|file| file.extension().is_some_and(|e| e == "txt"));
    claims.extend(files.iter().map(|file| path(file)));
    assert_eq!(dixit(&claims, dir.path()).status.code(), Some(0));
    // Other people's tools write less and count otherwise.
    let plainer = dir.path().join("plainer");
    fs::create_dir(&plainer).unwrap();
    for file in fs::read_dir(&pred).unwrap() {
        let file = file.unwrap();
        let json = fs::read_to_string(file.path()).unwrap();
        fs::write(plainer.join(file.file_name()), plain(&json)).unwrap();
    }

    let score = |pred: &Path, more: &[&str]| {
        let output = Command::new("python3")
            .arg(&scorer)
            .args([path(&gold), path(pred), "--json", "--bootstrap", "0"])
            .args(more)
            .output()
            .unwrap();
        object(&output)
    };
    let eval = |more: &[&str]| {
        let args = ["eval", path(&gold), path(&texts), "--json"];
        object(&dixit(&[&args, more].concat(), dir.path()))
    };
    let choices: [&[&str]; 3] = [
        &[],
        &["--skip", path(&heldout)],
        &["--only", path(&heldout)],
    ];
    for choice in choices {
        let theirs = score(&pred, choice);
        let what = choice.join(" ");
        compare(&eval(choice), &theirs, &what);
        compare(
            &eval(&[&["--pred", path(&pred)], choice].concat()),
            &theirs,
            &what,
        );
        compare(
            &eval(&[&["--pred", path(&plainer)], choice].concat()),
            &score(&plainer, choice),
            &format!("plainer {what}"),
        );
    }

    // The causes of errors, of those articles whose errors may be seen.
    let log = dir.path().join("errors.tsv");
    score(&pred, &["--skip", path(&heldout), "--errors", path(&log)]);
    let mut theirs = BTreeMap::new();
    for line in fs::read_to_string(&log).unwrap().lines() {
        let cells: Vec<&str> = line.split('\t').collect();
        let [article, cause, ..] = cells[..] else {
            continue;
        };
        let cause = match cause.split(' ').next() {
            Some("MISSED") => "missed",
            Some("BOUNDS") => "boundaries",
            Some("SPEAKER") => "speaker",
            Some("SPURIOUS") => "spurious",
            _ => continue,
        };
        *theirs
            .entry((article.to_owned(), cause.to_owned()))
            .or_insert(0) += 1;
    }
    let mut ours = BTreeMap::new();
    let made = eval(&["--errors", "--skip", path(&heldout)]);
    for error in made["errors"].as_array().unwrap() {
        let key = |key: &str| error[key].as_str().unwrap().to_owned();
        *ours.entry((key("article"), key("cause"))).or_insert(0) += 1;
    }
    assert_eq!(ours, theirs);
}

/// The same claims without entities, resolution and offsets in bytes, and each third without its speaker or with another kind.
fn plain(json: &str) -> String {
    let article: Value = serde_json::from_str(json).unwrap();
    let mut claims = Vec::new();
    for (i, claim) in article["claims"].as_array().unwrap().iter().enumerate() {
        let pair = |span: &Value| json!([span["start"], span["end"]]);
        let list = |key: &str| -> Vec<Value> {
            let spans = claim[key].as_array().unwrap();
            spans.iter().map(pair).collect()
        };
        let speaker = &claim["speaker"];
        let kind = if i % 3 == 1 {
            &json!("mixed")
        } else {
            &claim["kind"]
        };
        let here = i % 3 != 2 && speaker["start"].is_u64();
        claims.push(json!({
            "kind": kind,
            "content": list("content"),
            "cue": if claim["cue"].is_null() { Value::Null } else { pair(&claim["cue"]) },
            "speaker": if here { pair(speaker) } else { Value::Null },
            "resolved_speaker": if i % 2 == 0 { &speaker["name"] } else { &Value::Null },
            "via": list("via"),
        }));
    }
    let sources = article["sources"].as_array().unwrap();
    let sources: Vec<&Value> = sources.iter().map(|source| &source["text"]).collect();
    json!({"offsets": "byte", "claims": claims, "sources": sources}).to_string()
}
