/**
 * The front door: {@link org.modestcrm.Crm} records facts about customers and tells listeners once they are stored.
 */
@NullMarked
package org.modestcrm;

import org.jspecify.annotations.NullMarked;
