//! Whole runs of the program: what its user sees.

mod conditions;
mod damage;
mod elements;
mod hardest;
mod hostile;
mod interface;
mod joins;
mod modules;
mod support;
mod threads;
mod validated;
