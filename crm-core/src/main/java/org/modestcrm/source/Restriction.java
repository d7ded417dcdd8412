package org.modestcrm.source;

import java.time.Instant;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.internal.Texts;
import org.modestcrm.internal.Times;

/**
 * A person's data may be kept and not be used, while a dispute over it lasts for instance (GDPR, article 18).
 *
 * @param customer an id of the person
 * @param reason a sentence for staff, at most 500 characters
 * @param by who noted it, a code
 * @param since when
 */
public record Restriction(CustomerId customer, String reason, String by, Instant since) {
    /**
     * Checks the texts.
     *
     * @param customer an id of the person
     * @param reason why
     * @param by who
     * @param since when
     */
    public Restriction {
        Texts.optional("reason", reason, 500);
        Texts.required("by", by, 100);
        since = Times.kept("restriction of customer " + customer + ", since", since);
    }

    @Override
    public String toString() {
        return "restriction of customer " + customer + " since " + since;
    }
}
