//! Encodings by their IANA names, as Go's `golang.org/x/text/encoding/ianaindex` knows them.

use encoding_rs::Encoding;

/// How text becomes bytes.
pub(super) enum Charset {
    /// The first characters of Unicode, up to this one: ASCII or Latin-1.
    First(char),
    Utf16 {
        little: bool,
        mark: bool,
    },
    /// A code page of the PC, by its number.
    Oem(u16),
    Other(&'static Encoding),
}

const ASCII: &[&str] = &[
    "us-ascii",
    "iso-ir-6",
    "ansi_x3.4-1968",
    "ansi_x3.4-1986",
    "iso_646.irv:1991",
    "iso646-us",
    "us",
    "ibm367",
    "cp367",
    "csascii",
];

/// To browsers it is windows-1252, to IANA it is itself.
const LATIN1: &[&str] =
    &["iso_8859-1:1987", "iso-ir-100", "iso_8859-1", "iso-8859-1", "latin1", "l1", "ibm819", "cp819", "csisolatin1"];

const OEM: &[(u16, &[&str])] = &[
    (437, &["ibm437", "cp437", "437", "cspc8codepage437"]),
    (850, &["ibm850", "cp850", "850", "cspc850multilingual"]),
    (852, &["ibm852", "cp852", "852", "cspcp852"]),
    (855, &["ibm855", "cp855", "855", "csibm855"]),
    (858, &["ibm00858", "ccsid00858", "cp00858", "pc-multilingual-850+euro", "csibm00858"]),
    (860, &["ibm860", "cp860", "860", "csibm860"]),
    (862, &["ibm862", "cp862", "862", "cspc862latinhebrew"]),
    (863, &["ibm863", "cp863", "863", "csibm863"]),
    (865, &["ibm865", "cp865", "865", "csibm865"]),
];

/// Names that IANA knows and browsers do not, by the name that browsers know.
const IANA_ONLY: &[(&str, &[&str])] = &[
    ("utf-8", &["csutf8"]),
    ("iso-8859-10", &["iso_8859-10:1992"]),
    ("euc-jp", &["extended_unix_code_packed_format_for_japanese"]),
    ("iso-8859-6", &["iso_8859-6-e", "iso_8859-6-i"]),
    ("iso-8859-8", &["iso_8859-8-e"]),
    ("iso-8859-8-i", &["iso_8859-8-i"]),
    ("iso-8859-13", &["csiso885913"]),
    ("iso-8859-14", &["iso-ir-199", "iso_8859-14:1998", "iso_8859-14", "latin8", "iso-celtic", "l8", "csiso885914"]),
    ("iso-8859-15", &["latin-9", "csiso885915"]),
    ("iso-8859-16", &["iso-ir-226", "iso_8859-16:2001", "iso_8859-16", "latin10", "l10", "csiso885916"]),
    ("gbk", &["cp936", "ms936", "windows-936", "csgbk"]),
    ("gb18030", &["csgb18030"]),
    ("koi8-u", &["cskoi8u"]),
    ("windows-874", &["cswindows874"]),
    ("windows-1250", &["cswindows1250"]),
    ("windows-1251", &["cswindows1251"]),
    ("windows-1252", &["cswindows1252"]),
    ("windows-1253", &["cswindows1253"]),
    ("windows-1254", &["cswindows1254"]),
    ("windows-1255", &["cswindows1255"]),
    ("windows-1256", &["cswindows1256"]),
    ("windows-1257", &["cswindows1257"]),
    ("windows-1258", &["cswindows1258"]),
];

/// Names that browsers know and IANA does not, nor does Terraform. Those that begin with `x-` or have no hyphen behind
/// `iso` are too.
const BROWSERS_ONLY: &[&str] = &[
    "l9",
    "koi",
    "utf8",
    "koi8",
    "sjis",
    "ucs-2",
    "ms932",
    "ascii",
    "cp1250",
    "cp1251",
    "gb2312",
    "cp1252",
    "cp1253",
    "cp1254",
    "cp1255",
    "cp1256",
    "cp1257",
    "cp1258",
    "visual",
    "korean",
    "koi8_r",
    "tis-620",
    "ksc5601",
    "gb_2312",
    "dos-874",
    "cn-big5",
    "unicode",
    "chinese",
    "logical",
    "koi8-ru",
    "ksc_5601",
    "csgb2312",
    "iso-ir-58",
    "csunicode",
    "shift-jis",
    "gb_2312-80",
    "iso-ir-149",
    "big5-hkscs",
    "iso-8859-11",
    "windows-949",
    "csisolatin9",
    "unicodefffe",
    "unicodefeff",
    "windows-31j",
    "iso-2022-cn",
    "iso-2022-kr",
    "csiso2022kr",
    "replacement",
    "sun_eu_greek",
    "csksc56011987",
    "unicode20utf8",
    "unicode11utf8",
    "ks_c_5601-1987",
    "ks_c_5601-1989",
    "csiso58gb231280",
    "iso-10646-ucs-2",
    "iso-2022-cn-ext",
    "unicode-1-1-utf-8",
];

/// Names of encodings that Terraform knows and no library here does.
const MISSING: &[&str] = &[
    "hz-gb-2312",
    "ibm037",
    "cp037",
    "ebcdic-cp-us",
    "ebcdic-cp-ca",
    "ebcdic-cp-wt",
    "ebcdic-cp-nl",
    "csibm037",
    "ibm1047",
    "ibm-1047",
    "csibm1047",
    "ibm01140",
    "ccsid01140",
    "cp01140",
    "ebcdic-us-37+euro",
    "csibm01140",
];

impl Charset {
    /// The encoding of this name, upper or lower case.
    ///
    /// # Errors
    /// If it is none, or not supported; the message.
    pub(super) fn named(name: &str) -> Result<Charset, String> {
        let lower = name.to_ascii_lowercase();
        let lower = lower.as_str();
        match lower {
            "utf-16" | "csutf16" => return Ok(Charset::Utf16 { little: false, mark: true }),
            "utf-16be" | "csutf16be" => return Ok(Charset::Utf16 { little: false, mark: false }),
            "utf-16le" | "csutf16le" => return Ok(Charset::Utf16 { little: true, mark: false }),
            _ if ASCII.contains(&lower) => return Ok(Charset::First('\x7f')),
            _ if LATIN1.contains(&lower) => return Ok(Charset::First('\u{ff}')),
            _ if MISSING.contains(&lower) => return Err(format!("the encoding {name:?} is not supported")),
            _ => {}
        }
        if let Some((page, _)) = OEM.iter().find(|(_, names)| names.contains(&lower)) {
            return Ok(Charset::Oem(*page));
        }
        let label = IANA_ONLY.iter().find(|(_, names)| names.contains(&lower)).map_or(lower, |(label, _)| label);
        let browsers = ["x-", "iso8859"].iter().any(|start| lower.starts_with(start)) || BROWSERS_ONLY.contains(&lower);
        let encoding = Encoding::for_label(label.as_bytes()).filter(|_| !browsers);
        let unknown = || format!("{name:?} is not a supported IANA encoding name or alias in this version");
        encoding.map(Charset::Other).ok_or_else(unknown)
    }

    /// The bytes of a text; `None` if it has a character that is not in the encoding.
    pub(super) fn encode(&self, text: &str) -> Option<Vec<u8>> {
        match *self {
            Charset::First(last) => text.chars().map(|c| u8::try_from(c).ok().filter(|_| c <= last)).collect(),
            Charset::Utf16 { little, mark } => {
                let mark = if mark { Some(0xfeff) } else { None };
                let units = mark.into_iter().chain(text.encode_utf16());
                let bytes = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
                Some(units.flat_map(bytes).collect())
            }
            Charset::Oem(page) => {
                oem_cp::encode_string_checked(text, oem_cp::code_table::ENCODING_TABLE_CP_MAP.get(&page)?)
            }
            Charset::Other(encoding) if encoding.is_single_byte() && text.contains(is_control) => None,
            Charset::Other(encoding) => match encoding.encode(text) {
                (bytes, used, false) if used == encoding => Some(bytes.into_owned()),
                _ => None,
            },
        }
    }

    /// The text of bytes; `None` if some of them stand for nothing.
    pub(super) fn decode(&self, bytes: &[u8]) -> Option<String> {
        match *self {
            Charset::First(last) => bytes.iter().map(|byte| Some(char::from(*byte)).filter(|c| *c <= last)).collect(),
            Charset::Utf16 { little, mark } => utf16(bytes, little, mark),
            Charset::Oem(page) => oem_cp::code_table::DECODING_TABLE_CP_MAP.get(&page)?.decode_string_checked(bytes),
            Charset::Other(encoding) => {
                let text = encoding.decode_without_bom_handling_and_without_replacement(bytes);
                text.filter(|text| !encoding.is_single_byte() || !text.contains(is_control))
                    .map(|text| text.into_owned())
            }
        }
    }
}

/// What browsers read where a code page has nothing.
fn is_control(c: char) -> bool {
    ('\u{80}'..='\u{9f}').contains(&c)
}

/// Where a byte order mark is expected it decides; without one it is big-endian.
fn utf16(bytes: &[u8], little: bool, mark: bool) -> Option<String> {
    let (little, bytes) = match bytes {
        [0xff, 0xfe, rest @ ..] if mark => (true, rest),
        [0xfe, 0xff, rest @ ..] if mark => (false, rest),
        bytes => (little, bytes),
    };
    let units = bytes.chunks(2).map(|pair| match pair {
        [a, b] => Some(if little { u16::from_le_bytes([*a, *b]) } else { u16::from_be_bytes([*a, *b]) }),
        _ => None,
    });
    String::from_utf16(&units.collect::<Option<Vec<_>>>()?).ok()
}
