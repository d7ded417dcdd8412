package org.modestcrm.email;

import java.util.Locale;
import org.modestcrm.outbox.MailKey;

/** File names of mails: letters, digits and hyphens only, and different for different keys. */
final class FileNames {
    private FileNames() {}

    static String of(MailKey key) {
        String number = key.order().value();
        String plain = number.replaceAll("[^A-Za-z0-9-]", "_");
        boolean changed = !plain.equals(number) || plain.length() > 80;
        String safe = plain.length() > 80 ? plain.substring(0, 80) : plain;
        String unique = changed ? "-" + String.format(Locale.ROOT, "%08x", number.hashCode()) : "";
        return key.kind() + "-" + safe + unique + (key.revision() == 1 ? "" : "-r" + key.revision());
    }
}
