package org.modestcrm.cli;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.modestcrm.json.RulesFile;
import org.modestcrm.segment.CustomerHistory;
import org.modestcrm.segment.RuleException;
import org.modestcrm.segment.Segment;
import org.modestcrm.segment.Segments;
import picocli.CommandLine.Option;

/** The segments a command works with. */
final class RulesOption {
    @Option(
            names = "--rules",
            paramLabel = "FILE",
            required = true,
            description = "Segments as YAML: segments: [{id, name: {en, fr}, rule}].")
    @Nullable Path file;

    Segments<CustomerHistory> segments() {
        if (file == null) {
            throw CommandFailure.wrongUse("--rules: missing (expected: a file of segments)");
        }
        try {
            return of(RulesFile.standard().read(file));
        } catch (UncheckedIOException e) {
            throw CommandFailure.cannotReadOrWrite("--rules: " + e.getMessage());
        } catch (RuleException e) {
            throw CommandFailure.wrongUse("--rules: " + e.getMessage());
        }
    }

    static Segments<CustomerHistory> of(List<Segment> segments) {
        return Segments.of(CustomerHistory.facts(), segments);
    }
}
