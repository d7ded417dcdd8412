package org.modestcrm.email;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;

/** Links that may stand in a mail: those that open a page, never those that run something. */
final class WebLink {
    private WebLink() {}

    static URI checked(String what, URI link) {
        String scheme = Objects.requireNonNullElse(link.getScheme(), "").toLowerCase(Locale.ROOT);
        if (!(scheme.equals("https") || scheme.equals("http")) || link.getHost() == null) {
            throw new IllegalArgumentException(what + ": scheme \"" + scheme + "\", host "
                    + (link.getHost() == null ? "missing" : "given") + " (expected: https:// or http:// and a host)");
        }
        return link;
    }
}
