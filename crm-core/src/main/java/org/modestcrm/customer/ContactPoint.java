package org.modestcrm.customer;

import java.util.Optional;
import java.util.Set;
import org.modestcrm.internal.Texts;

/**
 * An address on a channel: where a customer can be reached.
 *
 * @param channel the channel
 * @param address the address on it, 1 to 254 characters; on {@link Channel#EMAIL} a valid {@link EmailAddress}, on
 *     {@link Channel#PHONE}, {@link Channel#SMS} and {@link Channel#CALLBACK} a valid {@link PhoneNumber}
 * @param state whether it still takes what is sent there
 */
public record ContactPoint(Channel channel, String address, DeliveryState state) {
    private static final Set<Channel> TELEPHONE = Set.of(Channel.PHONE, Channel.SMS, Channel.CALLBACK);

    /**
     * Checks the address for its channel.
     *
     * @param channel the channel
     * @param address the address
     * @param state its delivery state
     */
    public ContactPoint {
        address = checked(channel, address);
    }

    private static String checked(Channel channel, String address) {
        if (channel.equals(Channel.EMAIL)) {
            return new EmailAddress(address).value();
        }
        return TELEPHONE.contains(channel)
                ? new PhoneNumber(address).value()
                : Texts.required("address on " + channel, address, 254);
    }

    /**
     * The identifier that finds whom this address belongs to.
     *
     * @return {@link IdentifierType#EMAIL} or {@link IdentifierType#PHONE}, empty on channels without such
     */
    public Optional<IdentifierType> identifierType() {
        if (channel.equals(Channel.EMAIL)) {
            return Optional.of(IdentifierType.EMAIL);
        }
        return TELEPHONE.contains(channel) ? Optional.of(IdentifierType.PHONE) : Optional.empty();
    }

    /**
     * The form in which addresses are compared.
     *
     * @return in lower case for e-mail, without punctuation for telephone numbers
     */
    public String normalised() {
        return identifierType().map(type -> type.normalise(address)).orElseGet(address::strip);
    }

    /**
     * An e-mail address nothing is known against.
     *
     * @param address the address
     * @return the contact point
     */
    public static ContactPoint email(EmailAddress address) {
        return new ContactPoint(Channel.EMAIL, address.value(), DeliveryState.OK);
    }

    /**
     * A telephone number nothing is known against.
     *
     * @param number the number, best in the form of E.164
     * @return the contact point
     */
    public static ContactPoint phone(String number) {
        return new ContactPoint(Channel.PHONE, number, DeliveryState.OK);
    }

    /**
     * The same address in another delivery state.
     *
     * @param newState the state
     * @return a changed copy
     */
    public ContactPoint withState(DeliveryState newState) {
        return new ContactPoint(channel, address, newState);
    }

    /** Channel and state: the address stays out of logs. */
    @Override
    public String toString() {
        return channel + " *** " + state;
    }
}
