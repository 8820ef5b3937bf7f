package app.lienzo.partners;

import java.util.List;

/// What is wrong with one field.
///
/// @param code of the words, as a refusal has one
public record Fault(String field, String code, List<Object> details) {
    static Fault of(String field, String code, Object... details) {
        return new Fault(field, code, List.of(details));
    }
}
