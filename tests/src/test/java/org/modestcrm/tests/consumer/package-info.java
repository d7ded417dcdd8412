/** What a shop's build sees of our jars. */
@NullMarked
package org.modestcrm.tests.consumer;

import org.jspecify.annotations.NullMarked;
