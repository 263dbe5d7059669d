# A MIME multi-part file.
# Source: provider documentation, "Data Source: template_cloudinit_config"; hashicorp/template 2.2.0.

attributes {
  rendered = local.gzip ? base64gzip(local.text) : local.base64 ? base64encode(local.text) : local.text
}

locals {
  gzip   = args.gzip == null ? true : args.gzip
  base64 = args.base64_encode == null ? true : args.base64_encode

  parts = [for p in args.part : join("", [
    p.filename == null || p.filename == "" ? "" : "Content-Disposition: attachment; filename=\"${p.filename}\"\r\n",
    "Content-Transfer-Encoding: 7bit\r\n",
    "Content-Type: ${p.content_type == null || p.content_type == "" ? "text/plain" : p.content_type}\r\n",
    "Mime-Version: 1.0\r\n",
    p.merge_type == null || p.merge_type == "" ? "" : "X-Merge-Type: ${p.merge_type}\r\n",
    "\r\n",
    p.content == null ? "" : p.content,
  ])]

  text = join("", [
    "Content-Type: multipart/mixed; boundary=\"MIMEBOUNDARY\"\nMIME-Version: 1.0\r\n\r\n--MIMEBOUNDARY\r\n",
    join("\r\n--MIMEBOUNDARY\r\n", local.parts),
    "\r\n--MIMEBOUNDARY--\r\n",
  ])
}
