//! Room 12: profiles, measures, waivers; rolls verdicts up into an assessment. Knows no report format.

mod assess;
mod assessment;
mod decode;
mod finding;
mod parameter;
mod place;
mod profile;
mod sidecar;
mod status;
mod waiver;
mod waivers;

pub use assess::{Context, assess};
pub use assessment::{Assessment, DemandResult, MeasureResult, Root, Summary};
pub use finding::{Class, Finding, SENSITIVE};
pub use parameter::{Parameter, show};
pub use profile::{Departure, Document, Measure, Profile, Promise, Selection};
pub use sidecar::{EXTENSION, Sidecars, built_in};
pub use status::{Counts, Status};
pub use waiver::Waiver;

#[cfg(test)]
mod tests;
