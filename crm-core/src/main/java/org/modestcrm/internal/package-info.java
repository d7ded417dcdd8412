/** Checks shared by the modules of Modest eCRM. Not API: no module but ours may use it. */
@NullMarked
package org.modestcrm.internal;

import org.jspecify.annotations.NullMarked;
