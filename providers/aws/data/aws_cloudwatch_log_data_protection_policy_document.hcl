# A pure function of its arguments, down to the bytes of the provider.
# Source: provider documentation, "Data Source: aws_cloudwatch_log_data_protection_policy_document"; the order of the
# fields from the behaviour of hashicorp/aws 5.x and 6.x, internal/service/logs. Not reproduced: the order of the data
# identifiers (by a hash of its own; here by name).

attributes {
  json = local.text
}

decoded {
  json = local.decoded
}

locals {
  fields = [
    { key = "Description", value = args.description == null ? "" : args.description },
    { key = "Version", value = args.version == null ? "2021-06-01" : args.version },
    { key = "Name", value = args.name },
  ]

  # The destinations of the findings in the order of the text, each with the name of its only field.
  statements = [for s in args.statement : {
    sid         = s.sid == null ? "" : s.sid
    identifiers = sort(s.data_identifiers)
    deidentify  = length(flatten([for o in s.operation : o.deidentify])) > 0
    masked      = length(flatten([for o in s.operation : [for d in o.deidentify : d.mask_config]])) > 0
    audit       = length(flatten([for o in s.operation : o.audit])) > 0
    destinations = flatten([for o in s.operation : [for a in o.audit : [for f in a.findings_destination : concat(
      [for d in f.cloudwatch_logs : { key = "CloudWatchLogs", field = "LogGroup", value = d.log_group }],
      [for d in f.firehose : { key = "Firehose", field = "DeliveryStream", value = d.delivery_stream }],
      [for d in f.s3 : { key = "S3", field = "Bucket", value = d.bucket }],
    )]]])
  }]

  decoded = merge({ for f in local.fields : f.key => f.value if f.value != "" }, {
    Statement = [for s in local.statements : merge(
      { for sid in [s.sid] : "Sid" => sid if sid != "" },
      {
        DataIdentifier = s.identifiers
        Operation = merge(
          { for is in [s.audit] : "Audit" => { FindingsDestination = { for d in s.destinations : d.key => { (d.field) = d.value } } } if is },
          { for is in [s.deidentify] : "Deidentify" => { for is in [s.masked] : "MaskConfig" => {} if is } if is },
        )
      },
    )]
  })

  text = join("", ["{\n  ", join(",\n  ", concat(
    [for f in local.fields : "\"${f.key}\": ${jsonencode(f.value)}" if f.value != ""],
    [join("", ["\"Statement\": [\n    {\n      ", join("\n    },\n    {\n      ", [for s in local.statements :
      join(",\n      ", concat(
        [for sid in [s.sid] : "\"Sid\": ${jsonencode(sid)}" if sid != ""],
        ["\"DataIdentifier\": [\n        ${join(",\n        ", [for v in s.identifiers : jsonencode(v)])}\n      ]"],
        [join("", ["\"Operation\": {\n        ", join(",\n        ", concat(
          [for is in [s.audit] : join("", [
            "\"Audit\": {\n          \"FindingsDestination\": ",
            length(s.destinations) == 0 ? "{}" : join("", ["{\n            ", join(",\n            ", [for d in s.destinations :
              "\"${d.key}\": {\n              \"${d.field}\": ${jsonencode(d.value)}\n            }"
            ]), "\n          }"]),
            "\n        }",
          ]) if is],
          [for is in [s.deidentify] : s.masked ? "\"Deidentify\": {\n          \"MaskConfig\": {}\n        }" : "\"Deidentify\": {}" if is],
        )), "\n      }"])],
      ))
    ]), "\n    }\n  ]"])],
  )), "\n}"])
}
