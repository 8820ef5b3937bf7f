package app.lienzo.operators.web;

import app.lienzo.kernel.SafeText;
import app.lienzo.tenancy.OrganizationRegister;
import app.lienzo.tenancy.OrganizationState;
import app.lienzo.tenancy.Plan;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What is asked for in the list of organizations, as it stands in the address.
public record OrganizationFilter(
        @RestQuery @Nullable String q,
        @RestQuery @Nullable String plan,
        @RestQuery @Nullable String state) {
    private static final int TEXT_MAX = 120;

    OrganizationRegister.Query query(@Nullable String after, int limit) {
        var text = q == null ? "" : SafeText.line(q, TEXT_MAX);
        return new OrganizationRegister.Query(
                text.isEmpty() ? null : text,
                FoundForm.one(Plan.values(), plan).orElse(null),
                FoundForm.one(OrganizationState.values(), state).orElse(null),
                after == null || after.isEmpty() ? null : SafeText.cut(after, TEXT_MAX),
                limit);
    }

    /// For templates: the query's part of an address, with its question mark; empty for none.
    public String getAddress() {
        var parts = new ArrayList<String>();
        add(parts, "q", q);
        add(parts, "plan", plan);
        add(parts, "state", state);
        return parts.isEmpty() ? "" : "?" + String.join("&", parts);
    }

    private static void add(ArrayList<String> parts, String name, @Nullable String value) {
        if (value == null || value.isBlank()) return;
        parts.add(name + "=" + URLEncoder.encode(SafeText.line(value, TEXT_MAX), StandardCharsets.UTF_8));
    }
}
