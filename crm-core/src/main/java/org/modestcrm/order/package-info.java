/**
 * What was bought and what went back.
 *
 * <p>Start at {@link org.modestcrm.order.Order}; a shop that has an order class of its own implements
 * {@link org.modestcrm.order.OrderView} over it instead. {@link org.modestcrm.order.OrderHistory} keeps orders and
 * {@linkplain org.modestcrm.order.Refund refunds}.
 */
@NullMarked
package org.modestcrm.order;

import org.jspecify.annotations.NullMarked;
