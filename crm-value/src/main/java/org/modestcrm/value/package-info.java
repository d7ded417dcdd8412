/**
 * What customers are worth: who is worth most, who is leaving, what they will buy.
 *
 * <p>Start at {@link org.modestcrm.value.PurchaseLog}, which keeps the purchase days of every customer. What was:
 * {@link org.modestcrm.value.Rfm}, {@link org.modestcrm.value.Concentration}, {@link org.modestcrm.value.Cohorts},
 * {@link org.modestcrm.value.Rhythm}, {@link org.modestcrm.value.CustomerFlow}, {@link org.modestcrm.value.Baskets}. What
 * is to come: {@link org.modestcrm.value.ValueFit} fits the models, says how far they can be trusted, and refuses where
 * the data cannot tell; {@link org.modestcrm.value.ValuePredictions} answers segmentation rules,
 * {@link org.modestcrm.value.BackTest} compares them with what happened, {@link org.modestcrm.value.ValueReport} shows all of
 * it on one page.
 */
@NullMarked
package org.modestcrm.value;

import org.jspecify.annotations.NullMarked;
