# What aws_iam_policy_document computes: a pure function of its arguments, down to the bytes of the provider.
#
# Source: provider documentation, "Data Source: aws_iam_policy_document"; what it does not say (order, what becomes
# a string and what a list, "&{", "*") from the behaviour of hashicorp/aws 5.x and 6.x, internal/service/iam.
# Not reproduced: in which order the provider takes several `principals` of one type, or several `condition`s on one
# test and variable, of one statement (by a hash of its own; here by value).
#
# An index into a pair (`[a, b][i]`) stands for a conditional whose sides have different types. `try` is avoided:
# it makes all of a value unknown of which a part is.

attributes {
  json          = local.text
  minified_json = replace(replace(local.text, "/\n( *\"(?:[^\"\\\\]|\\\\.)*\"): /", "\n$1:"), "/\n */", "")
}

# What the texts say: where an ARN in it is not known yet, the text is not, but the rest of what it says is.
decoded {
  json          = local.decoded
  minified_json = local.decoded
}

locals {
  own = {
    id      = args.policy_id == null ? "" : args.policy_id
    version = args.version == null ? "2012-10-17" : args.version
    statements = [for s in args.statement : {
      sid    = s.sid == null ? "" : s.sid
      effect = s.effect == null ? "Allow" : s.effect
      # Sets become lists in descending order, and a string where there is one element.
      lists = [for f in [
        { key = "Action", values = s.actions == null ? [] : s.actions, variables = false },
        { key = "NotAction", values = s.not_actions == null ? [] : s.not_actions, variables = false },
        { key = "Resource", values = s.resources == null ? [] : s.resources, variables = true },
        { key = "NotResource", values = s.not_resources == null ? [] : s.not_resources, variables = true },
        ] : {
        key     = f.key
        present = length(f.values) > 0
        one     = length(f.values) == 1
        values  = [for v in reverse(sort(f.values)) : f.variables ? replace(v, "&{", "$${") : v]
        said    = [for v in f.values : v]
      }]
      principals = [for f in [
        { key = "Principal", blocks = s.principals },
        { key = "NotPrincipal", blocks = s.not_principals },
        ] : {
        key = f.key
        of = [for p in f.blocks : {
          type   = p.type
          one    = length(p.identifiers) == 1
          values = [for v in reverse(sort(p.identifiers)) : replace(v, "&{", "$${")]
          said   = [for v in p.identifiers : v]
        }]
      }]
      conditions = [for c in s.condition : {
        test     = c.test
        variable = c.variable
        values   = [for v in c.values : replace(v, "&{", "$${")]
      }]
    }]
  }

  # Given documents in the same form. A list of one element stays a list in them.
  texts = {
    source   = args.source_policy_documents == null ? [] : args.source_policy_documents
    override = args.override_policy_documents == null ? [] : args.override_policy_documents
  }
  given = { for key, texts in local.texts : key => [for d in [for text in texts : jsondecode(text) if text != null] : {
    id      = lookup(d, "Id", "")
    version = lookup(d, "Version", "")
    statements = [for s in lookup(d, "Statement", []) : {
      sid    = lookup(s, "Sid", "")
      effect = lookup(s, "Effect", "")
      lists = [for f in [for key in ["Action", "NotAction", "Resource", "NotResource"] : {
        key   = key
        value = lookup(s, key, null)
        one   = can(tostring(lookup(s, key, null)))
        }] : {
        key     = f.key
        present = f.value != null
        one     = f.one
        values  = [f.value, [f.value]][f.one ? 1 : 0]
        said    = [f.value, [f.value]][f.one ? 1 : 0]
      }]
      principals = [for f in [for key in ["Principal", "NotPrincipal"] : {
        key   = key
        value = lookup(s, key, {})
        any   = can(tostring(lookup(s, key, {})))
        }] : {
        key = f.key
        of = [for type, v in [f.value, { "*" = ["*"] }][f.any ? 1 : 0] : {
          type   = type
          one    = can(tostring(v))
          values = reverse(sort([v, [v]][can(tostring(v)) ? 1 : 0]))
          said   = [for one in [v, [v]][can(tostring(v)) ? 1 : 0] : one]
        }]
      }]
      conditions = flatten([for test, variables in lookup(s, "Condition", {}) : [for variable, v in variables : {
        test     = test
        variable = variable
        values   = [for value in [v, [v]][can(tostring(v)) ? 1 : 0] : tostring(value)]
      }]])
    }]
  }] }

  # The last id and the highest version count.
  documents = concat(local.given.source, [local.own], local.given.override)
  version   = reverse(sort([for d in local.documents : d.version]))[0]
  id        = reverse(concat([""], [for d in local.documents : d.id if d.id != ""]))[0]

  # A later statement takes the place of an earlier one with its sid; all without a sid stay. Two of one document must not
  # have the same.
  all        = concat([for d in local.documents : d.statements]...)
  sids       = [for i, s in local.all : s.sid == "" ? "#${i}" : s.sid]
  places     = { for i, sid in local.sids : sid => i... }
  statements = [
    local.own.statements,
    [for i, sid in local.sids : local.all[reverse(local.places[sid])[0]] if local.places[sid][0] == i],
  ][length(local.documents) == 1 ? 0 : 1]

  # Principals by type, conditions by test and variable; nothing but these can be several of one key.
  grouped = [for s in local.statements : {
    sid        = s.sid
    effect     = s.effect
    lists      = s.lists
    principals = [for p in s.principals : { key = p.key, types = { for m in p.of : m.type => m... } }]
    tests      = { for test, of in { for c in s.conditions : c.test => c... } : test => { for c in of : c.variable => c.values... } }
  }]
  shaped = [for s in local.grouped : {
    sid    = s.sid
    effect = s.effect
    lists  = s.lists
    principals = [for p in s.principals : {
      key = p.key
      any = join(",", keys(p.types)) != "*" ? false : join(",", flatten([for m in p.types["*"] : m.values])) == "*"
      types = { for type, of in p.types : type => {
        one    = length(of) == 1 && of[0].one
        values = concat([for m in of : m.values]...)
        said   = concat([for m in of : m.said]...)
      } }
    }]
    tests = { for test, variables in s.tests : test => { for variable, of in variables : variable => concat(of...) } }
  }]

  # The fields of each statement in the order of the text, with their value and their text.
  fields = [for s in local.shaped : [for f in concat(
    [
      { key = "Sid", present = s.sid != "", value = s.sid, text = jsonencode(s.sid) },
      { key = "Effect", present = s.effect != "", value = s.effect, text = jsonencode(s.effect) },
    ],
    [for l in s.lists : {
      key     = l.key
      present = l.present
      value   = [l.said, concat(l.said, [null])[0]][l.one ? 1 : 0]
      text = l.one ? jsonencode(l.values[0]) : length(l.values) == 0 ? "[]" : join("", [
        "[\n        ", join(",\n        ", [for v in l.values : jsonencode(v)]), "\n      ]",
      ])
    }],
    [for p in s.principals : {
      key     = p.key
      present = length(p.types) > 0
      value = [
        { for type, of in p.types : type => [of.said, concat(of.said, [null])[0]][of.one ? 1 : 0] }, "*",
      ][p.any ? 1 : 0]
      text = p.any ? "\"*\"" : join("", [
        "{\n        ",
        join(",\n        ", [for type, of in p.types : join("", [jsonencode(type), ": ", (
          of.one ? jsonencode(of.values[0]) : length(of.values) == 0 ? "[]" : join("", [
            "[\n          ", join(",\n          ", [for v in of.values : jsonencode(v)]), "\n        ]",
          ])
        )])]),
        "\n      }",
      ])
    }],
    [{
      key     = "Condition"
      present = length(s.tests) > 0
      value = { for test, variables in s.tests : test => { for variable, values in variables : variable =>
        [values, concat(values, [null])[0]][length(values) == 1 ? 1 : 0]
      } }
      text = join("", [
        "{\n        ",
        join(",\n        ", [for test, variables in s.tests : join("", [
          jsonencode(test),
          ": {\n          ",
          join(",\n          ", [for variable, values in variables : join("", [jsonencode(variable), ": ", (
            length(values) == 1 ? jsonencode(values[0]) : length(values) == 0 ? "[]" : join("", [
              "[\n            ", join(",\n            ", [for v in values : jsonencode(v)]), "\n          ]",
            ])
          )])]),
          "\n        }",
        ])]),
        "\n      }",
      ])
    }],
  ) : f if f.present]]

  decoded = { for f in [
    { key = "Version", present = true, value = local.version },
    { key = "Id", present = local.id != "", value = local.id },
    { key = "Statement", present = true, value = [
      for fields in local.fields : { for f in fields : f.key => f.value }
    ] },
  ] : f.key => f.value if f.present }

  text = join("", ["{\n  ", join(",\n  ", concat(
    ["\"Version\": ${jsonencode(local.version)}"],
    [for id in [local.id] : "\"Id\": ${jsonencode(id)}" if id != ""],
    [for statements in [local.fields] : join("", [
      "\"Statement\": [\n    {\n      ",
      join("\n    },\n    {\n      ", [for fields in statements :
        join(",\n      ", [for f in fields : join("", [jsonencode(f.key), ": ", f.text])])
      ]),
      "\n    }\n  ]",
    ]) if length(statements) > 0],
  )), "\n}"])
}
