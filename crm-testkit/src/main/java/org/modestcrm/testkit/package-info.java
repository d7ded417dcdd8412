/** Builders, a settable clock and contract tests for who tests against the SDK. */
@NullMarked
package org.modestcrm.testkit;

import org.jspecify.annotations.NullMarked;
