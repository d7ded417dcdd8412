package org.modestcrm.identity;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.modestcrm.source.CustomerMatcher;
import org.modestcrm.source.LinkStatus;
import org.modestcrm.source.RecordKey;
import org.modestcrm.source.RecordLink;
import org.modestcrm.source.RecordLink.Evidence;
import org.modestcrm.source.RecordLinks;
import org.modestcrm.source.RecordPair;
import org.modestcrm.source.SourceRecord;
import org.modestcrm.source.SourceRecords;

/**
 * The matcher of the core, by an {@link IdentityResolver}: what it finds it records as links AUTO and REVIEW, with weight,
 * explanation and model version; merging, undoing and ids are the core's. A pair that was confirmed or forbidden by a
 * person stays as decided, and the resolver heeds it. Thread-safe.
 */
public final class RecordMatcher implements CustomerMatcher {
    /** Who makes the links, as recorded with them. */
    public static final String BY = "crm-identity";

    private static final int LONGEST = 2000;

    private final IdentityResolver resolver;
    private final RecordLinks links;
    private final Clock clock;

    private RecordMatcher(IdentityResolver resolver, RecordLinks links, Clock clock) {
        this.resolver = resolver;
        this.links = links;
        this.clock = clock;
    }

    /**
     * A matcher.
     *
     * @param resolver finds the links
     * @param links keeps them
     * @param clock dates them
     * @return a matcher
     */
    public static RecordMatcher of(IdentityResolver resolver, RecordLinks links, Clock clock) {
        return new RecordMatcher(resolver, links, clock);
    }

    /**
     * Takes in all records of a shop, at its start, with what was decided of them.
     *
     * @param records the shop's records
     */
    public synchronized void load(SourceRecords records) {
        try (Stream<SourceRecord> all = records.all()) {
            List<PersonRecord> persons = all.map(PersonRecord::from).toList();
            resolver.resolveAll(persons);
            persons.forEach(person -> heed(person.key()));
        }
    }

    @Override
    public synchronized List<RecordLink> match(SourceRecord record) {
        RecordKey key = record.key();
        Set<RecordKey> before = members(key);
        heed(key);
        Resolution resolution = resolver.resolve(PersonRecord.from(record));
        Set<RecordKey> touched = new HashSet<>(before);
        touched.addAll(resolution.person().records());
        touched.forEach(this::demote);
        resolution.links().stream().filter(pair -> !joined(pair.pair())).forEach(this::keep);
        resolution.review().forEach(this::keep);
        return links.of(key);
    }

    private Set<RecordKey> members(RecordKey key) {
        return new HashSet<>(resolver.person(key).map(ResolvedPerson::records).orElse(List.of()));
    }

    /** Tells the resolver what people decided of a record. */
    private void heed(RecordKey key) {
        for (RecordLink link : links.of(key)) {
            if (link.status() == LinkStatus.CONFIRMED) {
                resolver.confirm(link.pair());
            } else if (link.status() == LinkStatus.FORBIDDEN) {
                resolver.forbid(link.pair());
            }
        }
    }

    private void keep(MatchPair pair) {
        Optional<RecordLink> known = links.find(pair.pair());
        boolean decided = known.filter(
                        link -> link.status() == LinkStatus.CONFIRMED || link.status() == LinkStatus.FORBIDDEN)
                .isPresent();
        MatchExplanation explanation = resolver.explain(pair.pair());
        boolean same = known.filter(link -> link.status() == pair.status())
                .filter(link -> link.evidence().modelVersion().equals(explanation.modelVersion()))
                .filter(link -> link.evidence().weight() == explanation.pair().weight())
                .isPresent();
        if (!decided && !same) {
            links.record(new RecordLink(pair.pair(), pair.status(), evidence(explanation), BY, clock.instant()));
        }
    }

    /** A link of ours that no longer holds its records together is left to staff. */
    private void demote(RecordKey key) {
        List<RecordLink> stale = new ArrayList<>();
        for (RecordLink link : links.of(key)) {
            boolean ours = link.status() == LinkStatus.AUTO && link.by().equals(BY);
            if (ours && !together(link.pair())) {
                stale.add(link);
            }
        }
        stale.forEach(link ->
                links.record(new RecordLink(link.pair(), LinkStatus.REVIEW, link.evidence(), BY, clock.instant())));
    }

    /** Whether links hold two records together already; more of them would only have to be taken back one by one. */
    private boolean joined(RecordPair pair) {
        Set<RecordKey> reached = new HashSet<>(Set.of(pair.first()));
        Deque<RecordKey> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            RecordKey key = open.remove();
            for (RecordLink link : links.of(key)) {
                if (link.status().joins() && reached.add(link.pair().other(key))) {
                    open.add(link.pair().other(key));
                }
            }
        }
        return reached.contains(pair.second());
    }

    private boolean together(RecordPair pair) {
        return resolver.person(pair.first())
                .filter(person -> person.records().contains(pair.second()))
                .isPresent();
    }

    private static Evidence evidence(MatchExplanation explanation) {
        String text = String.join(" ", explanation.sentences(Locale.ENGLISH));
        String kept = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return new Evidence(explanation.pair().weight(), kept, explanation.modelVersion());
    }
}
