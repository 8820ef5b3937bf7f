package app.lienzo.imports;

import java.util.List;

/// A row that was not taken.
///
/// @param row its number, the header not counted
/// @param code of the refusal
/// @param details of the refusal
/// @param cells as they were read
public record Reject(int row, String code, List<Object> details, List<String> cells) {}
