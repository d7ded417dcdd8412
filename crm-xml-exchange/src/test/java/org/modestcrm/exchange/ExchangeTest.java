package org.modestcrm.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.modestcrm.Crm;
import org.modestcrm.consent.Consent;
import org.modestcrm.consent.ConsentStatus;
import org.modestcrm.consent.Purpose;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.IdentifierType;
import org.modestcrm.customer.PersonName;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.exchangelog.InMemoryExchangeJournal;
import org.modestcrm.exchangelog.ProfileId;
import org.modestcrm.exchangelog.Recipient;
import org.modestcrm.exchangelog.Tombstone;
import org.modestcrm.money.Money;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderNumber;

class ExchangeTest {
    private static final Instant NOW = Instant.parse("2026-11-05T09:30:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final CustomerId ADA = CustomerId.of("17");
    private static final CustomerId BOB = CustomerId.of("18");
    private static final PairKey KEY = PairKey.of("k1", key(1));

    @TempDir
    private Path folder;

    private Crm flowers;
    private Crm garden;
    private InMemoryExchangeJournal sent;
    private InMemoryExchangeJournal received;

    @BeforeEach
    void two_sites_of_which_one_has_customers() {
        flowers = Crm.inMemory(CLOCK);
        garden = Crm.inMemory(CLOCK);
        sent = new InMemoryExchangeJournal();
        received = new InMemoryExchangeJournal();
        flowers.record(Customer.builder(ADA)
                .name(PersonName.of("Ada", "Byron"))
                .email(EmailAddress.of("ada@example.org"))
                .address(PostalAddress.ofCountry("GB"))
                .build());
        flowers.record(
                Customer.builder(BOB).email(EmailAddress.of("bob@example.org")).build());
        flowers.record(Order.builder(OrderNumber.of("2026-1"), Money.currencyOf("EUR"))
                .customer(ADA)
                .placedAt(NOW.minusSeconds(60))
                .line(new OrderLine("rose", "Red & white roses", 3, Money.of("2.50", "EUR")))
                .build());
        flowers.record(said(ADA, Channel.WEB, ConsentStatus.GRANTED));
    }

    private static byte[] key(int seed) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) seed);
        return secret;
    }

    private static Consent said(CustomerId customer, Channel channel, ConsentStatus status) {
        return Consent.builder(customer, channel, Purpose.PARTNER_SHARING)
                .status(status)
                .at(NOW.minusSeconds(30))
                .build();
    }

    private ExportReport export(Set<ProfileField> fields, Path file) {
        return ProfileExport.builder(flowers, sent)
                .partner("garden", KEY)
                .policy(SharePolicy.of(Purpose.PARTNER_SHARING, fields))
                .segments(customer -> List.of("loyal"))
                .build()
                .write(Stream.of(ADA, BOB), "2026-11-05.1", NOW, file);
    }

    private ProfileImport imports() {
        return ProfileImport.builder(received, ProfileTarget.into(garden))
                .clock(CLOCK)
                .build();
    }

    @Test
    void who_consented_arrives_at_the_other_site_and_who_did_not_stays() throws IOException {
        Path file = folder.resolve("profiles.xml");

        ExportReport report = export(EnumSet.allOf(ProfileField.class), file);
        ImportResult result = imports().takeUnsigned("flowers", file);

        assertThat(report).isEqualTo(new ExportReport(1, 1, List.of()));
        assertThat(Documents.schemaFault(Files.readAllBytes(file))).isEmpty();
        assertThat(result.accepted()).isEqualTo(1);
        assertThat(result.receipt().counts()).isEqualTo(new Receipt.Counts(1, 1, 0, 0, 0));
        Customer arrived = garden.customers()
                .findByEmail(EmailAddress.of("ada@example.org"))
                .get(0);
        assertThat(arrived.name()).contains(PersonName.of("Ada", "Byron"));
        assertThat(arrived.identifiers()).singleElement().satisfies(identifier -> {
            assertThat(identifier.type()).isEqualTo(IdentifierType.PARTNER_PROFILE);
            assertThat(identifier.value()).isEqualTo(KEY.profileId(ADA).value());
        });
    }

    @Test
    void the_shops_own_ids_and_numbers_are_in_no_file() throws IOException {
        Path file = folder.resolve("profiles.xml");

        export(EnumSet.allOf(ProfileField.class), file);

        assertThat(Files.readString(file)).doesNotContain("\"17\"", "2026-1\"").contains("k1.");
    }

    @Test
    void the_same_file_again_changes_nothing_and_says_so() {
        Path file = folder.resolve("profiles.xml");
        export(EnumSet.allOf(ProfileField.class), file);
        ImportResult first = imports().takeUnsigned("flowers", file);

        ImportResult second = imports().takeUnsigned("flowers", file);

        assertThat(second.isRepeated()).isTrue();
        assertThat(second.accepted()).isZero();
        assertThat(second.receipt()).isEqualTo(first.receipt());
    }

    @Test
    void the_same_profiles_in_another_message_are_unchanged() throws IOException {
        Path file = folder.resolve("profiles.xml");
        export(EnumSet.allOf(ProfileField.class), file);
        imports().takeUnsigned("flowers", file);
        Files.writeString(file, Files.readString(file).replace("2026-11-05.1", "2026-11-05.2"));

        ImportResult second = imports().takeUnsigned("flowers", file);

        assertThat(second.receipt().counts()).isEqualTo(new Receipt.Counts(1, 0, 1, 0, 0));
    }

    @Test
    void an_id_that_came_with_other_content_is_refused_as_forged() throws IOException {
        Path file = folder.resolve("profiles.xml");
        export(EnumSet.allOf(ProfileField.class), file);
        imports().takeUnsigned("flowers", file);
        Files.writeString(file, Files.readString(file).replace("Byron", "Lovelace"));

        Receipt receipt = imports().takeUnsigned("flowers", file).receipt();

        assertThat(receipt.status()).isEqualTo(Receipt.Status.REFUSED);
        assertThat(receipt.problems())
                .extracting(ExchangeProblem::toString)
                .containsExactly("message 2026-11-05.1: came with other content at 2026-11-05T09:30:00Z (expected: the"
                        + " same bytes, or another id) [PX-FORGED]");
    }

    @Test
    void only_the_fields_of_the_policy_leave() throws IOException {
        Path file = folder.resolve("profiles.xml");

        export(EnumSet.of(ProfileField.SEGMENT), file);

        assertThat(Files.readString(file))
                .contains("<segment>loyal</segment>", "PARTNER_SHARING")
                .doesNotContain("<name", "<email", "<key", "<address", "<order", "<value");
    }

    @Test
    void a_denial_on_the_channel_keeps_the_address_of_that_channel() throws IOException {
        Path file = folder.resolve("profiles.xml");
        flowers.record(said(ADA, Channel.EMAIL, ConsentStatus.DENIED));

        export(EnumSet.allOf(ProfileField.class), file);

        assertThat(Files.readString(file)).contains("<name").doesNotContain("<email", "<key");
    }

    @Test
    void who_got_a_profile_is_remembered() {
        export(EnumSet.allOf(ProfileField.class), folder.resolve("profiles.xml"));

        assertThat(sent.recipients(ADA)).containsExactly(new Recipient("garden", KEY.profileId(ADA), 3, NOW));
        assertThat(sent.recipients(BOB)).isEmpty();
    }

    @Test
    void another_pair_has_other_ids() {
        PairKey other = PairKey.of("k1", key(2));

        assertThat(other.profileId(ADA)).isNotEqualTo(KEY.profileId(ADA));
        assertThat(other.emailKey(EmailAddress.of("ada@example.org")))
                .isNotEqualTo(KEY.emailKey(EmailAddress.of("ada@example.org")));
        assertThat(KEY.emailKey(EmailAddress.of("ADA@example.org")))
                .isEqualTo(KEY.emailKey(EmailAddress.of("ada@example.org")));
    }

    /** The figure is {@code printf 'customer\0%s' 17 | openssl dgst -sha256 -mac HMAC -macopt hexkey:0101...}. */
    @Test
    void an_id_is_the_start_of_a_keyed_digest() {
        assertThat(KEY.profileId(ADA)).isEqualTo(ProfileId.of("k1.8c9e045acb392d5b49e3a9fcd761add06bb4ddca"));
    }

    @Test
    void an_erased_profile_never_comes_back() throws IOException {
        Path file = folder.resolve("profiles.xml");
        export(EnumSet.allOf(ProfileField.class), file);
        imports().takeUnsigned("flowers", file);
        String id = KEY.profileId(ADA).value();
        Path gone = Files.writeString(
                folder.resolve("gone.xml"),
                Documents.records(
                        "<gone id=\"" + id + "\" rev=\"4\" at=\"2026-11-06T00:00:00Z\" reason=\"erased\"/>\n"));
        Path again = Files.writeString(
                folder.resolve("again.xml"),
                Documents.records(Documents.GOOD.replace("good", id).replace("rev=\"1\"", "rev=\"9\""))
                        .replace("\"m1\"", "\"m2\""));

        Receipt left = imports().takeUnsigned("flowers", gone).receipt();
        Receipt back = imports().takeUnsigned("flowers", again).receipt();

        assertThat(left.counts()).isEqualTo(new Receipt.Counts(1, 0, 0, 0, 1));
        assertThat(garden.customers().findByEmail(EmailAddress.of("ada@example.org")))
                .isEmpty();
        assertThat(back.counts()).isEqualTo(new Receipt.Counts(1, 0, 0, 1, 0));
        assertThat(back.problems().get(0).sentence())
                .isEqualTo("profile " + id + ", revision 9: gone since 2026-11-06T00:00:00Z, erased at revision 4"
                        + " (expected: never again)");
    }

    @Test
    void who_withdrew_may_come_back_with_a_higher_revision() throws IOException {
        received.record("flowers", new Tombstone(ProfileId.of("good"), 4, NOW, Tombstone.Reason.WITHDRAWN));
        Path older = Files.writeString(folder.resolve("older.xml"), Documents.records(Documents.GOOD));
        Path newer = Files.writeString(
                folder.resolve("newer.xml"),
                Documents.records(Documents.GOOD.replace("rev=\"1\"", "rev=\"5\""))
                        .replace("\"m1\"", "\"m2\""));

        assertThat(imports().takeUnsigned("flowers", older).receipt().counts().refused())
                .isEqualTo(1);
        assertThat(imports().takeUnsigned("flowers", newer).receipt().counts().accepted())
                .isEqualTo(1);
    }

    @Test
    void a_customer_the_site_knows_keeps_her_own_data() {
        garden.record(Customer.builder(CustomerId.of("g1"))
                .name(PersonName.full("Countess"))
                .email(EmailAddress.of("ada@example.org"))
                .build());
        Path file = folder.resolve("profiles.xml");
        export(EnumSet.allOf(ProfileField.class), file);

        imports().takeUnsigned("flowers", file);

        assertThat(garden.customers().all()).singleElement().satisfies(customer -> {
            assertThat(customer.name()).contains(PersonName.full("Countess"));
            assertThat(customer.identifiers()).hasSize(1);
        });
    }

    @Test
    void a_document_that_breaks_off_is_refused_as_a_whole() throws IOException {
        String whole = Documents.records(Documents.GOOD);
        Path file = Files.writeString(folder.resolve("cut.xml"), whole.substring(0, whole.length() - 20));

        Receipt receipt = imports().takeUnsigned("flowers", file).receipt();

        assertThat(receipt.status()).isEqualTo(Receipt.Status.REFUSED);
        assertThat(garden.customers().all()).isEmpty();
    }

    @Test
    void a_receipt_is_valid_and_reads_back_as_it_was() throws IOException {
        Path file = Files.writeString(
                folder.resolve("a file.xml"),
                Documents.records(
                        Documents.GOOD, Documents.GOOD.replace("good", "bad").replace("rev=\"1\"", "rev=\"x\"")));

        Receipt receipt = imports().takeUnsigned("flowers", file).receipt();

        assertThat(receipt.status()).isEqualTo(Receipt.Status.PARTIAL);
        assertThat(Documents.schemaFault(receipt.toXml())).isEmpty();
        Receipt read = Receipt.read(
                        new ByteArrayInputStream(receipt.toXml().getBytes(StandardCharsets.UTF_8)), "receipt.xml")
                .orThrow();
        assertThat(read.counts()).isEqualTo(receipt.counts());
        assertThat(read.toXml()).isEqualTo(receipt.toXml());
    }

    @Test
    void a_profile_xml_cannot_hold_is_reported_and_the_others_are_written() throws IOException {
        flowers.record(flowers.customers().find(ADA).orElseThrow().toBuilder()
                .name(PersonName.full("Ada \ud800"))
                .build());
        flowers.record(said(BOB, Channel.WEB, ConsentStatus.GRANTED));
        Path file = folder.resolve("profiles.xml");

        ExportReport report = export(EnumSet.allOf(ProfileField.class), file);

        assertThat(report.written()).isEqualTo(1);
        assertThat(report.problems())
                .extracting(ExchangeProblem::sentence)
                .containsExactly("customer 17: record " + KEY.profileId(ADA)
                        + ": text with U+D800 at position 5 (expected: characters of XML, no control characters, no"
                        + " overrides of direction)");
        assertThat(Documents.schemaFault(Files.readAllBytes(file))).isEmpty();
    }

    @Test
    void what_is_missing_for_an_export_is_named_at_once() {
        ProfileExport.Builder nothing = ProfileExport.builder(flowers, sent);

        assertThatThrownBy(nothing::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("profile export: partner: missing; policy: missing");
    }
}
