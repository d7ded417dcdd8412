package org.modestcrm.tests.architecture.wrong.csv;

import org.modestcrm.tests.architecture.wrong.email.Mailer;

/** Wrong on purpose: reading needs no mail. */
final class Reader {
    Mailer mailer = new Mailer();
}
