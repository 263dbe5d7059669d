//! The functions that read files read inside the checked tree, and nothing outside it.

use std::fs;
use std::path::Path;

use tomcheck::config::parse;
use tomcheck::eval::Files;
use tomcheck::lang::functions;
use tomcheck::source::{Options, discover};
use tomcheck::value::{CauseKind, Value, show_line};

struct Tree {
    folder: tempfile::TempDir,
}

impl Tree {
    fn new(files: &[&str]) -> Tree {
        let tree = Tree { folder: tempfile::tempdir().unwrap() };
        for file in files {
            let path = tree.folder.path().join(file);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, format!("text of {file}")).unwrap();
        }
        tree
    }

    fn call(&self, name: &str, args: &[&str]) -> Result<Value, String> {
        let root = self.folder.path().join("root");
        let sources = parse(&discover(std::slice::from_ref(&root), &Options::default()).0);
        let host = Files { base: root, sources: &sources, located: false, partial: false };
        let args: Vec<Value> = args.iter().map(|arg| Value::from(*arg)).collect();
        functions::call(name, &args, &host, false).expect("a function").map_err(|error| error.message)
    }

    fn text(&self, name: &str, args: &[&str]) -> String {
        self.call(name, args).map_or_else(|message| format!("error: {message}"), |value| show_line(&value))
    }
}

#[test]
fn files_inside_are_read() {
    let tree =
        Tree::new(&["root/main.tf", "root/a.txt", "root/sub/b.txt", "root/sub/.hidden.txt", "root/sub/deep/c.json"]);
    assert_eq!(tree.text("file", &["sub/../a.txt"]), "\"text of root/a.txt\"");
    assert_eq!(tree.text("fileexists", &["a.txt"]), "true");
    assert_eq!(tree.text("fileexists", &["none/b.txt"]), "false");
    assert!(tree.text("fileexists", &["sub"]).contains("is a directory, not a file"));
    assert!(tree.text("file", &["none.txt"]).contains("no file exists at \"none.txt\""));
    assert_eq!(tree.text("fileset", &[".", "*.txt"]), "toset([\"a.txt\"])");
    assert_eq!(tree.text("fileset", &["sub", "**"]), "toset([\".hidden.txt\", \"b.txt\", \"deep/c.json\"])");
    assert_eq!(tree.text("fileset", &["sub", "*/*.{json,yaml}"]), "toset([\"deep/c.json\"])");
    assert_eq!(tree.text("fileset", &["sub", "../*.txt"]), "toset([\"../a.txt\"])");
    assert_eq!(tree.text("fileset", &["none", "*"]), "toset([])");
}

fn is_refused(outcome: &Result<Value, String>) -> bool {
    let Ok(Value::Unknown(unknown)) = outcome else { return false };
    unknown.causes.iter().any(|cause| cause.kind == CauseKind::Error && cause.address.contains("outside"))
}

#[test]
fn files_outside_are_unknown() {
    let tree = Tree::new(&["root/main.tf", "outside/secret.txt"]);
    let secret = tree.folder.path().join("outside/secret.txt");
    for path in
        ["../outside/secret.txt", "../outside/none.txt", "/etc/hostname", "~/.ssh/id_rsa", &secret.to_string_lossy()]
    {
        for name in ["file", "filebase64", "filesha256", "fileexists"] {
            assert!(is_refused(&tree.call(name, &[path])), "{name}({path:?})");
        }
    }
    assert!(is_refused(&tree.call("fileset", &["../outside", "*"])));
    assert!(is_refused(&tree.call("fileset", &[".", "../outside/*"])));
    assert!(is_refused(&tree.call("fileset", &["/", "**"])));
}

#[cfg(unix)]
#[test]
fn links_do_not_lead_out() {
    use std::os::unix::fs::symlink;

    let tree = Tree::new(&["root/main.tf", "root/sub/b.txt", "outside/secret.txt"]);
    let link = |target: &Path, name: &str| symlink(target, tree.folder.path().join("root").join(name)).unwrap();
    link(&tree.folder.path().join("outside/secret.txt"), "secret.txt");
    link(&tree.folder.path().join("outside"), "out");
    link(Path::new("sub"), "in");
    assert!(is_refused(&tree.call("file", &["secret.txt"])));
    assert!(is_refused(&tree.call("fileset", &[".", "*.txt"])), "a set that leaves a file out would be wrong");
    assert_eq!(tree.text("fileset", &[".", "out/*"]), "(known after apply)");
    assert!(is_refused(&tree.call("fileset", &[".", "**/b.txt"])), "the same");
    assert_eq!(tree.text("fileset", &["in", "*.txt"]), "toset([\"b.txt\"])");
    // As in Terraform, a circle of links is an error.
    link(Path::new("."), "sub/again");
    assert!(tree.text("fileset", &["sub", "**/b.txt"]).starts_with("error: failed to stat again/again/"));
}
