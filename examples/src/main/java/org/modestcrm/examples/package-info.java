/** One small program per question. */
@NullMarked
package org.modestcrm.examples;

import org.jspecify.annotations.NullMarked;
