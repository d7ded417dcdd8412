package org.modestcrm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.modestcrm.customer.Before;
import org.modestcrm.customer.CustomerId;

/**
 * The orders and contacts of one customer on all channels in one stream, newest first. Of things of the same instant
 * orders come first, then each kind by descending number or key, so that the stream is the same whatever the order of
 * recording. Reads the stores anew with each page.
 *
 * <pre>{@code
 * List<TimelineEntry> page = crm.timeline(customer).last(50);
 * List<TimelineEntry> next = crm.timeline(customer).after(page.get(49), 50);
 * }</pre>
 */
public final class Timeline {
    private static final int MAX = 10_000;

    private final Stores stores;
    private final List<CustomerId> customers;

    Timeline(Stores stores, List<CustomerId> customers) {
        this.stores = stores;
        this.customers = customers;
    }

    /**
     * The newest.
     *
     * @param max how many at most, 1 to 10,000
     * @return newest first; may be empty
     */
    public List<TimelineEntry> last(int max) {
        return asOf(Instant.parse("9999-12-31T23:59:59.999999Z"), max);
    }

    /**
     * The newest at a moment.
     *
     * @param at the moment; what happened later is passed over
     * @param max how many at most, 1 to 10,000
     * @return newest first; may be empty
     */
    public List<TimelineEntry> asOf(Instant at, int max) {
        return page(Before.atOrBefore(at), Before.atOrBefore(at), max);
    }

    /**
     * What comes behind an entry.
     *
     * @param entry the last one of a page
     * @param max how many at most, 1 to 10,000
     * @return newest first; empty when that was the last
     */
    public List<TimelineEntry> after(TimelineEntry entry, int max) {
        if (entry instanceof TimelineEntry.OfOrder known) {
            return page(Before.thing(entry.at(), known.order().number().value()), Before.atOrBefore(entry.at()), max);
        }
        String key = ((TimelineEntry.OfInteraction) entry).interaction().key();
        return page(Before.strictly(entry.at()), Before.thing(entry.at(), key), max);
    }

    private List<TimelineEntry> page(Before orders, Before interactions, int max) {
        if (max < 1 || max > MAX) {
            throw new IllegalArgumentException("timeline: " + max + " entries (expected: 1 to " + MAX + ")");
        }
        List<TimelineEntry> entries = new ArrayList<>();
        stores.orders().page(customers, orders, max).forEach(order -> entries.add(new TimelineEntry.OfOrder(order)));
        stores.interactions()
                .page(customers, interactions, max)
                .forEach(interaction -> entries.add(new TimelineEntry.OfInteraction(interaction)));
        // each part is in order already, and sorting keeps the order of equals: orders first
        entries.sort(Comparator.comparing(TimelineEntry::at).reversed());
        return List.copyOf(entries.subList(0, Math.min(max, entries.size())));
    }
}
