package org.modestcrm.json;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.modestcrm.consent.Consent;
import org.modestcrm.consent.ConsentStatus;
import org.modestcrm.consent.LegalBasis;
import org.modestcrm.consent.Purpose;
import org.modestcrm.contact.Suppression;
import org.modestcrm.customer.AddressEntry;
import org.modestcrm.customer.AddressUse;
import org.modestcrm.customer.AttributeValue;
import org.modestcrm.customer.BirthDate;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.ContactPoint;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.CustomerKind;
import org.modestcrm.customer.DeliveryState;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.customer.Identifier;
import org.modestcrm.customer.IdentifierType;
import org.modestcrm.customer.PartnerId;
import org.modestcrm.customer.PersonName;
import org.modestcrm.customer.PostalAddress;
import org.modestcrm.customer.Preference;
import org.modestcrm.event.Event;
import org.modestcrm.event.EventId;
import org.modestcrm.interaction.Direction;
import org.modestcrm.interaction.Interaction;
import org.modestcrm.interaction.Visit;
import org.modestcrm.money.Money;
import org.modestcrm.order.Discount;
import org.modestcrm.order.Order;
import org.modestcrm.order.OrderLine;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.order.OrderStatus;
import org.modestcrm.order.Refund;
import org.modestcrm.order.RefundReason;
import org.modestcrm.order.Tax;
import org.modestcrm.outbox.MailState;
import org.modestcrm.source.Erasure;
import org.modestcrm.source.Field;
import org.modestcrm.source.LinkStatus;
import org.modestcrm.source.RecordKey;
import org.modestcrm.source.RecordLink;
import org.modestcrm.source.RecordPair;
import org.modestcrm.source.Restriction;
import org.modestcrm.source.SourceRecord;
import org.modestcrm.task.Assignee;
import org.modestcrm.task.Task;
import org.modestcrm.task.TaskId;
import org.modestcrm.task.Topic;

/** Random values of the model, with every part that may be there or not. */
final class RandomModel {
    private static final String[] PIECES = {
        "a", "Z", "é", "ß", "Ж", "李", "א", "\"", "\\", "/", "<", "&", "'", "{", "\u2028", "\uD83D\uDE00", " x", "0", "~"
    };

    private final Random random;

    RandomModel(Random random) {
        this.random = random;
    }

    private boolean maybe() {
        return random.nextInt(3) > 0;
    }

    private <T> void some(Supplier<T> value, Consumer<T> into) {
        if (maybe()) {
            into.accept(value.get());
        }
    }

    private <T> List<T> list(int max, Supplier<T> value) {
        List<T> values = new ArrayList<>();
        for (int n = random.nextInt(max + 1); n > 0; n--) {
            values.add(value.get());
        }
        return values;
    }

    private <E extends Enum<E>> E any(Class<E> type) {
        E[] all = type.getEnumConstants();
        return all[random.nextInt(all.length)];
    }

    private String text() {
        StringBuilder text = new StringBuilder("t");
        for (int n = random.nextInt(12); n > 0; n--) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return text.toString();
    }

    private String code() {
        return "c" + random.nextInt(50) + "_-.".charAt(random.nextInt(3));
    }

    private Instant instant() {
        long seconds = -62_135_596_800L + (long) (random.nextDouble() * 315_537_897_600.0 * 0.9);
        return Instant.ofEpochSecond(seconds, random.nextInt(1_000_000) * 1000L);
    }

    private BigDecimal decimal() {
        return new BigDecimal(new BigInteger(1 + random.nextInt(120), random), random.nextInt(41) - 20);
    }

    private Currency currency() {
        return Currency.getInstance(List.of("EUR", "JPY", "KWD", "USD").get(random.nextInt(4)));
    }

    private Money money(Currency currency) {
        return Money.of(BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(7) - 2), currency);
    }

    private CustomerId customerId() {
        return CustomerId.of(text());
    }

    private OrderNumber orderNumber() {
        return OrderNumber.of(text());
    }

    private EmailAddress email() {
        return EmailAddress.of("é" + random.nextInt(1000) + "+x@Shop.Example");
    }

    Customer customer() {
        Customer.Builder builder = Customer.builder(customerId()).kind(any(CustomerKind.class));
        some(this::name, builder::name);
        some(this::text, builder::organisation);
        list(3, this::identifier).forEach(builder::identifier);
        list(3, this::point).forEach(builder::contactPoint);
        list(2, () -> new AddressEntry(address(), new HashSet<>(list(2, () -> AddressUse.of(code())))))
                .forEach(builder::address);
        some(
                () -> Locale.forLanguageTag(
                        List.of("fr-BE", "zh-Hans-CN", "de", "sl-rozaj").get(random.nextInt(4))),
                builder::language);
        some(
                () -> ZoneId.of(List.of("Europe/Paris", "UTC", "+05:30", "America/St_Johns")
                        .get(random.nextInt(4))),
                builder::zone);
        some(this::birthDate, builder::birthDate);
        list(3, this::preference).forEach(builder::preference);
        list(5, this::attribute).forEach(value -> builder.attribute(code(), value));
        some(() -> PartnerId.of(code()), builder::referredBy);
        return builder.build().withVersion(random.nextInt(4));
    }

    private PersonName name() {
        String particle = maybe() ? "van " : "";
        PersonName.Builder builder = PersonName.builder().particle(particle).family(particle + text());
        some(this::text, builder::given);
        some(this::text, builder::honorific);
        some(this::text, builder::suffix);
        some(this::text, builder::full);
        return builder.build();
    }

    private Identifier identifier() {
        Identifier identifier = Identifier.of(IdentifierType.of(code()), code(), text());
        return maybe() ? identifier.verified(instant()) : identifier;
    }

    private ContactPoint point() {
        return switch (random.nextInt(3)) {
            case 0 -> new ContactPoint(Channel.EMAIL, email().value(), any(DeliveryState.class));
            case 1 ->
                new ContactPoint(Channel.SMS, "+33 6 12 34 56 " + (10 + random.nextInt(80)), any(DeliveryState.class));
            default -> new ContactPoint(Channel.of(code()), text(), any(DeliveryState.class));
        };
    }

    private PostalAddress address() {
        PostalAddress.Builder builder = PostalAddress.builder().country("US");
        list(3, this::text).forEach(builder::line);
        some(() -> "90210", builder::postcode);
        some(this::text, builder::city);
        some(this::text, builder::region);
        some(() -> "US-CA", builder::subdivision);
        return builder.build();
    }

    private BirthDate birthDate() {
        return maybe()
                ? BirthDate.of(LocalDate.ofEpochDay(random.nextInt(20_000)))
                : BirthDate.withoutYear(MonthDay.of(2, 1 + random.nextInt(29)));
    }

    private Preference preference() {
        List<String> values = list(3, this::text);
        values.add(text());
        return new Preference(code(), values, any(Preference.Kind.class), code(), instant());
    }

    private AttributeValue attribute() {
        return random.nextInt(8) == 0
                ? new AttributeValue.Items(list(3, () -> new AttributeValue.Number(decimal())))
                : scalar();
    }

    private AttributeValue scalar() {
        return switch (random.nextInt(7)) {
            case 0 -> new AttributeValue.Text(maybe() ? text() : "");
            case 1 -> new AttributeValue.Number(decimal());
            case 2 -> new AttributeValue.Amount(Money.of(decimal().negate(), currency()));
            case 3 -> new AttributeValue.Date(LocalDate.ofEpochDay(random.nextInt(100_000) - 50_000));
            case 4 -> new AttributeValue.Moment(instant());
            case 5 -> new AttributeValue.Flag(maybe());
            default -> new AttributeValue.Choice(text());
        };
    }

    Order order() {
        Currency currency = currency();
        Instant placed = instant();
        Order.Builder builder = Order.builder(orderNumber(), currency)
                .revision(1 + random.nextInt(5))
                .placedAt(placed)
                .line(new OrderLine("s", "", 1, Money.of("9999999999", currency.getCurrencyCode())));
        list(3, () -> line(currency)).forEach(builder::line);
        list(2, () -> new Discount(text(), money(currency))).forEach(builder::discount);
        list(2, () -> tax(currency)).forEach(builder::tax);
        some(() -> money(currency), builder::shipping);
        some(this::customerId, builder::customer);
        some(() -> Channel.of(code()), builder::channel);
        some(this::code, builder::campaign);
        some(() -> PartnerId.of(code()), builder::referredBy);
        some(this::email, builder::email);
        some(this::text, builder::buyerName);
        some(() -> Locale.forLanguageTag("pt-BR"), builder::locale);
        some(this::address, builder::shippingAddress);
        some(this::address, builder::billingAddress);
        if (maybe()) {
            builder.status(OrderStatus.PAID, placed.plus(1, ChronoUnit.MICROS));
            builder.status(OrderStatus.RETURNED, placed.plusSeconds(90_000));
        }
        return builder.build();
    }

    private OrderLine line(Currency currency) {
        return new OrderLine(text(), maybe() ? text() : "", 1 + random.nextInt(9), money(currency));
    }

    private Tax tax(Currency currency) {
        return new Tax(text(), BigDecimal.valueOf(random.nextInt(2500), 2), money(currency), any(Tax.Mode.class));
    }

    Refund refund() {
        Currency currency = currency();
        Refund.Builder builder = Refund.builder(orderNumber(), currency)
                .at(instant())
                .reason(any(RefundReason.class))
                .line(line(currency));
        some(() -> money(currency), builder::amount);
        some(this::orderNumber, builder::of);
        some(this::customerId, builder::customer);
        return builder.build();
    }

    Interaction interaction() {
        Direction direction = any(Direction.class);
        Interaction.Builder builder = Interaction.builder(code(), text())
                .customer(customerId())
                .channel(Channel.of(code()))
                .direction(direction)
                .type(code())
                .at(instant());
        some(this::code, builder::topic);
        some(this::text, builder::subject);
        some(this::orderNumber, builder::order);
        some(this::text, builder::message);
        some(() -> direction == Direction.OUTBOUND ? "MARKETING" : "", value -> {
            if (!value.isEmpty()) {
                builder.messageClass(value);
            }
        });
        some(this::code, builder::outcome);
        some(() -> new Visit("/" + text(), Duration.ofMillis(random.nextInt(86_400_000)), text()), builder::visit);
        return builder.build();
    }

    Consent consent() {
        Instant at = instant();
        Consent.Builder builder = Consent.builder(customerId(), Channel.EMAIL, Purpose.of(code()))
                .status(any(ConsentStatus.class))
                .at(at);
        some(() -> at.plusSeconds(1), builder::expiresAt);
        some(() -> email().value(), builder::address);
        some(() -> any(LegalBasis.class), builder::legalBasis);
        some(this::text, builder::method);
        some(this::text, builder::wording);
        some(this::text, builder::proof);
        return builder.build();
    }

    Suppression suppression() {
        return new Suppression(Channel.EMAIL, email().value(), any(Suppression.Reason.class), text(), instant());
    }

    Task task() {
        Instant created = instant();
        Task.Builder builder = Task.builder(TaskId.of(text()), Topic.of(code()), created)
                .assignee(Assignee.of(text()))
                .priority(random.nextInt(100));
        some(this::text, builder::subject);
        some(this::customerId, builder::customer);
        some(() -> created.plusSeconds(7), builder::due);
        Task open = builder.build().withVersion(random.nextInt(5));
        return switch (random.nextInt(4)) {
            case 0 -> open;
            case 1 -> open.start();
            case 2 -> open.finish();
            default -> open.cancel();
        };
    }

    private RecordKey key() {
        return RecordKey.of(code(), text());
    }

    SourceRecord sourceRecord() {
        Instant seen = instant();
        SourceRecord.Builder builder = SourceRecord.builder(key(), customer())
                .firstSeenAt(seen)
                .changedAt(seen.plusSeconds(random.nextInt(1000)));
        some(this::instant, at -> builder.age(Field.NAME, at));
        some(() -> Field.ORGANISATION, builder::pin);
        some(() -> Field.attribute(code()), builder::pin);
        return builder.build();
    }

    RecordLink recordLink() {
        return new RecordLink(
                RecordPair.of(RecordKey.of("a", text()), RecordKey.of("b", text())),
                any(LinkStatus.class),
                new RecordLink.Evidence(random.nextGaussian() * 100, text(), text()),
                text(),
                instant());
    }

    Erasure erasure() {
        return new Erasure(
                customerId(), list(3, this::customerId), new HashSet<>(list(4, this::text)), code(), instant());
    }

    Restriction restriction() {
        return new Restriction(customerId(), text(), text(), instant());
    }

    MailState mailState() {
        return switch (random.nextInt(8)) {
            case 0 -> new MailState.Queued();
            case 1 -> new MailState.Sending(instant(), maybe());
            case 2 -> new MailState.Sent(instant(), text());
            case 3 -> new MailState.Retry(instant(), random.nextInt(5), text());
            case 4 -> new MailState.Unknown(instant(), text());
            case 5 -> new MailState.Failed(instant(), text());
            case 6 -> new MailState.Suppressed(instant(), text());
            default -> new MailState.Expired(instant());
        };
    }

    Event event() {
        EventId id = new EventId(1 + random.nextInt(1_000_000));
        Instant at = instant();
        return switch (random.nextInt(11)) {
            case 0 -> new Event.CustomerSaved(id, at, customer());
            case 1 -> new Event.OrderRecorded(id, at, order());
            case 2 -> new Event.RefundRecorded(id, at, refund());
            case 3 -> new Event.InteractionRecorded(id, at, interaction());
            case 4 -> new Event.ConsentRecorded(id, at, consent());
            case 5 -> new Event.TaskSaved(id, at, task());
            case 6 -> new Event.AddressSuppressed(id, at, suppression());
            case 7 -> new Event.CustomersMerged(id, at, customer(), customerId());
            case 8 -> new Event.CustomersSplit(id, at, customer(), customer());
            case 9 -> new Event.CustomerErased(id, at, customerId(), list(3, this::customerId));
            default -> new Event.ProcessingChanged(id, at, customerId(), any(Event.Processing.class));
        };
    }
}
