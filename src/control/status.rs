//! How verdicts add up.

use std::ops::AddAssign;

/// How many verdicts there are of each outcome. A waived verdict counts as waived only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Passes.
    pub pass: usize,
    /// Violations that no waiver accepts.
    pub fail: usize,
    /// Those among them that are of advisory policies.
    pub advisory: usize,
    /// Unknowns that no waiver accepts.
    pub unknown: usize,
    /// Policies that could not be evaluated.
    pub error: usize,
    /// Subjects to which a policy had nothing to say.
    pub not_applicable: usize,
    /// Violations and unknowns that a waiver accepts.
    pub waived: usize,
}

impl Counts {
    /// How many verdicts say something: all but those that did not apply.
    pub fn judged(self) -> usize {
        self.pass + self.fail + self.unknown + self.error + self.waived
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Counts) {
        self.pass += other.pass;
        self.fail += other.fail;
        self.advisory += other.advisory;
        self.unknown += other.unknown;
        self.error += other.error;
        self.not_applicable += other.not_applicable;
        self.waived += other.waived;
    }
}

/// What a run says of a demand, a promise or a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// All of it was judged and passed, and nothing of it is for a person to show.
    Satisfied,
    /// What was judged passed; something else had nothing to judge, is waived, is objected to by an advisory policy, or
    /// is for a person to show.
    PartlySatisfied,
    /// Nothing of it can be judged: a person must show it.
    Organisational,
    /// Nothing applied, which is evidence of nothing.
    NotAssessed,
    /// It depends on something unknown, a policy could not be evaluated, or only advisory policies object.
    Undecided,
    /// It is violated, or only holds by waivers.
    NotSatisfied,
}

impl Status {
    /// All, by their words in reports.
    pub const WORDS: [(&'static str, Status); 6] = [
        ("satisfied", Status::Satisfied),
        ("partly satisfied", Status::PartlySatisfied),
        ("organisational", Status::Organisational),
        ("not assessed", Status::NotAssessed),
        ("undecided", Status::Undecided),
        ("not satisfied", Status::NotSatisfied),
    ];

    /// Its words.
    pub fn words(self) -> &'static str {
        Self::WORDS[self as usize].0
    }

    /// Of one demand. What an advisory policy objects to is not proven, and not broken either.
    pub fn of_demand(counts: Counts) -> Status {
        if counts.fail > counts.advisory {
            Status::NotSatisfied
        } else if counts.unknown + counts.error > 0 {
            Status::Undecided
        } else if counts.pass > 0 {
            if counts.waived + counts.advisory > 0 { Status::PartlySatisfied } else { Status::Satisfied }
        } else if counts.waived > 0 {
            Status::NotSatisfied
        } else if counts.advisory > 0 {
            Status::Undecided
        } else {
            Status::NotAssessed
        }
    }

    /// Of several demands together, and whether a person must show something besides.
    pub fn together(demands: impl IntoIterator<Item = Status>, organisational: bool) -> Status {
        let demands: Vec<Status> = demands.into_iter().collect();
        let any = |status| demands.contains(&status);
        if any(Status::NotSatisfied) {
            Status::NotSatisfied
        } else if any(Status::Undecided) {
            Status::Undecided
        } else if demands.is_empty() {
            if organisational { Status::Organisational } else { Status::NotAssessed }
        } else if demands.iter().all(|status| *status == Status::NotAssessed) {
            Status::NotAssessed
        } else if demands.iter().all(|status| *status == Status::Satisfied) && !organisational {
            Status::Satisfied
        } else {
            Status::PartlySatisfied
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Status::*;

    #[test]
    fn nothing_that_is_missing_is_green() {
        let cases = [
            (&[][..], false, NotAssessed),
            (&[], true, Organisational),
            (&[Satisfied], false, Satisfied),
            (&[Satisfied], true, PartlySatisfied),
            (&[Satisfied, NotAssessed], false, PartlySatisfied),
            (&[NotAssessed], true, NotAssessed),
            (&[NotAssessed, NotAssessed], false, NotAssessed),
            (&[Satisfied, Undecided], false, Undecided),
            (&[Undecided, NotSatisfied, Satisfied], true, NotSatisfied),
            (&[PartlySatisfied], false, PartlySatisfied),
        ];
        for (demands, organisational, expected) in cases {
            let together = Status::together(demands.iter().copied(), organisational);
            assert_eq!(together, expected, "{demands:?} {organisational}");
        }
    }

    #[test]
    fn a_waiver_is_no_evidence() {
        let counts = |pass, fail, unknown, waived| Counts { pass, fail, unknown, waived, ..Counts::default() };
        assert_eq!(Status::of_demand(counts(3, 0, 0, 0)), Satisfied);
        assert_eq!(Status::of_demand(counts(3, 0, 0, 1)), PartlySatisfied);
        assert_eq!(Status::of_demand(counts(0, 0, 0, 1)), NotSatisfied);
        assert_eq!(Status::of_demand(counts(3, 1, 1, 0)), NotSatisfied);
        assert_eq!(Status::of_demand(counts(3, 0, 1, 0)), Undecided);
        assert_eq!(Status::of_demand(Counts { error: 1, pass: 1, ..Counts::default() }), Undecided);
        let advisory = |pass, fail| Counts { pass, fail, advisory: 1, ..Counts::default() };
        assert_eq!(Status::of_demand(advisory(1, 1)), PartlySatisfied);
        assert_eq!(Status::of_demand(advisory(0, 1)), Undecided);
        assert_eq!(Status::of_demand(advisory(1, 2)), NotSatisfied);
        assert_eq!(Status::of_demand(Counts { not_applicable: 9, ..Counts::default() }), NotAssessed);
    }
}
