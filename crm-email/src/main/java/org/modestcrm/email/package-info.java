/** Order mails: rendered once, kept, sent once. */
@NullMarked
package org.modestcrm.email;

import org.jspecify.annotations.NullMarked;
