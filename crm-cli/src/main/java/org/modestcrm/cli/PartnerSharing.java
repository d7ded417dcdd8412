package org.modestcrm.cli;

import java.util.EnumSet;
import org.modestcrm.consent.Purpose;
import org.modestcrm.exchange.ProfileField;
import org.modestcrm.exchange.SharePolicy;

/** What the command hands to partners: of people who agreed, and no more than this. */
final class PartnerSharing {
    static final SharePolicy POLICY = SharePolicy.of(
            Purpose.PARTNER_SHARING,
            EnumSet.of(
                    ProfileField.NAME,
                    ProfileField.LANGUAGE,
                    ProfileField.EMAIL,
                    ProfileField.ADDRESS,
                    ProfileField.CONSENT,
                    ProfileField.VALUE));

    private PartnerSharing() {}
}
