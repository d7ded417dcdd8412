/**
 * Orders from CSV files, plain or gzipped.
 *
 * <p>Start at {@link org.modestcrm.csv.OrderCsv}, which reads one order line per row and hands whole orders, refunds and
 * customers to an {@link org.modestcrm.csv.OrderSink}. {@link org.modestcrm.csv.ReadReport} tells what was read and what
 * was not: read = used + anonymous + refused.
 */
@NullMarked
package org.modestcrm.csv;

import org.jspecify.annotations.NullMarked;
