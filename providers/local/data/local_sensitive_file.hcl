# What a file holds, and its hashes.
# Source: provider documentation, "local_sensitive_file (Data Source)"; hashicorp/local 2.6.

attributes {
  content              = file(args.filename)
  content_base64       = filebase64(args.filename)
  content_base64sha256 = filebase64sha256(args.filename)
  content_base64sha512 = filebase64sha512(args.filename)
  content_md5          = filemd5(args.filename)
  content_sha1         = filesha1(args.filename)
  content_sha256       = filesha256(args.filename)
  content_sha512       = filesha512(args.filename)
  id                   = filesha1(args.filename)
}
