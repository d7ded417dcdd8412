/** x. */
@NullMarked
package org.modestcrm.identity;

import org.jspecify.annotations.NullMarked;
