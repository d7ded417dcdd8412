package org.modestcrm.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.modestcrm.Crm;
import org.modestcrm.csv.ReadReport;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.json.JsonText;
import org.modestcrm.segment.CustomerHistory;
import org.modestcrm.segment.EvaluationContext;
import org.modestcrm.segment.Explanation;
import org.modestcrm.segment.Segment;
import org.modestcrm.segment.SegmentCount;
import org.modestcrm.segment.SegmentEvaluator;
import org.modestcrm.segment.Segments;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Segments over an order file. */
@Command(
        name = "segment",
        description = "Counts segments over an order file and explains them.",
        mixinStandardHelpOptions = true)
final class SegmentCommand implements Runnable {
    private final Clock clock;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    SegmentCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "segment what? (expected: count or explain)");
    }

    @Command(
            name = "count",
            description = "Tell how many customers are in each segment.",
            mixinStandardHelpOptions = true)
    int count(
            @Mixin OrdersOption orders,
            @Mixin RulesOption rules,
            @Option(names = "--json", description = "Print one JSON object.") boolean json) {
        Segments<CustomerHistory> segments = rules.segments();
        Crm crm = Crm.inMemory(clock);
        ReadReport report = orders.readInto(crm, progress());
        Instant asOf = orders.asOf(crm);
        Map<String, SegmentCount> counts = count(crm, segments, EvaluationContext.at(asOf, orders.zone()));
        if (json) {
            Map<String, Long> figures = new LinkedHashMap<>();
            counts.forEach((id, count) -> figures.put(id, count.in()));
            out().println(JsonText.of(ordered("asOf", asOf.toString(), "segments", figures)));
        } else {
            counts.forEach((id, count) -> out().printf(Locale.ROOT, "%9d  %s%n", count.in(), id));
        }
        return CommandFailure.codeOf(report, spec.commandLine().getErr());
    }

    static Map<String, SegmentCount> count(Crm crm, Segments<CustomerHistory> segments, EvaluationContext context) {
        try (Stream<CustomerHistory> histories = crm.histories()) {
            return segments.at(context).count(histories);
        }
    }

    @Command(
            name = "explain",
            description = "Tell why a customer is in a segment, or is not.",
            mixinStandardHelpOptions = true)
    int explain(@Mixin OrdersOption orders, @Mixin RulesOption rules, @Mixin ExplainOptions options) {
        Segments<CustomerHistory> segments = rules.segments();
        List<String> asked = options.segmentsAmong(segments);
        Crm crm = Crm.inMemory(clock);
        ReadReport report = orders.readInto(crm, progress());
        CustomerHistory customer = crm.history(CustomerId.of(options.customer))
                .orElseThrow(() -> CommandFailure.wrongUse("--customer: there is no customer " + options.customer
                        + " in the file (expected: one that is)"));
        Instant asOf = orders.asOf(crm);
        SegmentEvaluator<CustomerHistory> evaluator = segments.at(EvaluationContext.at(asOf, orders.zone()));
        Map<String, Explanation> explanations = new LinkedHashMap<>();
        asked.forEach(id -> explanations.put(id, evaluator.explain(id, customer)));
        if (options.json) {
            out().println(JsonText.of(json(options, asOf, explanations)));
        } else {
            explanations.forEach((id, why) -> print(id, why, options.language()));
        }
        return CommandFailure.codeOf(report, spec.commandLine().getErr());
    }

    private void print(String id, Explanation why, Locale language) {
        out().println(id);
        why.lines(language).forEach(line -> out().println("  " + line));
    }

    private static Map<String, Object> json(ExplainOptions options, Instant asOf, Map<String, Explanation> whys) {
        Map<String, Object> segments = new LinkedHashMap<>();
        whys.forEach((id, why) -> segments.put(id, json(why, options.language())));
        Map<String, Object> all = ordered("customer", options.customer, "asOf", asOf.toString());
        all.put("segments", segments);
        return all;
    }

    private static Map<String, Object> json(Explanation why, Locale language) {
        Map<String, Object> node = ordered("rule", why.rule().text(), "holds", why.holds());
        node.put("decidedByMissingData", why.decidedByMissingData());
        why.seen(language).ifPresent(seen -> node.put("seen", seen));
        why.window().ifPresent(window -> node.put("window", window));
        why.changesAt().ifPresent(at -> node.put("changesAt", at.toString()));
        node.put("sentence", why.sentence(language));
        if (!why.parts().isEmpty()) {
            List<Object> parts = new ArrayList<>();
            why.parts().forEach(part -> parts.add(json(part, language)));
            node.put("parts", parts);
        }
        return node;
    }

    private static Map<String, Object> ordered(String first, Object one, String second, Object other) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(first, one);
        map.put(second, other);
        return map;
    }

    private Progress progress() {
        return Progress.on(spec.commandLine().getErr());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    /** Whom and what to explain, and how. */
    static final class ExplainOptions {
        @Option(names = "--customer", paramLabel = "ID", required = true, description = "The customer's id.")
        String customer = "";

        @Option(names = "--segment", paramLabel = "ID", description = "The segment; all of them unless given.")
        String segment = "";

        @Option(
                names = "--language",
                paramLabel = "L",
                defaultValue = "en",
                description = "en or fr; ${DEFAULT-VALUE} unless given.")
        String language = "en";

        @Option(names = "--json", description = "Print one JSON object.")
        boolean json;

        Locale language() {
            if (!language.equals("en") && !language.equals("fr")) {
                throw CommandFailure.wrongUse("--language: \"" + language + "\" (expected: en or fr)");
            }
            return Locale.forLanguageTag(language);
        }

        List<String> segmentsAmong(Segments<CustomerHistory> segments) {
            List<String> ids = segments.segments().stream().map(Segment::id).toList();
            if (!segment.isEmpty() && !ids.contains(segment)) {
                throw CommandFailure.wrongUse("--segment: there is no segment " + segment + " in the rules (known: "
                        + String.join(", ", ids) + ")");
            }
            return segment.isEmpty() ? ids : List.of(segment);
        }
    }
}
