/** Customer profiles as XML that partner sites can trust. */
@NullMarked
package org.modestcrm.exchange;

import org.jspecify.annotations.NullMarked;
