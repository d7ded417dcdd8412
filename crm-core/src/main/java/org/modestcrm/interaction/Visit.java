package org.modestcrm.interaction;

import java.time.Duration;
import org.modestcrm.internal.Texts;

/**
 * One page somebody looked at.
 *
 * @param page its path or name, 1 to 2,000 characters
 * @param duration how long, 0 when not known; kept to the millisecond
 * @param product the product shown, at most 100 characters; empty when there was none
 */
public record Visit(String page, Duration duration, String product) {
    /**
     * Checks the parts.
     *
     * @param page the page
     * @param duration how long
     * @param product which product
     */
    public Visit {
        Texts.required("page", page, 2000);
        Texts.optional("product", product, 100);
        if (duration.isNegative() || duration.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("visit duration: " + duration + " (expected: 0 to 24 hours)");
        }
        duration = Duration.ofMillis(duration.toMillis());
    }

    /** The product only: a page's address can tell who looks. */
    @Override
    public String toString() {
        return "visit" + (product.isEmpty() ? "" : " of product " + product);
    }
}
