//! The command as its callers see it: arguments, standard output, files, errors, exit status.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// Written for this test; nobody in it exists.
const PONT: &str = "« Le pont tiendra », a assuré Odile Brun.";
const MOULIN: &str = "« Nous ne vendrons pas le moulin », a déclaré Maud Kerien.";

fn dixit(dir: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dixit"))
        .args(args)
        .current_dir(dir)
        .output()
        .unwrap()
}

fn with_input(dir: &Path, args: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dixit"));
    command
        .args(args)
        .current_dir(dir)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    // The command may refuse its arguments before it reads.
    let _ = child.stdin.take().unwrap().write_all(input);
    child.wait_with_output().unwrap()
}

fn articles() -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("pont.txt"), PONT).unwrap();
    fs::write(dir.path().join("moulin.txt"), MOULIN).unwrap();
    fs::write(dir.path().join("latin1.txt"), b"L'\xe9t\xe9").unwrap();
    dir
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn name_of(json: &str) -> Option<String> {
    dixit::format::read_json(json)
        .unwrap()
        .name
        .map(|name| name.into_owned())
}

#[test]
fn json_of_one_article() {
    let dir = articles();
    let output = dixit(dir.path(), &["claims", "--format", "json", "pont.txt"]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(stderr(&output), "");
    assert!(stdout(&output).ends_with("}\n"));
    let article = dixit::format::read_json(stdout(&output)).unwrap();
    assert_eq!(article.name.as_deref(), Some("pont"));
    assert_eq!(article.bytes, PONT.len());
    assert_eq!(article.claims[0].content[0].text, "Le pont tiendra");
}

#[test]
fn standard_input_has_no_name() {
    let dir = articles();
    let output = with_input(
        dir.path(),
        &["claims", "-", "--format", "jsonl"],
        PONT.as_bytes(),
    );
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(name_of(stdout(&output)), None);
    let output = with_input(
        dir.path(),
        &["claims", "-", "--out-dir", "out"],
        PONT.as_bytes(),
    );
    assert_eq!(output.status.code(), Some(2));
    let output = with_input(dir.path(), &["claims", "-", "-"], PONT.as_bytes());
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn several_json_need_a_directory() {
    let dir = articles();
    let output = dixit(
        dir.path(),
        &["claims", "--format", "json", "pont.txt", "moulin.txt"],
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).contains("--out-dir"));
    assert_eq!(stdout(&output), "");
}

#[test]
fn out_dir_takes_one_file_an_article() {
    let dir = articles();
    let args = [
        "claims",
        "--format",
        "json",
        "--out-dir",
        "deep/out",
        "pont.txt",
        "moulin.txt",
    ];
    let output = dixit(dir.path(), &args);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    assert_eq!(stdout(&output), "");
    let out = dir.path().join("deep/out");
    for name in ["pont", "moulin"] {
        let json = fs::read_to_string(out.join(format!("{name}.json"))).unwrap();
        assert_eq!(name_of(&json).as_deref(), Some(name));
    }
    assert_eq!(
        fs::read_dir(&out).unwrap().count(),
        2,
        "nothing else is left there"
    );
}

#[test]
fn one_name_twice_is_an_error_before_any_work() {
    let dir = articles();
    fs::create_dir(dir.path().join("b")).unwrap();
    fs::write(dir.path().join("b/pont.txt"), MOULIN).unwrap();
    let output = dixit(
        dir.path(),
        &[
            "claims",
            "--format",
            "json",
            "--out-dir",
            "out",
            "pont.txt",
            "b/pont.txt",
        ],
    );
    assert_eq!(output.status.code(), Some(2));
    assert!(
        stderr(&output).contains("pont.txt and b/pont.txt"),
        "{}",
        stderr(&output)
    );
    assert!(!dir.path().join("out").exists());
    // Without a directory nothing collides.
    let output = dixit(
        dir.path(),
        &["claims", "--format", "jsonl", "pont.txt", "b/pont.txt"],
    );
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn an_article_is_never_overwritten() {
    let dir = articles();
    fs::write(dir.path().join("odd.json"), PONT).unwrap();
    let output = dixit(
        dir.path(),
        &["claims", "--format", "json", "--out-dir", ".", "odd.json"],
    );
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(
        fs::read_to_string(dir.path().join("odd.json")).unwrap(),
        PONT
    );
    let output = dixit(
        dir.path(),
        &["claims", "--format", "text", "--out-dir", ".", "pont.txt"],
    );
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(
        fs::read_to_string(dir.path().join("pont.txt")).unwrap(),
        PONT
    );
    assert!(dir.path().join("pont.claims.txt").exists());
}

#[test]
fn a_name_may_hold_dots() {
    let dir = articles();
    fs::write(dir.path().join("page.5.txt"), PONT).unwrap();
    let output = dixit(
        dir.path(),
        &[
            "claims",
            "--format",
            "json",
            "--out-dir",
            "out",
            "page.5.txt",
        ],
    );
    assert_eq!(output.status.code(), Some(0));
    let json = fs::read_to_string(dir.path().join("out/page.5.json")).unwrap();
    assert_eq!(name_of(&json).as_deref(), Some("page.5"));
}

#[test]
fn jsonl_keeps_the_order_on_any_number_of_threads() {
    let dir = tempfile::tempdir().unwrap();
    let names: Vec<String> = (0..120).map(|i| format!("a{i}")).collect();
    let files: Vec<String> = names.iter().map(|name| format!("{name}.txt")).collect();
    for (i, file) in files.iter().enumerate() {
        // The first ones are the longest, so that later ones are ready before them.
        fs::write(dir.path().join(file), PONT.repeat(1 + (120 - i) * 2)).unwrap();
    }
    let mut before = None;
    for jobs in ["1", "2", "5"] {
        let mut args = vec!["claims", "--format", "jsonl", "--jobs", jobs];
        args.extend(files.iter().map(String::as_str));
        let output = dixit(dir.path(), &args);
        assert_eq!(output.status.code(), Some(0));
        let seen: Vec<String> = stdout(&output)
            .lines()
            .map(|line| name_of(line).unwrap())
            .collect();
        assert_eq!(seen, names);
        assert_eq!(before.get_or_insert(output.stdout.clone()), &output.stdout);
    }
}

#[test]
fn bad_files_are_named_and_do_not_stop_the_others() {
    let dir = articles();
    fs::create_dir(dir.path().join("folder")).unwrap();
    let args = [
        "claims",
        "--format",
        "jsonl",
        "gone.txt",
        "latin1.txt",
        "pont.txt",
        "folder",
        "moulin.txt",
    ];
    let output = dixit(dir.path(), &args);
    assert_eq!(output.status.code(), Some(1));
    let names: Vec<_> = stdout(&output)
        .lines()
        .map(|line| name_of(line).unwrap())
        .collect();
    assert_eq!(names, ["pont", "moulin"]);
    let errors: Vec<&str> = stderr(&output).lines().collect();
    assert_eq!(
        errors,
        [
            "dixit: gone.txt: no such file or directory",
            "dixit: latin1.txt: not UTF-8: first bad byte at offset 2 (--lossy reads on)",
            "dixit: folder: is a directory",
        ]
    );
}

#[test]
fn lossy_reads_on() {
    let dir = articles();
    let output = dixit(
        dir.path(),
        &["claims", "--format", "json", "--lossy", "latin1.txt"],
    );
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(
        dixit::format::read_json(stdout(&output)).unwrap().bytes,
        "L'\u{fffd}t\u{fffd}".len()
    );
}

#[test]
fn an_output_directory_that_takes_nothing_is_one_error() {
    let dir = articles();
    // A file stands where the directory should be: this fails for every user, root too.
    for out in ["pont.txt", "pont.txt/out"] {
        let output = dixit(
            dir.path(),
            &[
                "claims",
                "--format",
                "json",
                "--out-dir",
                out,
                "pont.txt",
                "moulin.txt",
            ],
        );
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(stderr(&output).lines().count(), 1);
        assert!(
            stderr(&output).starts_with(&format!("dixit: {out}: cannot write there: ")),
            "{}",
            stderr(&output)
        );
    }
}

#[test]
fn a_result_that_cannot_be_written_is_named() {
    let dir = articles();
    fs::create_dir_all(dir.path().join("out/pont.json")).unwrap();
    let output = dixit(
        dir.path(),
        &[
            "claims",
            "--format",
            "json",
            "--out-dir",
            "out",
            "pont.txt",
            "moulin.txt",
        ],
    );
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("pont.json: is a directory"),
        "{}",
        stderr(&output)
    );
    assert!(dir.path().join("out/moulin.json").is_file());
}

#[test]
fn text_is_for_reading() {
    let dir = articles();
    let output = dixit(dir.path(), &["claims", "pont.txt"]);
    assert_eq!(output.status.code(), Some(0));
    let view = stdout(&output);
    assert!(
        view.contains("« Le pont tiendra »") && view.contains("Odile Brun"),
        "{view}"
    );
    assert!(
        !view.contains('\x1b'),
        "no colour where there is no terminal"
    );
    let output = dixit(dir.path(), &["claims", "--colour", "always", "pont.txt"]);
    assert!(stdout(&output).contains("\x1b["));
    let output = dixit(dir.path(), &["claims", "pont.txt", "moulin.txt"]);
    assert!(
        stdout(&output).starts_with("── pont ──\n") && stdout(&output).contains("\n── moulin ──\n")
    );
}

#[test]
fn confidence_is_a_threshold() {
    let dir = articles();
    let count = |least: &str| {
        let output = dixit(
            dir.path(),
            &[
                "claims",
                "--format",
                "json",
                "--min-confidence",
                least,
                "pont.txt",
            ],
        );
        assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
        dixit::format::read_json(stdout(&output))
            .unwrap()
            .claims
            .len()
    };
    assert!(count("0") >= 1);
    assert!(count("1") <= count("0"));
    for wrong in ["1.5", "-1", "NaN", "high"] {
        let output = dixit(
            dir.path(),
            &["claims", &format!("--min-confidence={wrong}"), "pont.txt"],
        );
        assert_eq!(output.status.code(), Some(2), "{wrong}");
    }
}

#[test]
fn other_formats() {
    let dir = articles();
    let of = |format: &str| {
        let output = dixit(dir.path(), &["claims", "--format", format, "pont.txt"]);
        assert_eq!(output.status.code(), Some(0));
        stdout(&output).to_owned()
    };
    assert!(of("csv").starts_with("name,id,kind,"));
    assert!(of("html").starts_with("<!DOCTYPE html>"));
    assert!(of("brat").starts_with("T1\tClaim "));
    assert!(of("webannotation").contains("http://www.w3.org/ns/anno.jsonld"));
    let both = dixit(
        dir.path(),
        &["claims", "--format", "csv", "pont.txt", "moulin.txt"],
    );
    assert_eq!(
        stdout(&both).matches("name,id,kind").count(),
        1,
        "one header for all"
    );
    let args = [
        "claims",
        "--format",
        "brat",
        "--out-dir",
        "out",
        "pont.txt",
        "moulin.txt",
    ];
    assert_eq!(dixit(dir.path(), &args).status.code(), Some(0));
    assert!(dir.path().join("out/pont.ann").is_file());
}

#[test]
fn a_reader_that_leaves_is_no_error() {
    let dir = articles();
    fs::write(
        dir.path().join("long.txt"),
        format!("{PONT}\n\n").repeat(20_000),
    )
    .unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_dixit"));
    command
        .args(["claims", "--format", "jsonl", "long.txt"])
        .current_dir(dir.path());
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!(stderr(&output), "");
    assert_eq!(output.status.code(), Some(0));
}

#[test]
fn usage_errors_are_two() {
    let dir = articles();
    for args in [
        &["claims"][..],
        &["claims", "--format", "xml", "pont.txt"],
        &["claims", "--jobs", "0", "pont.txt"],
    ] {
        assert_eq!(dixit(dir.path(), args).status.code(), Some(2), "{args:?}");
    }
    let args = [
        "claims",
        "--format",
        "jsonl",
        "--out-dir",
        "out",
        "pont.txt",
    ];
    assert_eq!(dixit(dir.path(), &args).status.code(), Some(2));
}

/// Written for this test; nobody in it exists. Characters of one to four bytes.
const WIDE: &str = "\u{feff}« Le pont tiendra\u{202f}», a assuré Odile Brun 🌉.\r\n\r\nSelon elle, « l’été » sera sec…";

/// An article may end at any byte, as a download that was cut off does.
#[test]
fn articles_cut_at_any_byte() {
    let dir = tempfile::tempdir().unwrap();
    let bytes = WIDE.as_bytes();
    let names: Vec<String> = (0..=bytes.len()).map(|n| format!("{n:03}.txt")).collect();
    for (n, name) in names.iter().enumerate() {
        fs::write(dir.path().join(name), &bytes[..n]).unwrap();
    }
    let mut args = vec!["claims", "--format", "jsonl"];
    args.extend(names.iter().map(String::as_str));

    let output = dixit(dir.path(), &args);
    assert_eq!(output.status.code(), Some(1));
    let cut: Vec<usize> = (0..=bytes.len())
        .filter(|&n| !WIDE.is_char_boundary(n))
        .collect();
    let errors: Vec<&str> = stderr(&output).lines().collect();
    assert_eq!(errors.len(), cut.len());
    for (error, n) in errors.iter().zip(&cut) {
        // The character that lacks its end is where the text stops being UTF-8.
        let at = (0..*n).rev().find(|&at| WIDE.is_char_boundary(at)).unwrap();
        let said = format!(
            "dixit: {n:03}.txt: not UTF-8: first bad byte at offset {at} (--lossy reads on)"
        );
        assert_eq!(*error, said);
    }
    assert_eq!(stdout(&output).lines().count(), names.len() - cut.len());

    args.push("--lossy");
    let output = dixit(dir.path(), &args);
    assert_eq!((output.status.code(), stderr(&output)), (Some(0), ""));
    let articles: Vec<_> = dixit::format::read_jsonl(stdout(&output))
        .map(Result::unwrap)
        .collect();
    assert_eq!(articles.len(), names.len());
    assert_eq!(articles.last().unwrap().claims.len(), 2);
}

/// Or hold any byte at any place.
#[test]
fn articles_with_any_byte_spoilt() {
    let dir = tempfile::tempdir().unwrap();
    let mut names = Vec::new();
    for at in 0..WIDE.len() {
        for (n, byte) in [0x1b, 0xc3].into_iter().enumerate() {
            let mut bytes = WIDE.as_bytes().to_vec();
            bytes[at] = byte;
            names.push(format!("{at:03}-{n}.txt"));
            fs::write(dir.path().join(&names[names.len() - 1]), bytes).unwrap();
        }
    }
    for format in ["jsonl", "text"] {
        let mut args = vec!["claims", "--lossy", "--format", format];
        args.extend(names.iter().map(String::as_str));
        let output = dixit(dir.path(), &args);
        assert_eq!(
            (output.status.code(), stderr(&output)),
            (Some(0), ""),
            "{format}"
        );
        // Nothing that steers a terminal gets through.
        assert!(!stdout(&output).contains('\x1b') || format == "jsonl");
    }
}
