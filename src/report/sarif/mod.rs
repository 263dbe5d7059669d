//! SARIF
pub fn write(
    _: &crate::control::Assessment,
    _: &crate::source::SourceMap,
    _: &super::Options,
    _: &mut dyn std::io::Write,
) -> std::io::Result<Vec<crate::diag::Diagnostic>> {
    Ok(vec![])
}
