//! What an error costs, and what is said of it.

use std::sync::Arc;

use tomcheck::source::{SourceFile, SourceMap};
use tomcheck::syntax::{Body, Expr, ExprKind, Syntax, parse};

/// The diagnostics of a text, then what is left of it: attributes with the kinds of their expressions, blocks, damage.
fn shown(text: &str, syntax: Syntax) -> String {
    let file: Arc<SourceFile> = SourceMap::default().add("main.tf".into(), text.as_bytes().to_vec());
    let tree = parse(file.clone(), syntax);
    let mut lines = vec![text.trim_end().to_owned(), "---".to_owned()];
    for diagnostic in tree.diagnostics() {
        lines.push(format!("error: {}", diagnostic.message));
        for label in &diagnostic.labels {
            let at = file.position(label.span.start);
            lines.push(format!(
                "  {}:{} `{}` {}",
                at.line,
                at.column,
                file.text(label.span).escape_debug(),
                label.text
            ));
        }
        lines.extend(diagnostic.help.iter().map(|help| format!("  help: {help}")));
        lines.extend(diagnostic.notes.iter().map(|note| format!("  note: {note}")));
    }
    lines.push("---".to_owned());
    body(tree.body(), "", &mut lines);
    lines.iter().map(|line| line.trim_end()).collect::<Vec<_>>().join("\n")
}

fn body(of: Body, indentation: &str, lines: &mut Vec<String>) {
    let deeper = format!("{indentation}  ");
    for attribute in of.attributes() {
        lines.push(format!("{indentation}{} = {}", attribute.name().name, kind(attribute.expr())));
    }
    for block in of.blocks() {
        let labels: String = block.labels().iter().map(|label| format!(" {:?}", label.text)).collect();
        lines.push(format!("{indentation}{}{labels}", block.ty().name));
        body(block.body(), &deeper, lines);
    }
    if let Some(damage) = of.damage() {
        lines.push(format!("{indentation}(damage {}..{})", damage.start, damage.end));
    }
}

fn kind(of: Expr) -> String {
    match of.kind() {
        ExprKind::Tuple(items) => format!("[{}]", items.iter().map(kind).collect::<Vec<_>>().join(", ")),
        ExprKind::Object(items) => {
            let items =
                items.iter().map(|item| format!("{} = {}", of.tree().file().text(key(item.key)), kind(item.value)));
            format!("{{{}}}", items.collect::<Vec<_>>().join(", "))
        }
        ExprKind::Call(call) => {
            format!("{}({})", call.name.name, call.args.iter().map(kind).collect::<Vec<_>>().join(", "))
        }
        ExprKind::Invalid => "invalid".to_owned(),
        _ => of.tree().file().text(of.span()).escape_debug().to_string(),
    }
}

fn key(key: tomcheck::syntax::Key) -> tomcheck::source::Span {
    match key {
        tomcheck::syntax::Key::Name(name) => name.span,
        tomcheck::syntax::Key::Expr(key) => key.span(),
    }
}

/// A resource that the broken piece stands in, between others.
fn in_resource(piece: &str) -> String {
    format!("resource \"a\" \"b\" {{\n  first = 1\n{piece}  last  = 2\n}}\n\noutput \"c\" {{\n  value = 3\n}}\n")
}

macro_rules! recovers {
    ($($name:ident: $text:expr;)*) => {
        $(#[test]
        fn $name() {
            insta::assert_snapshot!(shown(&$text, Syntax::Native));
        })*
    };
}

recovers! {
    attribute_without_value: in_resource("  broken =\n");
    attribute_without_equals: in_resource("  broken\n");
    attribute_with_colon: in_resource("  broken: 1\n");
    attribute_with_comma: in_resource("  fine = 1,\n");
    attribute_with_more: in_resource("  broken = 1 2\n");
    two_attributes_on_a_line: in_resource("  a = 1 b = 2\n");
    attribute_twice: in_resource("  first = 2\n");
    word_while_typing: in_resource("  na\n");
    reference_while_typing: in_resource("  broken = var.\n");
    string_not_closed: in_resource("  broken = \"text\n");
    string_over_lines: in_resource("  broken = \"text\n  more text\"\n");
    string_in_single_quotes: in_resource("  broken = 'text'\n");
    string_in_curly_quotes: in_resource("  broken = “text”\n");
    interpolation_not_closed: in_resource("  broken = \"x-${var.a\"\n");
    interpolation_not_closed_in_call: in_resource("  broken = \"x-${f(a\"\n");
    interpolation_to_the_end_of_line: in_resource("  broken = \"x-${var.a\n");
    escape_unknown: in_resource("  broken = \"C:\\dir ${x}\"\n");
    directive_not_ended: in_resource("  broken = \"%{ if x }y\"\n");
    directive_misspelt: in_resource("  broken = \"%{ iff x }y%{ endif }\"\n");
    call_not_closed: in_resource("  broken = merge(a, b\n");
    call_without_comma: in_resource("  fine = f(a b)\n");
    list_not_closed: in_resource("  broken = [\n    1,\n    2,\n");
    list_without_commas: in_resource("  list = [\n    1\n    2\n    3\n  ]\n");
    list_with_garbage: in_resource("  list = [1, ?, 3]\n");
    object_not_closed: in_resource("  broken = {\n    a = 1\n");
    object_item_without_value: in_resource("  tags = {\n    a = 1\n    b\n    c = 3\n  }\n");
    object_with_arrow: in_resource("  tags = { a => 1, b = 2 }\n");
    object_before_block: in_resource("  broken = {\n    a = 1\n\n  nested {\n    x = 1\n  }\n");
    block_not_closed: in_resource("  nested {\n    x = 1\n");
    block_closed_twice: in_resource("  nested {\n    x = 1\n  }}\n");
    block_header_with_equals: in_resource("  nested \"x\" = {\n    y = 1\n  }\n");
    block_header_with_number: in_resource("  nested 1 {\n    y = 1\n  }\n");
    block_with_brace_below: in_resource("  nested\n  {\n    y = 1\n  }\n");
    block_on_one_line_with_two: in_resource("  nested { x = 1, y = 2 }\n");
    block_on_one_line_with_block: in_resource("  nested { inner {} }\n");
    block_on_one_line_not_closed: in_resource("  nested { x = 1\n");
    label_with_interpolation: "resource \"a-${x}\" \"b\" {\n  c = 1\n}\nd = 2\n";
    label_with_open_interpolation: "a \"r${ {\n  b = [for r in c : r]\n  d = 1\n}\ne = 2\n";
    label_not_closed: "resource \"a\" \"b {\n  c = 1\n}\nd = 2\n";
    type_in_quotes: "\"resource\" \"a\" \"b\" {\n  c = 1\n}\nd = 2\n";
    heredoc_not_closed: in_resource("  broken = <<EOT\n  text\n");
    heredoc_closed_with_more: in_resource("  broken = f(<<EOT\n  text\nEOT)\n");
    heredoc_with_quoted_marker: in_resource("  broken = <<\"EOT\"\n  text\nEOT\n");
    heredoc_with_open_interpolation: in_resource("  broken = <<EOT\n  ${a\nEOT\n");
    comment_not_closed: in_resource("  a = 1 /* text\n");
    operator_on_bits: in_resource("  broken = a & b\n");
    brackets_mixed: in_resource("  broken = [f(1, 2], 3)\n");
    block_closed_early: in_resource("  nested {\n    x = 1\n  }\n  }\n  other {\n    y = 1 }\n    z = 2\n  }\n");
    block_closed_early_at_the_margin: "resource \"a\" \"b\" {\nnested {\nx = 1\n}\n}\ny = 2\n}\n";
    block_header_with_stray_sign: in_resource("  nested $ \"x\" {\n    y = 1\n  }\n");
    block_header_without_brace: in_resource("  nested \"x\"\n    y = 1\n  }\n  bare\n    z = 1\n  }\n");
    block_header_with_bracket: in_resource("  nested \"x\" [\n    y = 1\n  }\n");
    block_type_in_quotes: in_resource("  \"nested\" {\n    y = 1\n  }\n");
    block_type_with_a_quote: in_resource("  \"nested {\n    y = 1\n  }\n");
    label_in_single_quotes: "resource \"a\" 'b\" {\n  c = 1\n}\nresource a\" \"d\" {\n  e = 1\n}\n";
    attribute_before_attribute: in_resource("  half = fine = 1\n");
    index_not_closed: in_resource("  broken = \"x\"[\n  fine = [1]\n");
    list_with_garbage_after_an_item: in_resource("  list = [\"a\", \"b\" $ \"c\", \"d\"]\n");
    object_with_garbage_after_an_item: in_resource("  map = {\n    a = 1 $ b = 2\n    c = 3\n  }\n");
    brace_at_the_margin: "}\na = 1\n";
    heredoc_in_call_not_closed: in_resource("  broken = f(<<EOT\n  text\n");
    index_before_attribute: in_resource("  broken = var.a[\n");
    for_before_attribute: in_resource("  broken = [for x in\n");
    reference_in_interpolation_while_typing: in_resource("  broken = \"${var.\n");
    interpolation_before_block: in_resource("  broken = \"${\n  nested {\n    x = 1\n  }\n");
    object_before_attributes: in_resource("  broken = {\n  a = 1\n  nested {\n    x = 1\n  }\n");
    two_blocks_not_closed: in_resource("  dynamic \"x\" {\n    for_each = y\n    content {\n      z = 1\n");
    block_on_one_line_goes_on: in_resource("  nested { x = 1\n  y = 2 }\n");
    string_without_equals: in_resource("  broken \"text\"\n");
    if_as_in_other_languages: in_resource("  broken = if a then b else c\n");
    merge_conflict: "<<<<<<< HEAD\na = 1\n=======\na = 2\n>>>>>>> branch\nb = 1\n";
    label_not_closed_at_the_end: "a = 1\nresource \"a\" \"b {";
    every_error_is_reported: "a = 1 +\nb = [1 2]\nc {\n  d =\n}\ne = \"\\q\"\nf = 1.2.3\ng\n";
}

#[test]
fn json() {
    let broken = "{\n  \"a\": 1\n  \"b\": [1, 2,],\n  c: true,\n  \"d\" = \"x\",\n  \"e\": tru,\n  \"f\": \"\\q\",\n  , \"g\": 3\n}\n";
    insta::assert_snapshot!(shown(broken, Syntax::Json));
    insta::assert_snapshot!(shown("{\"a\": {\"b\": [1, {\"c\": 2}, \"d\": 3}", Syntax::Json));
}
