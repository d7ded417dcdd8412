/**
 * Segments: named rules over what is known of a customer, the same in memory, at any moment, and explained.
 *
 * <p>Start at {@link org.modestcrm.segment.Segments}. {@link org.modestcrm.segment.Rule} is the tree and its text form,
 * {@link org.modestcrm.segment.Operators} and {@link org.modestcrm.segment.AggregateFunctions} list what it can ask, a
 * {@link org.modestcrm.segment.FactCatalogue} says what is known of a class of the shop's own, and
 * {@link org.modestcrm.segment.Explanation} tells why somebody is in or out.
 *
 * <p>On a missing value every operator is false and its complement true. Evaluation reads no clock and no store: the
 * moment comes in an {@link org.modestcrm.segment.EvaluationContext}, and what is dated later is not seen.
 */
@NullMarked
package org.modestcrm.segment;

import org.jspecify.annotations.NullMarked;
