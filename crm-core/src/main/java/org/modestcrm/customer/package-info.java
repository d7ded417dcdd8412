/**
 * Who buys or may buy.
 *
 * <p>Start at {@link org.modestcrm.customer.Customer}; {@link org.modestcrm.customer.CustomerStore} keeps them.
 * Everything printed for a log masks personal data; ids are shown.
 */
@NullMarked
package org.modestcrm.customer;

import org.jspecify.annotations.NullMarked;
