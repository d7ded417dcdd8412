package org.modestcrm.exchange;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.modestcrm.consent.Consent;
import org.modestcrm.consent.Purpose;
import org.modestcrm.customer.Channel;
import org.modestcrm.exchangelog.Profile;
import org.modestcrm.exchangelog.ProfileBuilder;

/**
 * What of a profile may go from one site to another: the fields that are named, of people who gave the consent that is
 * named; nothing else. Both sites apply it. Immutable.
 *
 * <p>A consent counts on any channel. A denial on the channel of a contact field (e-mail, telephone, post) keeps that field
 * back, whatever was granted elsewhere. The statements of the consent itself always go along, as the proof of the
 * permission.
 */
public final class SharePolicy {
    private final Set<ProfileField> fields;
    private final List<Purpose> consents;

    private SharePolicy(Set<ProfileField> fields, List<Purpose> consents) {
        this.fields = fields;
        this.consents = consents;
    }

    /**
     * A policy.
     *
     * @param consent what people must have granted
     * @param fields what goes; none for the bare id
     * @return the policy
     */
    public static SharePolicy of(Purpose consent, Set<ProfileField> fields) {
        return of(List.of(consent), fields);
    }

    static SharePolicy of(List<Purpose> consents, Set<ProfileField> fields) {
        Set<ProfileField> copy = EnumSet.noneOf(ProfileField.class);
        copy.addAll(fields);
        return new SharePolicy(copy, List.copyOf(consents));
    }

    /**
     * Whether a person allows it at all.
     *
     * @param said the statements that hold, at most one for each channel and purpose
     * @param asOf at which moment
     * @return true when each consent the policy asks for is granted on some channel
     */
    public boolean isAllowed(List<Consent> said, Instant asOf) {
        return consents.stream()
                .allMatch(purpose ->
                        said.stream().anyMatch(consent -> consent.purpose().equals(purpose) && consent.allowsAt(asOf)));
    }

    /**
     * The profile without what may not go.
     *
     * @param profile all that is known, its consents included
     * @param asOf at which moment
     * @return a changed copy
     */
    public Profile reduce(Profile profile, Instant asOf) {
        ProfileBuilder kept =
                Profile.builder(profile.id()).revision(profile.revision()).at(profile.at());
        for (ProfileField field : ProfileField.values()) {
            if (mayGo(field, profile.consents(), asOf)) {
                copy(field, profile, kept);
            }
        }
        profile.consents().stream()
                .filter(consent -> consents.contains(consent.purpose()))
                .forEach(kept::consent);
        return kept.build();
    }

    private boolean mayGo(ProfileField field, List<Consent> said, Instant asOf) {
        return fields.contains(field)
                && said.stream()
                        .filter(consent -> consents.contains(consent.purpose())
                                && channels(field).contains(consent.channel()))
                        .allMatch(consent -> consent.allowsAt(asOf));
    }

    private static List<Channel> channels(ProfileField field) {
        return switch (field) {
            case EMAIL, KEY -> List.of(Channel.EMAIL);
            case PHONE -> List.of(Channel.PHONE, Channel.SMS, Channel.CALLBACK);
            case ADDRESS -> List.of(Channel.POST);
            default -> List.of();
        };
    }

    private static void copy(ProfileField field, Profile from, ProfileBuilder to) {
        switch (field) {
            case KEY -> from.keys().forEach(to::key);
            case NAME -> {
                from.name().ifPresent(to::name);
                from.nameLanguage().ifPresent(to::nameLanguage);
            }
            case BORN -> from.birthDate().ifPresent(to::birthDate);
            case LANGUAGE -> from.language().ifPresent(to::language);
            case EMAIL -> from.emails().forEach(to::email);
            case PHONE -> from.phones().forEach(to::phone);
            case ADDRESS -> from.addresses().forEach(to::address);
            case CONSENT -> from.consents().forEach(to::consent);
            case PREFERENCE -> from.preferences().forEach(to::preference);
            case INTEREST -> from.interests().forEach(to::interest);
            case SEGMENT -> from.segments().forEach(to::segment);
            case VALUE -> from.value().ifPresent(to::value);
            case ORDER -> from.orders().forEach(to::order);
        }
    }
}
