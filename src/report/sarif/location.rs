//! Places of results: relative to the repository's root, percent-encoded, never absolute and never empty.

use std::collections::HashMap;
use std::path::{Component, Path};

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use crate::control::{Assessment, Finding};
use crate::source::{FileId, Repository, SourceFile, SourceMap, Span};

use super::BASE;
use super::linehash::line_hashes;
use super::model::{ArtifactLocation, Location, PhysicalLocation, Region};

/// What may not stand in a relative URI as it is (RFC 3986, section 3.3); the colon, because a first part with one would
/// be a scheme.
const ENCODED: &AsciiSet = &CONTROLS
    .add(b' ')
    .add(b'"')
    .add(b'#')
    .add(b'%')
    .add(b':')
    .add(b'<')
    .add(b'>')
    .add(b'?')
    .add(b'[')
    .add(b'\\')
    .add(b']')
    .add(b'^')
    .add(b'`')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// What is known of the files that results are in.
pub struct Locations<'a> {
    sources: &'a SourceMap,
    repository: Option<&'a Repository>,
    uris: HashMap<FileId, Option<String>>,
    hashes: HashMap<FileId, Vec<String>>,
}

impl<'a> Locations<'a> {
    pub fn new(sources: &'a SourceMap, repository: Option<&'a Repository>) -> Self {
        Locations { sources, repository, uris: HashMap::new(), hashes: HashMap::new() }
    }

    /// The place of a span; none for a file outside the repository.
    pub fn of(&mut self, span: Span) -> Option<Location> {
        let uri = self.uri(span.file)?;
        Some(location(uri, region(span, &self.sources.get(span.file))))
    }

    /// The place of a finding, and what names its line from commit to commit. What is written nowhere, or outside the
    /// repository, is placed at the first file of its root module.
    pub fn of_finding(&mut self, finding: &Finding, assessment: &Assessment) -> (Location, Option<String>) {
        let root = assessment.root_of(finding);
        for span in [finding.place, root.and_then(|root| root.first)].into_iter().flatten() {
            if let Some(location) = self.of(span) {
                let line = location.physical_location.region.start_line as usize;
                let hash = self.hashes(span.file).get(line - 1).cloned();
                return (location, hash);
            }
        }
        let path = Path::new(root.map_or(finding.verdict.root.as_str(), |root| &root.path));
        let inside = match self.repository {
            Some(repository) => repository.relative(path),
            None => told(path),
        };
        // Somewhere it must be: a plan file, or a directory outside, by its name.
        let name = || path.file_name().map_or(".".into(), |name| name.to_string_lossy().into_owned());
        let start = Region { start_line: 1, start_column: 1, end_line: 1, end_column: 1 };
        (location(encode(&inside.unwrap_or_else(name)), start), None)
    }

    fn uri(&mut self, file: FileId) -> Option<String> {
        if let Some(known) = self.uris.get(&file) {
            return known.clone();
        }
        let source = self.sources.get(file);
        let inside = match self.repository {
            Some(repository) => repository.relative(source.path()),
            None => told(source.path()),
        };
        let uri = inside.map(|path| encode(&path));
        self.uris.insert(file, uri.clone());
        uri
    }

    fn hashes(&mut self, file: FileId) -> &[String] {
        let sources = self.sources;
        self.hashes.entry(file).or_insert_with(|| line_hashes(&String::from_utf8_lossy(sources.get(file).bytes())))
    }
}

/// A path as it is shown, if it is one that leads down.
fn told(path: &Path) -> Option<String> {
    let parts: Option<Vec<_>> = path
        .components()
        .filter(|part| *part != Component::CurDir)
        .map(|part| match part {
            Component::Normal(name) => Some(name.to_string_lossy()),
            _ => None,
        })
        .collect();
    parts.filter(|parts| !parts.is_empty()).map(|parts| parts.join("/"))
}

fn encode(path: &str) -> String {
    utf8_percent_encode(path, ENCODED).to_string()
}

fn location(uri: String, region: Region) -> Location {
    let artifact_location = ArtifactLocation { uri, uri_base_id: Some(BASE), description: None };
    Location { id: None, physical_location: PhysicalLocation { artifact_location, region }, message: None }
}

/// Lines and columns, in UTF-16 units as the run says.
fn region(span: Span, file: &SourceFile) -> Region {
    let (start, end) = (column(span.start, file), column(span.end, file));
    Region { start_line: start.0, start_column: start.1, end_line: end.0, end_column: end.1 }
}

fn column(offset: u32, file: &SourceFile) -> (u32, u32) {
    let position = file.position(offset);
    let offset = (offset as usize).min(file.bytes().len());
    let before = &file.bytes()[..offset];
    let start = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    let line = String::from_utf8_lossy(&before[start..]);
    let units = line.trim_start_matches('\u{feff}').encode_utf16().count();
    (position.line, units as u32 + 1)
}
