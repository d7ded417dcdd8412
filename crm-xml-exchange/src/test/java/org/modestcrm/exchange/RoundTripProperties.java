package org.modestcrm.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modestcrm.customer.PersonName;
import org.modestcrm.exchangelog.Profile;
import org.modestcrm.exchangelog.ProfileId;

class RoundTripProperties {
    private static final int PROFILES = Boolean.getBoolean("modestcrm.long") ? 10_000 : 100;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 20261105, 77})
    void what_is_written_and_read_and_written_again_has_the_same_bytes(long seed) {
        RandomProfiles random = new RandomProfiles(seed);
        List<Profile> profiles = new ArrayList<>();
        for (int i = 0; i < PROFILES; i++) {
            profiles.add(random.next(i));
        }

        byte[] first = Documents.written(profiles);
        Documents.Result read = Documents.read(first);

        assertThat(read.report().problems()).isEmpty();
        assertThat(read.profiles()).isEqualTo(profiles);
        assertThat(Documents.written(read.profiles())).isEqualTo(first);
        assertThat(Documents.schemaFault(first)).isEmpty();
    }

    @Test
    void every_character_the_format_takes_survives() {
        List<Profile> profiles = new ArrayList<>();
        for (int block = 0; block < 0x110000; block += 256) {
            StringBuilder text = new StringBuilder("x");
            for (int c = block; c < block + 256; c++) {
                boolean legal = !Character.isISOControl(c)
                        && !(c >= 0xd800 && c <= 0xdfff)
                        && (c & 0xffff) < 0xfffe
                        && c != 0x202d
                        && c != 0x202e;
                if (legal && text.length() < 399) {
                    text.appendCodePoint(c);
                }
            }
            profiles.add(Profile.builder(
                            ProfileId.of("b" + Integer.toHexString(block).toLowerCase(Locale.ROOT)))
                    .at(TwoSites.NOW)
                    .name(PersonName.full(text.toString()))
                    .build());
        }

        assertThat(Documents.read(Documents.written(profiles)).profiles()).isEqualTo(profiles);
    }
}
