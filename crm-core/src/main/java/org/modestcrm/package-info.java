/**
 * The front door: {@link org.modestcrm.Crm} records facts about customers, tells listeners once they are stored, and
 * answers what is known.
 *
 * <p>Start at {@link org.modestcrm.Crm}; {@link org.modestcrm.CrmBuilder} has its settings, {@link org.modestcrm.Stores} the
 * ports behind it. {@link org.modestcrm.Timeline} and {@link org.modestcrm.CustomerCard} are what a call-centre screen or an
 * account page shows; {@link org.modestcrm.PersonRights} is what a person may ask for.
 */
@NullMarked
package org.modestcrm;

import org.jspecify.annotations.NullMarked;
