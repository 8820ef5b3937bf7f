package app.lienzo.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Holds the code to `docs/floor-plan.txt`: a feature leans on the floors below it and on nothing
/// beside or above it.
class FloorPlanTest {

    private static final FloorPlan PLAN = FloorPlan.read();

    @Test
    void the_plan_is_well_written() {
        assertThat(PLAN.mistakes()).isEmpty();
        assertThat(PLAN.features()).isNotEmpty();
    }

    @Test
    void a_plan_that_leans_upwards_is_refused() {
        var plan = FloorPlan.parse(List.of("attic : cellar  upstairs", "cellar :  downstairs"));

        assertThat(plan.mistakes()).containsExactly("attic leans on cellar, which is not written above it");
    }

    /// A new package has to enter the plan; only the class that starts everything lives above the
    /// features.
    @Test
    void every_class_belongs_to_a_feature() {
        var features = PLAN.features().stream().map(FloorPlanTest::packagesOf).toArray(String[]::new);

        classes()
                .that(areNotTheStart())
                .should()
                .resideInAnyPackage(features)
                .because("a new package must enter docs/floor-plan.txt")
                .allowEmptyShould(true)
                .check(House.CLASSES);
    }

    @Test
    void features_lean_only_on_the_floors_below() {
        for (var feature : PLAN.features()) {
            var forbidden = PLAN.forbiddenFor(feature).stream()
                    .map(FloorPlanTest::packagesOf)
                    .toArray(String[]::new);

            noClasses()
                    .that()
                    .resideInAPackage(packagesOf(feature))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(forbidden))
                    .because("docs/floor-plan.txt does not let '" + feature + "' lean on it")
                    .allowEmptyShould(true)
                    .check(House.CLASSES);
        }
    }

    @Test
    void features_form_no_cycle() {
        slices().matching("app.lienzo.(*)..")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(House.CLASSES);
    }

    /// What a feature shows on the web is its own affair: others go through its service.
    @Test
    void nobody_imports_the_web_package_of_another_feature() {
        for (var feature : PLAN.features()) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage(packagesOf(feature))
                    .should()
                    .dependOnClassesThat(resideInAPackage(House.ROOT + "." + feature + ".web.."))
                    .because("the web package of a feature belongs to that feature")
                    .allowEmptyShould(true)
                    .check(House.CLASSES);
        }
    }

    @Test
    void a_feature_has_two_packages_and_no_more() {
        classes()
                .that(areNotTheStart())
                .should()
                .resideInAnyPackage(House.ROOT + ".*", House.ROOT + ".*.web")
                .because("a feature is its root and its web package")
                .allowEmptyShould(true)
                .check(House.CLASSES);
    }

    /// Guards the guards: with a reader too old for the compiler, rules would pass for want of classes.
    @Test
    void the_reader_understands_the_compiler() {
        var self = new ClassFileImporter().importClasses(FloorPlanTest.class).get(FloorPlanTest.class);

        assertThat(self.getMethods()).isNotEmpty();
    }

    private static DescribedPredicate<JavaClass> areNotTheStart() {
        var allowed = Set.of(House.ROOT + ".Main", House.ROOT + ".package-info");
        return describe(
                "are not the start of the product",
                type -> !allowed.contains(type.getName()) && !type.getName().startsWith(House.ROOT + ".Main$"));
    }

    private static String packagesOf(String feature) {
        return House.ROOT + "." + feature + "..";
    }
}
