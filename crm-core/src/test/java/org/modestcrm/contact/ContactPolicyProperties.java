package org.modestcrm.contact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.modestcrm.customer.Channel;

/** The policy beside an oracle that tries one quarter of an hour after the other by the plain meaning of each rule. */
class ContactPolicyProperties {
    private static final int HISTORIES = Boolean.getBoolean("modestcrm.long") ? 250_000 : 2_500;
    private static final Duration STEP = Duration.ofMinutes(15);
    private static final int STEPS = 4 * 24 * 40;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void a_decision_is_the_earliest_instant_at_which_every_rule_holds(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < HISTORIES; i++) {
            Trial trial = new Trial(random);

            ContactDecision decision =
                    trial.policy().decide(trial.history(random), trial.message, trial.at, trial.zone);

            assertThat(earliest(decision, trial.at))
                    .as("seed %s, history %s: %s", seed, i, trial)
                    .isEqualTo(trial.byTrying());
        }
    }

    private static Optional<Instant> earliest(ContactDecision decision, Instant at) {
        if (decision instanceof ContactDecision.Deferred deferred) {
            return Optional.of(deferred.until());
        }
        return decision.isAllowed() ? Optional.of(at) : Optional.empty();
    }

    /** A random policy, history and message near a change of clocks. */
    private static final class Trial {
        private static final List<String> ZONES =
                List.of("Europe/Paris", "America/New_York", "Australia/Lord_Howe", "UTC", "America/Sao_Paulo");
        private static final List<String> DAYS =
                List.of("2026-03-27", "2026-10-23", "2018-11-02", "2026-04-03", "2026-06-29");
        private static final List<Channel> CHANNELS = List.of(Channel.EMAIL, Channel.SMS);
        private static final List<MessageClass> CLASSES =
                List.of(MessageClass.MARKETING, MessageClass.SERVICE, MessageClass.TRANSACTIONAL);

        private final ZoneId zone;
        private final Instant at;
        private final Message message;
        private final List<PastContact> contacts = new ArrayList<>();
        private final List<ContactCap> caps = new ArrayList<>();
        private final Optional<QuietHours> quiet;

        Trial(Random random) {
            zone = ZoneId.of(any(random, ZONES));
            Instant start =
                    LocalDate.parse(any(random, DAYS)).atStartOfDay(zone).toInstant();
            at = start.plus(STEP.multipliedBy(random.nextInt(4 * 24 * 4)));
            message = new Message(any(random, CHANNELS), any(random, CLASSES.subList(0, 2)), random.nextInt(3));
            for (int i = random.nextInt(8); i > 0; i--) {
                Instant sent = start.plus(STEP.multipliedBy(random.nextInt(4 * 24 * 8) - 4 * 24 * 4));
                contacts.add(new PastContact(any(random, CHANNELS), any(random, CLASSES), sent));
            }
            for (int i = random.nextInt(4); i > 0; i--) {
                caps.add(cap(random));
            }
            LocalTime from = LocalTime.of(random.nextInt(24), 15 * random.nextInt(4));
            quiet = random.nextBoolean()
                    ? Optional.empty()
                    : Optional.of(new QuietHours(from, from.plusMinutes(15 * (1 + random.nextInt(60)))));
        }

        private static ContactCap cap(Random random) {
            List<Window> windows = List.of(
                    Window.rolling(STEP.multipliedBy(1 + random.nextInt(4 * 24 * 3))),
                    Window.day(),
                    Window.week(DayOfWeek.of(1 + random.nextInt(7))),
                    Window.month(),
                    Window.lifetime());
            ContactCap cap = ContactCap.of(random.nextInt(12) == 0 ? 0 : 1 + random.nextInt(3), any(random, windows));
            cap = random.nextBoolean() ? cap : cap.on(any(random, CHANNELS));
            cap = random.nextBoolean() ? cap : cap.of(any(random, CLASSES));
            return random.nextInt(4) > 0 ? cap : cap.exempting(2);
        }

        private static <T> T any(Random random, List<T> list) {
            return list.get(random.nextInt(list.size()));
        }

        ContactPolicy policy() {
            ContactPolicy.Builder builder = ContactPolicy.builder();
            caps.forEach(builder::cap);
            quiet.ifPresent(builder::quietHours);
            return builder.build();
        }

        ContactHistory history(Random random) {
            List<PastContact> shuffled = new ArrayList<>(contacts);
            Collections.shuffle(shuffled, random);
            return ContactHistory.of(shuffled);
        }

        Optional<Instant> byTrying() {
            Instant candidate = at;
            for (int i = 0; i < STEPS; i++) {
                if (allowed(candidate)) {
                    return Optional.of(candidate);
                }
                candidate = candidate.plus(STEP);
            }
            return Optional.empty();
        }

        private boolean allowed(Instant when) {
            boolean asleep =
                    quiet.isPresent() && isQuiet(quiet.get(), when.atZone(zone).toLocalTime());
            return !asleep && caps.stream().allMatch(cap -> leavesRoom(cap, when));
        }

        private static boolean isQuiet(QuietHours hours, LocalTime time) {
            long length = minutesFrom(hours.fromInclusive(), hours.toExclusive());
            return minutesFrom(hours.fromInclusive(), time) < length;
        }

        private static long minutesFrom(LocalTime from, LocalTime to) {
            return Math.floorMod(Duration.between(from, to).toMinutes(), 24 * 60);
        }

        private boolean leavesRoom(ContactCap cap, Instant when) {
            boolean holds =
                    matches(cap, message.channel(), message.messageClass()) && message.priority() < cap.exemptFrom();
            if (!holds) {
                return true;
            }
            List<Instant> all = new ArrayList<>(contacts.stream()
                    .filter(contact -> matches(cap, contact.channel(), contact.messageClass()))
                    .map(PastContact::at)
                    .toList());
            all.add(when);
            if (cap.window() instanceof Window.Rolling rolling) {
                return all.stream().noneMatch(start -> overfull(cap, rolling, all, start, when));
            }
            if (cap.window() instanceof Window.Calendar calendar) {
                LocalDate period = calendar.start(when.atZone(zone).toLocalDate());
                return cap.max()
                        >= all.stream()
                                .filter(sent -> calendar.start(sent.atZone(zone).toLocalDate())
                                        .equals(period))
                                .count();
            }
            return all.size() <= cap.max();
        }

        /** Whether the stretch that starts with a message holds the new one and more than the cap allows. */
        private static boolean overfull(
                ContactCap cap, Window.Rolling rolling, List<Instant> all, Instant start, Instant when) {
            Instant end = start.plus(rolling.length());
            boolean holdsIt = !when.isBefore(start) && when.isBefore(end);
            return holdsIt
                    && all.stream()
                                    .filter(sent -> !sent.isBefore(start) && sent.isBefore(end))
                                    .count()
                            > cap.max();
        }

        private static boolean matches(ContactCap cap, Channel channel, MessageClass messageClass) {
            boolean channelFits = cap.channels().isEmpty() || cap.channels().contains(channel);
            return channelFits && (cap.classes().isEmpty() || cap.classes().contains(messageClass));
        }

        @Override
        public String toString() {
            return zone + " " + at + " " + message + " " + contacts + " " + caps + " " + quiet;
        }
    }
}
