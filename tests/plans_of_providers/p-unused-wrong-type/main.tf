provider "aws" {
  max_retries = "many"
}
