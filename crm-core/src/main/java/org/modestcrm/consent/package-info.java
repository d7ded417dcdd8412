/**
 * May we: what customers allowed and forbade, by channel and purpose.
 *
 * <p>Start at {@link org.modestcrm.consent.ConsentLedger}, which is only ever added to; the state at any moment is read
 * from it. Nothing said means nothing allowed. {@link org.modestcrm.consent.DoubleOptIn} asks twice.
 */
@NullMarked
package org.modestcrm.consent;

import org.jspecify.annotations.NullMarked;
