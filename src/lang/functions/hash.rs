//! Hashes and identifiers.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use md5::Md5;
use sha1::Sha1;
use sha2::digest::Digest;
use sha2::{Sha256, Sha512};
use uuid::Uuid;

use crate::value::{CauseKind, Type, Value};

use super::file::with_file;
use super::{Args, CallError, Kind, Outcome, Param, Spec, impure, number, text};

const TEXT: &[Param] = &[text("str")];
const PATH: &[Param] = &[text("path")];

pub(super) const FUNCTIONS: &[Spec] = &[
    Spec::new("md5", TEXT, Kind::String, |args| text_hash(args, hex::<Md5>)),
    Spec::new("sha1", TEXT, Kind::String, |args| text_hash(args, hex::<Sha1>)),
    Spec::new("sha256", TEXT, Kind::String, |args| text_hash(args, hex::<Sha256>)),
    Spec::new("sha512", TEXT, Kind::String, |args| text_hash(args, hex::<Sha512>)),
    Spec::new("base64sha256", TEXT, Kind::String, |args| text_hash(args, base64::<Sha256>)),
    Spec::new("base64sha512", TEXT, Kind::String, |args| text_hash(args, base64::<Sha512>)),
    Spec::new("filemd5", PATH, Kind::String, |args| file_hash(args, hex::<Md5>)),
    Spec::new("filesha1", PATH, Kind::String, |args| file_hash(args, hex::<Sha1>)),
    Spec::new("filesha256", PATH, Kind::String, |args| file_hash(args, hex::<Sha256>)),
    Spec::new("filesha512", PATH, Kind::String, |args| file_hash(args, hex::<Sha512>)),
    Spec::new("filebase64sha256", PATH, Kind::String, |args| file_hash(args, base64::<Sha256>)),
    Spec::new("filebase64sha512", PATH, Kind::String, |args| file_hash(args, base64::<Sha512>)),
    Spec::new("bcrypt", TEXT, Kind::String, bcrypt).rest(number("cost")),
    Spec::new("uuid", &[], Kind::String, |args| Ok(impure(args, CauseKind::Function, Type::String).into())),
    Spec::new("uuidv5", &[text("namespace"), text("name")], Kind::String, uuid_v5),
    Spec::new("rsadecrypt", &[text("ciphertext"), text("privatekey")], Kind::String, rsa_decrypt),
];

fn hex<D: Digest>(bytes: &[u8]) -> String {
    ::hex::encode(D::digest(bytes))
}

fn base64<D: Digest>(bytes: &[u8]) -> String {
    STANDARD.encode(D::digest(bytes))
}

fn text_hash(args: &Args<'_>, hash: fn(&[u8]) -> String) -> Outcome {
    Ok(Value::string(hash(args.text(0).as_bytes())))
}

fn file_hash(args: &Args<'_>, hash: fn(&[u8]) -> String) -> Outcome {
    with_file(args, Type::String, |bytes| Ok(Value::string(hash(bytes))))
}

/// Salted: another one each time.
fn bcrypt(args: &Args<'_>) -> Outcome {
    match args.len() {
        1 => {}
        2 => match args.int(1)? {
            4..=31 => {}
            cost => return Err(CallError::at(1, format!("the cost {cost} is not between 4 and 31"))),
        },
        _ => return Err(CallError::new("bcrypt() takes no more than two arguments")),
    }
    if args.text(0).len() > 72 {
        return Err(CallError::new("error occured generating password bcrypt: password length exceeds 72 bytes"));
    }
    let unknown = impure(args, CauseKind::Function, Type::String);
    Ok(if args.as_terraform { unknown } else { unknown.prefix("$2a$") }.into())
}

fn uuid_v5(args: &Args<'_>) -> Outcome {
    let namespace = match args.text(0) {
        "dns" => Uuid::NAMESPACE_DNS,
        "url" => Uuid::NAMESPACE_URL,
        "oid" => Uuid::NAMESPACE_OID,
        "x500" => Uuid::NAMESPACE_X500,
        other => other
            .parse()
            .map_err(|error| CallError::new(format!("uuidv5() doesn't support namespace {other} ({error})")))?,
    };
    Ok(Value::string(Uuid::new_v5(&namespace, args.text(1).as_bytes()).to_string()))
}

fn rsa_decrypt(args: &Args<'_>) -> Outcome {
    let cipher = super::encoding::base64_bytes(args.text(0)).map_err(|_| {
        CallError::at(0, format!("failed to decode input {}: cipher text must be base64-encoded", args.quoted(0)))
    })?;
    let key = super::rsa::PrivateKey::parse(args.text(1)).map_err(|message| CallError::at(1, message))?;
    let clear =
        key.decrypt(&cipher).ok_or_else(|| CallError::new("failed to decrypt: crypto/rsa: decryption error"))?;
    let clear = String::from_utf8(clear).map_err(|_| CallError::new("the decrypted text is not valid UTF-8"))?;
    Ok(super::string::changed(clear))
}
