package org.modestcrm.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modestcrm.consent.ConsentStatus;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.exchangelog.Tombstone;

class MessageTest {
    private static final Instant NOW = TwoSites.NOW;
    private final TwoSites sites = new TwoSites();

    @TempDir
    private Path folder;

    @BeforeEach
    void twenty_customers_who_consented() {
        for (int i = 1; i <= 20; i++) {
            sites.customer("c" + i);
        }
    }

    private static void refused(ImportResult result, ProblemCode code) {
        assertThat(result.receipt().status()).isEqualTo(Receipt.Status.REFUSED);
        assertThat(result.receipt().problems())
                .extracting(ExchangeProblem::code)
                .containsExactly(code);
    }

    @Test
    void a_signed_message_of_several_parts_arrives() throws IOException {
        MessageExport.MadeMessage made = sites.full(folder);

        ImportResult result = sites.imports().take(made.manifest());

        assertThat(made.report().written()).isEqualTo(20);
        assertThat(Files.list(made.manifest().getParent())).hasSizeGreaterThan(3);
        assertThat(Documents.schemaFault(Files.readAllBytes(made.manifest()))).isEmpty();
        assertThat(result.receipt().problems()).isEmpty();
        assertThat(result.receipt().counts()).isEqualTo(new Receipt.Counts(20, 20, 0, 0, 0));
        assertThat(sites.garden.customers().findByEmail(EmailAddress.of("adac7@example.org")))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EC", "RSA", "Ed25519"})
    void every_algorithm_of_the_list_signs(String algorithm) {
        KeyPair keys = TwoSites.keys(algorithm);
        Agreement agreement = TwoSites.agreement(keys);
        MessageExport.MadeMessage made = sites.full(sites.export(agreement, keys), NOW, folder);

        assertThat(sites.imports(agreement).take(made.manifest()).receipt().status())
                .isEqualTo(Receipt.Status.ACCEPTED);
    }

    @Test
    void a_detached_signature_of_ed25519_lies_beside_the_manifest() throws IOException {
        MessageExport.MadeMessage made = sites.full(folder);
        byte[] plain = Files.readString(made.manifest())
                .replaceAll("<ds:Signature.*</ds:Signature>", "")
                .getBytes(StandardCharsets.UTF_8);
        Files.write(made.manifest(), plain);
        Files.writeString(
                made.manifest().resolveSibling("manifest.xml.sig"),
                Base64.getEncoder()
                        .encodeToString(
                                SigningKey.of(TwoSites.ED25519.getPrivate()).sign(plain)));

        refused(sites.imports().take(made.manifest()), ProblemCode.PX_SIGNATURE);
        assertThat(sites.imports(TwoSites.agreement(TwoSites.ED25519))
                        .take(made.manifest())
                        .receipt()
                        .status())
                .isEqualTo(Receipt.Status.ACCEPTED);
    }

    @Test
    void the_same_message_again_gets_the_stored_receipt() {
        MessageExport.MadeMessage made = sites.full(folder);
        ImportResult first = sites.imports().take(made.manifest());

        ImportResult again = sites.imports().take(made.manifest());

        assertThat(again.isRepeated()).isTrue();
        assertThat(again.receipt().toXml()).isEqualTo(first.receipt().toXml());
    }

    @Test
    void the_same_id_with_another_digest_is_forged() {
        MessageExport.MadeMessage made = sites.full(folder);
        sites.imports().take(made.manifest());
        TwoSites other = new TwoSites();
        other.customer("c1");

        refused(sites.imports().take(other.full(folder.resolve("other")).manifest()), ProblemCode.PX_FORGED);
    }

    @Test
    void a_part_with_other_bytes_is_not_even_parsed() throws IOException {
        MessageExport.MadeMessage made = sites.full(folder);
        Path part = made.manifest().resolveSibling("part-1.xml");
        Files.writeString(part, Files.readString(part).replace("Byron c1<", "Brown c1<"));

        ImportResult result = sites.imports().take(made.manifest());

        refused(result, ProblemCode.PX_PART);
        assertThat(result.receipt().problems().get(0).sentence())
                .startsWith("part part-1.xml: other bytes than were signed (expected: ");
        assertThat(sites.garden.customers().all()).isEmpty();
    }

    @Test
    void a_part_that_is_missing_refuses_the_message() throws IOException {
        MessageExport.MadeMessage made = sites.full(folder);
        Files.delete(made.manifest().resolveSibling("part-2.xml"));

        refused(sites.imports().take(made.manifest()), ProblemCode.PX_PART);
    }

    @Test
    void a_key_the_agreement_does_not_name_signs_nothing() {
        MessageExport.MadeMessage made = sites.full(folder);

        ImportResult result =
                sites.imports(TwoSites.agreement(TwoSites.keys("EC"))).take(made.manifest());

        refused(result, ProblemCode.PX_SIGNATURE);
        assertThat(result.receipt().problems().get(0).toString())
                .isEqualTo("manifest.xml: signature: made by no key of flowers (expected: one the agreement names for"
                        + " 2026-11-05T09:30:00Z) [PX-SIGNATURE]");
    }

    @Test
    void keys_may_overlap_while_one_replaces_the_other() {
        Agreement both = TwoSites.agreement(TwoSites.keys("EC"), TwoSites.EC);
        MessageExport.MadeMessage made = sites.full(folder);

        assertThat(sites.imports(both).take(made.manifest()).receipt().status()).isEqualTo(Receipt.Status.ACCEPTED);
    }

    @Test
    void a_message_is_taken_only_in_its_time() {
        MessageExport.MadeMessage made = sites.full(folder);
        Agreement agreement = TwoSites.agreement(TwoSites.EC);

        refused(
                sites.imports(agreement, NOW.minus(Duration.ofMinutes(6))).take(made.manifest()),
                ProblemCode.PX_EXPIRED);
        refused(sites.imports(agreement, NOW.plus(Duration.ofDays(30))).take(made.manifest()), ProblemCode.PX_EXPIRED);
        refused(
                sites.imports(agreement, NOW.plus(Duration.ofDays(300))).take(made.manifest()),
                ProblemCode.PX_AGREEMENT);
    }

    @Test
    void a_message_for_somebody_else_is_refused() {
        MessageExport.MadeMessage made = sites.full(folder);
        ProfileImport elsewhere = ProfileImport.builder(sites.received, ProfileTarget.into(sites.garden))
                .agreement("wines", TwoSites.agreement(TwoSites.EC))
                .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                .build();

        refused(elsewhere.take(made.manifest()), ProblemCode.PX_RECIPIENT);
    }

    @Test
    void a_delta_follows_the_message_before_it() {
        MessageExport export = sites.export(TwoSites.agreement(TwoSites.EC), TwoSites.EC);
        MessageExport.MadeMessage first = sites.full(export, NOW, folder);
        MessageExport.MadeMessage second = export.delta(List.of(), NOW.plusSeconds(1), folder);
        sites.customer("c21");
        MessageExport.MadeMessage third =
                export.delta(List.of(new MessageExport.Change(11, CustomerId.of("c21"))), NOW.plusSeconds(2), folder);
        sites.imports().take(first.manifest());

        refused(sites.imports().take(third.manifest()), ProblemCode.PX_SEQUENCE);
        assertThat(sites.imports().take(second.manifest()).receipt().counts()).isEqualTo(Receipt.Counts.NONE);
        assertThat(sites.imports().take(third.manifest()).receipt().counts())
                .isEqualTo(new Receipt.Counts(1, 1, 0, 0, 0));
    }

    @Test
    void a_change_goes_into_one_message_only() {
        MessageExport export = sites.export(TwoSites.agreement(TwoSites.EC), TwoSites.EC);
        sites.full(export, NOW, folder);
        List<MessageExport.Change> changes = List.of(
                new MessageExport.Change(9, CustomerId.of("c1")), new MessageExport.Change(11, CustomerId.of("c2")));

        assertThat(export.delta(changes, NOW, folder).report().written()).isEqualTo(1);
        assertThat(export.delta(changes, NOW, folder).report().written()).isZero();
        assertThat(export.lastChange()).isEqualTo(11);
    }

    @Test
    void a_delta_before_any_full_message_is_a_mistake_of_the_caller() {
        MessageExport export = sites.export(TwoSites.agreement(TwoSites.EC), TwoSites.EC);

        assertThatThrownBy(() -> export.delta(List.of(), NOW, folder))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("delta for garden: no message before it (expected: a full one first)");
    }

    @Test
    void who_withdraws_is_told_as_gone_until_it_is_acknowledged() throws IOException {
        MessageExport export = sites.export(TwoSites.agreement(TwoSites.EC), TwoSites.EC);
        sites.imports().take(sites.full(export, NOW, folder).manifest());
        sites.says("c5", ConsentStatus.WITHDRAWN, NOW.plusSeconds(1));
        Instant later = NOW.plusSeconds(2);

        MessageExport.MadeMessage lost =
                export.delta(List.of(new MessageExport.Change(11, CustomerId.of("c5"))), later, folder);
        MessageExport.MadeMessage next = export.delta(List.of(), later, folder);
        sites.imports().take(lost.manifest());
        Receipt receipt = sites.imports().take(next.manifest()).receipt();

        assertThat(receipt.counts()).isEqualTo(new Receipt.Counts(1, 0, 0, 0, 1));
        assertThat(sites.garden.customers().findByEmail(EmailAddress.of("adac5@example.org")))
                .isEmpty();
        assertThat(export.pending()).extracting(Tombstone::reason).containsExactly(Tombstone.Reason.WITHDRAWN);
        assertThat(export.acknowledge(receipt)).isEqualTo(1);
        assertThat(export.pending()).isEmpty();
        assertThat(Files.readString(
                        export.delta(List.of(), later, folder).manifest().resolveSibling("part-1.xml")))
                .doesNotContain("<gone");
    }

    @Test
    void the_importer_leaves_out_what_the_agreement_does_not_share() {
        MessageExport.MadeMessage made = sites.full(folder);
        Agreement less = TwoSites.agreement(EnumSet.of(ProfileField.NAME), TwoSites.EC);

        Receipt receipt = sites.imports(less).take(made.manifest()).receipt();

        assertThat(receipt.counts().accepted()).isEqualTo(20);
        assertThat(receipt.problems()).hasSize(20).allSatisfy(problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.PX_POLICY);
            assertThat(problem.sentence()).contains("[key, email] not shared for this purpose, left out");
        });
        assertThat(sites.garden.customers().all())
                .allMatch(customer -> customer.email().isEmpty());
    }

    @Test
    void an_agreement_reads_back_as_it_was() {
        Agreement agreement = TwoSites.agreement(TwoSites.EC, TwoSites.RSA, TwoSites.ED25519);

        assertThat(Documents.schemaFault(agreement.toXml())).isEmpty();
        assertThat(Agreement.read(
                                new ByteArrayInputStream(agreement.toXml().getBytes(StandardCharsets.UTF_8)),
                                "agreement.xml")
                        .orThrow())
                .isEqualTo(agreement);
    }

    @Test
    void what_an_agreement_lacks_is_named_at_once() {
        Agreement.Builder nothing = Agreement.builder("a", 1);

        assertThatThrownBy(nothing::build)
                .hasMessage("agreement a: validity: missing; 0 parties (expected: 2); nothing shared (expected: a field"
                        + " for a purpose); no consent required (expected: one or more)");
    }

    @Test
    void weak_keys_are_no_keys() throws GeneralSecurityException {
        KeyPairGenerator small = KeyPairGenerator.getInstance("RSA");
        small.initialize(1024);
        KeyPair keys = small.generateKeyPair();

        assertThatThrownBy(() -> SigningKey.of(keys.getPrivate()))
                .hasMessage("key of algorithm RSA (expected: EC on P-256, RSA of 2048 bits or more, or Ed25519)");
        assertThat(Stream.of(SignatureAlgorithm.values()).map(SignatureAlgorithm::toString))
                .containsExactly("ECDSA-P256", "RSA-PSS", "Ed25519");
    }
}
