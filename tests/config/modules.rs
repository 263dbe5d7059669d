//! What module calls lead to: directories, the module manifest, circles.

use tomcheck::config::{Config, Inputs, Source};

use super::tree::Tree;

const CALL: &str = "module \"m\" {\n  source = \"./m\"\n}\n";

/// Root modules by directory.
fn roots(tree: &Tree, config: &Config<'_>) -> Vec<String> {
    config.roots.iter().map(|root| tree.inner(&config.module(root.module).dir)).collect()
}

/// The directory that the call at a module path leads to in the first root module, or why to none.
fn target(tree: &Tree, config: &Config<'_>, path: &[&str]) -> Result<String, String> {
    target_in(tree, config, 0, path)
}

fn target_in(tree: &Tree, config: &Config<'_>, root: usize, path: &[&str]) -> Result<String, String> {
    let root = &config.roots[root];
    let mut module = config.module(root.module);
    for (depth, name) in path.iter().enumerate() {
        let call = module.calls.get(name).unwrap();
        match config.target(root, &path[..depth], call) {
            Source::Found(id, _) => module = config.module(*id),
            Source::Missing(reason) => return Err(reason.to_string()),
        }
    }
    Ok(tree.inner(&module.dir))
}

#[test]
fn roots_are_what_nobody_calls_and_what_is_named() {
    let tree = Tree::new([
        ("live/prod/main.tf", "module \"m\" {\n  source = \"../../modules/a\"\n}\n"),
        ("live/test/main.tf", "module \"m\" {\n  source = \"../../modules/a\"\n}\n"),
        ("modules/a/main.tf", "module \"m\" {\n  source = \"../b\"\n}\n"),
        ("modules/b/main.tf", ""),
        ("modules/unused/main.tf", ""),
    ]);
    tree.load(&[""], &Inputs::default(), |_, config, diagnostics| {
        assert_eq!(roots(&tree, config), ["live/prod", "live/test", "modules/unused"]);
        assert_eq!(config.modules.len(), 5);
        assert_eq!(target(&tree, config, &["m", "m"]), Ok("modules/b".into()));
        assert_eq!(diagnostics, []);
    });
    // A file stands for its module, which is a root though it is called; what it calls is read from elsewhere.
    tree.load(&["live/prod", "modules/a/main.tf"], &Inputs::default(), |_, config, _| {
        assert_eq!(roots(&tree, config), ["live/prod", "modules/a"]);
        assert_eq!(target(&tree, config, &["m", "m"]), Ok("modules/b".into()));
        assert_eq!(target_in(&tree, config, 1, &["m"]), Ok("modules/b".into()));
        assert_eq!(config.modules.len(), 3);
    });
}

#[test]
fn a_module_is_read_once_however_it_is_called() {
    let tree = Tree::new([
        ("main.tf", "module \"a\" {\n  source = \"./m\"\n}\nmodule \"b\" {\n  source = \"./x/../m/\"\n}\n"),
        ("m/main.tf", "variable \"v\" {}\nvariable \"v\" {}\n"),
    ]);
    tree.load(&[""], &Inputs::default(), |sources, config, diagnostics| {
        assert_eq!(config.modules.len(), 2);
        assert_eq!(target(&tree, config, &["a"]), target(&tree, config, &["b"]));
        assert_eq!(tree.lines(sources, diagnostics), ["error m/main.tf:2 duplicate-declaration"]);
    });
}

#[test]
fn circles_are_cut_and_told() {
    let call = |to: &str| format!("module \"next\" {{\n  source = \"{to}\"\n}}\n");
    let (b, c, a, own) = (call("../b"), call("../c"), call("../a"), call("./"));
    let tree = Tree::new([
        ("circle/a/main.tf", b.as_str()),
        ("circle/b/main.tf", &c),
        ("circle/c/main.tf", &a),
        ("own/main.tf", &own),
        ("user/main.tf", &call("../own").clone()),
    ]);
    tree.load(&[""], &Inputs::default(), |sources, config, diagnostics| {
        assert_eq!(roots(&tree, config), ["circle/a", "user"]);
        assert_eq!(target(&tree, config, &["next", "next"]), Ok("circle/c".into()));
        assert_eq!(target(&tree, config, &["next", "next", "next"]), Err("the module calls itself".into()));
        assert_eq!(
            tree.lines(sources, diagnostics),
            ["error circle/c/main.tf:2 module-cycle", "error own/main.tf:2 module-cycle"]
        );
        let own = diagnostics.last().unwrap();
        assert_eq!(own.labels.len(), 1);
        let path = |name: &str| tree.path(name).display().to_string();
        let circle = ["circle/a", "circle/b", "circle/c", "circle/a"].map(path).join(" → ");
        assert_eq!(diagnostics[0].notes, [format!("the circle is {circle}")]);
    });
}

#[test]
fn long_circles_are_shown_by_their_ends() {
    let files: Vec<(String, String)> = (0..20)
        .map(|n| (format!("m{n:02}/main.tf"), format!("module \"m\" {{\n  source = \"../m{:02}\"\n}}\n", (n + 1) % 20)))
        .collect();
    let tree = Tree::new(files.iter().map(|(path, content)| (path.as_str(), content.as_str())));
    tree.load(&[""], &Inputs::default(), |_, _, diagnostics| {
        assert_eq!(diagnostics.len(), 1);
        let names: Vec<_> =
            diagnostics[0].notes[0].split(" → ").map(|name| &name[name.len().saturating_sub(3)..]).collect();
        assert_eq!(names, ["m00", "m01", "m02", "m03", "…", "m16", "m17", "m18", "m19", "m00"]);
        assert_eq!(diagnostics[0].labels.len(), 8);
    });
}

#[test]
fn long_chains_and_wide_diamonds_take_no_time() {
    let mut files: Vec<(String, String)> = Vec::new();
    for n in 0..400 {
        let call = |name: &str| format!("module \"{name}\" {{\n  source = \"../m{}\"\n}}\n", n + 1);
        files.push((format!("m{n}/main.tf"), call("a") + &call("b")));
    }
    files.push(("m400/main.tf".into(), "module \"far\" {\n  source = \"a/b/c\"\n}\n".into()));
    let tree = Tree::new(files.iter().map(|(path, content)| (path.as_str(), content.as_str())));
    tree.load(&["m0/main.tf"], &Inputs::default(), |sources, config, diagnostics| {
        assert_eq!(config.modules.len(), 401);
        assert_eq!(tree.lines(sources, diagnostics), ["warning m400/main.tf:2 module-not-installed"]);
    });
}

#[test]
fn directories_that_are_not_there_or_not_to_be_read_are_missing() {
    let tree = Tree::new([
        ("repo/.git/HEAD", ""),
        ("repo/main.tf", "module \"gone\" {\n  source = \"./gone\"\n}\nmodule \"out\" {\n  source = \"../out\"\n}\n"),
        ("out/main.tf", ""),
        ("loose/main.tf", "module \"out\" {\n  source = \"../out\"\n}\n"),
    ]);
    tree.load(&["repo"], &Inputs::default(), |sources, config, diagnostics| {
        assert_eq!(target(&tree, config, &["gone"]), Err("module directory `./gone` does not exist".into()));
        assert_eq!(target(&tree, config, &["out"]), Err("module directory `../out` is outside the repository".into()));
        assert_eq!(
            tree.lines(sources, diagnostics),
            ["error repo/main.tf:2 module-not-found", "error repo/main.tf:5 outside-tree"]
        );
        assert!(sources.may_read(&tree.path("repo/data.json").canonicalize().unwrap_or(sources_path(&tree, "repo"))));
        assert!(!sources.may_read(&sources_path(&tree, "out")));
    });
    // Where nothing says how far the tree goes, module sources may lead anywhere.
    tree.load(&["loose"], &Inputs::default(), |sources, config, diagnostics| {
        assert_eq!(target(&tree, config, &["out"]), Ok("out".into()));
        assert_eq!(diagnostics, []);
        assert!(sources.may_read(&sources_path(&tree, "out").join("x.json")));
        assert!(!sources.may_read(&sources_path(&tree, "repo")));
    });
}

fn sources_path(tree: &Tree, path: &str) -> std::path::PathBuf {
    tree.path(path).canonicalize().unwrap()
}

const MANIFEST: &str = r#"{"Modules": [
  {"Key": "", "Source": "", "Dir": "."},
  {"Key": "vpc", "Source": "registry.terraform.io/a/vpc/aws", "Version": "1.2.3", "Dir": ".terraform/modules/vpc"},
  {"Key": "vpc.sub", "Source": "./sub", "Dir": ".terraform/modules/vpc/sub"},
  {"Key": "vpc.far", "Source": "git::https://example.com/far.git?ref=v1", "Dir": ".terraform/modules/vpc.far"},
  {"Key": "local", "Source": "./local", "Dir": "local"},
  {"Key": "local.far", "Source": "git::https://example.com/far.git", "Dir": ".terraform/modules/local.far"},
  {"Key": "stale", "Source": "registry.terraform.io/a/old/aws", "Version": "1.0.0", "Dir": ".terraform/modules/stale"},
  {"Key": "older", "Source": "registry.terraform.io/a/older/aws", "Version": "1.0.0", "Dir": ".terraform/modules/vpc"},
  {"Key": "outside", "Source": "git::https://example.com/o.git", "Dir": "../outside"},
  {"Key": "absent", "Source": "git::https://example.com/a.git", "Dir": ".terraform/modules/absent"},
  {"Key": "nobody.calls.this", "Source": "git::https://example.com/a.git", "Dir": ".terraform/modules/vpc"}
]}"#;

const INSTALLED: &str = r#"
module "vpc" {
  source  = "a/vpc/aws"
  version = "~> 1.2"
}
module "local" {
  source = "./local"
}
module "stale" {
  source = "a/new/aws"
}
module "older" {
  source  = "a/older/aws"
  version = ">= 2.0"
}
module "outside" {
  source = "git::https://example.com/o.git"
}
module "absent" {
  source = "git::https://example.com/a.git"
}
module "never" {
  source = "git::https://example.com/n.git"
}
module "never_too" {
  source = "git::https://example.com/n.git"
}
"#;

#[test]
fn installed_modules_are_found_in_the_manifest_of_the_root() {
    let far = "module \"far\" {\n  source = \"git::https://example.com/far.git?ref=v1\"\n}\n";
    let vpc = format!("{far}module \"sub\" {{\n  source = \"./sub\"\n}}\n");
    let tree = Tree::new([
        ("root/main.tf", INSTALLED),
        ("root/local/main.tf", "module \"far\" {\n  source = \"git::https://example.com/far.git\"\n}\n"),
        ("root/.terraform/modules/modules.json", MANIFEST),
        ("root/.terraform/modules/vpc/main.tf", &vpc),
        ("root/.terraform/modules/vpc/sub/main.tf", ""),
        ("root/.terraform/modules/vpc.far/main.tf", ""),
        ("root/.terraform/modules/local.far/main.tf", ""),
        ("outside/main.tf", ""),
    ]);
    tree.load(&["root"], &Inputs::default(), |sources, config, diagnostics| {
        assert_eq!(roots(&tree, config), ["root"]);
        let found = |path: &[&str]| target(&tree, config, path);
        assert_eq!(found(&["vpc"]), Ok("root/.terraform/modules/vpc".into()));
        assert_eq!(found(&["vpc", "sub"]), Ok("root/.terraform/modules/vpc/sub".into()));
        assert_eq!(found(&["vpc", "far"]), Ok("root/.terraform/modules/vpc.far".into()));
        assert_eq!(found(&["local", "far"]), Ok("root/.terraform/modules/local.far".into()));
        assert_eq!(found(&["stale"]), Err("what is installed is `registry.terraform.io/a/old/aws`".into()));
        assert_eq!(found(&["older"]), Err("the installed version is 1.0.0".into()));
        assert!(found(&["outside"]).unwrap_err().contains("outside the tree"));
        assert!(found(&["absent"]).unwrap_err().contains("is not there"));
        assert!(found(&["never"]).unwrap_err().contains("not installed"));
        let version = config.target(&config.roots[0], [""; 0], &config.modules[0].calls["vpc"]);
        assert!(matches!(version, Source::Found(_, Some(version)) if version == "1.2.3"));
        assert_eq!(
            tree.lines(sources, diagnostics),
            [
                "warning root/main.tf:10 module-outdated",
                "warning root/main.tf:13 module-outdated",
                "warning root/main.tf:17 module-outdated",
                "warning root/main.tf:20 module-outdated",
                "warning root/main.tf:23 module-not-installed",
            ]
        );
        let never = diagnostics.last().unwrap();
        assert_eq!(never.help, [format!("run `terraform init` in `{}`", tree.path("root").display())]);
        assert_eq!(never.notes[1], "another call has this source too");
    });
}

#[test]
fn each_root_has_its_own_manifest() {
    let manifest = |dir: &str| {
        format!(
            "{{\"Modules\": [{{\"Key\": \"shared.far\", \"Source\": \"git::https://example.com/f.git\", \"Dir\": \"{dir}\"}}]}}"
        )
    };
    let (a, b) = (manifest(".terraform/modules/one"), manifest(".terraform/modules/two"));
    let call = "module \"shared\" {\n  source = \"../shared\"\n}\n";
    let tree = Tree::new([
        ("a/main.tf", call),
        ("a/.terraform/modules/modules.json", a.as_str()),
        ("a/.terraform/modules/one/main.tf", ""),
        ("b/main.tf", call),
        ("b/.terraform/modules/modules.json", &b),
        ("b/.terraform/modules/two/main.tf", ""),
        ("c/main.tf", call),
        ("shared/main.tf", "module \"far\" {\n  source = \"git::https://example.com/f.git\"\n}\n"),
    ]);
    tree.load(&[""], &Inputs::default(), |sources, config, diagnostics| {
        assert_eq!(roots(&tree, config), ["a", "b", "c"]);
        assert_eq!(target_in(&tree, config, 0, &["shared", "far"]), Ok("a/.terraform/modules/one".into()));
        assert_eq!(target_in(&tree, config, 1, &["shared", "far"]), Ok("b/.terraform/modules/two".into()));
        assert!(target_in(&tree, config, 2, &["shared", "far"]).is_err());
        assert_eq!(tree.lines(sources, diagnostics), ["warning shared/main.tf:2 module-not-installed"]);
        assert!(diagnostics[0].help[0].ends_with("c`"), "{:?}", diagnostics[0].help);
    });
}

#[test]
fn a_manifest_that_lies_leads_nowhere() {
    for manifest in [
        "",
        "[]",
        "{\"Modules\": 3}",
        "{\"Modules\": [{\"Key\": \"m\"}]}",
        "{\"Modules\": [{\"Key\": \"m..m.\", \"Source\": \"a/b/c\", \"Dir\": \".\"}]}",
        // The root module as its own child, again and again.
        "{\"Modules\": [{\"Key\": \"m\", \"Source\": \"a/b/c\", \"Dir\": \".\"}, {\"Key\": \"m.m\", \"Source\": \"a/b/c\", \"Dir\": \".\"}]}",
    ] {
        let tree = Tree::new([
            ("main.tf", "module \"m\" {\n  source = \"a/b/c\"\n}\n"),
            (".terraform/modules/modules.json", manifest),
        ]);
        tree.load(&[""], &Inputs::default(), |_, config, diagnostics| {
            assert_eq!(config.modules.len(), 1);
            assert!(!diagnostics.is_empty() || manifest.contains("m.m"), "{manifest}");
        });
    }
}

#[test]
fn another_data_directory_has_the_manifest_when_it_is_asked_for() {
    let tree = Tree::new([
        ("root/main.tf", "module \"m\" {\n  source = \"a/b/c\"\n}\n"),
        (
            "data/modules/modules.json",
            "{\"Modules\": [{\"Key\": \"m\", \"Source\": \"a/b/c\", \"Dir\": \"../data/modules/m\"}]}",
        ),
        ("data/modules/m/main.tf", ""),
    ]);
    let inputs = Inputs { data_dir: Some("../data".into()), ..Inputs::default() };
    tree.load(&["root"], &inputs, |_, config, diagnostics| {
        assert_eq!(target(&tree, config, &["m"]), Ok("data/modules/m".into()));
        assert_eq!(diagnostics, []);
    });
    tree.load(&["root"], &Inputs::default(), |_, config, _| assert!(target(&tree, config, &["m"]).is_err()));
}

#[test]
fn providers_have_the_versions_of_the_lock_file() {
    let required =
        "terraform {\n  required_providers {\n    aws = {\n      source = \"hashicorp/aws\"\n    }\n  }\n}\n";
    let lock = "provider \"registry.terraform.io/hashicorp/aws\" {\n  version = \"5.1.0\"\n}\n";
    let tree = Tree::new([("main.tf", required), ("m/main.tf", required), (".terraform.lock.hcl", lock)]);
    tree.write("call.tf", CALL);
    tree.load(&[""], &Inputs::default(), |_, config, _| {
        let locked = |module: usize| config.modules[module].requirements["aws"].locked.as_deref();
        assert_eq!((locked(0), locked(1)), (Some("5.1.0"), None));
        assert_eq!(config.roots[0].locked["registry.terraform.io/hashicorp/aws"], "5.1.0");
    });
}

#[test]
fn what_is_in_memory_leads_to_no_file() {
    let files = [
        (
            "a/main.tf",
            "module \"b\" {\n  source = \"../b\"\n}\nmodule \"c\" {\n  source = \"../../src\"\n}\nvariable \"v\" {}\n",
        ),
        ("a/terraform.tfvars", "v = 1\n"),
        ("b/main.tf", ""),
    ];
    let files = files.map(|(path, text)| (path.into(), text.as_bytes().to_vec()));
    let (files, texts) = tomcheck::source::in_memory(files, tomcheck::source::Flavour::Auto);
    let sources = tomcheck::config::parse_with(&files, texts);
    let (config, diagnostics) = tomcheck::config::load(&sources, &Inputs::default());
    assert_eq!(config.roots.len(), 2);
    assert_eq!(config.roots[0].inputs.len(), 1);
    assert!(matches!(config.modules[0].calls["b"].source, Source::Found(..)));
    assert!(matches!(config.modules[0].calls["c"].source, Source::Missing(_)));
    assert_eq!(diagnostics.len(), 1);
    assert!(!sources.may_read(&std::env::current_dir().unwrap().join("Cargo.toml")));
}

#[test]
fn unsaved_text_takes_the_place_of_a_file() {
    let tree = Tree::new([("main.tf", "variable \"old\" {}\n")]);
    let (files, _) = tree.discover(&[""]);
    let file = tree.path("main.tf").canonicalize().unwrap();
    let sources = tomcheck::config::parse_with(&files, [(file, b"variable \"new\" {}\n".to_vec())].into());
    let (config, _) = tomcheck::config::load(&sources, &Inputs::default());
    assert_eq!(config.modules[0].variables.keys().collect::<Vec<_>>(), [&"new"]);
}

#[test]
fn results_do_not_depend_on_threads() {
    let mut files: Vec<(String, String)> = Vec::new();
    for n in 0..60 {
        files.push((format!("d{n}/main.tf"), format!("variable \"a\" {{}}\nvariable \"a\" {{}}\nmodule \"m\" {{\n  source = \"../d{}\"\n}}\nmodule \"x\" {{\n  source = \"x{}/y/z\"\n}}\n", n * 7 % 61, n % 9)));
    }
    let tree = Tree::new(files.iter().map(|(path, content)| (path.as_str(), content.as_str())));
    let run = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| {
            tree.load(&[""], &Inputs::default(), |sources, config, diagnostics| {
                (format!("{:?}", diagnostics), roots(&tree, config), sources.map().len())
            })
        })
    };
    let once = run(1);
    for _ in 0..10 {
        assert_eq!(run(8), once);
    }
}
