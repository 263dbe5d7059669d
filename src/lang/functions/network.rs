//! Functions of IP networks.

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};

use dashu_int::ops::UnsignedAbs;
use dashu_int::{IBig, UBig};

use crate::value::{Type, Value};

use super::{Args, CallError, Kind, Outcome, Spec, number, text};

pub(super) const FUNCTIONS: &[Spec] = &[
    Spec::new("cidrhost", &[text("prefix"), number("hostnum")], Kind::String, host),
    Spec::new("cidrnetmask", &[text("prefix")], Kind::String, |args| {
        let network = network(args, 0)?;
        let first = Address { bits: network.bits, value: network.start };
        // Terraform takes a mapped address for one of IPv4, and shows its mask of 128 bits nevertheless.
        match first.bits == 32 || first.is_mapped() {
            true => Ok(Value::string(Address { value: network.mask(), ..first }.to_string())),
            false => Err(CallError::new(format!("IPv6 addresses cannot have a netmask: {}", args.text(0)))),
        }
    }),
    Spec::new("cidrsubnet", &[text("prefix"), number("newbits"), number("netnum")], Kind::String, subnet),
    Spec::new("cidrsubnets", &[text("prefix")], Kind::List(&Kind::String), subnets).rest(number("newbits")),
    Spec::new("cidrcontains", &[text("containing_prefix"), text("contained_ip_or_prefix")], Kind::Bool, contains),
];

/// An address and the number of its bits, 32 or 128.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Address {
    bits: u32,
    value: u128,
}

impl Address {
    /// Whether it is an IPv6 address that stands for an IPv4 address, which Go does not tell from it.
    fn is_mapped(self) -> bool {
        self.bits == 128 && self.value >> 32 == 0xffff
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.bits {
            32 => Ipv4Addr::from(self.value as u32).fmt(f),
            _ if self.is_mapped() => Ipv4Addr::from(self.value as u32).fmt(f),
            _ => Ipv6Addr::from(self.value).fmt(f),
        }
    }
}

/// A network: its first address and the length of its prefix.
#[derive(Clone, Copy, Debug)]
struct Network {
    bits: u32,
    start: u128,
    prefix: u32,
}

impl Network {
    /// All ones in `bits` bits.
    fn ones(bits: u32) -> u128 {
        if bits == 0 { 0 } else { u128::MAX >> (128 - bits) }
    }

    fn hosts(&self) -> u128 {
        Self::ones(self.bits - self.prefix)
    }

    fn mask(&self) -> u128 {
        Self::ones(self.bits) & !self.hosts()
    }

    fn last(&self) -> u128 {
        self.start | self.hosts()
    }

    /// Reads `address/length`. Unlike most programs Terraform takes numbers with leading zeros for decimal.
    fn parse(text: &str) -> Option<Network> {
        let (address, length) = text.split_once('/')?;
        let Address { bits, value } = address_of(address)?;
        if length.is_empty() || length.len() > 3 || !length.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let prefix = length.parse().ok().filter(|prefix| *prefix <= bits)?;
        let network = Network { bits, start: value, prefix };
        Some(Network { start: value & network.mask(), ..network })
    }
}

impl fmt::Display for Network {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let address = Address { bits: self.bits, value: self.start };
        let prefix = if address.is_mapped() { self.prefix.saturating_sub(96) } else { self.prefix };
        write!(f, "{address}/{prefix}")
    }
}

fn address_of(text: &str) -> Option<Address> {
    if text.contains(':') {
        let address: Ipv6Addr = text.parse().ok()?;
        return Some(Address { bits: 128, value: address.into() });
    }
    let mut value: u128 = 0;
    let mut count = 0;
    for part in text.split('.') {
        let digits = !part.is_empty() && part.len() <= 10 && part.bytes().all(|byte| byte.is_ascii_digit());
        let byte: u8 = if digits { part.parse().ok()? } else { return None };
        value = value << 8 | u128::from(byte);
        count += 1;
    }
    (count == 4).then_some(Address { bits: 32, value })
}

fn network(args: &Args<'_>, at: usize) -> Result<Network, CallError> {
    let text = args.text(at);
    Network::parse(text).ok_or_else(|| CallError::new(format!("invalid CIDR expression: invalid CIDR address: {text}")))
}

fn whole(args: &Args<'_>, at: usize) -> Result<IBig, CallError> {
    args.number(at).to_integer().ok_or_else(|| CallError::new("value must be a whole number"))
}

fn host(args: &Args<'_>) -> Outcome {
    let wanted = whole(args, 1)?;
    let network = network(args, 0)?;
    let hosts = IBig::from(network.hosts());
    // Negative numbers count from the end. Of others Terraform compares the last 64 bits, as a number with a sign.
    let (number, compared) = match wanted < IBig::ZERO {
        true => (&hosts + 1 + &wanted, IBig::from(-1) - &wanted),
        false => {
            let last = u64::try_from(wanted.clone().unsigned_abs() & UBig::from(u64::MAX)).unwrap_or_default();
            (wanted.clone(), IBig::from(last as i64))
        }
    };
    let start = Address { bits: network.bits, value: network.start };
    // The library that Terraform uses takes a mapped address for one of 32 bits, and counts them from the front.
    let number = if start.is_mapped() { number << 96 } else { number };
    let value = u128::try_from(IBig::from(start.value) | number).ok();
    match value.filter(|value| compared <= hosts && *value <= Network::ones(network.bits)) {
        Some(value) => Ok(Value::string(Address { value, ..start }.to_string())),
        None => {
            let message = format!("prefix of {} does not accommodate a host numbered {wanted}", network.prefix);
            Err(CallError::new(message))
        }
    }
}

fn subnet(args: &Args<'_>) -> Outcome {
    let more = args.int(1)?;
    let number = whole(args, 2)?;
    let network = network(args, 0)?;
    let prefix = i64::from(network.prefix).checked_add(more).filter(|prefix| *prefix <= i64::from(network.bits));
    let Some(prefix) = prefix else {
        let message = format!("insufficient address space to extend prefix of {} by {more}", network.prefix);
        return Err(CallError::new(message));
    };
    let too_large =
        || CallError::new(format!("prefix extension of {more} does not accommodate a subnet numbered {number}"));
    // Terraform reckons in 64 bits: of the number it looks at the last ones, and takes the room of an extension of
    // fewer bits than none for the largest.
    let room = if (0..64).contains(&more) { (1 << more) - 1 } else { u64::MAX };
    let last = number.clone().unsigned_abs() & UBig::from(u64::MAX);
    if UBig::from(room) < last {
        return Err(too_large());
    }
    let Ok(prefix) = u32::try_from(prefix) else {
        return if number == IBig::ZERO { Ok(Value::string("<nil>")) } else { Err(too_large()) };
    };
    // A negative number gives what two's complement makes of it, without its sign: so does Terraform.
    let start = IBig::from(network.start) | (number.clone() << (network.bits - prefix) as usize);
    let start = u128::try_from(start.unsigned_abs()).ok().filter(|start| *start <= Network::ones(network.bits));
    let start = start.ok_or_else(too_large)?;
    Ok(Value::string(Network { bits: network.bits, start, prefix }.to_string()))
}

fn subnets(args: &Args<'_>) -> Outcome {
    let network = network(args, 0).map_err(|error| CallError::at(0, error.message))?;
    let mut all = Vec::with_capacity(args.len());
    // The first address that is still free; none after the last one of all.
    let mut free = Some(network.start);
    let mut before = String::from("the start");
    let first = Address { bits: network.bits, value: network.start };
    if (network.start == 0 || first.is_mapped()) && args.len() > 1 {
        // Terraform begins at the network before the first one, behind which that of address 0 does not count; that
        // of a mapped address it cannot tell.
        free = None;
        before = "the last one".into();
    }
    for at in 1..args.len() {
        let more = args.int(at)?;
        if more < 1 {
            return Err(CallError::at(at, "must extend prefix by at least one bit"));
        }
        if more > 32 {
            return Err(CallError::at(at, "may not extend prefix by more than 32 bits"));
        }
        let prefix = network.prefix + more as u32;
        if prefix > network.bits {
            let protocol = if network.bits == 32 { "IPv4" } else { "IPv6" };
            return Err(CallError::at(
                at,
                format!("would extend prefix to {prefix} bits, which is too long for an {protocol} address"),
            ));
        }
        let size = Network::ones(network.bits - prefix);
        let start = free.and_then(|free| free.checked_add(size)).map(|start| start & !size);
        let Some(start) = start.filter(|start| *start >= network.start && *start <= network.last()) else {
            return Err(CallError::at(
                at,
                format!(
                    "not enough remaining address space for a subnet with a prefix of {prefix} bits after {before}"
                ),
            ));
        };
        let next = Network { bits: network.bits, start, prefix };
        free = next.last().checked_add(1);
        before = next.to_string();
        all.push(Value::string(before.clone()));
    }
    Ok(Value::list(Type::String, all))
}

fn contains(args: &Args<'_>) -> Outcome {
    let outer = network(args, 0).map_err(|error| CallError::at(0, error.message))?;
    let text = args.text(1);
    let inner = match address_of(text) {
        Some(Address { bits, value }) => Some(Network { bits, start: value, prefix: bits }),
        None => Network::parse(text),
    };
    let Some(inner) = inner else {
        return Err(CallError::at(1, format!("invalid IP address or prefix: {text}")));
    };
    if inner.bits != outer.bits {
        return Err(CallError::new("address family mismatch: one is IPv4, the other IPv6"));
    }
    Ok(Value::Bool(outer.start <= inner.start && inner.last() <= outer.last()))
}
