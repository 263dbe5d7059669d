# A MIME multi-part file.
# Source: provider documentation, "Data Source: cloudinit_config"; hashicorp/cloudinit 2.3.7.

attributes {
  base64_encode = local.base64
  boundary      = local.boundary
  gzip          = local.gzip
  rendered      = local.gzip ? base64gzip(local.text) : local.base64 ? base64encode(local.text) : local.text
}

locals {
  boundary = args.boundary == null ? "MIMEBOUNDARY" : args.boundary
  gzip     = args.gzip == null ? true : args.gzip
  base64   = args.base64_encode == null ? true : args.base64_encode

  parts = [for p in args.part : join("", [
    p.filename == null || p.filename == "" ? "" : "Content-Disposition: attachment; filename=\"${p.filename}\"\r\n",
    "Content-Transfer-Encoding: 7bit\r\n",
    "Content-Type: ${p.content_type == null || p.content_type == "" ? "text/plain" : p.content_type}\r\n",
    "Mime-Version: 1.0\r\n",
    p.merge_type == null || p.merge_type == "" ? "" : "X-Merge-Type: ${p.merge_type}\r\n",
    "\r\n",
    p.content == null ? "" : p.content,
  ])]

  text = join("", concat(
    ["Content-Type: multipart/mixed; boundary=\"${local.boundary}\"\nMIME-Version: 1.0\r\n\r\n"],
    [for i, part in local.parts : "${i == 0 ? "" : "\r\n"}--${local.boundary}\r\n${part}"],
    ["\r\n--${local.boundary}--\r\n"],
  ))
}
