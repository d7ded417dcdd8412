package org.modestcrm.segment;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.modestcrm.segment.Explanation.Part;

/** Takes the same part of the customers each time, and another part for another name. */
final class SampleNode extends Node {
    private static final BigDecimal ALL = BigDecimal.valueOf(1L << 32);

    private final Rule.Sample asked;
    private final Function<Object, String> key;

    SampleNode(Rule.Sample rule, Function<Object, String> key) {
        super(rule);
        this.asked = rule;
        this.key = key;
    }

    /**
     * The first four bytes of SHA-256 over the UTF-8 of name, a line feed and the customer's id, as a number without
     * sign, against that part of 2^32: any program can work it out again.
     */
    @Override
    boolean test(Object subject, Run run) {
        return share(subject).compareTo(asked.percent()) < 0;
    }

    /** In percent; below the asked one is in. */
    private BigDecimal share(Object subject) {
        byte[] hash = sha256().digest((asked.name() + "\n" + key.apply(subject)).getBytes(StandardCharsets.UTF_8));
        long number = 0;
        for (int i = 0; i < 4; i++) {
            number = number << 8 | hash[i] & 0xFF;
        }
        return BigDecimal.valueOf(number).scaleByPowerOfTen(2).divide(ALL);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing (expected: in every Java runtime)", e);
        }
    }

    @Override
    Truth truth(Object subject, Run run) {
        return Truth.of(test(subject, run));
    }

    @Override
    Part seen(Object subject, Run run) {
        return Part.of(share(subject), List.of(), ZoneOffset.UTC);
    }
}
