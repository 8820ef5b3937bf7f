package app.lienzo.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesThat;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.Entity;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/// The rules that hold inside every feature, each with the reason a newcomer would ask for.
class HouseRulesTest {

    private static final List<Class<? extends Annotation>> ANSWERS_WHO_MAY =
            List.of(PermitAll.class, RolesAllowed.class, Authenticated.class, PermissionsAllowed.class, DenyAll.class);

    private static final Pattern BANNED =
            Pattern.compile("Abstract.*|.*(?:Impl|Manager|Helper|Util|Utils|Dto|DTO|Base)");

    @Test
    void entities_are_seen_by_their_feature_only() {
        check(every().areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .because("other features hold the id and read records"));
    }

    @Test
    void repositories_are_seen_by_their_feature_only() {
        check(every().areAssignableTo(PanacheRepositoryBase.class)
                .should()
                .bePackagePrivate()
                .because("the service is the one door to the rows"));
    }

    @Test
    void only_the_edge_knows_http() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(
                        "app.lienzo.*.web..",
                        "app.lienzo.ui..",
                        "app.lienzo.shell..",
                        "app.lienzo.tenancy..",
                        "app.lienzo.identity..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.ws.rs..", "io.vertx.ext.web.."))
                .because("a service must answer a job and a test as well as a request"));
    }

    @Test
    void time_is_handed_in() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("app.lienzo.kernel..")
                .should()
                .accessTargetWhere(readsTheSystemClock())
                .because("deadlines are tested by moving the injected clock"));
    }

    @Test
    void endpoints_are_resources_or_apis_of_a_web_package() {
        check(every().areAnnotatedWith(Path.class)
                .should()
                .haveNameMatching(".*(Resource|Api)")
                .andShould()
                .resideInAPackage("app.lienzo.*.web")
                .because("an address is found by the name of its class"));
    }

    @Test
    void every_endpoint_says_who_may() {
        check(
                methods()
                        .that(answerRequests())
                        .should(be(guarded()))
                        .because(
                                "an endpoint nobody thought about is denied, and that should be found here and not by a person"));
    }

    /// Null in such a place would come out as a fault of ours instead of the sender's.
    @Test
    void a_list_that_programs_send_has_no_place_for_null() {
        assertThat(House.CLASSES.stream()
                        .filter(type -> type.isAnnotatedWith(Path.class)
                                && type.getName().endsWith("Api"))
                        .flatMap(type -> Arrays.stream(type.reflect().getDeclaredMethods()))
                        .flatMap(method -> Arrays.stream(method.getParameters()))
                        .filter(sent -> sent.isAnnotationPresent(Valid.class))
                        .map(Parameter::getType)
                        .filter(Class::isRecord)
                        .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                        .filter(part -> Collection.class.isAssignableFrom(part.getType())))
                .isNotEmpty()
                .allSatisfy(list -> assertThat(((AnnotatedParameterizedType) list.getAnnotatedType())
                                .getAnnotatedActualTypeArguments()[0].isAnnotationPresent(NotNull.class))
                        .as("%s of %s says what @NotNull says", list.getName(), list.getDeclaringRecord())
                        .isTrue());
    }

    /// The framework skips an endpoint that is not public, with a warning that nobody reads.
    @Test
    void every_endpoint_is_public() {
        check(methods().that(answerRequests()).should().bePublic());
    }

    @Test
    void beans_are_built_by_their_constructor() {
        check(noFields()
                .should()
                .beAnnotatedWith(Inject.class)
                .orShould()
                .beAnnotatedWith(ConfigProperty.class)
                .because("a class must be constructible in a plain test"));
    }

    @Test
    void names_say_what_a_thing_is() {
        check(noClasses()
                .should(be(describe(
                        "named by a banned word",
                        (JavaClass type) -> BANNED.matcher(type.getSimpleName()).matches())))
                .because("Impl, Manager, Helper, Util, Dto, Base and Abstract hide the noun that is missing"));
    }

    /// A package does not inherit the mark of the one above it, so the web packages need their own.
    @Test
    void every_package_introduces_itself() {
        var packages = new TreeSet<java.nio.file.Path>();
        House.files(House.SOURCES, file -> House.nameOf(file).endsWith(".java"))
                .forEach(file -> packages.add(file.getParent()));
        packages.remove(House.SOURCES);

        assertThat(packages).allSatisfy(folder -> {
            var introduction = folder.resolve("package-info.java");
            assertThat(introduction).exists();
            assertThat(House.text(introduction)).contains("@NullMarked");
        });
        assertThat(packages.stream().filter(folder -> !folder.endsWith("web")))
                .allSatisfy(folder -> assertThat(House.text(folder.resolve("package-info.java")))
                        .as("what %s is for, in the `///` of its package-info", folder)
                        .containsPattern("(?m)^/// \\S"));
    }

    private static ClassesThat<GivenClassesConjunction> every() {
        return classes().that();
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(House.CLASSES);
    }

    /// Calls and method references alike; `now` with a clock handed in is the right way and passes.
    private static DescribedPredicate<JavaAccess<?>> readsTheSystemClock() {
        return describe(
                "the system's clock is read",
                access -> access.getTarget() instanceof CodeUnitAccessTarget target
                        && isSystemClock(target.getOwner(), target.getName(), target.getRawParameterTypes()));
    }

    private static boolean isSystemClock(JavaClass owner, String name, List<JavaClass> parameters) {
        return switch (name) {
            case "now" ->
                owner.getPackageName().startsWith("java.time")
                        && parameters.stream().noneMatch(type -> type.isAssignableTo(Clock.class));
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "system", "systemUTC", "systemDefaultZone" -> owner.isEquivalentTo(Clock.class);
            case "<init>" -> owner.isEquivalentTo(Date.class) && parameters.isEmpty();
            default -> false;
        };
    }

    private static DescribedPredicate<JavaMethod> answerRequests() {
        return describe(
                "answer requests",
                method -> method.isMetaAnnotatedWith(HttpMethod.class) && !method.isAnnotatedWith(HttpMethod.class));
    }

    private static DescribedPredicate<JavaMethod> guarded() {
        return describe(
                "guarded by one of "
                        + ANSWERS_WHO_MAY.stream().map(Class::getSimpleName).toList(),
                method -> Stream.<CanBeAnnotated>of(method, method.getOwner())
                        .anyMatch(place -> ANSWERS_WHO_MAY.stream()
                                .anyMatch(
                                        answer -> place.isAnnotatedWith(answer) || place.isMetaAnnotatedWith(answer))));
    }
}
