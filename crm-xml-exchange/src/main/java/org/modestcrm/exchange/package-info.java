/**
 * Customer profiles as XML that partner sites can trust.
 *
 * <p>A site hands out a {@code records} document with {@link org.modestcrm.exchange.ProfileExport}, which decides whose
 * profile may leave; a partner takes it in with {@link org.modestcrm.exchange.ProfileImport} and answers with a
 * {@link org.modestcrm.exchange.Receipt}. Below them, {@link org.modestcrm.exchange.ProfileWriter} and
 * {@link org.modestcrm.exchange.ProfileReader} write and read the format and know no policy. The format is that of
 * {@code profile-exchange-1.xsd} in this jar.
 *
 * <p>What comes in is not trusted: it is read within {@link org.modestcrm.exchange.ReadLimits}, and whatever is wrong
 * with it is an {@link org.modestcrm.exchange.ExchangeProblem} with a stable code and a place, never an exception.
 */
@NullMarked
package org.modestcrm.exchange;

import org.jspecify.annotations.NullMarked;
