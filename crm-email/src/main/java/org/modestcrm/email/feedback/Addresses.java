package org.modestcrm.email.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.modestcrm.customer.EmailAddress;

/** Mail addresses found in text. */
final class Addresses {
    private static final Pattern ADDRESS = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~\\u0080-\\uffff-]{1,64}@[A-Za-z0-9\\u0080-\\uffff][A-Za-z0-9.\\u0080-\\uffff-]{0,250}");
    private static final int MANY = 1_000;

    private Addresses() {}

    static List<EmailAddress> in(String text) {
        List<EmailAddress> found = new ArrayList<>();
        Matcher matcher = ADDRESS.matcher(text);
        while (matcher.find() && found.size() < MANY) {
            address(matcher.group()).filter(address -> !found.contains(address)).ifPresent(found::add);
        }
        return found;
    }

    private static Optional<EmailAddress> address(String text) {
        String trimmed = text.replaceAll("^[.'=]+|[.'-]+$", "");
        int at = trimmed.indexOf('@');
        if (at < 1 || at == trimmed.length() - 1) {
            return Optional.empty();
        }
        return Optional.of(EmailAddress.of(trimmed));
    }
}
