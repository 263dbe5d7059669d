//! What `rsadecrypt` needs of RSA: PKCS #1 v1.5 decryption (RFC 8017) with a key in PEM.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use dashu_int::UBig;
use dashu_int::fast_div::ConstDivisor;

/// A private key: modulus and private exponent.
pub(super) struct PrivateKey {
    modulus: UBig,
    exponent: UBig,
}

/// Keys have at most this many bytes: longer ones take too long.
const LONGEST: usize = 2048;

impl PrivateKey {
    /// Reads a key in PEM, of PKCS #1 (`RSA PRIVATE KEY`) or PKCS #8 (`PRIVATE KEY`).
    ///
    /// # Errors
    /// If there is none, or it is encrypted or of another kind.
    pub(super) fn parse(text: &str) -> Result<PrivateKey, String> {
        let none = || "invalid private key: ssh: no key found".to_owned();
        let start = text.find("-----BEGIN ").ok_or_else(none)?;
        let (label, rest) = text[start + 11..].split_once("-----").ok_or_else(none)?;
        let (body, _) = rest.split_once("-----END ").ok_or_else(none)?;
        if body.contains("ENCRYPTED") || label.contains("ENCRYPTED") {
            return Err("invalid private key: this private key is passphrase protected".into());
        }
        let body: String = body.chars().filter(|c| !c.is_whitespace()).collect();
        let bytes = STANDARD.decode(body).map_err(|_| none())?;
        let key = match label {
            "RSA PRIVATE KEY" => pkcs1(&bytes),
            "PRIVATE KEY" => pkcs8(&bytes),
            other => return Err(format!("invalid private key: ssh: unsupported key type {other:?}")),
        };
        let key = key.ok_or("invalid private key: invalid ASN1 data in the given private key")?;
        let odd = key.modulus.clone() % 2u8 == 1;
        match odd && key.modulus.to_be_bytes().len() <= LONGEST && key.exponent < key.modulus {
            true => Ok(key),
            false => Err("invalid private key: not a usable RSA key".into()),
        }
    }

    /// The clear bytes; `None` if the padding is wrong, which another key leaves.
    pub(super) fn decrypt(&self, cipher: &[u8]) -> Option<Vec<u8>> {
        let cipher = UBig::from_be_bytes(cipher);
        if cipher >= self.modulus {
            return None;
        }
        let ring = ConstDivisor::new(self.modulus.clone());
        let padded = ring.reduce(cipher).pow(&self.exponent).residue().to_be_bytes();
        // 00 02, at least eight bytes that are not zero, 00, text; leading zeros are gone.
        let length = self.modulus.to_be_bytes().len();
        let padded = (padded.len() + 1 == length).then_some(padded)?;
        let rest = padded.strip_prefix(&[2])?;
        let end = rest.iter().position(|byte| *byte == 0).filter(|end| *end >= 8)?;
        Some(rest[end + 1..].to_vec())
    }
}

/// `SEQUENCE { version, modulus, publicExponent, privateExponent, … }`
fn pkcs1(bytes: &[u8]) -> Option<PrivateKey> {
    let (mut body, _) = element(bytes, 0x30)?;
    let mut integer = || {
        let (number, rest) = element(body, 0x02)?;
        body = rest;
        Some(UBig::from_be_bytes(number))
    };
    let (_version, modulus, _public, exponent) = (integer()?, integer()?, integer()?, integer()?);
    Some(PrivateKey { modulus, exponent })
}

/// `SEQUENCE { version, algorithm, OCTET STRING with the key of PKCS #1 }`
fn pkcs8(bytes: &[u8]) -> Option<PrivateKey> {
    const RSA_ENCRYPTION: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];
    let (body, _) = element(bytes, 0x30)?;
    let (_version, body) = element(body, 0x02)?;
    let (algorithm, body) = element(body, 0x30)?;
    let (object, _) = element(algorithm, 0x06)?;
    let (key, _) = element(body, 0x04)?;
    if object == RSA_ENCRYPTION { pkcs1(key) } else { None }
}

/// The contents of a DER element with this tag, and what follows it.
fn element(bytes: &[u8], tag: u8) -> Option<(&[u8], &[u8])> {
    let [first, length, rest @ ..] = bytes else { return None };
    if *first != tag {
        return None;
    }
    let (length, rest) = match length {
        0..=0x7f => (usize::from(*length), rest),
        0x81..=0x84 => {
            let (digits, rest) = rest.split_at_checked(usize::from(length & 0x7f))?;
            (digits.iter().fold(0usize, |length, digit| length << 8 | usize::from(*digit)), rest)
        }
        _ => return None,
    };
    rest.split_at_checked(length)
}
