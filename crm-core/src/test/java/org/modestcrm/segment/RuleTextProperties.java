package org.modestcrm.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleTextProperties {
    private static final int TREES = Boolean.getBoolean("modestcrm.long") ? 25_000 : 250;
    private static final int GARBAGE = Boolean.getBoolean("modestcrm.long") ? 250_000 : 2_500;
    private static final long LONGEST_NANOS = 1_000_000_000;
    private static final List<String> PIECES = List.of(
            "a",
            "orders(",
            ")",
            "(",
            ".count",
            ".sum(total)",
            "=",
            ">=",
            "NOT",
            "AND",
            "OR",
            "IN",
            "LAST",
            "90",
            "DAYS",
            "'",
            "'FR'",
            "`",
            "IS",
            "SET",
            "TRUE",
            "SEGMENT",
            "CONSENT",
            "email",
            "FOR",
            "GRANTED",
            "BETWEEN",
            ",",
            "--",
            "/*",
            "*/",
            "2026-03-01",
            "2026-13-99",
            "T09:00:00Z",
            "500",
            "EUR",
            "-",
            "\n",
            "\t",
            "\u0000",
            "\uD83D",
            "é",
            "9".repeat(70),
            "\u2028",
            "ANNIVERSARY",
            "NEXT",
            "1e5",
            "0x1F",
            ";",
            "\\",
            "#");

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void a_rule_comes_back_from_its_text_and_the_text_stays_the_same(long seed) {
        Random random = new Random(seed);
        RandomRules rules = new RandomRules(random);
        RuleLimits wide = new RuleLimits(1_000_000, 64, 100_000);
        for (int i = 0; i < TREES; i++) {
            Rule rule = rules.rule(random.nextInt(5));

            Rule read = RuleLanguage.standard().parse(rule.text(), wide);

            assertThat(read).as("seed %s, tree %s: %s", seed, i, rule.text()).isEqualTo(rule);
            assertThat(read.text()).as("seed %s, tree %s", seed, i).isEqualTo(rule.text());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void what_is_no_rule_ends_in_a_syntax_error_and_nothing_else(long seed) {
        Random random = new Random(seed);
        RandomRules rules = new RandomRules(random);
        for (int i = 0; i < GARBAGE; i++) {
            String text = random.nextBoolean()
                    ? garbage(random)
                    : mutated(rules.rule(2).text(), random);
            long start = System.nanoTime();

            String outcome = outcome(text);

            assertThat(outcome).as("seed %s, text %s: %s", seed, i, text).isIn("rule", "RuleSyntaxException");
            assertThat(System.nanoTime() - start)
                    .as("nanoseconds for seed %s, text %s: %s", seed, i, text)
                    .isLessThan(LONGEST_NANOS);
        }
    }

    /** Whatever is thrown is looked at, an error too. */
    private static String outcome(String text) {
        try {
            return Rule.parse(text) == null ? "null" : "rule";
        } catch (RuleSyntaxException e) {
            return e.line() >= 1 && e.column() >= 1 && !e.expected().isEmpty() ? "RuleSyntaxException" : "no place";
        } catch (RuntimeException | StackOverflowError e) {
            return e.toString();
        }
    }

    private static String garbage(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextInt(4) == 0 ? "" : " ");
        }
        return text.toString();
    }

    private static String mutated(String rule, Random random) {
        StringBuilder text = new StringBuilder(rule);
        for (int i = 1 + random.nextInt(4); i > 0 && text.length() > 0; i--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
                case 2 -> text.setCharAt(at, (char) random.nextInt(0x3000));
                default -> text.setLength(at);
            }
        }
        return text.toString();
    }
}
