/**
 * One person out of many records, explained and undoable.
 *
 * <p>Start at {@link org.modestcrm.identity.IdentityResolver}: it takes {@link org.modestcrm.identity.PersonRecord}s, from
 * the core's source records or from columns of a file ({@link org.modestcrm.identity.ColumnMapping}), and keeps persons
 * and households current. What it knows of records in general is a {@link org.modestcrm.identity.MatchModel}, shipped or
 * learned by {@link org.modestcrm.identity.ModelTraining} without labels. {@link org.modestcrm.identity.RecordMatcher}
 * makes it the core's {@code CustomerMatcher}: it records links; merging and undoing are the core's.
 *
 * <p>Two records are weighed as one person, as two of one household, and as strangers. What one of them does not say never
 * counts against them. Values are compared in normal forms and kept as given.
 */
@NullMarked
package org.modestcrm.identity;

import org.jspecify.annotations.NullMarked;
