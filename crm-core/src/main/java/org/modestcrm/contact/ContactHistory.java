package org.modestcrm.contact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.modestcrm.interaction.Interaction;

/** The messages one customer was sent or will be, by time. Immutable; the order they are given in does not matter. */
public final class ContactHistory {
    private static final ContactHistory NONE = new ContactHistory(List.of());

    private final List<PastContact> contacts;

    private ContactHistory(List<PastContact> contacts) {
        this.contacts = contacts;
    }

    /**
     * The history of these messages.
     *
     * @param contacts in any order
     * @return the history
     */
    public static ContactHistory of(Collection<PastContact> contacts) {
        List<PastContact> sorted = new ArrayList<>(contacts);
        sorted.sort(Comparator.comparing(PastContact::at));
        return new ContactHistory(List.copyOf(sorted));
    }

    /**
     * The history told by interactions: the outbound ones that have a message class.
     *
     * @param interactions in any order
     * @return the history
     */
    public static ContactHistory from(Collection<Interaction> interactions) {
        return of(interactions.stream()
                .filter(interaction -> !interaction.messageClass().isEmpty())
                .map(interaction -> new PastContact(
                        interaction.channel(), MessageClass.of(interaction.messageClass()), interaction.at()))
                .toList());
    }

    /**
     * Nothing was ever sent.
     *
     * @return an empty history
     */
    public static ContactHistory none() {
        return NONE;
    }

    /**
     * The messages.
     *
     * @return by time
     */
    public List<PastContact> contacts() {
        return contacts;
    }

    /** When those were that a cap counts, ascending. */
    Instant[] counted(ContactCap cap) {
        Instant[] times = new Instant[contacts.size()];
        int n = 0;
        for (PastContact contact : contacts) {
            if (cap.counts(contact.channel(), contact.messageClass())) {
                times[n++] = contact.at();
            }
        }
        return Arrays.copyOf(times, n);
    }
}
