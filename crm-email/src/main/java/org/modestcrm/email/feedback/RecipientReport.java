package org.modestcrm.email.feedback;

import org.modestcrm.customer.EmailAddress;

/**
 * What a report says of one reader.
 *
 * @param recipient the reader
 * @param diagnosis what became of the mail
 */
public record RecipientReport(EmailAddress recipient, Diagnosis diagnosis) {
    @Override
    public String toString() {
        return diagnosis.toString();
    }
}
