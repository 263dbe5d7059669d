//! Which directories and files are found, and what is wrong with paths.

use tomcheck::diag::{Diagnostic, Severity};
use tomcheck::source::{Flavour, MAX_FILE_SIZE, Options};

use super::tree::Tree;

/// The names of the configuration files of a directory.
fn names(tree: &Tree, paths: &[&str], flavour: Flavour, directory: &str) -> Vec<String> {
    let (files, _) = tree.discover_with(paths, &Options { flavour, ..Options::default() });
    let found = files.directories.iter().find(|found| tree.inner(&found.path) == directory);
    let files = found.map(|found| found.listing.files.iter()).into_iter().flatten();
    files.map(|file| file.name.to_string_lossy().into_owned()).collect()
}

#[test]
fn files_are_those_that_terraform_reads() {
    let tree = Tree::new([
        ("b.tf", ""),
        ("a.tf.json", "{}"),
        ("z_override.tf", ""),
        ("override.tf.json", "{}"),
        (".hidden.tf", ""),
        ("backup.tf~", ""),
        ("#emacs.tf#", ""),
        (".#lock.tf", ""),
        ("notes.tf.bak", ""),
        ("upper.TF", ""),
        ("x.tofu", ""),
        ("test.tftest.hcl", ""),
        ("directory.tf/", ""),
        ("terraform.tfvars.json", "{}"),
        ("terraform.tfvars", ""),
        ("B.auto.tfvars", ""),
        ("a.auto.tfvars.json", "{}"),
        ("other.tfvars", ""),
    ]);
    let expected = ["a.tf.json", "b.tf", "override.tf.json", "z_override.tf"];
    assert_eq!(names(&tree, &[""], Flavour::Terraform, ""), expected);
    let (files, _) = tree.discover(&[""]);
    let variables: Vec<_> = files.directories[0].listing.variables.iter().map(|name| name.to_string_lossy()).collect();
    assert_eq!(variables, ["terraform.tfvars", "terraform.tfvars.json", "B.auto.tfvars", "a.auto.tfvars.json"]);
}

#[test]
fn flavours_are_never_mixed() {
    let tree = Tree::new([
        ("both/x.tf", ""),
        ("both/x.tofu", ""),
        ("both/y.tf", ""),
        ("both/x.tf.json", "{}"),
        ("both/z_override.tofu", ""),
        ("tofu/x.tofu", ""),
        ("tofu/y.tofu.json", "{}"),
    ]);
    assert_eq!(names(&tree, &[""], Flavour::Auto, "both"), ["x.tf", "x.tf.json", "y.tf"]);
    assert_eq!(names(&tree, &[""], Flavour::Terraform, "both"), ["x.tf", "x.tf.json", "y.tf"]);
    assert_eq!(names(&tree, &[""], Flavour::OpenTofu, "both"), ["x.tf.json", "x.tofu", "y.tf", "z_override.tofu"]);
    assert_eq!(names(&tree, &[""], Flavour::Auto, "tofu"), ["x.tofu", "y.tofu.json"]);
    assert_eq!(names(&tree, &[""], Flavour::Terraform, "tofu"), [""; 0]);
    let (_, problems) = tree.discover(&[""]);
    let left_out = |name: &str| (format!("both/{name}"), "OtherFlavour".to_owned());
    assert_eq!(tree.problems(&problems), [left_out("x.tofu"), left_out("z_override.tofu")]);
    assert!(tree.discover_with(&[""], &Options { flavour: Flavour::Terraform, ..Options::default() }).1.is_empty());
}

#[test]
fn walks_below_directories_but_not_below_files() {
    let tree = Tree::new([
        ("main.tf", ""),
        ("a/main.tf", ""),
        ("a/b/main.tf", ""),
        ("a/empty/readme.md", ""),
        (".hidden/main.tf", ""),
        (".terraform/modules/x/main.tf", ""),
    ]);
    assert_eq!(tree.directories(&tree.discover(&[""]).0), ["", "a", "a/b"]);
    assert_eq!(tree.directories(&tree.discover(&["a/main.tf"]).0), ["a"]);
    assert_eq!(tree.directories(&tree.discover(&["a"]).0), ["a", "a/b"]);
    assert_eq!(tree.directories(&tree.discover(&[".hidden"]).0), [".hidden"]);
    assert_eq!(tree.directories(&tree.discover(&[".terraform/modules/x/main.tf"]).0), [".terraform/modules/x"]);
    let (files, _) = tree.discover(&["a", "a/b/main.tf", "main.tf"]);
    let named: Vec<_> = files.directories.iter().map(|found| (tree.inner(&found.path), found.named)).collect();
    assert_eq!(named, [("".into(), true), ("a".into(), true), ("a/b".into(), true)]);
}

#[test]
fn git_ignores_directories_not_files_of_a_module() {
    let tree = Tree::new([
        (".git/HEAD", ""),
        (".git/info/exclude", "excluded/\n"),
        (".gitignore", "ignored/\n*_override.tf\n!kept_override.tf\ngenerated.tf\n"),
        ("main.tf", ""),
        ("x_override.tf", ""),
        ("ignored/main.tf", ""),
        ("excluded/main.tf", ""),
        ("a/.gitignore", "/b\n"),
        ("a/b/main.tf", ""),
        ("a/c/main.tf", ""),
        ("a/c/b/main.tf", ""),
        ("only/generated.tf", ""),
        ("inner/.git", "gitdir: elsewhere"),
        ("inner/ignored/main.tf", ""),
    ]);
    let (files, problems) = tree.discover(&[""]);
    assert_eq!(tree.directories(&files), ["", "a/c", "a/c/b", "inner/ignored"]);
    assert_eq!(problems, []);
    assert_eq!(names(&tree, &[""], Flavour::Auto, ""), ["main.tf", "x_override.tf"]);
    // Rules of directories above hold below, and what is named is not ignored.
    assert_eq!(tree.directories(&tree.discover(&["a"]).0), ["a/c", "a/c/b"]);
    assert_eq!(tree.directories(&tree.discover(&["ignored"]).0), ["ignored"]);
    let all = Options { git_ignore: false, ..Options::default() };
    assert_eq!(
        tree.directories(&tree.discover_with(&[""], &all).0),
        ["", "a/b", "a/c", "a/c/b", "excluded", "ignored", "inner/ignored", "only"]
    );
}

#[test]
fn paths_that_lead_nowhere_are_told() {
    let tree = Tree::new([("empty/", ""), ("a/main.tf", ""), ("docs/readme.md", "")]);
    let (files, problems) = tree.discover(&["missing", "empty", "a", "docs/readme.md"]);
    assert_eq!(tree.directories(&files), ["a"]);
    let of = |path: &str, kind: &str| (path.to_owned(), kind.to_owned());
    assert_eq!(
        tree.problems(&problems),
        [of("docs", "NoConfiguration"), of("empty", "NoConfiguration"), of("missing", "Missing")]
    );
    let diagnostics: Vec<Diagnostic> = problems.into_iter().map(Diagnostic::from).collect();
    assert!(diagnostics.iter().all(|diagnostic| diagnostic.path.is_some() && !diagnostic.help.is_empty()));
    assert_eq!(diagnostics[2].severity, Severity::Error);
}

#[cfg(unix)]
#[test]
fn links_are_followed_within_the_tree_each_directory_once() {
    let tree = Tree::new([
        ("repo/.git/HEAD", ""),
        ("repo/live/main.tf", ""),
        ("repo/shared/vpc/main.tf", ""),
        ("outside/main.tf", ""),
    ]);
    tree.link("repo/live/up", "..");
    tree.link("repo/live/shared", "../shared");
    tree.link("repo/live/again", "../shared/vpc");
    tree.link("repo/live/out", "../../outside");
    tree.link("repo/live/broken", "nowhere");
    let (files, problems) = tree.discover(&["repo/live"]);
    assert_eq!(tree.directories(&files), ["repo/live", "repo/live/again"]);
    let of = |path: &str, kind: &str| (path.to_owned(), kind.to_owned());
    assert_eq!(tree.problems(&problems), [of("repo/live/out", "Outside"), of("repo/live/up", "Loop")]);
    // From above, the directory itself is found and not the links to it.
    assert_eq!(tree.directories(&tree.discover(&["repo"]).0), ["repo/live", "repo/shared/vpc"]);
}

#[cfg(unix)]
#[test]
fn many_links_between_directories_take_no_time() {
    let names: Vec<String> = (0..30).map(|n| format!("d{n}")).collect();
    let files: Vec<String> = names.iter().map(|name| format!("{name}/main.tf")).collect();
    let tree = Tree::new(files.iter().map(|file| (file.as_str(), "")));
    for name in &names {
        for other in &names {
            tree.link(&format!("{name}/to-{other}"), &format!("../{other}"));
        }
    }
    let (files, problems) = tree.discover(&[""]);
    assert_eq!(files.directories.len(), 30);
    assert!(problems.iter().all(|problem| tree.problems(std::slice::from_ref(problem))[0].1 == "Loop"));
}

#[cfg(unix)]
#[test]
fn linked_files_are_read_within_the_tree() {
    let tree = Tree::new([
        ("repo/.git/HEAD", ""),
        ("repo/common.tf", "variable \"a\" {}\n"),
        ("repo/live/main.tf", ""),
        ("secret.tf", "variable \"b\" {}\n"),
    ]);
    tree.link("repo/live/common.tf", "../common.tf");
    tree.link("repo/live/secret.tf", "../../secret.tf");
    tree.link("repo/live/gone.tf", "nowhere.tf");
    tree.link("repo/live/device.tf", "/dev/zero");
    tree.load(&["repo/live"], &Default::default(), |sources, config, diagnostics| {
        let variables: Vec<_> = config.modules[0].variables.keys().collect();
        assert_eq!(variables, [&"a"]);
        assert_eq!(
            tree.lines(sources, diagnostics),
            [
                "warning repo/live/device.tf outside-tree",
                "error repo/live/gone.tf broken-link",
                "warning repo/live/secret.tf outside-tree"
            ]
        );
    });
}

#[cfg(unix)]
#[test]
fn without_a_repository_linked_configuration_may_be_anywhere_but_nothing_else() {
    let tree = Tree::new([("live/main.tf", ""), ("common.tf", "variable \"a\" {}\n"), ("passwords", "x")]);
    tree.link("live/common.tf", "../common.tf");
    tree.link("live/passwords.tf", "../passwords");
    tree.load(&["live"], &Default::default(), |sources, config, diagnostics| {
        assert_eq!(config.modules[0].variables.len(), 1);
        assert_eq!(tree.lines(sources, diagnostics), ["warning live/passwords.tf outside-tree"]);
    });
}

#[cfg(unix)]
#[test]
fn pipes_and_devices_are_not_waited_for() {
    let tree = Tree::new([("a/x.tf", "")]);
    let pipe = tree.path("a/pipe.tf");
    let made = std::process::Command::new("mkfifo").arg(&pipe).status();
    if !made.is_ok_and(|status| status.success()) {
        eprintln!("skipped: no pipe can be made here");
        return;
    }
    tree.load(&["a"], &Default::default(), |sources, _, diagnostics| {
        assert_eq!(tree.lines(sources, diagnostics), ["error a/pipe.tf not-a-file"]);
    });
    let (_, problems) = tree.discover(&["a/pipe.tf"]);
    assert_eq!(tree.problems(&problems), [("a/pipe.tf".into(), "Special".into())]);
}

#[cfg(unix)]
#[test]
fn ignore_files_that_are_pipes_or_huge_are_passed_over() {
    let tree = Tree::new([(".git/HEAD", ""), ("a/main.tf", ""), ("b/main.tf", "")]);
    let made = std::process::Command::new("mkfifo").arg(tree.path("a/.gitignore")).status();
    if !made.is_ok_and(|status| status.success()) {
        eprintln!("skipped: no pipe can be made here");
        return;
    }
    std::fs::File::create(tree.path("b/.gitignore")).unwrap().set_len(1 << 32).unwrap();
    assert_eq!(tree.directories(&tree.discover(&[""]).0), ["a", "b"]);
}

#[cfg(unix)]
#[test]
fn what_may_not_be_read_is_told() {
    use std::fs::{File, Permissions, set_permissions};
    use std::os::unix::fs::PermissionsExt;
    let tree = Tree::new([("a/main.tf", ""), ("a/closed.tf", ""), ("b/main.tf", "")]);
    set_permissions(tree.path("a/closed.tf"), Permissions::from_mode(0o0)).unwrap();
    set_permissions(tree.path("b"), Permissions::from_mode(0o0)).unwrap();
    let readable = File::open(tree.path("a/closed.tf")).is_ok();
    if !readable {
        let (_, problems) = tree.discover(&[""]);
        assert_eq!(tree.problems(&problems), [("b".into(), "UnreadableDirectory".into())]);
        tree.load(&["a"], &Default::default(), |sources, config, diagnostics| {
            assert_eq!(config.roots.len(), 1);
            assert_eq!(tree.lines(sources, diagnostics), ["error a/closed.tf unreadable-file"]);
        });
    }
    set_permissions(tree.path("b"), Permissions::from_mode(0o700)).unwrap();
    if readable {
        eprintln!("skipped: this user may read everything");
    }
}

#[test]
fn huge_files_are_refused_without_reading_them() {
    let tree = Tree::new([("main.tf", "variable \"a\" {}\n")]);
    let huge = std::fs::File::create(tree.path("huge.tf")).unwrap();
    huge.set_len(MAX_FILE_SIZE + 1).unwrap();
    tree.load(&[""], &Default::default(), |sources, config, diagnostics| {
        assert_eq!(config.modules[0].variables.len(), 1);
        assert_eq!(tree.lines(sources, diagnostics), ["error huge.tf file-too-large"]);
    });
}

#[test]
fn bytes_that_are_no_text_cost_no_other_file() {
    let tree = Tree::new([("good.tf", "\u{feff}variable \"a\" {\r\n  default = 1\r\n}\r\n")]);
    tree.write("binary.tf", [0, 159, 146, 150, 255, 10, 0]);
    tree.write("latin.tf", b"variable \"b\" {\n  description = \"f\xfcr\"\n}\n");
    tree.load(&[""], &Default::default(), |sources, config, diagnostics| {
        let variables: Vec<_> = config.modules[0].variables.keys().collect();
        assert_eq!(variables, [&"a", &"b"]);
        let lines = tree.lines(sources, diagnostics);
        assert!(lines.iter().any(|line| line.starts_with("error binary.tf:1")), "{lines:?}");
        assert!(!lines.iter().any(|line| line.contains("good.tf")), "{lines:?}");
    });
}

#[test]
fn deep_directories_end_somewhere() {
    let tree = Tree::new([("main.tf", "")]);
    let mut path = String::new();
    while path.len() < 3000 {
        path.push_str("dddddddddd/");
    }
    tree.write(&format!("{path}main.tf"), "");
    assert_eq!(tree.discover(&[""]).0.directories.len(), 2);
}

#[test]
fn the_boundary_is_the_repository() {
    let tree =
        Tree::new([("repo/.git/HEAD", ""), ("repo/a/main.tf", ""), ("loose/main.tf", ""), ("other/main.tf", "")]);
    let (files, _) = tree.discover(&["repo/a", "loose"]);
    let real = |path: &str| tree.path(path).canonicalize().unwrap();
    let boundary = &files.boundary;
    assert_eq!((&boundary.repositories, &boundary.loose), (&vec![real("repo")], &vec![real("loose")]));
    assert!(boundary.contains(&real("repo/a/main.tf")) && !boundary.contains(&real("other/main.tf")));
    assert!(boundary.may_lead(&real("loose"), &real("other")) && boundary.may_lead(&real("repo/a"), &real("loose")));
    assert!(!boundary.may_lead(&real("repo/a"), &real("other")));
}
