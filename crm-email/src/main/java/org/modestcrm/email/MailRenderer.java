package org.modestcrm.email;

import java.util.Map;

/**
 * Makes the two readable parts of a mail from its values. A port: {@link MailTemplates} is ours; a shop with a template engine
 * of its own implements this over it. Thread-safe.
 *
 * <p>Values are texts, booleans and lists of maps of such, ready formatted in the reader's language; texts are not escaped.
 */
public interface MailRenderer {
    /**
     * The HTML part.
     *
     * @param kind which mail
     * @param values what it shows, by name
     * @return a whole page, its values escaped
     */
    String html(MailKind kind, Map<String, Object> values);

    /**
     * The text part.
     *
     * @param kind which mail
     * @param values what it shows, by name
     * @return plain text, nothing escaped
     */
    String text(MailKind kind, Map<String, Object> values);
}
