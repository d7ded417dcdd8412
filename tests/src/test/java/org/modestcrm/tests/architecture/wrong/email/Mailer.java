package org.modestcrm.tests.architecture.wrong.email;

import java.util.ArrayList;
import org.slf4j.spi.LoggingEventBuilder;

/** Wrong on purpose: a library that should stay behind it is its parent's type argument. */
public class Mailer extends ArrayList<LoggingEventBuilder> {}
