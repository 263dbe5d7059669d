//! tomcheck proves, offline, that Terraform does what a company's TOM document promises.

pub mod addrs;
pub mod cli;
pub mod config;
pub mod control;
pub mod diag;
pub mod eval;
pub mod fix;
pub mod lang;
pub mod plan;
pub mod policy;
pub mod report;
pub mod schema;
pub mod source;
pub mod syntax;
pub mod value;
