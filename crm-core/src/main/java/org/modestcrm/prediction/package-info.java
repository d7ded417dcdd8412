/**
 * What is predicted of a customer rather than known: the port that segmentation rules and task priorities ask.
 *
 * <p>Start at {@link org.modestcrm.prediction.Predictions}; the value jar implements it, and so may a shop with scores of
 * its own. {@link org.modestcrm.prediction.ValueSnapshot} is what is kept of a fitted model.
 */
@NullMarked
package org.modestcrm.prediction;

import org.jspecify.annotations.NullMarked;
