package app.lienzo.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/// Fields of the form at hand whose names nobody knows when the product is built.
public final class FormFields {
    private static final int FIELDS_MAX = 200;

    private FormFields() {}

    /// What was sent under names that begin with `prefix`, by the rest of the name; of several values the last, so
    /// that a box that is not ticked can say so by a hidden field before it.
    public static Map<String, String> under(String prefix) {
        var context = CurrentRequestManager.get();
        var form = context == null ? null : context.getFormData();
        var found = new LinkedHashMap<String, String>();
        if (form == null) return found;
        for (var name : form) {
            if (!name.startsWith(prefix) || found.size() >= FIELDS_MAX) continue;
            var last = form.getLast(name);
            if (last != null && !last.isFileItem()) found.put(name.substring(prefix.length()), last.getValue());
        }
        return found;
    }
}
