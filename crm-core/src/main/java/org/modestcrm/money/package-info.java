/**
 * Exact amounts of money.
 *
 * <p>Start at {@link org.modestcrm.money.Money}; {@link org.modestcrm.money.Rates} is the port through which a shop
 * converts between currencies. Nothing here rounds unless the caller names the rounding.
 */
@NullMarked
package org.modestcrm.money;

import org.jspecify.annotations.NullMarked;
