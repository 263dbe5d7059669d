//! What a comparison with a number says of what is compared.

use crate::syntax::BinaryOp;
use crate::value::{Bound, Number};

/// The bounds of `x` where `x op number`, or flipped `number op x`, is what is said.
pub(super) fn bounds(op: BinaryOp, number: &Number, flipped: bool, is: bool) -> (Option<Bound>, Option<Bound>) {
    let bound = |inclusive| Some(Bound { value: number.clone(), inclusive });
    let (upper, inclusive) = match op {
        BinaryOp::Less => (true, false),
        BinaryOp::LessEqual => (true, true),
        BinaryOp::Greater => (false, false),
        BinaryOp::GreaterEqual => (false, true),
        _ => return (None, None),
    };
    // Each of the two negations turns it round; that a comparison fails includes the number where it did not before.
    let inclusive = if is { inclusive } else { !inclusive };
    match upper ^ flipped ^ !is {
        true => (None, bound(inclusive)),
        false => (bound(inclusive), None),
    }
}

/// The least whole number within a lower bound, if it is a length.
pub(super) fn least(number: &Number, inclusive: bool) -> Option<u64> {
    let whole = number.to_i64()?;
    let whole = if inclusive { whole } else { whole.checked_add(1)? };
    Some(u64::try_from(whole).unwrap_or(0))
}

/// The greatest whole number within an upper bound, if it is a length.
pub(super) fn most(number: &Number, inclusive: bool) -> Option<u64> {
    let whole = number.to_i64()?;
    u64::try_from(if inclusive { whole } else { whole.checked_sub(1)? }).ok()
}
