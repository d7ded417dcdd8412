/** Rules files and the model as JSON and YAML. */
@NullMarked
package org.modestcrm.json;

import org.jspecify.annotations.NullMarked;
