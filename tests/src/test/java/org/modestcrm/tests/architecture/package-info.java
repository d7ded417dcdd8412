/** What holds for the code of all modules at once: who may use whom, what is public, what things are called. */
@NullMarked
package org.modestcrm.tests.architecture;

import org.jspecify.annotations.NullMarked;
