package org.modestcrm;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.modestcrm.consent.Consent;
import org.modestcrm.consent.Purpose;
import org.modestcrm.contact.ContactDecision;
import org.modestcrm.contact.ContactHistory;
import org.modestcrm.contact.ContactPolicy;
import org.modestcrm.contact.Message;
import org.modestcrm.contact.MessageClass;
import org.modestcrm.contact.Refusal;
import org.modestcrm.contact.Refusal.Code;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.ContactPoint;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.DeliveryState;
import org.modestcrm.customer.Preference;
import org.modestcrm.source.SourceRecord;

/** Answers whether a customer may be contacted, asking in turn: the person, the addresses, consent, preference, policy. */
final class Permissions {
    private static final Set<Channel> ADDRESSED = Set.of(Channel.EMAIL, Channel.PHONE, Channel.SMS, Channel.CALLBACK);
    private static final Set<MessageClass> WITHOUT_CONSENT = Set.of(MessageClass.TRANSACTIONAL, MessageClass.SERVICE);

    private final Stores stores;
    private final ContactPolicy policy;
    private final ZoneId zone;

    Permissions(Stores stores, ContactPolicy policy, ZoneId zone) {
        this.stores = stores;
        this.policy = policy;
        this.zone = zone;
    }

    /** A question being answered: who is asked about what. */
    private record Question(Customer customer, List<CustomerId> ids, Message message, Purpose purpose, Instant at) {
        boolean isTransactional() {
            return message.messageClass().equals(MessageClass.TRANSACTIONAL);
        }

        boolean needsConsent() {
            return !WITHOUT_CONSENT.contains(message.messageClass());
        }
    }

    ContactDecision mayContact(CustomerId id, Message message, Purpose purpose, Instant at) {
        Optional<Customer> customer = stores.customers().find(id);
        if (customer.isEmpty()) {
            return new ContactDecision.Refused(unknown(stores, id));
        }
        Question asked = new Question(customer.get(), stores.customers().idsOf(id), message, purpose, at);
        return refusal(asked)
                .<ContactDecision>map(ContactDecision.Refused::new)
                .orElseGet(() -> policy.decide(
                        ContactHistory.from(stores.interactions().messages(asked.ids())),
                        message,
                        at,
                        customer.get().zone().orElse(zone)));
    }

    /** Why nobody of this id is contacted: erased, or nobody. */
    static Refusal unknown(Stores stores, CustomerId id) {
        return stores.register()
                .erasure(id)
                .map(erasure -> new Refusal(Code.ERASED, "customer " + id + " was erased at " + erasure.at()))
                .orElseGet(() -> new Refusal(Code.NO_ADDRESS, "nobody has the customer id " + id));
    }

    private Optional<Refusal> refusal(Question asked) {
        if (!asked.isTransactional()
                && !stores.register().restrictions(asked.ids()).isEmpty()) {
            return refusal(
                    Code.RESTRICTED, "the data of customer " + asked.customer().id() + " may not be used for now");
        }
        Optional<Refusal> address =
                ADDRESSED.contains(asked.message().channel()) ? addressRefusal(asked) : unaddressedRefusal(asked);
        return address.isPresent() ? address : preferenceRefusal(asked);
    }

    private Optional<Refusal> unaddressedRefusal(Question asked) {
        Channel channel = asked.message().channel();
        if (channel.equals(Channel.POST) && asked.customer().addressBook().isEmpty()) {
            return refusal(Code.NO_ADDRESS, "no postal address");
        }
        return asked.needsConsent() && !granted(asked, consent -> true) ? consentMissing(asked) : Optional.empty();
    }

    private Optional<Refusal> addressRefusal(Question asked) {
        Channel channel = asked.message().channel();
        List<ContactPoint> points = asked.customer().contactPoints().stream()
                .filter(point -> point.channel().equals(channel))
                .toList();
        if (points.isEmpty()) {
            return refusal(Code.NO_ADDRESS, "no address on " + channel);
        }
        List<ContactPoint> taking =
                points.stream().filter(point -> takes(asked, point)).toList();
        if (taking.isEmpty()) {
            return refusal(Code.UNDELIVERABLE, "every address on " + channel + " is bounced or blocked");
        }
        List<ContactPoint> free =
                taking.stream().filter(point -> !isSuppressed(asked, point)).toList();
        if (free.isEmpty()) {
            return refusal(Code.SUPPRESSED, "every address on " + channel + " that takes messages is suppressed");
        }
        boolean allowed = !asked.needsConsent() || free.stream().anyMatch(point -> grantedFor(asked, point));
        return allowed ? Optional.empty() : consentMissing(asked);
    }

    private static boolean takes(Question asked, ContactPoint point) {
        return point.state() != DeliveryState.BOUNCED
                && (asked.isTransactional() || point.state() != DeliveryState.BLOCKED);
    }

    private boolean isSuppressed(Question asked, ContactPoint point) {
        return stores.suppressions()
                .find(point.channel(), point.address())
                .filter(known -> known.blocks(asked.message().messageClass(), asked.at()))
                .isPresent();
    }

    /** Of the statements that concern an address the last one holds; see {@link #concerns}. */
    private boolean grantedFor(Question asked, ContactPoint point) {
        Set<CustomerId> owners =
                asked.ids().stream().filter(id -> hasPoint(asked, id, point)).collect(Collectors.toSet());
        return granted(asked, consent -> concerns(consent, point, owners));
    }

    /** One given for an address concerns that only; any other the addresses its own record has: a merge widens nothing. */
    private static boolean concerns(Consent consent, ContactPoint point, Set<CustomerId> owners) {
        return consent.address().map(point.normalised()::equals).orElseGet(() -> owners.contains(consent.customer()));
    }

    private boolean hasPoint(Question asked, CustomerId id, ContactPoint point) {
        if (asked.ids().size() == 1) {
            return true;
        }
        Optional<SourceRecord> record = stores.records().findByOwnId(id);
        return record.isPresent()
                && record.get().said().contactPoints().stream()
                        .anyMatch(said -> said.channel().equals(point.channel())
                                && said.normalised().equals(point.normalised()));
    }

    private boolean granted(Question asked, Predicate<Consent> concerning) {
        return stores.consents().history(asked.ids()).stream()
                .filter(consent -> consent.channel().equals(asked.message().channel())
                        && consent.purpose().equals(asked.purpose())
                        && !consent.at().isAfter(asked.at()))
                .filter(concerning)
                .reduce((earlier, later) -> later)
                .filter(consent -> consent.allowsAt(asked.at()))
                .isPresent();
    }

    /** A customer who named channels is not advertised to on others. */
    private static Optional<Refusal> preferenceRefusal(Question asked) {
        boolean named = asked.customer()
                .preference(Preference.CHANNEL)
                .filter(known -> known.kind() == Preference.Kind.STATED)
                .isPresent();
        Channel channel = asked.message().channel();
        boolean liked = asked.customer().preferredChannels().contains(channel);
        return named && !liked && asked.message().messageClass().equals(MessageClass.MARKETING)
                ? refusal(Code.NOT_PREFERRED, channel + " is not among the channels the customer named")
                : Optional.empty();
    }

    private static Optional<Refusal> consentMissing(Question asked) {
        return refusal(
                Code.CONSENT_MISSING,
                "no consent on " + asked.message().channel() + " for " + asked.purpose() + " holds");
    }

    private static Optional<Refusal> refusal(Code code, String reason) {
        return Optional.of(new Refusal(code, reason));
    }
}
