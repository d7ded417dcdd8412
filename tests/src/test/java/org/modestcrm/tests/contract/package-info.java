/** Our own implementations of the ports pass the published contracts, and wrong ones do not. */
@NullMarked
package org.modestcrm.tests.contract;

import org.jspecify.annotations.NullMarked;
