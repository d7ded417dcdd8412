package org.modestcrm.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final ArchitectureRules RULES = new ArchitectureRules(new Layout("org.modestcrm"));
    private static JavaClasses ours;

    @BeforeAll
    static void read_the_classes_of_all_modules() {
        ours = new ClassFileImporter()
                .withImportOption(location -> !location.contains("/test-classes/"))
                .importPackages("org.modestcrm");
    }

    @Test
    void there_are_classes_to_judge() {
        assertThat(ours.contain("org.modestcrm.Crm")).isTrue();
    }

    @Test
    void core_packages_use_only_packages_to_their_left() {
        RULES.core_packages_use_only_packages_to_their_left().check(ours);
    }

    @Test
    void modules_use_only_what_their_row_names() {
        RULES.modules_use_only_what_their_row_names().check(ours);
    }

    @Test
    void packages_are_free_of_cycles() {
        RULES.packages_are_free_of_cycles().check(ours);
    }

    @Test
    void core_shows_no_foreign_type() {
        RULES.core_shows_no_foreign_type().check(ours);
    }

    @Test
    void no_module_shows_a_library_it_hides() {
        RULES.no_module_shows_a_library_it_hides().check(ours);
    }

    @Test
    void types_are_named_after_what_they_are() {
        RULES.types_are_named_after_what_they_are().check(ours);
    }

    @Test
    void packages_are_named_after_the_business() {
        RULES.packages_are_named_after_the_business().check(ours);
    }

    @Test
    void nobody_asks_the_clock() {
        RULES.nobody_asks_the_clock().check(ours);
    }

    @Test
    void every_package_is_null_marked() {
        RULES.every_package_is_null_marked().check(ours);
    }

    @Test
    void libraries_print_nothing() {
        RULES.libraries_print_nothing().check(ours);
    }

    /** The gates of a published jar are switched on by its module descriptor: a jar without one would escape them. */
    @Test
    void every_jar_has_a_module_descriptor() throws IOException {
        List<String> homes = Collections.list(getClass().getClassLoader().getResources("module-info.class")).stream()
                .map(URL::toString)
                .map(url -> url.substring(0, url.length() - "module-info.class".length()))
                .toList();

        assertThat(ours)
                .allMatch(type -> homes.stream().anyMatch(uriOf(type)::startsWith), "lies beside a module-info.class");
    }

    private static String uriOf(JavaClass type) {
        return type.getSource().orElseThrow().getUri().toString().replaceFirst("^file:///", "file:/");
    }
}
