package app.lienzo.world;

import app.lienzo.tenancy.PlatformDoors;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/// An endpoint as the compiled product has it. Nobody writes this list: a new endpoint is in it by itself.
///
/// @param template its path, parameters as `{name}`
/// @param body names of form fields, or of a JSON body's top-level fields
public record Route(Method code, String verb, String template, List<String> query, Body body) {
    private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target", "classes");
    private static final Pattern PARAMETER =
            Pattern.compile("\\{\\s*([A-Za-z0-9]+)\\s*(?::[^{}]*(?:\\{[^{}]*}[^{}]*)*)?}");

    /// What is sent with it.
    public sealed interface Body {
        record None() implements Body {}

        record Form(List<String> fields) implements Body {}

        record Upload(String field) implements Body {}

        /// @param type a record
        record Json(Class<?> type) implements Body {}
    }

    /// Those that an organization's host has.
    public static List<Route> ofOrganizations() {
        return all().stream().filter(route -> !route.platforms()).toList();
    }

    public static List<Route> all() {
        var found = new ArrayList<Route>();
        try (var files = Files.walk(CLASSES.resolve("app/lienzo"))) {
            for (var file : files.filter(file -> file.toString().endsWith(".class"))
                    .sorted()
                    .toList()) {
                var name = CLASSES.relativize(file).toString().replace('/', '.').replaceAll("\\.class$", "");
                if (name.endsWith("-info")) continue;
                var type = Class.forName(name, false, Thread.currentThread().getContextClassLoader());
                if (type.isAnnotationPresent(Path.class)) found.addAll(of(type));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        found.sort(Comparator.comparing(Route::template).thenComparing(Route::verb));
        return found;
    }

    /// Names of the parameters in the path, in their order.
    public List<String> pathParameters() {
        return PARAMETER
                .matcher(template)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    public String path(Function<String, String> values) {
        return PARAMETER.matcher(template).replaceAll(match -> values.apply(match.group(1)));
    }

    /// Whether it changes something.
    public boolean changes() {
        return !verb.equals("GET") && !verb.equals("HEAD");
    }

    /// Whether it belongs to the pages that people see, and so to what cookies authorise.
    public boolean page() {
        return !template.startsWith("/api/") && !template.startsWith("/widget/") && !template.startsWith("/scim/");
    }

    /// Whether it is at the platform's host and at no organization's.
    public boolean platforms() {
        return PlatformDoors.onlyThere(template);
    }

    public boolean has(Class<? extends Annotation> annotation) {
        return code.isAnnotationPresent(annotation) || code.getDeclaringClass().isAnnotationPresent(annotation);
    }

    public boolean stream() {
        return produces().contains("text/event-stream");
    }

    @Override
    public String toString() {
        return verb + " " + template;
    }

    /// Whether what it gives is a sheet to take along.
    public boolean sheet() {
        var outer = code.getDeclaringClass().getAnnotation(jakarta.ws.rs.Produces.class);
        var types = produces().isEmpty() && outer != null ? List.of(outer.value()) : produces();
        return types.stream().anyMatch(type -> type.startsWith("text/csv"));
    }

    private List<String> produces() {
        var produces = code.getAnnotation(jakarta.ws.rs.Produces.class);
        return produces == null ? List.of() : List.of(produces.value());
    }

    private static List<Route> of(Class<?> type) {
        var found = new ArrayList<Route>();
        for (var method : type.getDeclaredMethods()) {
            for (var annotation : method.getAnnotations()) {
                var verb = annotation.annotationType().getAnnotation(HttpMethod.class);
                if (verb != null) found.add(of(method, verb.value()));
            }
        }
        return found;
    }

    private static Route of(Method method, String verb) {
        var path = joined(method.getDeclaringClass().getAnnotation(Path.class), method.getAnnotation(Path.class));
        var query = new ArrayList<String>();
        for (var parameter : method.getParameters()) {
            var own = parameter.getAnnotation(RestQuery.class);
            if (own != null) query.add(named(own.value(), parameter.getName()));
            if (bean(parameter)) query.addAll(members(parameter.getType(), RestQuery.class, RestQuery::value));
        }
        return new Route(method, verb, path, query, body(method));
    }

    private static Body body(Method method) {
        var fields = new ArrayList<String>();
        for (var parameter : method.getParameters()) {
            var form = parameter.getAnnotation(RestForm.class);
            if (form != null && parameter.getType().getSimpleName().equals("FileUpload")) {
                return new Body.Upload(named(form.value(), parameter.getName()));
            }
            // Whatever files there are: no field of its own.
            if (form != null && form.value().equals(FileUpload.ALL)) continue;
            if (form != null) fields.add(named(form.value(), parameter.getName()));
            if (bean(parameter)) fields.addAll(members(parameter.getType(), RestForm.class, RestForm::value));
            else if (parameter.getType().isRecord()
                    && parameter.getAnnotations().length == annotationsOfBodies(parameter)) {
                return new Body.Json(parameter.getType());
            }
        }
        return fields.isEmpty() ? new Body.None() : new Body.Form(List.copyOf(fields));
    }

    /// A body may be marked as to be checked, and nothing else.
    private static long annotationsOfBodies(Parameter parameter) {
        return Arrays.stream(parameter.getAnnotations())
                .filter(annotation -> annotation.annotationType().getName().contains("validation"))
                .count();
    }

    /// A record of parameters, with the mark or without.
    private static boolean bean(Parameter parameter) {
        return parameter.isAnnotationPresent(BeanParam.class)
                || !members(parameter.getType(), RestQuery.class, RestQuery::value)
                        .isEmpty()
                || !members(parameter.getType(), RestForm.class, RestForm::value)
                        .isEmpty();
    }

    private static <A extends Annotation> List<String> members(
            Class<?> bean, Class<A> annotation, Function<A, String> name) {
        return Arrays.stream(bean.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(annotation))
                .map(field -> named(name.apply(field.getAnnotation(annotation)), field.getName()))
                .toList();
    }

    private static String named(String written, String name) {
        return written.isEmpty() ? name : written;
    }

    private static String joined(@Nullable Path outer, @Nullable Path inner) {
        var whole = "/" + (outer == null ? "" : outer.value()) + "/" + (inner == null ? "" : inner.value());
        var clean = whole.replaceAll("/{2,}", "/").replaceAll("(?<=.)/$", "");
        return PARAMETER.matcher(clean).replaceAll("{$1}");
    }
}
