package org.modestcrm.tests.architecture.wrong.util;

/** Wrong on purpose: its name and that of its package say nothing. */
final class BaseText {}
