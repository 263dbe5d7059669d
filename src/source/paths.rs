//! Paths as text, without asking the file system.

use std::path::{Component, Path, PathBuf};

/// The path without `.` and with `name/..` taken out, as Terraform cleans paths; empty where nothing is left.
pub fn clean(path: &Path) -> PathBuf {
    let mut clean = PathBuf::new();
    for component in path.components() {
        match component {
            Component::CurDir => {}
            Component::ParentDir => match clean.components().next_back() {
                Some(Component::Normal(_)) => {
                    clean.pop();
                }
                Some(Component::RootDir | Component::Prefix(_)) => {}
                _ => clean.push(".."),
            },
            other => clean.push(other),
        }
    }
    clean
}

/// The path that leads from the directory `from` to `to`, both canonical or both relative to the same directory;
/// empty where they are the same.
pub fn relative(from: &Path, to: &Path) -> PathBuf {
    let mut from = from.components().peekable();
    let mut to = to.components().peekable();
    while let (Some(a), Some(b)) = (from.peek(), to.peek()) {
        if a != b {
            break;
        }
        from.next();
        to.next();
    }
    from.map(|_| Component::ParentDir).chain(to).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cleaning_takes_out_what_leads_nowhere() {
        let cases = [
            ("./a/../b/.", "b"),
            (".", ""),
            ("a/..", ""),
            ("../../a", "../../a"),
            ("a/../../b", "../b"),
            ("/../a", "/a"),
        ];
        for (path, expected) in cases {
            assert_eq!(clean(Path::new(path)), Path::new(expected), "{path}");
        }
    }

    #[test]
    fn relative_leads_from_one_to_the_other() {
        let cases = [("/a/b", "/a/c/d", "../c/d"), ("/a", "/a", ""), ("/a", "/a/b", "b"), ("/a/b/c", "/a", "../..")];
        for (from, to, expected) in cases {
            assert_eq!(relative(Path::new(from), Path::new(to)), Path::new(expected), "{from} {to}");
        }
    }
}
