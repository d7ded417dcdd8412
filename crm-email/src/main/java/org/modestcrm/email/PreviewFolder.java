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
            StringBuilder page = new StringBuilder(HEAD);
            for (RenderedMail mail : mails) {
                String name = FileNames.of(mail.mail().key());
                Files.write(folder.resolve(name + ".eml"), mail.mail().content());
                Files.writeString(folder.resolve(name + ".html"), mail.html(), StandardCharsets.UTF_8);
                Files.writeString(folder.resolve(name + ".txt"), mail.text(), StandardCharsets.UTF_8);
                page.append(section(mail, name));
            }
            Path index = folder.resolve("index.html");
            Files.writeString(index, page.append("</main>\n</body>\n</html>\n"), StandardCharsets.UTF_8);
            return index;
        } catch (IOException e) {
            throw new UncheckedIOException(folder + ": cannot be written to (" + e.getMessage() + ")", e);
        }
    }

    private static String section(RenderedMail mail, String name) {
        String subject = escaped(mail.subject());
        return "<section>\n<h2>" + subject + "</h2>\n<p><a href=\"" + name + ".html\">HTML</a> <a href=\"" + name
                + ".txt\">Text</a> <a href=\"" + name + ".eml\">Message</a></p>\n<iframe src=\"" + name
                + ".html\" title=\"" + subject + "\" loading=\"lazy\"></iframe>\n</section>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Order mails</title>
            <style>
            :root { color-scheme: light dark; --ink: #1c2430; --paper: #fbfaf7; --line: #d9d5cc; --accent: #0b6e63; }
            @media (prefers-color-scheme: dark) { :root { --ink: #eceff3; --paper: #14181d; --line: #39424d; --accent: #4fc3b2; } }
            body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 system-ui, sans-serif; }
            main { max-width: 84rem; margin: 0 auto; padding: 2rem 1rem; display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 26rem), 1fr)); }
            h1 { grid-column: 1 / -1; margin: 0; }
            h2 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
            p { margin: .25rem 0 .5rem; }
            a { color: var(--accent); margin-right: .75rem; }
            section { min-width: 0; }
            iframe { width: 100%; height: 32rem; border: 1px solid var(--line); border-radius: .5rem; background: #fff; }
            </style>
            </head>
            <body>
            <main>
            <h1>Order mails</h1>
            """;
}
