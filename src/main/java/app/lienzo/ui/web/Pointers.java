package app.lienzo.ui.web;

import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import java.util.List;

/// Where in a body something stands, as a JSON pointer (RFC 6901) in a fragment.
final class Pointers {
    /// Of a name that somebody else made up.
    static final int NAME_SHOWN_MAX = 100;

    private Pointers() {}

    /// The first two steps of a path are ours: the method and its parameter.
    static String of(ConstraintViolation<?> violation) {
        var pointer = new StringBuilder("#");
        int step = 0;
        for (var node : violation.getPropertyPath()) {
            if (node.getIndex() != null) pointer.append('/').append(node.getIndex());
            if (node.getKey() != null) pointer.append('/').append(node.getKey());
            if (step++ > 1 && node.getKind() == ElementKind.PROPERTY)
                pointer.append('/').append(node.getName());
        }
        return pointer.toString();
    }

    static String of(List<JsonMappingException.Reference> path) {
        var pointer = new StringBuilder("#");
        for (var step : path) {
            var name = step.getFieldName() == null ? String.valueOf(step.getIndex()) : cut(step.getFieldName());
            pointer.append('/').append(name.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    static String cut(String name) {
        return name.length() > NAME_SHOWN_MAX ? name.substring(0, NAME_SHOWN_MAX) + "…" : name;
    }
}
