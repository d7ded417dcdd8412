package org.modestcrm.email;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.modestcrm.outbox.MailKey;
import org.modestcrm.outbox.OutboxMail;

/** Gives mails to one domain their turn, evenly over the minute; a mail keeps its turn. Thread-safe. */
final class DomainRate {
    private static final int MANY = 10_000;

    private final int perMinute;
    private final Map<String, Instant> free = new HashMap<>();
    private final Map<MailKey, Instant> turns = new HashMap<>();

    DomainRate(int perMinute) {
        this.perMinute = perMinute;
    }

    /** When this mail may go: now, or at its turn. */
    synchronized Instant turnOf(OutboxMail mail, Instant now) {
        if (perMinute == Integer.MAX_VALUE) {
            return now;
        }
        Instant turn = turns.containsKey(mail.key())
                ? turns.get(mail.key())
                : nextOf(mail.recipient().domain(), now);
        if (turn.isAfter(now)) {
            turns.put(mail.key(), turn);
        } else {
            turns.remove(mail.key());
        }
        return turn;
    }

    private Instant nextOf(String domain, Instant now) {
        if (free.size() > MANY) {
            free.values().removeIf(at -> at.isBefore(now));
        }
        Instant next = free.getOrDefault(domain, now);
        Instant turn = next.isBefore(now) ? now : next;
        free.put(domain, turn.plus(Duration.ofMinutes(1).dividedBy(perMinute)));
        return turn;
    }
}
