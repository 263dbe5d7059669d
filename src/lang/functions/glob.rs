//! The patterns of `fileset`: those of Go's `doublestar` package.

use globset::{GlobBuilder, GlobMatcher};

use super::file::clean;

/// A pattern, below the directory that has to be walked for it.
pub struct Glob {
    /// The directory to walk, as the call wrote it.
    root: String,
    /// How deep files may lie below it; `None` for any depth.
    depth: Option<usize>,
    /// The directory from which found paths are given.
    from: String,
    matcher: GlobMatcher,
}

impl Glob {
    /// The pattern below `dir`; `..` in it steps out of `dir`.
    ///
    /// # Errors
    /// If the pattern is malformed, with what is wrong.
    pub fn new(dir: &str, pattern: &str) -> Result<Glob, String> {
        let from = clean(dir);
        let whole = if dir.is_empty() { clean(pattern) } else { clean(&format!("{dir}/{pattern}")) };
        // What is before the first part with a wildcard names the directory to walk.
        let wild = whole.find(['*', '?', '[', '{', '\\']).unwrap_or(whole.len());
        let end = whole[..wild].rfind('/').map_or(0, |at| at + 1);
        let root = match &whole[..end] {
            "" => ".",
            "/" => "/",
            root => root.trim_end_matches('/'),
        };
        let rest = &whole[end..];
        let matcher = GlobBuilder::new(&translated(rest))
            .literal_separator(true)
            .backslash_escape(true)
            .empty_alternates(true)
            .build()
            .map_err(|error| format!("{pattern:?}: {}", error.kind()))?;
        let depth = if rest.contains("**") || rest.contains('{') { None } else { Some(rest.split('/').count()) };
        Ok(Glob { root: root.into(), depth, from, matcher: matcher.compile_matcher() })
    }

    /// The directory whose files may match.
    pub fn root(&self) -> &str {
        &self.root
    }

    /// How deep they may lie below it, 1 being its own files; `None` for any depth.
    pub fn depth(&self) -> Option<usize> {
        self.depth
    }

    /// What `fileset` calls the file at `path`, with `/` between its parts and given from [`Glob::root`]; `None` if
    /// it does not match.
    pub fn name(&self, path: &str) -> Option<String> {
        if !self.matcher.is_match(path) {
            return None;
        }
        let whole = clean(&format!("{}/{path}", self.root));
        Some(relative(&self.from, &whole))
    }
}

/// In Go's classes only `^` negates.
fn translated(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len());
    let mut rest = pattern;
    while let Some(at) = rest.find(['[', '\\']) {
        let skip = if rest[at..].starts_with('\\') { (at + 2).min(rest.len()) } else { at + 1 };
        let skip = (skip..=rest.len()).find(|at| rest.is_char_boundary(*at)).unwrap_or(rest.len());
        out.push_str(&rest[..skip]);
        rest = &rest[skip..];
        if out.ends_with('[')
            && let Some(body) = rest.strip_prefix('!')
            && let Some(end) = body.find(']').filter(|end| *end > 0)
        {
            out.push_str(&body[..end]);
            out.push('!');
            rest = &body[end..];
        }
    }
    out.push_str(rest);
    out
}

/// The way from a directory to a path, both cleaned.
fn relative(from: &str, to: &str) -> String {
    let parts = |path: &str| -> Vec<String> {
        path.split('/').filter(|part| *part != "." && !part.is_empty()).map(str::to_owned).collect()
    };
    let (from, to) = (parts(from), parts(to));
    let common = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    let up = std::iter::repeat_n("..".to_owned(), from.len() - common);
    up.chain(to[common..].iter().cloned()).collect::<Vec<_>>().join("/")
}
