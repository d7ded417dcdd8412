package org.modestcrm.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of the documents beside the code. */
class RuleDocsTest {
    static List<Operator> operators() {
        return Operators.builtIn();
    }

    static List<AggregateFunction> functions() {
        return AggregateFunctions.builtIn();
    }

    @ParameterizedTest
    @MethodSource("operators")
    void every_operator_has_its_row_and_an_example_that_uses_it(Operator operator) throws IOException {
        String begin = "| `%s` | `%s` | %s | %s | "
                .formatted(
                        operator.keyword(),
                        operator.complement().keyword(),
                        operator.shape().expectation(),
                        names(operator.types()));

        List<String> cells = cellsOfRow("operators.md", begin);

        assertThat(cells.get(5)).as("meaning").isNotBlank();
        assertThat(RuleLanguage.standard().parse(code(cells.get(6))))
                .isInstanceOfSatisfying(
                        Rule.Test.class, test -> assertThat(test.operator()).isSameAs(operator));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void every_figure_has_its_row_and_an_example_that_uses_it(AggregateFunction function) throws IOException {
        String begin =
                "| `%s` | %s | ".formatted(function.name(), function.takesFact() ? names(function.types()) : "none");

        List<String> cells = cellsOfRow("operators.md", begin);

        assertThat(cells.get(3)).as("of nothing").isIn("0", "missing");
        assertThat(cells.get(4)).as("meaning").isNotBlank();
        assertThat(RuleLanguage.standard().parse(code(cells.get(5))))
                .isInstanceOfSatisfying(
                        Rule.Test.class,
                        test -> assertThat(test.value())
                                .isInstanceOfSatisfying(
                                        Value.Aggregate.class,
                                        value -> assertThat(value.function()).isSameAs(function)));
    }

    static List<FactFunction> factFunctions() {
        return FactFunctions.builtIn();
    }

    @ParameterizedTest
    @MethodSource("factFunctions")
    void every_function_has_its_row_and_an_example_that_uses_it(FactFunction function) throws IOException {
        String begin = "| `%s` | %s | %s | ".formatted(function.name(), names(function.types()), function.result());

        List<String> cells = cellsOfRow("operators.md", begin);

        assertThat(cells.get(4)).as("meaning").isNotBlank();
        assertThat(code(cells.get(5))).contains(function.name() + "(");
        assertThat(RuleLanguage.standard().parse(code(cells.get(5))).text()).contains(function.name() + "(");
    }

    @Test
    void every_fact_of_our_model_has_its_row() throws IOException {
        String page = read("facts.md");

        assertThat(page.lines()
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.split(" \\| ")[0] + " | " + line.split(" \\| ")[1]))
                .containsExactlyElementsOf(rows(CustomerHistory.facts()).toList());
    }

    private static Stream<String> rows(FactCatalogue<?> customer) {
        Stream<String> own = customer.facts().stream().map(name -> row("", name, customer));
        Stream<String> items = customer.collections().stream().flatMap(collection -> {
            FactCatalogue<?> facts = items(customer, collection);
            return facts.facts().stream().map(name -> row(collection + ": ", name, facts));
        });
        return Stream.concat(own, items);
    }

    private static FactCatalogue<?> items(FactCatalogue<?> customer, String collection) {
        FactCatalogue.Items<?, ?> items = customer.collection(collection);
        assertThat(items).isNotNull();
        return items.facts();
    }

    private static String row(String prefix, String name, FactCatalogue<?> facts) {
        FactCatalogue.Fact<?> fact = facts.fact(name);
        assertThat(fact).isNotNull();
        return "| `" + prefix + name + "` | " + fact.type();
    }

    @ParameterizedTest
    @EnumSource(RuleProblem.Code.class)
    void every_code_has_its_cause_and_cure(RuleProblem.Code code) throws IOException {
        assertThat(read("errors.md")).contains("| `" + code + "` |");
    }

    @Test
    void every_rule_code_of_the_page_is_one_of_the_code() throws IOException {
        Set<String> documented = read("errors.md")
                .lines()
                .filter(line -> line.startsWith("| `RULE-"))
                .map(line -> line.substring(3, line.indexOf('`', 3)))
                .collect(Collectors.toSet());
        Set<String> known =
                Stream.of(RuleProblem.Code.values()).map(Object::toString).collect(Collectors.toSet());

        assertThat(documented).isEqualTo(known);
    }

    private static List<String> cellsOfRow(String page, String begin) throws IOException {
        List<String> rows =
                read(page).lines().filter(line -> line.startsWith(begin)).toList();
        assertThat(rows).as("rows that begin with %s", begin).hasSize(1);
        return Stream.of(rows.get(0).split(" ?\\| ?")).map(String::strip).toList();
    }

    private static String code(String cell) {
        return cell.replace("`", "");
    }

    private static String names(Set<FactType> types) {
        return types.stream().map(Enum::name).collect(Collectors.joining(", "));
    }

    private static String read(String page) throws IOException {
        return Files.readString(Path.of("..", "docs", page));
    }
}
