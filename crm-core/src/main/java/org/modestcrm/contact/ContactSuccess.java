package org.modestcrm.contact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Success by number of contacts: of the customers who were contacted an n-th time without success so far, how many
 * succeeded then, before any further contact. It tells from which contact on writing once more is worth nothing.
 */
public final class ContactSuccess {
    private ContactSuccess() {}

    /**
     * One customer's way to a success or not.
     *
     * @param contacts what was sent, in any order
     * @param success when the customer did what was hoped for, the order placed for instance; {@link Instant#MAX} for
     *     never
     */
    public record Journey(List<Instant> contacts, Instant success) {
        /**
         * Copies the list.
         *
         * @param contacts what was sent
         * @param success when it worked
         */
        public Journey {
            contacts = contacts.stream().sorted().toList();
        }

        /**
         * The way of a customer.
         *
         * @param history what was sent
         * @param successes every success, of which the first after the first contact counts
         * @return the journey
         */
        public static Journey of(ContactHistory history, Collection<Instant> successes) {
            List<Instant> contacts =
                    history.contacts().stream().map(PastContact::at).toList();
            Optional<Instant> first = contacts.stream()
                    .findFirst()
                    .flatMap(start -> successes.stream()
                            .filter(success -> !success.isBefore(start))
                            .min(Instant::compareTo));
            return new Journey(contacts, first.orElse(Instant.MAX));
        }
    }

    /**
     * What the n-th contact achieved.
     *
     * @param contacts n, 1 or more
     * @param reached customers who got an n-th contact without success so far
     * @param succeeded those of them who succeeded before any further contact
     */
    public record Row(int contacts, long reached, long succeeded) {
        /**
         * The share who succeeded.
         *
         * @return from 0 to 1
         */
        public double rate() {
            return reached == 0 ? 0 : (double) succeeded / reached;
        }
    }

    /**
     * The report.
     *
     * @param journeys one for each customer
     * @return by ascending number of contacts from 1; empty when nobody was contacted
     */
    public static List<Row> report(Collection<Journey> journeys) {
        List<long[]> counts = new ArrayList<>();
        for (Journey journey : journeys) {
            List<Instant> contacts = journey.contacts();
            for (int n = 0; n < contacts.size() && !contacts.get(n).isAfter(journey.success()); n++) {
                if (counts.size() == n) {
                    counts.add(new long[2]);
                }
                boolean last = n + 1 == contacts.size() || contacts.get(n + 1).isAfter(journey.success());
                counts.get(n)[0]++;
                counts.get(n)[1] += last && journey.success().isBefore(Instant.MAX) ? 1 : 0;
            }
        }
        List<Row> rows = new ArrayList<>();
        for (int n = 0; n < counts.size(); n++) {
            rows.add(new Row(n + 1, counts.get(n)[0], counts.get(n)[1]));
        }
        return List.copyOf(rows);
    }
}
