//! Changes of native syntax. The texts on both sides are what `terraform fmt` leaves as it is, which a slow test
//! proves; the same changes hold with CRLF line breaks.

use tomcheck::fix::{
    append_block, insert_block, insert_block_after, remove_attribute, remove_block, rename_label, replace,
    set_attribute,
};

use super::support::{Case, block, body, crlf, native, patched, text};

pub const CASES: &[Case] = &[
    Case {
        shows: "a value is replaced, and a comment in a column stays in it",
        before: "b {\n  a  = 1   # one\n  bb = 222 # two\n}\n",
        change: |tree| set_attribute(body(tree, "b"), "bb", "2"),
        after: "b {\n  a  = 1 # one\n  bb = 2 # two\n}\n",
    },
    Case {
        shows: "a new attribute joins the run of lines, in its column",
        before: "b {\n  first  = 1\n  second = 2 # two\n\n  tags = {\n    A = 1\n  }\n}\n",
        change: |tree| set_attribute(body(tree, "b"), "new", "true"),
        after: "b {\n  first  = 1\n  second = 2 # two\n  new    = true\n\n  tags = {\n    A = 1\n  }\n}\n",
    },
    Case {
        shows: "a longer name moves the column of its run, and no other",
        before: "b {\n  a  = 1 # one\n  bc = 2 # two\n\n  d = 4\n}\n",
        change: |tree| set_attribute(body(tree, "b"), "longest", "5"),
        after: "b {\n  a  = 1 # one\n  bc = 2 # two\n\n  d       = 4\n  longest = 5\n}\n",
    },
    Case {
        shows: "comments in a column move with the values before them",
        before: "b {\n  a  = 1 # one\n  bc = 2 # two\n}\n",
        change: |tree| set_attribute(body(tree, "b"), "longest", "5"),
        after: "b {\n  a       = 1 # one\n  bc      = 2 # two\n  longest = 5\n}\n",
    },
    Case {
        shows: "a value that opens a bracket leaves the column",
        before: "b {\n  a    = 1\n  bb   = 2 # two\n  cccc = 3\n}\n",
        change: |tree| set_attribute(body(tree, "b"), "bb", "[\n  1,\n  2,\n]"),
        after: "b {\n  a = 1\n  bb = [\n    1,\n    2,\n  ] # two\n  cccc = 3\n}\n",
    },
    Case {
        shows: "a value that opens no bracket any more joins the column",
        before: "b {\n  a = 1\n  bb = [ # two\n    1,\n  ]\n  cccc = 3\n}\n",
        change: |tree| set_attribute(body(tree, "b"), "bb", "2"),
        after: "b {\n  a    = 1\n  bb   = 2\n  cccc = 3\n}\n",
    },
    Case {
        shows: "a heredoc is in the column, and its text is as it is",
        before: "b {\n  a = 1\n}\n",
        change: |tree| set_attribute(body(tree, "b"), "text", "<<-EOT\n  x\n    y\nEOT"),
        after: "b {\n  a    = 1\n  text = <<-EOT\n  x\n    y\nEOT\n}\n",
    },
    Case {
        shows: "an attribute in an empty body",
        before: "b \"x\" {}\n",
        change: |tree| set_attribute(body(tree, "b"), "a", "1"),
        after: "b \"x\" {\n  a = 1\n}\n",
    },
    Case {
        shows: "an attribute in an empty body of two lines",
        before: "b {\n}\n",
        change: |tree| set_attribute(body(tree, "b"), "a", "1"),
        after: "b {\n  a = 1\n}\n",
    },
    Case {
        shows: "a body on one line gets several",
        before: "b {\n  c { a = 1 }\n}\n",
        change: |tree| set_attribute(body(tree, "b/c"), "bb", "2"),
        after: "b {\n  c {\n    a  = 1\n    bb = 2\n  }\n}\n",
    },
    Case {
        shows: "a body with nothing but comments keeps them apart",
        before: "b { # why\n  # to be done\n}\n",
        change: |tree| set_attribute(body(tree, "b"), "a", "1"),
        after: "b { # why\n  # to be done\n\n  a = 1\n}\n",
    },
    Case {
        shows: "a body with a comment on the line of its brace",
        before: "b { # why\n}\n",
        change: |tree| set_attribute(body(tree, "b"), "a", "1"),
        after: "b { # why\n  a = 1\n}\n",
    },
    Case {
        shows: "a body on one line with nothing but a comment",
        before: "b { /* why */ }\n",
        change: |tree| set_attribute(body(tree, "b"), "a", "1"),
        after: "b {\n  /* why */\n\n  a = 1\n}\n",
    },
    Case {
        shows: "before blocks, with a blank line between",
        before: "b { # why\n  # the inner one\n  c {\n    d = 1\n  }\n}\n",
        change: |tree| set_attribute(body(tree, "b"), "a", "1"),
        after: "b { # why\n  a = 1\n\n  # the inner one\n  c {\n    d = 1\n  }\n}\n",
    },
    Case {
        shows: "`depends_on` stays behind the blocks, `count` apart",
        before: "b {\n  count = 1\n\n  c {}\n\n  depends_on = [x.y]\n}\n",
        change: |tree| set_attribute(body(tree, "b"), "argument", "1"),
        after: "b {\n  count = 1\n\n  argument = 1\n\n  c {}\n\n  depends_on = [x.y]\n}\n",
    },
    Case {
        shows: "`count` comes first and `depends_on` last, each apart",
        before: "b {\n  a = 1\n\n  c {}\n}\n",
        change: |tree| {
            let mut edits = set_attribute(body(tree, "b"), "depends_on", "[x.y]")?;
            edits.extend(set_attribute(body(tree, "b"), "count", "2")?);
            Ok(edits)
        },
        after: "b {\n  count = 2\n\n  a = 1\n\n  c {}\n\n  depends_on = [x.y]\n}\n",
    },
    Case {
        shows: "`for_each` stays with `provider`",
        before: "b {\n  provider = x.y\n\n  a = 1\n}\n",
        change: |tree| set_attribute(body(tree, "b"), "for_each", "z"),
        after: "b {\n  provider = x.y\n  for_each = z\n\n  a = 1\n}\n",
    },
    Case {
        shows: "behind a value of several lines where there is no other",
        before: "b {\n  tags = {\n    A = 1\n  }\n}\n",
        change: |tree| set_attribute(body(tree, "b"), "argument", "1"),
        after: "b {\n  tags = {\n    A = 1\n  }\n  argument = 1\n}\n",
    },
    Case {
        shows: "an attribute of a file",
        before: "# inputs\nregion = \"eu-central-1\"\n",
        change: |tree| set_attribute(tree.body(), "environment", "\"prod\""),
        after: "# inputs\nregion      = \"eu-central-1\"\nenvironment = \"prod\"\n",
    },
    Case {
        shows: "an attribute of a file of comments",
        before: "# inputs\n",
        change: |tree| set_attribute(tree.body(), "region", "\"eu-central-1\""),
        after: "# inputs\n\nregion = \"eu-central-1\"\n",
    },
    Case {
        shows: "a nested block comes behind everything, with a blank line",
        before: "b {\n  a = 1 # one\n}\n",
        change: |tree| insert_block(body(tree, "b"), "c \"l\" {\n  # says\n  d = <<EOT\n x\nEOT\n}"),
        after: "b {\n  a = 1 # one\n\n  c \"l\" {\n    # says\n    d = <<EOT\n x\nEOT\n  }\n}\n",
    },
    Case {
        shows: "a nested block in an empty body",
        before: "b {}\n",
        change: |tree| insert_block(body(tree, "b"), "c {\n  d = 1\n}\n"),
        after: "b {\n  c {\n    d = 1\n  }\n}\n",
    },
    Case {
        shows: "a nested block in a body on one line",
        before: "b { a = 1 }\n",
        change: |tree| insert_block(body(tree, "b"), "c {}"),
        after: "b {\n  a = 1\n\n  c {}\n}\n",
    },
    Case {
        shows: "a nested block comes before `lifecycle` and `depends_on`",
        before: "b {\n  a = 1\n\n  lifecycle {}\n\n  depends_on = [x.y]\n}\n",
        change: |tree| insert_block(body(tree, "b"), "c {}"),
        after: "b {\n  a = 1\n\n  c {}\n\n  lifecycle {}\n\n  depends_on = [x.y]\n}\n",
    },
    Case {
        shows: "a nested block comes behind those of its type, as close as they are",
        before: "b {\n  c {\n    d = 1\n  }\n  c {\n    d = 2\n  }\n\n  e {}\n}\n",
        change: |tree| insert_block(body(tree, "b"), "c {\n  d = 3\n}"),
        after: "b {\n  c {\n    d = 1\n  }\n  c {\n    d = 2\n  }\n  c {\n    d = 3\n  }\n\n  e {}\n}\n",
    },
    Case {
        shows: "a block behind another one of the file",
        before: "# first\nb {\n} # end\n# second\nc {\n}\n",
        change: |tree| insert_block_after(block(tree, "b"), "d \"x\" {\n  a = 1\n}"),
        after: "# first\nb {\n} # end\n\nd \"x\" {\n  a = 1\n}\n\n# second\nc {\n}\n",
    },
    Case {
        shows: "a block at the end of a file, behind its last comment",
        before: "b {\n}\n# the end\n\n",
        change: |tree| append_block(tree, "c {\n}"),
        after: "b {\n}\n# the end\n\nc {\n}\n\n",
    },
    Case {
        shows: "a block in an empty file",
        before: "",
        change: |tree| append_block(tree, "c {\n}"),
        after: "c {\n}\n",
    },
    Case {
        shows: "an attribute goes with its comments, and its column with it",
        before: "b {\n  a = 1\n  # why\n  # so long\n  longest = 2 # so\n\n  # other\n  c = 3\n}\n",
        change: |tree| Ok(remove_attribute(body(tree, "b").attribute("longest").unwrap())),
        after: "b {\n  a = 1\n\n  # other\n  c = 3\n}\n",
    },
    Case {
        shows: "comments above several attributes stay",
        before: "b {\n  # network\n  long = 1\n  a    = 2\n}\n",
        change: |tree| Ok(remove_attribute(body(tree, "b").attribute("long").unwrap())),
        after: "b {\n  # network\n  a = 2\n}\n",
    },
    Case {
        shows: "comments that begin a file stay",
        before: "# Copyright\na {\n}\n\nb {\n}\n",
        change: |tree| remove_block(block(tree, "a")),
        after: "# Copyright\n\nb {\n}\n",
    },
    Case {
        shows: "one blank line stays where two met",
        before: "a {\n}\n\n/* of\n   b */\nb {\n}\n\nc {\n}\n",
        change: |tree| remove_block(block(tree, "b")),
        after: "a {\n}\n\nc {\n}\n",
    },
    Case {
        shows: "no blank line stays at the end",
        before: "a {\n  x = 1\n\n  b {}\n}\n",
        change: |tree| remove_block(block(tree, "a/b")),
        after: "a {\n  x = 1\n}\n",
    },
    Case {
        shows: "runs that meet become one",
        before: "b {\n  a = 1\n  m = {\n    x = 1\n  }\n  long = 2\n}\n",
        change: |tree| Ok(remove_attribute(body(tree, "b").attribute("m").unwrap())),
        after: "b {\n  a    = 1\n  long = 2\n}\n",
    },
    Case {
        shows: "braces with nothing in them close up",
        before: "b {\n  a = 1\n}\n",
        change: |tree| Ok(remove_attribute(body(tree, "b").attribute("a").unwrap())),
        after: "b {}\n",
    },
    Case {
        shows: "an attribute on the line of its braces",
        before: "b { a = 1 }\n",
        change: |tree| Ok(remove_attribute(body(tree, "b").attribute("a").unwrap())),
        after: "b {}\n",
    },
    Case {
        shows: "a label is renamed, and quoted as it was",
        before: "b \"x\" \"y\" {\n}\n",
        change: |tree| rename_label(block(tree, "b"), 1, "a \"z\""),
        after: "b \"x\" \"a \\\"z\\\"\" {\n}\n",
    },
    Case {
        shows: "an expression within another one",
        before: "b {\n  a = [for x in var.y : x * 2] # all\n}\n",
        change: |tree| {
            let expr = body(tree, "b").attribute("a").unwrap().expr();
            let tomcheck::syntax::ExprKind::For(of) = expr.kind() else { panic!("no for") };
            replace(of.collection, "toset(var.z)")
        },
        after: "b {\n  a = [for x in toset(var.z) : x * 2] # all\n}\n",
    },
];

/// What is laid out in other ways than `terraform fmt` does stays as it is.
const BY_HAND: &[Case] = &[
    Case {
        shows: "columns that are none stay as they are",
        before: "b {\n  a = 1\n  longer = 2   # two\n}\n",
        change: |tree| set_attribute(body(tree, "b"), "longest", "5"),
        after: "b {\n  a = 1\n  longer = 2   # two\n  longest = 5\n}\n",
    },
    Case {
        shows: "tabs where the siblings have them",
        before: "b {\n\ta  = 1\n\tbc = 2\n}\n",
        change: |tree| set_attribute(body(tree, "b"), "long", "5"),
        after: "b {\n\ta    = 1\n\tbc   = 2\n\tlong = 5\n}\n",
    },
    Case {
        shows: "tabs where the file has them",
        before: "b {\n\tc {}\n}\n",
        change: |tree| set_attribute(body(tree, "b/c"), "a", "{\n\tx = 1\n}"),
        after: "b {\n\tc {\n\t\ta = {\n\t\t\tx = 1\n\t\t}\n\t}\n}\n",
    },
    Case {
        shows: "four blanks where the file has them",
        before: "a {\n    x = 1\n}\n\nb {}\n",
        change: |tree| set_attribute(body(tree, "b"), "a", "1"),
        after: "a {\n    x = 1\n}\n\nb {\n    a = 1\n}\n",
    },
    Case {
        shows: "no line break at the end",
        before: "a = 1",
        change: |tree| set_attribute(tree.body(), "bc", "2"),
        after: "a  = 1\nbc = 2",
    },
    Case {
        shows: "a block at the end without a line break",
        before: "a {\n}",
        change: |tree| append_block(tree, "b {\n}"),
        after: "a {\n}\n\nb {\n}",
    },
    Case {
        shows: "a block at the end is removed without a line break",
        before: "a {\n}\n\nb {\n}",
        change: |tree| remove_block(block(tree, "b")),
        after: "a {\n}",
    },
    Case {
        shows: "a byte order mark stays",
        before: "\u{feff}a  = 1\nbc = 2\n",
        change: |tree| set_attribute(tree.body(), "long", "2"),
        after: "\u{feff}a    = 1\nbc   = 2\nlong = 2\n",
    },
    Case {
        shows: "a byte order mark and nothing else",
        before: "\u{feff}",
        change: |tree| append_block(tree, "a {\n}"),
        after: "\u{feff}a {\n}\n",
    },
    Case {
        shows: "a comment before an attribute on its line goes with it",
        before: "b {\n  x = 1\n  /* a */ a = 1 /* b\n  c */\n  y = 1\n}\n",
        change: |tree| Ok(remove_attribute(body(tree, "b").attribute("a").unwrap())),
        after: "b {\n  x = 1\n  y = 1\n}\n",
    },
    Case {
        shows: "a label without quotes",
        before: "b x {\n}\n",
        change: |tree| rename_label(block(tree, "b"), 0, "y"),
        after: "b y {\n}\n",
    },
];

#[test]
fn changes_are_laid_out_as_the_file_is() {
    for Case { shows, before, change, after } in CASES.iter().chain(BY_HAND) {
        let of_lf = patched(&native(*before), change).unwrap_or_else(|error| panic!("{shows}: {error:?}"));
        assert_eq!(text(&of_lf), *after, "{shows}");
        let of_crlf = patched(&native(crlf(before)), change).unwrap_or_else(|error| panic!("{shows}: {error:?}"));
        // A text that had no line break gets those of Unix.
        let expected = if before.contains('\n') { crlf(after) } else { (*after).to_owned() };
        assert_eq!(text(&of_crlf), expected, "{shows}, with CRLF");
    }
}

#[test]
fn mixed_line_breaks_follow_the_neighbour() {
    let tree = native("a {\r\n  x = 1\r\n}\r\n\nb {\n  y = 1\n}\n");
    let set = |path: &str| text(&patched(&tree, |tree| set_attribute(body(tree, path), "z", "[\n  1,\n]")).unwrap());
    assert_eq!(set("a"), "a {\r\n  x = 1\r\n  z = [\r\n    1,\r\n  ]\r\n}\r\n\nb {\n  y = 1\n}\n");
    assert_eq!(set("b"), "a {\r\n  x = 1\r\n}\r\n\nb {\n  y = 1\n  z = [\n    1,\n  ]\n}\n");
}

#[test]
fn what_is_no_value_name_or_block_is_refused() {
    let tree = native("b {\n  a = 1\n}\n");
    for value in ["", "1\nb = 2", "1 2", "1 # one", "[", "\"x", "}", "<<E\nx"] {
        let error = set_attribute(body(&tree, "b"), "c", value).expect_err(value);
        assert_eq!(error.code, "fix-syntax", "{value}");
        assert_eq!(set_attribute(body(&tree, "b"), "a", value).expect_err(value).code, "fix-syntax", "{value}");
    }
    for name in ["", "a b", "1", "a.b", "\"a\""] {
        assert_eq!(set_attribute(body(&tree, "b"), name, "1").expect_err(name).code, "fix-syntax", "{name}");
    }
    for block in ["", "a = 1", "c {", "c {}\nd = 1", "}", "c { a = 1 b = 2 }", "# c {}"] {
        assert_eq!(insert_block(body(&tree, "b"), block).expect_err(block).code, "fix-syntax", "{block}");
        assert_eq!(append_block(&tree, block).expect_err(block).code, "fix-syntax", "{block}");
    }
    assert_eq!(rename_label(block(&tree, "b"), 0, "x").expect_err("no label").code, "fix-label");
}

#[test]
fn a_body_that_cannot_be_read_is_left_alone() {
    let tree = native("b {\n  a = 1\n  = 2\n}\n");
    assert_eq!(set_attribute(body(&tree, "b"), "c", "1").expect_err("damaged").code, "fix-damaged");
    assert_eq!(insert_block(body(&tree, "b"), "c {}").expect_err("damaged").code, "fix-damaged");
    let elsewhere = native("b {\n  a = 1\n}\n\nc {\n  = 2\n}\n");
    let patch = patched(&elsewhere, |tree| set_attribute(body(tree, "b"), "a", "2")).unwrap();
    assert_eq!(text(&patch), "b {\n  a = 2\n}\n\nc {\n  = 2\n}\n");
}
