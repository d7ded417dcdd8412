package org.modestcrm.testkit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.outbox.Outbox;
import org.modestcrm.outbox.OutboxEntry;
import org.modestcrm.outbox.OutboxMail;

/**
 * Mails of a test, read as their readers see them.
 *
 * <pre>{@code
 * assertThat(transport.mails()).hasOneMailTo(alice).withSubjectContaining("confirmée").inLanguage("fr");
 * }</pre>
 *
 * <p>Immutable. To read them, crm-email must be on the class path.
 */
public final class SentMails {
    private final List<SentMail> mails;

    private SentMails(List<SentMail> mails) {
        this.mails = List.copyOf(mails);
    }

    /**
     * Mails as they are sent.
     *
     * @param mails in the order they are told in
     * @return the mails, read
     */
    public static SentMails of(Collection<OutboxMail> mails) {
        return new SentMails(mails.stream().map(SentMail::new).toList());
    }

    /**
     * The mails an outbox holds, whatever has become of them.
     *
     * @param outbox the outbox
     * @return oldest first
     */
    public static SentMails in(Outbox outbox) {
        List<OutboxMail> kept = new ArrayList<>();
        try (var all = outbox.all()) {
            all.map(OutboxEntry::mail).forEach(kept::add);
        }
        return of(kept);
    }

    /**
     * All of them.
     *
     * @return in order, may be empty
     */
    public List<SentMail> list() {
        return mails;
    }

    /**
     * Those to one address.
     *
     * @param address the address
     * @return in order, may be empty
     */
    public List<SentMail> to(EmailAddress address) {
        return mails.stream().filter(mail -> mail.to().equals(address)).toList();
    }

    /** One line each; recipients are shown in full, for these are the people of a test. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(mails.size() == 1 ? "1 mail" : mails.size() + " mails");
        for (int i = 0; i < mails.size(); i++) {
            text.append("\n  ").append(i + 1).append(". ").append(mails.get(i));
        }
        return text.toString();
    }
}
