//! Profiles and waivers as they are written, and assessments of verdicts made by hand.
