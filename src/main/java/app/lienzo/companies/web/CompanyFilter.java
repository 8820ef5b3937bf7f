package app.lienzo.companies.web;

import app.lienzo.companies.CompanyQuery;
import app.lienzo.kernel.Ids;
import app.lienzo.kernel.SafeText;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// What the list is narrowed down to. What is not understood filters nothing, as an old bookmark should.
public record CompanyFilter(
        @RestQuery @Nullable String q,
        @RestQuery @Nullable String supportPlan,
        @RestQuery @Nullable String health,
        @RestQuery @Nullable String tier,
        @RestQuery @Nullable String industry) {

    CompanyQuery query(Set<UUID> spaces, @Nullable String after, int limit) {
        return new CompanyQuery(
                spaces,
                q == null ? "" : SafeText.line(q, CompanyQuery.TEXT_MAX),
                id(supportPlan),
                CompanyForm.text(health),
                CompanyForm.text(tier),
                CompanyForm.text(industry),
                id(after),
                limit);
    }

    public boolean narrow() {
        return !address().isEmpty();
    }

    /// What stands behind the question mark; empty when nothing is filtered.
    public String queryString() {
        return narrow() ? address().substring(1) : "";
    }

    /// As a part of an address, `?` included; empty when nothing is filtered.
    public String address() {
        var pairs = new ArrayList<String>();
        add(pairs, "q", q);
        add(pairs, "supportPlan", supportPlan);
        add(pairs, "health", health);
        add(pairs, "tier", tier);
        add(pairs, "industry", industry);
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private static void add(ArrayList<String> pairs, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    private static @Nullable UUID id(@Nullable String text) {
        return text == null ? null : Ids.read(text).orElse(null);
    }
}
