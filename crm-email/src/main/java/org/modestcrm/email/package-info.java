/**
 * Order mails: rendered once, kept, sent once.
 *
 * <p>Start at {@link org.modestcrm.email.OrderMails}: {@code confirm(order)} may be called any number of times from
 * anywhere. {@link org.modestcrm.email.Transport} is how mails leave; {@link org.modestcrm.email.PreviewFolder} shows them
 * in a browser without sending anything.
 */
@NullMarked
package org.modestcrm.email;

import org.jspecify.annotations.NullMarked;
