package org.modestcrm.customer;

import org.modestcrm.internal.Texts;

/**
 * An address on a channel: where a customer can be reached.
 *
 * @param channel the channel
 * @param address the address on it, 1 to 254 characters; on {@link Channel#EMAIL} a valid {@link EmailAddress}
 * @param state whether it still takes what is sent there
 */
public record ContactPoint(Channel channel, String address, DeliveryState state) {
    /**
     * Checks the address for its channel.
     *
     * @param channel the channel
     * @param address the address
     * @param state its delivery state
     */
    public ContactPoint {
        address = channel.equals(Channel.EMAIL)
                ? new EmailAddress(address).value()
                : Texts.required("address on " + channel, address, 254);
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
