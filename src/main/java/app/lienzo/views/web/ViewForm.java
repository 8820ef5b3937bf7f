package app.lienzo.views.web;

import app.lienzo.kernel.Ids;
import app.lienzo.kernel.Refused;
import app.lienzo.views.SavedView;
import app.lienzo.views.ViewDetails;
import app.lienzo.views.ViewSubject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/// A view as it is typed.
///
/// @param subject name of a [ViewSubject]
/// @param columns separated by commas
/// @param space empty to keep it for oneself
/// @param version what was looked at; empty for a new one
public record ViewForm(
        @RestForm @Nullable String subject,
        @RestForm @Nullable String name,
        @RestForm @Nullable String query,
        @RestForm @Nullable String columns,
        @RestForm @Nullable String space,
        @RestForm @Nullable String version) {

    static ViewForm of(SavedView view) {
        var space = view.space();
        return new ViewForm(
                view.subject().name(),
                view.name(),
                view.query(),
                String.join(",", view.columns()),
                space == null ? "" : space.toString(),
                String.valueOf(view.version()));
    }

    ViewDetails details() {
        return new ViewDetails(text(name), text(query), columnList(), spaceId());
    }

    /// @throws Refused as not found for anything that is none
    ViewSubject subjectRead() {
        return Arrays.stream(ViewSubject.values())
                .filter(known -> known.name().equals(subject))
                .findFirst()
                .orElseThrow(Refused::notFound);
    }

    /// A number that no view has for anything that is none.
    int versionRead() {
        var typed = text(version);
        return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : -1;
    }

    private @Nullable UUID spaceId() {
        return text(space).isEmpty() ? null : Ids.read(text(space)).orElseThrow(Refused::notFound);
    }

    private List<String> columnList() {
        return Arrays.stream(text(columns).split(","))
                .filter(column -> !column.isEmpty())
                .toList();
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
