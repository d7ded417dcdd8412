/** A shop's own checkout. Its test is the answer to: how do I test my code against the SDK? */
@NullMarked
package org.modestcrm.examples.checkout;

import org.jspecify.annotations.NullMarked;
