//! Powers of 64-bit floats and their logarithms, to the last digit as Go computes them: a C library rounds otherwise now and then.

/// The natural logarithm. Go takes the smallest numbers, which have fewer digits, for larger ones on the usual processors.
pub(super) fn ln(x: f64) -> f64 {
    if x.is_subnormal() && x > 0.0 {
        return f64::from_bits(x.to_bits() | 1022 << 52).ln() - 1022.0 * std::f64::consts::LN_2;
    }
    x.ln()
}

/// `x` to the power `y`, by the algorithm of Go's `math.Pow`: the whole part of `y` by squaring, the rest by `exp`.
pub(super) fn pow(x: f64, y: f64) -> f64 {
    if !x.is_finite() || !y.is_finite() || x == 0.0 || x == 1.0 || y == 0.0 {
        return x.powf(y);
    }
    match y {
        1.0 => return x,
        0.5 => return x.sqrt(),
        -0.5 => return 1.0 / x.sqrt(),
        _ => {}
    }
    let (mut whole, mut rest) = (y.abs().trunc(), y.abs().fract());
    if rest != 0.0 && x < 0.0 {
        return f64::NAN;
    }
    if whole >= (1u64 << 63) as f64 {
        return match x {
            -1.0 => 1.0,
            _ if (x.abs() < 1.0) == (y > 0.0) => 0.0,
            _ => f64::INFINITY,
        };
    }
    let (mut result, mut exponent) = (1.0, 0i64);
    if rest != 0.0 {
        if rest > 0.5 {
            rest -= 1.0;
            whole += 1.0;
        }
        result = (rest * x.ln()).exp();
    }
    let (mut square, mut square_exponent) = split(x);
    let mut left = whole as i64;
    while left != 0 {
        // Far out of range already: 0 or infinite.
        if square_exponent.abs() > 1 << 12 {
            exponent += square_exponent;
            break;
        }
        if left & 1 == 1 {
            result *= square;
            exponent += square_exponent;
        }
        square *= square;
        square_exponent <<= 1;
        if square < 0.5 {
            square += square;
            square_exponent -= 1;
        }
        left >>= 1;
    }
    if y < 0.0 { scaled(1.0 / result, -exponent) } else { scaled(result, exponent) }
}

/// A finite number other than 0 as a fraction of at least 0.5 and below 1, and a power of two.
fn split(x: f64) -> (f64, i64) {
    let (x, shift) = if x.is_normal() { (x, 0) } else { (x * 2f64.powi(64), 64) };
    let exponent = (x.to_bits() >> 52 & 0x7ff) as i64 - 1022;
    (f64::from_bits(x.to_bits() & !(0x7ff << 52) | 1022 << 52), exponent - shift)
}

/// `x` times a power of two, rounded once.
fn scaled(x: f64, exponent: i64) -> f64 {
    let mut exponent = exponent.clamp(-4096, 4096);
    let mut x = x;
    while exponent > 1000 {
        x *= 2f64.powi(1000);
        exponent -= 1000;
    }
    // Above the smallest normal number nothing is rounded.
    let (fraction, own) = if x == 0.0 || !x.is_finite() { return x } else { split(x) };
    let whole = exponent + own;
    match whole {
        ..-1080 => 0.0 * fraction,
        -1080..-1000 => fraction * 2f64.powi(-1000) * 2f64.powi((whole + 1000) as i32),
        _ => fraction * 2f64.powi((whole - 1) as i32) * 2.0,
    }
}
