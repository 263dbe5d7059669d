//! Edits on the lossless tree: fewest bytes, layout kept, everything else unchanged.

mod format;
mod json;
mod native;
mod patches;
mod properties;
mod support;
mod writing;
