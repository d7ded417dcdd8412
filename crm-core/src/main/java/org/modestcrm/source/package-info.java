/**
 * One customer out of many records: which source said what and when, which records are one person, whose value is shown.
 *
 * <p>A source record is kept as it came. That two of them are one person is a {@link org.modestcrm.source.RecordLink};
 * taking a merge back turns the link into a forbidden one, and both sides are again what they were, because nothing else
 * was changed. Start at {@link org.modestcrm.source.UnifiedCustomers}.
 */
@NullMarked
package org.modestcrm.source;

import org.jspecify.annotations.NullMarked;
