package org.modestcrm.tests.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule must be able to fail: the packages below {@code wrong} break all of them on purpose. */
class ArchitectureRulesTest {
    private static final String WRONG = ArchitectureRulesTest.class.getPackageName() + ".wrong";
    private static final ArchitectureRules RULES = new ArchitectureRules(new Layout(WRONG));

    @ParameterizedTest(name = "{1}")
    @MethodSource("rules_and_what_they_find")
    void a_rule_finds_what_is_wrong(ArchRule rule, String sentence) {
        JavaClasses wrong = new ClassFileImporter().importPackages(WRONG);

        List<String> found = rule.evaluate(wrong).getFailureReport().getDetails();

        assertThat(found).anyMatch(line -> line.replace(WRONG, "~").contains(sentence));
    }

    static Stream<Arguments> rules_and_what_they_find() {
        ArchRule order = RULES.core_packages_use_only_packages_to_their_left();
        ArchRule clock = RULES.nobody_asks_the_clock();
        ArchRule shown = RULES.core_shows_no_foreign_type();
        return Stream.of(
                Arguments.of(order, "Field <~.money.Price.basket> has type <~.order.BasketUtil>"),
                Arguments.of(order, "~.util.BaseText lies in a package without a place"),
                Arguments.of(
                        RULES.modules_use_only_what_their_row_names(), "csv.Reader.mailer> has type <~.email.Mailer>"),
                Arguments.of(RULES.packages_are_free_of_cycles(), "Cycle detected: Slice money"),
                Arguments.of(shown, "BasketUtil.log() shows [org.slf4j.Logger]"),
                Arguments.of(shown, "BasketUtil.logs shows [org.slf4j.Logger]"),
                Arguments.of(RULES.no_module_shows_a_library_it_hides(), "~.email.Mailer shows [org.slf4j.spi"),
                Arguments.of(RULES.types_are_named_after_what_they_are(), "BasketUtil"),
                Arguments.of(RULES.types_are_named_after_what_they_are(), "BaseText"),
                Arguments.of(RULES.packages_are_named_after_the_business(), "BaseText lies in ~.util"),
                Arguments.of(clock, "calls method <java.time.Instant.now()>"),
                Arguments.of(clock, "calls method <java.time.LocalDate.now(java.time.ZoneId)>"),
                Arguments.of(clock, "references method <java.time.LocalTime.now()>"),
                Arguments.of(clock, "calls method <java.lang.System.currentTimeMillis()>"),
                Arguments.of(clock, "calls constructor <java.util.Date.<init>()>"),
                Arguments.of(RULES.every_package_is_null_marked(), "~.money.Price lies in a package that is not"),
                Arguments.of(RULES.libraries_print_nothing(), "gets field <java.lang.System.out>"));
    }

    @Test
    void a_clock_that_was_handed_in_may_be_asked() {
        JavaClasses wrong = new ClassFileImporter().importPackages(WRONG);

        List<String> found =
                RULES.nobody_asks_the_clock().evaluate(wrong).getFailureReport().getDetails();

        assertThat(found).noneMatch(line -> line.contains("java.time.Clock") || line.contains("Date.<init>(long)"));
    }

    @Test
    void a_name_that_only_begins_like_a_forbidden_one_is_fine() {
        JavaClasses wrong = new ClassFileImporter().importPackages(WRONG);

        List<String> found = RULES.types_are_named_after_what_they_are()
                .evaluate(wrong)
                .getFailureReport()
                .getDetails();

        assertThat(found).noneMatch(line -> line.contains("Baseline"));
    }

    @Test
    void a_module_without_classes_breaks_no_rule() {
        JavaClasses none = new ClassFileImporter().importPackages(WRONG + ".nothing");

        assertThat(RULES.every_package_is_null_marked().evaluate(none).hasViolation())
                .isFalse();
        assertThat(RULES.packages_are_free_of_cycles().evaluate(none).hasViolation())
                .isFalse();
    }
}
