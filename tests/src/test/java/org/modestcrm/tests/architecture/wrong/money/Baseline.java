package org.modestcrm.tests.architecture.wrong.money;

/** A name that is fine, beside one that is not. */
final class Baseline {}
