@NullMarked
package org.modestcrm.tests.jdbc;

import org.jspecify.annotations.NullMarked;
