package app.lienzo.scim.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Which attributes a directory wants to see (RFC 7644, section 3.9).
///
/// @param wanted in small letters, `name.givenname`; empty for all
/// @param unwanted the same; nothing that always goes out
record Attributes(Set<String> wanted, Set<String> unwanted) {
    private static final Set<String> ALWAYS = Set.of("schemas", "id");
    private static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:user:";
    private static final int TEXT_MAX = 2000;

    static Attributes read(@Nullable String attributes, @Nullable String excluded) {
        return new Attributes(names(attributes), names(excluded));
    }

    ObjectNode of(ObjectNode user) {
        if (wanted.isEmpty() && unwanted.isEmpty()) return user;
        var shown = JsonNodeFactory.instance.objectNode();
        user.properties().forEach(field -> {
            var name = field.getKey().toLowerCase(Locale.ROOT);
            if (ALWAYS.contains(name)) shown.set(field.getKey(), field.getValue());
            else if (!unwanted.contains(name)) part(shown, field.getKey(), field.getValue());
        });
        return shown;
    }

    private void part(ObjectNode shown, String name, JsonNode value) {
        var small = name.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty() || wanted.contains(small)) {
            shown.set(name, without(value, small));
            return;
        }
        if (wanted.stream().noneMatch(wish -> wish.startsWith(small + "."))) return;
        shown.set(name, only(value, small));
    }

    private JsonNode without(JsonNode value, String outer) {
        var copy = value.deepCopy();
        if (copy instanceof ObjectNode object)
            object.properties().stream()
                    .map(Map.Entry::getKey)
                    .filter(inner -> unwanted.contains(outer + "." + inner.toLowerCase(Locale.ROOT)))
                    .toList()
                    .forEach(object::remove);
        else if (copy.isArray()) copy.forEach(one -> removeFrom(one, outer));
        return copy;
    }

    private void removeFrom(JsonNode one, String outer) {
        if (!(one instanceof ObjectNode object)) return;
        for (var name : unwanted) if (name.startsWith(outer + ".")) object.remove(name.substring(outer.length() + 1));
    }

    private JsonNode only(JsonNode value, String outer) {
        if (value.isArray()) {
            var list = JsonNodeFactory.instance.arrayNode();
            value.forEach(one -> list.add(only(one, outer)));
            return list;
        }
        var shown = JsonNodeFactory.instance.objectNode();
        value.properties().forEach(field -> {
            if (wanted.contains(outer + "." + field.getKey().toLowerCase(Locale.ROOT)))
                shown.set(field.getKey(), field.getValue());
        });
        return shown;
    }

    private static Set<String> names(@Nullable String written) {
        if (written == null || written.length() > TEXT_MAX) return Set.of();
        return Arrays.stream(written.toLowerCase(Locale.ROOT).split(","))
                .map(String::strip)
                .map(name -> name.startsWith(CORE) ? name.substring(CORE.length()) : name)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}
