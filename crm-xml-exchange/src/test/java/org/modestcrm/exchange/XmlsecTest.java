package org.modestcrm.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A foreign implementation of XML-DSig reads what we sign and signs what we read. */
class XmlsecTest {
    @TempDir
    private Path folder;

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor() == 0;
    }

    private static void assumeInstalled() {
        boolean there = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":"))
                .anyMatch(path -> Files.isExecutable(Path.of(path, "xmlsec1")));
        assumeTrue(there, "xmlsec1 is not installed: nothing foreign verifies our signatures here");
    }

    private Path pem(String name, String kind, Key key) throws IOException {
        String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return Files.writeString(
                folder.resolve(name), "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n");
    }

    @Test
    void xmlsec_verifies_what_we_sign_and_refuses_what_was_changed() throws IOException, InterruptedException {
        assumeInstalled();
        TwoSites sites = new TwoSites();
        sites.customer("c1");
        Path manifest = sites.full(folder).manifest();
        Path key = pem("public.pem", "PUBLIC KEY", TwoSites.EC.getPublic());

        assertThat(run("xmlsec1", "--verify", "--pubkey-pem", key.toString(), manifest.toString()))
                .isTrue();
        Files.writeString(manifest, Files.readString(manifest).replace(">OFFERS<", ">OFFER<"));
        assertThat(run("xmlsec1", "--verify", "--pubkey-pem", key.toString(), manifest.toString()))
                .isFalse();
    }

    @Test
    void we_read_what_xmlsec_signs() throws IOException, InterruptedException {
        assumeInstalled();
        TwoSites sites = new TwoSites();
        sites.customer("c1");
        Path manifest = sites.full(folder).manifest();
        Path template = Files.writeString(
                folder.resolve("template.xml"),
                Files.readString(manifest)
                        .replaceAll("<ds:DigestValue>[^<]*", "<ds:DigestValue>")
                        .replaceAll("<ds:SignatureValue>[^<]*", "<ds:SignatureValue>")
                        .replace("<ds:Reference", "\n  <ds:Reference"));
        Path key = pem("private.pem", "PRIVATE KEY", TwoSites.EC.getPrivate());

        assertThat(run(
                        "xmlsec1",
                        "--sign",
                        "--privkey-pem",
                        key.toString(),
                        "--output",
                        manifest.toString(),
                        template.toString()))
                .isTrue();
        assertThat(sites.imports().take(manifest).receipt().status()).isEqualTo(Receipt.Status.ACCEPTED);
    }
}
