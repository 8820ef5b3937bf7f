package app.lienzo.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes of a row what its kind makes of it.
@ApplicationScoped
class RowTaker {
    private final ContactRows contacts;
    private final CompanyRows companies;

    RowTaker(ContactRows contacts, CompanyRows companies) {
        this.contacts = contacts;
        this.companies = companies;
    }

    /// @return whether something new came of it
    boolean take(ImportView run, List<String> cells, KnownNames names) {
        var told = told(run.mapping(), cells);
        return run.kind().ofContacts() ? contacts.take(run, told, names) : companies.take(run, told);
    }

    /// The cells by what they are.
    private static Map<String, String> told(Map<Integer, String> mapping, List<String> cells) {
        var told = new LinkedHashMap<String, String>();
        mapping.forEach((column, target) -> {
            if (column < cells.size()) told.put(target, cells.get(column));
        });
        return told;
    }

    /// Custom fields that are told of; an empty cell says nothing.
    static Map<String, String> fields(Map<String, String> told) {
        var fields = new LinkedHashMap<String, String>();
        told.forEach((target, cell) -> {
            if (target.startsWith(Target.FIELD) && !cell.isEmpty())
                fields.put(target.substring(Target.FIELD.length()), cell);
        });
        return fields;
    }

    static String cell(Map<String, String> told, Target target) {
        return told.getOrDefault(target.code(), "");
    }
}
