package org.modestcrm.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Mails as files one can look at: {@code .eml}, {@code .html} and {@code .txt} of each, and a page that shows them all. */
public final class PreviewFolder {
    private final Path folder;

    /**
     * A folder for previews.
     *
     * @param folder is made when it is not there
     */
    public PreviewFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Writes mails and the page that shows them.
     *
     * @param mails in the order they are shown
     * @return the page
     * @throws UncheckedIOException when the folder cannot be written to
     */
    public Path write(List<RenderedMail> mails) {
        try {
            Files.createDirectories(folder);
            StringBuilder cards = new StringBuilder();
            for (RenderedMail mail : mails) {
                String name = FileNames.of(mail.mail().key());
                Files.write(folder.resolve(name + ".eml"), mail.mail().content());
                Files.writeString(folder.resolve(name + ".html"), mail.html(), StandardCharsets.UTF_8);
                Files.writeString(folder.resolve(name + ".txt"), mail.text(), StandardCharsets.UTF_8);
                cards.append(card(mail, name));
            }
            Path index = folder.resolve("index.html");
            Files.writeString(index, page(mails.size(), cards.toString()), StandardCharsets.UTF_8);
            return index;
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be written to (" + e.getMessage() + ")", e);
        }
    }

    private static String page(int count, String cards) {
        return Resources.text("preview.html")
                .replace("@count@", count == 1 ? "1 mail" : count + " mails")
                .replace("@cards@", cards);
    }

    private static String card(RenderedMail mail, String name) {
        return Resources.text("preview-card.html")
                .replace("@name@", name)
                .replace("@size@", Long.toString(Math.round(mail.mail().content().length / 1000.0)))
                .replace("@key@", escaped(mail.mail().key().toString()))
                .replace("@subject@", escaped(mail.subject()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
