//! Values for the variables of root modules.

use tomcheck::config::{Argument, Config, InputSource, InputValue, Inputs, Sources};

use super::tree::Tree;

/// The value that wins for each variable of the first root module, as it is written.
fn values(sources: &Sources, config: &Config<'_>) -> Vec<(String, String)> {
    let text = |value: &InputValue<'_>| match value {
        InputValue::Text(text, _) => text.to_string(),
        InputValue::Known(value) => panic!("nobody gives {value:?} by itself"),
        InputValue::Expr(expr) => sources.map().get(expr.span().file).text(expr.span()).into_owned(),
    };
    let mut values: Vec<_> =
        config.roots[0].inputs.iter().map(|(name, input)| (name.to_string(), text(&input.value))).collect();
    values.sort();
    values
}

fn inputs(arguments: &[&str], environment: &[(&str, &str)]) -> Inputs {
    let argument = |argument: &&str| match argument.strip_prefix('@') {
        Some(path) => Argument::File(path.into()),
        None => Argument::Variable((*argument).to_owned()),
    };
    let mut inputs = Inputs { arguments: arguments.iter().map(argument).collect(), ..Inputs::default() };
    inputs.use_environment(environment.iter().map(|(name, value)| (name.into(), value.into())));
    inputs
}

#[test]
fn later_sources_win() {
    let declared: String = "abcdefgh".chars().map(|name| format!("variable \"{name}\" {{}}\n")).collect();
    let set =
        |names: &str, value: &str| names.chars().map(|name| format!("{name} = \"{value}\"\n")).collect::<String>();
    let json = |names: &str, value: &str| {
        let pairs: Vec<_> = names.chars().map(|name| format!("\"{name}\": \"{value}\"")).collect();
        format!("{{{}}}", pairs.join(", "))
    };
    let tree = Tree::new([
        ("main.tf", declared.as_str()),
        ("terraform.tfvars", &set("bcdefgh", "tfvars")),
        ("terraform.tfvars.json", &json("cdefgh", "tfvars.json")),
        ("A.auto.tfvars", &set("defgh", "A")),
        ("b.auto.tfvars.json", &json("efgh", "b")),
        ("late.tfvars", &set("fg", "late")),
    ]);
    let late = format!("@{}", tree.path("late.tfvars").display());
    let environment: Vec<(String, &str)> = "abcdefgh".chars().map(|name| (format!("TF_VAR_{name}"), "env")).collect();
    let environment: Vec<(&str, &str)> = environment.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    let inputs = inputs(&["f=early", &late, "g=cli", "h=first", "h=second"], &environment);
    tree.load(&[""], &inputs, |sources, config, diagnostics| {
        let expected = [
            ("a", "env"),
            ("b", "\"tfvars\""),
            ("c", "\"tfvars.json\""),
            ("d", "\"A\""),
            ("e", "\"b\""),
            ("f", "\"late\""),
            ("g", "cli"),
            ("h", "second"),
        ];
        let expected: Vec<_> = expected.iter().map(|(name, value)| (name.to_string(), value.to_string())).collect();
        assert_eq!(values(sources, config), expected);
        assert_eq!(diagnostics, []);
        let inputs = &config.roots[0].inputs;
        assert_eq!(inputs["a"].source, InputSource::Environment);
        assert_eq!(inputs["h"].source, InputSource::CommandLine);
        assert!(matches!(inputs["f"].source, InputSource::File(_)));
    });
}

#[test]
fn the_environment_counts_only_when_it_is_asked_for() {
    let tree = Tree::new([("main.tf", "variable \"a\" {}\n")]);
    let environment =
        [("TF_VAR_a", "1"), ("TF_VAR_b", "2"), ("TF_WORKSPACE", "prod"), ("TF_DATA_DIR", "x"), ("HOME", "y")];
    let mut inputs = inputs(&[], &environment);
    assert_eq!(inputs.environment.len(), 2);
    assert_eq!((inputs.workspace.as_deref(), inputs.data_dir.as_deref()), (Some("prod"), Some("x".as_ref())));
    inputs.use_environment([("TF_WORKSPACE".into(), "other".into())]);
    assert_eq!(inputs.workspace.as_deref(), Some("prod"));
    // What the environment has too much is nobody's mistake.
    tree.load(&[""], &inputs, |sources, config, diagnostics| {
        assert_eq!(values(sources, config), [("a".into(), "1".into())]);
        assert_eq!(config.roots[0].workspace.as_deref(), Some("prod"));
        assert_eq!(diagnostics, []);
    });
}

#[test]
fn what_no_root_declares_is_told() {
    let tree = Tree::new([
        ("a/main.tf", "variable \"region\" {}\n"),
        ("a/terraform.tfvars", "regoin = \"x\"\n"),
        ("b/main.tf", "variable \"zone\" {}\n"),
    ]);
    tree.write("given.tfvars", "region = 1\nzone = 2\nother = 3\n");
    let given = format!("@{}", tree.path("given.tfvars").display());
    let inputs = inputs(&[&given, "zone=x", "zoen=x", "a b=1", "nothing", "x =1"], &[]);
    tree.load(&["a", "b"], &inputs, |sources, config, diagnostics| {
        assert_eq!(config.roots.len(), 2);
        let mut lines = tree.lines(sources, diagnostics);
        lines.sort();
        assert_eq!(
            lines,
            [
                "error  invalid-variable-argument",
                "error  invalid-variable-argument",
                "error  undeclared-variable",
                "error  undeclared-variable",
                "warning a/terraform.tfvars:1 undeclared-variable",
                "warning given.tfvars:3 undeclared-variable",
            ]
        );
        let zoen = diagnostics.iter().find(|diagnostic| diagnostic.message.contains("zoen")).unwrap();
        assert_eq!(zoen.help, ["did you mean `zone`?"]);
    });
}

#[test]
fn variable_files_hold_constants_only() {
    let tree = Tree::new([
        ("main.tf", "variable \"a\" {}\nvariable \"b\" {}\nvariable \"c\" {}\n"),
        ("terraform.tfvars", "a = var.b\nb = upper(\"x\")\nvariable \"c\" {\n}\nother {\n}\nc = 1 + \n"),
        ("x.auto.tfvars.json", "{\"c\": \"${var.a}\"}"),
    ]);
    tree.load(&[""], &Inputs::default(), |sources, config, diagnostics| {
        let mut lines = tree.lines(sources, diagnostics);
        lines.sort();
        lines.dedup();
        assert_eq!(
            lines[..4],
            [
                "error terraform.tfvars:1 variables-not-allowed",
                "error terraform.tfvars:2 functions-not-allowed",
                "error terraform.tfvars:3 block-in-variable-file",
                "error terraform.tfvars:5 block-in-variable-file",
            ]
        );
        assert!(lines[4].starts_with("error terraform.tfvars:7"), "{lines:?}");
        assert_eq!(lines.len(), 5, "in JSON a string stands for itself");
        assert_eq!(config.roots[0].inputs.len(), 3);
    });
}

#[test]
fn what_a_variable_file_may_have_said_is_known_to_be_lost() {
    let main = "variable \"a\" {\n  default = 1\n}\n";
    for (name, text, lost) in [
        ("terraform.tfvars", "a = 2\n", 0),
        ("terraform.tfvars", "= 2\n", 1),
        ("x.auto.tfvars.json", "[1]", 1),
        ("x.auto.tfvars/", "", 1),
    ] {
        let tree = Tree::new([("main.tf", main), (name, text)]);
        tree.load(&[""], &Inputs::default(), |_, config, diagnostics| {
            let lost = if name.ends_with('/') { 0 } else { lost };
            assert_eq!(config.roots[0].damage.len(), lost, "{name} {text}");
            assert_eq!(diagnostics.is_empty(), lost == 0, "{diagnostics:?}");
        });
    }
    let tree = Tree::new([("main.tf", main)]);
    tree.load(&[""], &inputs(&["@nowhere.tfvars"], &[]), |_, config, _| assert_eq!(config.roots[0].damage.len(), 1));
}

#[cfg(unix)]
#[test]
fn variable_files_may_be_links_within_the_tree() {
    let tree = Tree::new([
        ("repo/.git/HEAD", ""),
        ("repo/live/main.tf", "variable \"a\" {}\n"),
        ("repo/common.tfvars", "a = 1\n"),
        ("secret", "a = \"password\"\n"),
    ]);
    tree.link("repo/live/terraform.tfvars", "../common.tfvars");
    tree.link("repo/live/x.auto.tfvars", "../../secret");
    tree.link("repo/live/.terraform.lock.hcl", "../../secret");
    tree.load(&["repo/live"], &Inputs::default(), |sources, config, diagnostics| {
        assert_eq!(values(sources, config), [("a".into(), "1".into())]);
        assert_eq!(
            tree.lines(sources, diagnostics),
            ["warning repo/live/.terraform.lock.hcl outside-tree", "warning repo/live/x.auto.tfvars outside-tree"]
        );
    });
}

#[test]
fn files_that_git_ignores_are_read_and_missing_ones_told() {
    let tree = Tree::new([
        (".git/HEAD", ""),
        (".gitignore", "*.tfvars\n"),
        ("main.tf", "variable \"a\" {}\n"),
        ("terraform.tfvars", "a = 1\n"),
    ]);
    let inputs = inputs(&["@missing.tfvars"], &[]);
    tree.load(&[""], &inputs, |sources, config, diagnostics| {
        assert_eq!(values(sources, config), [("a".into(), "1".into())]);
        assert_eq!(tree.lines(sources, diagnostics), ["error missing.tfvars not-found"]);
    });
}
