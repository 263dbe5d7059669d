//! Changed files on disk.

use std::fs;
use std::path::{Path, PathBuf};

use tomcheck::diag::Diagnostic;
use tomcheck::fix::write;
use tomcheck::source::{Boundary, Options, SourceMap, discover, read_file};

const TEXT: &str = "a = 1\r\n";
const NEW: &str = "a = 2\r\n";

fn boundary(folder: &Path) -> Boundary {
    discover(&[folder.to_path_buf()], &Options::default()).0.boundary
}

/// Reads a file, lets something happen, and writes it.
fn read_and_write(path: &Path, boundary: &Boundary, meanwhile: impl FnOnce()) -> Result<(), Diagnostic> {
    let file = SourceMap::default().add(PathBuf::from("shown.tf"), read_file(path, path).unwrap());
    meanwhile();
    write(path, boundary, &file, NEW.as_bytes())
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn a_file_is_written_and_nothing_is_left_beside_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("main.tf");
    fs::write(&path, TEXT).unwrap();
    read_and_write(&path, &boundary(folder.path()), || {}).unwrap();
    assert_eq!(fs::read_to_string(&path).unwrap(), NEW);
    assert_eq!(names(folder.path()), ["main.tf"]);
}

#[test]
fn a_file_that_was_changed_meanwhile_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("main.tf");
    fs::write(&path, TEXT).unwrap();
    let boundary = boundary(folder.path());
    let error = read_and_write(&path, &boundary, || fs::write(&path, "a = 3\n").unwrap()).expect_err("it was changed");
    assert_eq!((error.code, error.path), ("fix-stale", Some("shown.tf".into())));
    assert_eq!(fs::read_to_string(&path).unwrap(), "a = 3\n");
    let error = read_and_write(&path, &boundary, || fs::remove_file(&path).unwrap()).expect_err("it is gone");
    assert_eq!(error.code, "fix-unwritable");
    assert_eq!(names(folder.path()), Vec::<String>::new());
}

#[cfg(unix)]
#[test]
fn permissions_stay() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("main.tf");
    let boundary = boundary(folder.path());
    for mode in [0o640, 0o755, 0o600] {
        fs::write(&path, TEXT).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        read_and_write(&path, &boundary, || {}).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, mode);
        assert_eq!(fs::read_to_string(&path).unwrap(), NEW);
    }
    fs::write(&path, TEXT).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    let error = read_and_write(&path, &boundary, || {}).expect_err("it is read-only");
    assert_eq!(error.code, "fix-unwritable");
    assert_eq!(fs::read_to_string(&path).unwrap(), TEXT);
    assert_eq!(names(folder.path()), ["main.tf"]);
}

#[cfg(unix)]
#[test]
fn links_are_followed_within_the_tree_only() {
    let [folder, outside] = [tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap()];
    for folder in [&folder, &outside] {
        fs::write(folder.path().join("real.tf"), TEXT).unwrap();
    }
    let link = folder.path().join("link.tf");
    let boundary = boundary(folder.path());
    std::os::unix::fs::symlink(outside.path().join("real.tf"), &link).unwrap();
    let error = read_and_write(&link, &boundary, || {}).expect_err("it is outside");
    assert_eq!(error.code, "outside-tree");
    assert_eq!(fs::read_to_string(outside.path().join("real.tf")).unwrap(), TEXT);
    assert_eq!(names(outside.path()), ["real.tf"]);
    fs::remove_file(&link).unwrap();
    std::os::unix::fs::symlink("real.tf", &link).unwrap();
    read_and_write(&link, &boundary, || {}).unwrap();
    assert!(link.symlink_metadata().unwrap().is_symlink());
    assert_eq!(fs::read_to_string(folder.path().join("real.tf")).unwrap(), NEW);
}
