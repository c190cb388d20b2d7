//! What can be named from outside is what `tests/public-api.txt` lists: nothing joins or leaves the public interface unseen.
//!
//! The list is read from the source, so that no other toolchain is needed. After a change that is meant:
//! `DIXIT_BLESS=1 cargo test --test public_api`, and the diff goes into the review (docs/stability.md says what may change when).

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use quote::ToTokens;
use syn::parse::{Parse, ParseStream};
use syn::punctuated::Punctuated;
use syn::{
    Attribute, Fields, ImplItem, Item, ItemImpl, Meta, Token, TraitItem, Type, UseTree, Visibility,
};

mod common;

const LIST: &str = "tests/public-api.txt";

/// A module: its path from the crate's root and its items.
struct Module {
    path: Vec<String>,
    public: bool,
    items: Vec<Item>,
}

/// Every module of the crate, the root first.
fn modules() -> Vec<Module> {
    let mut modules = Vec::new();
    let mut waiting = vec![(Vec::new(), true, common::path("src/lib.rs"))];
    while let Some((path, public, file)) = waiting.pop() {
        let source =
            fs::read_to_string(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
        let items = syn::parse_file(&source).expect("the crate compiles").items;
        add(path, public, items, &file, &mut waiting, &mut modules);
    }
    modules
}

type Waiting = Vec<(Vec<String>, bool, PathBuf)>;

fn add(
    path: Vec<String>,
    public: bool,
    items: Vec<Item>,
    file: &std::path::Path,
    waiting: &mut Waiting,
    modules: &mut Vec<Module>,
) {
    for item in &items {
        let Item::Mod(module) = item else { continue };
        if is_for_tests(&module.attrs) {
            continue;
        }
        let name = module.ident.to_string();
        let inner: Vec<String> = path.iter().cloned().chain([name.clone()]).collect();
        let public = public && is_public(&module.vis) && !is_hidden(&module.attrs);
        if let Some((_, items)) = &module.content {
            add(inner, public, items.clone(), file, waiting, modules);
        } else {
            let stem = file.file_stem().expect("a file has a name");
            let folder = file.parent().expect("a file is in a folder");
            let folder = if stem == "mod" || stem == "lib" {
                folder.to_owned()
            } else {
                folder.join(stem)
            };
            let flat = folder.join(format!("{name}.rs"));
            let file = if flat.exists() {
                flat
            } else {
                folder.join(name).join("mod.rs")
            };
            waiting.push((inner, public, file));
        }
    }
    modules.push(Module {
        path,
        public,
        items,
    });
}

fn is_public(vis: &Visibility) -> bool {
    matches!(vis, Visibility::Public(_))
}

fn is_hidden(attrs: &[Attribute]) -> bool {
    attrs
        .iter()
        .any(|a| a.path().is_ident("doc") && spaced(&a.meta).contains("hidden"))
}

fn is_for_tests(attrs: &[Attribute]) -> bool {
    attrs.iter().any(|a| {
        a.path().is_ident("cfg") && matches!(&*spaced(&a.meta), "cfg(test)" | "cfg(doctest)")
    })
}

/// Tokens with blanks where a reader wants them.
fn spaced(tokens: &impl ToTokens) -> String {
    let mut out = String::new();
    let stream = tokens.to_token_stream().to_string();
    for token in stream.split_whitespace() {
        let tight = matches!(
            token,
            "," | ";" | ":" | ")" | "]" | ">" | "." | "?" | "::" | "<" | "(" | "!"
        ) || token.starts_with([',', ')', '>', '('])
            || out.ends_with(['(', '[', '<', '&', '!', '#'])
            || out.ends_with("::")
            || out.is_empty();
        if !tight || out.ends_with(',') || out.ends_with("->") {
            out.push(' ');
        }
        out.push_str(token);
    }
    out
}

/// What of the attributes is part of the promise.
fn attributes(attrs: &[Attribute]) -> String {
    let mut out = String::new();
    for attr in attrs {
        match &attr.meta {
            Meta::Path(path) if path.is_ident("non_exhaustive") => {
                out.push_str("#[non_exhaustive] ")
            }
            Meta::List(list) if list.path.is_ident("cfg") => {
                out.push_str(&format!("#[{}] ", spaced(&attr.meta)));
            }
            _ => {}
        }
    }
    out
}

/// The traits that are derived, sorted.
fn derives(attrs: &[Attribute]) -> Vec<String> {
    let mut out = Vec::new();
    for attr in attrs.iter().filter(|a| a.path().is_ident("derive")) {
        let traits = attr
            .parse_args_with(Punctuated::<syn::Path, Token![,]>::parse_terminated)
            .expect("a derive lists paths");
        out.extend(traits.iter().map(spaced));
    }
    out.sort();
    out
}

/// `names! { pub enum … }`: an enum whose values have one spelling each.
struct Names {
    attrs: Vec<Attribute>,
    vis: Visibility,
    ident: syn::Ident,
    values: Vec<(String, String)>,
}

impl Parse for Names {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let attrs = input.call(Attribute::parse_outer)?;
        let vis = input.parse()?;
        input.parse::<Token![enum]>()?;
        let ident = input.parse()?;
        let inner;
        syn::braced!(inner in input);
        let mut values = Vec::new();
        while !inner.is_empty() {
            inner.call(Attribute::parse_outer)?;
            let value: syn::Ident = inner.parse()?;
            inner.parse::<Token![=]>()?;
            let text: syn::LitStr = inner.parse()?;
            inner.parse::<Token![,]>()?;
            values.push((value.to_string(), text.value()));
        }
        Ok(Names {
            attrs,
            vis,
            ident,
            values,
        })
    }
}

/// What is public of an item, one line a part, each beginning with the item's public path.
fn lines(item: &Item, path: &str, out: &mut BTreeSet<String>) {
    let mut say = |attrs: &[Attribute], what: &str, rest: String| {
        if !is_hidden(attrs) {
            out.insert(format!("{path}{rest}  {}{what}", attributes(attrs)));
        }
    };
    match item {
        Item::Fn(f) => say(&f.attrs, &spaced(&f.sig), String::new()),
        Item::Const(c) => say(&c.attrs, &format!("const {}", spaced(&c.ty)), String::new()),
        Item::Type(t) => say(&t.attrs, &format!("type {}", spaced(&t.ty)), String::new()),
        Item::Struct(s) => {
            let what = format!(
                "struct{} derives {}",
                spaced(&s.generics),
                derives(&s.attrs).join(", ")
            );
            say(&s.attrs, what.trim_end_matches(" derives "), String::new());
            fields(&s.fields, "", &mut say);
        }
        Item::Enum(e) => {
            let what = format!(
                "enum{} derives {}",
                spaced(&e.generics),
                derives(&e.attrs).join(", ")
            );
            say(&e.attrs, what.trim_end_matches(" derives "), String::new());
            for variant in &e.variants {
                let name = format!("::{}", variant.ident);
                say(&variant.attrs, "variant", name.clone());
                fields(&variant.fields, &name, &mut say);
            }
        }
        Item::Trait(t) => {
            say(&t.attrs, "trait", String::new());
            for item in &t.items {
                if let TraitItem::Fn(f) = item {
                    say(&f.attrs, &spaced(&f.sig), format!("::{}", f.sig.ident));
                }
            }
        }
        Item::Macro(m) => {
            if let Ok(names) = m.mac.parse_body::<Names>() {
                say(
                    &names.attrs,
                    "#[non_exhaustive] enum with names: ALL, as_str, Clone, Copy, Debug, Display, Eq, FromStr, Hash, Ord, serde",
                    String::new(),
                );
                for (value, text) in &names.values {
                    say(&[], &format!("variant {text:?}"), format!("::{value}"));
                }
            } else {
                say(&m.attrs, "macro", String::new());
            }
        }
        _ => {}
    }
}

fn fields(fields: &Fields, of: &str, say: &mut impl FnMut(&[Attribute], &str, String)) {
    for (n, field) in fields.iter().enumerate() {
        // The fields of a variant are as public as it is.
        if is_public(&field.vis) || !of.is_empty() {
            let name = field
                .ident
                .as_ref()
                .map_or(n.to_string(), ToString::to_string);
            say(&field.attrs, &spaced(&field.ty), format!("{of}::{name}"));
        }
    }
}

/// The name that an item goes by.
fn name_of(item: &Item) -> Option<(String, &Visibility)> {
    let (ident, vis) = match item {
        Item::Fn(x) => (&x.sig.ident, &x.vis),
        Item::Const(x) => (&x.ident, &x.vis),
        Item::Type(x) => (&x.ident, &x.vis),
        Item::Struct(x) => (&x.ident, &x.vis),
        Item::Enum(x) => (&x.ident, &x.vis),
        Item::Trait(x) => (&x.ident, &x.vis),
        Item::Macro(m) => {
            let names = m.mac.parse_body::<Names>().ok()?;
            let public = is_public(&names.vis);
            return public.then_some((names.ident.to_string(), &Visibility::Inherited));
        }
        _ => return None,
    };
    Some((ident.to_string(), vis))
}

/// The paths and names that a `use` brings in.
fn used(tree: &UseTree, before: &[String], out: &mut Vec<(Vec<String>, String)>) {
    match tree {
        UseTree::Path(path) => {
            let path_to: Vec<String> = before
                .iter()
                .cloned()
                .chain([path.ident.to_string()])
                .collect();
            used(&path.tree, &path_to, out);
        }
        UseTree::Name(name) => {
            let path = before
                .iter()
                .cloned()
                .chain([name.ident.to_string()])
                .collect();
            out.push((path, name.ident.to_string()));
        }
        UseTree::Rename(name) => {
            let path = before
                .iter()
                .cloned()
                .chain([name.ident.to_string()])
                .collect();
            out.push((path, name.rename.to_string()));
        }
        UseTree::Group(group) => group.items.iter().for_each(|tree| used(tree, before, out)),
        other => panic!("not read: {}", spaced(other)),
    }
}

/// The public interface, and where each type of it is defined: module path and name.
fn interface() -> BTreeSet<String> {
    let modules = modules();
    let mut out = BTreeSet::new();
    // Public name by the place of the definition.
    let mut types: Vec<(Vec<String>, String, String)> = Vec::new();
    let public_path = |module: &Module, name: &str| {
        let parts = ["dixit"]
            .into_iter()
            .chain(module.path.iter().map(|s| &**s))
            .chain([name]);
        parts.collect::<Vec<_>>().join("::")
    };
    for module in modules.iter().filter(|m| m.public) {
        for item in &module.items {
            match item {
                Item::Use(u) if is_public(&u.vis) && !is_hidden(&u.attrs) => {
                    let mut all = Vec::new();
                    used(&u.tree, &[], &mut all);
                    for (path, name) in all {
                        let public = public_path(module, &name);
                        match definition(&modules, module, &path) {
                            Some((home, item)) => {
                                lines(item, &public, &mut out);
                                types.push((home, path[path.len() - 1].clone(), public));
                            }
                            None => {
                                out.insert(format!("{public}  use {}", path.join("::")));
                            }
                        }
                    }
                }
                Item::Mod(m) if is_public(&m.vis) && !is_hidden(&m.attrs) => {
                    let public = public_path(module, &m.ident.to_string());
                    out.insert(format!("{public}  {}mod", attributes(&m.attrs)));
                }
                _ => {
                    let Some((name, vis)) = name_of(item) else {
                        continue;
                    };
                    if is_public(vis) || matches!(item, Item::Macro(_)) {
                        let public = public_path(module, &name);
                        lines(item, &public, &mut out);
                        types.push((module.path.clone(), name, public));
                    }
                }
            }
        }
    }
    for module in &modules {
        for item in &module.items {
            if let Item::Impl(i) = item {
                implemented(i, module, &types, &mut out);
            }
        }
    }
    out
}

/// Where a path leads: the module that defines it and the item.
fn definition<'m>(
    modules: &'m [Module],
    from: &Module,
    path: &[String],
) -> Option<(Vec<String>, &'m Item)> {
    let (name, way) = path.split_last()?;
    let mut home = match way.first().map(String::as_str) {
        Some("crate") => Vec::new(),
        _ => from.path.clone(),
    };
    home.extend(
        way.iter()
            .filter(|s| !matches!(s.as_str(), "crate" | "self"))
            .cloned(),
    );
    let module = modules.iter().find(|m| m.path == home)?;
    let item = module
        .items
        .iter()
        .find(|item| name_of(item).is_some_and(|(n, _)| n == *name))?;
    Some((home, item))
}

/// What an `impl` adds to a public type.
fn implemented(
    i: &ItemImpl,
    module: &Module,
    types: &[(Vec<String>, String, String)],
    out: &mut BTreeSet<String>,
) {
    if is_for_tests(&i.attrs) {
        return;
    }
    let Type::Path(of) = &*i.self_ty else { return };
    let Some(name) = of.path.segments.last().map(|s| s.ident.to_string()) else {
        return;
    };
    // The type of that name nearest to the `impl`: in its own module, else the only one.
    let named: Vec<_> = types.iter().filter(|(_, n, _)| *n == name).collect();
    let near = named.iter().find(|(home, _, _)| *home == module.path);
    let Some((_, _, public)) = near.or(named.first()) else {
        return;
    };
    if let Some((of_trait, _)) = &i.trait_ {
        out.insert(format!(
            "{public}  {}impl {}",
            attributes(&i.attrs),
            spaced(of_trait)
        ));
        return;
    }
    for item in &i.items {
        match item {
            ImplItem::Fn(f) if is_public(&f.vis) && !is_hidden(&f.attrs) => {
                let what = format!("{}{}", attributes(&f.attrs), spaced(&f.sig));
                out.insert(format!("{public}::{}  {what}", f.sig.ident));
            }
            ImplItem::Const(c) if is_public(&c.vis) => {
                out.insert(format!("{public}::{}  const {}", c.ident, spaced(&c.ty)));
            }
            _ => {}
        }
    }
}

#[test]
fn the_public_interface_is_the_one_listed() {
    let found: String = interface().iter().map(|line| format!("{line}\n")).collect();
    let list = common::path(LIST);
    if std::env::var_os("DIXIT_BLESS").is_some() {
        fs::write(&list, &found).expect("the list can be written");
        return;
    }
    let listed = fs::read_to_string(&list).unwrap_or_default();
    let lines = |s: &str| s.lines().map(str::to_owned).collect::<BTreeSet<_>>();
    let (was, is) = (lines(&listed), lines(&found));
    let gone: Vec<_> = was
        .difference(&is)
        .map(|line| format!("- {line}"))
        .collect();
    let new: Vec<_> = is
        .difference(&was)
        .map(|line| format!("+ {line}"))
        .collect();
    assert!(
        gone.is_empty() && new.is_empty(),
        "the public interface changed; if that is meant, DIXIT_BLESS=1 cargo test --test public_api\n{}\n{}",
        gone.join("\n"),
        new.join("\n")
    );
}

/// What everybody uses is found by the way in which the list is made.
#[test]
fn the_list_is_not_blind() {
    let found = interface();
    for start in [
        "dixit::Analyzer::analyze  fn analyze",
        "dixit::AnalyzerBuilder::build  ",
        "dixit::Attribution::Resolved::entity  EntityId",
        "dixit::Document::convert  ",
        "dixit::Error::is_lexicon  ",
        "dixit::Kind::Direct  variant \"direct\"",
        "dixit::Span  impl fmt::Debug",
        "dixit::format::json  ",
        "dixit::format::model::Claim::rule  ",
        "dixit::limits::MAX_NESTING  const usize",
        "dixit::rules  fn rules",
        "dixit::testing::check_text  fn check_text",
    ] {
        assert!(
            found.iter().any(|line| line.starts_with(start)),
            "not listed: {start}"
        );
    }
}
