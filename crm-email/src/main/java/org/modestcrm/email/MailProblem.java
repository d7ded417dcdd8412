package org.modestcrm.email;

import org.modestcrm.outbox.MailKey;

/**
 * Something a person of the shop should know of a mail; a shop makes it a task.
 *
 * @param mail which mail
 * @param code what kind of thing
 * @param text a sentence, without personal data
 */
public record MailProblem(MailKey mail, Code code, String text) {
    /** What kind of thing it is. Documented in docs/errors.md. */
    public enum Code {
        /** The shop's own template could not be used; the built-in one went out instead. */
        MAIL_TEMPLATE,
        /** There are no texts in the language of the order; the default language went out instead. */
        MAIL_LANGUAGE,
        /** What the law of the buyer's market asks for is not in the brand. */
        MAIL_LEGAL,
        /** The mail may have been sent or not, and is held until a person decides. */
        MAIL_HELD,
        /** The mail was refused, got too old, or its address is suppressed: the buyer does not know. */
        MAIL_NOT_SENT
    }
}
