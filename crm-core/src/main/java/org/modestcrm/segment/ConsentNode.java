package org.modestcrm.segment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.modestcrm.consent.Consent;
import org.modestcrm.consent.ConsentStatus;
import org.modestcrm.segment.Explanation.Part;

/** Looks at the last statement about a channel and purpose. */
final class ConsentNode extends Node {
    private final Rule.HasConsent asked;
    private final Function<Object, List<Consent>> consents;
    private final EvaluationContext context;

    ConsentNode(Rule.HasConsent rule, Function<Object, List<Consent>> consents, EvaluationContext context) {
        super(rule);
        this.asked = rule;
        this.consents = consents;
        this.context = context;
    }

    @Override
    boolean test(Object subject, Run run) {
        Consent last = last(subject, run);
        if (last == null) {
            return false;
        }
        last.expiresAt().filter(at -> at.isAfter(context.now())).ifPresent(run::noLaterThan);
        return asked.status() == ConsentStatus.GRANTED ? last.allowsAt(context.now()) : last.status() == asked.status();
    }

    private @Nullable Consent last(Object subject, Run run) {
        Consent last = null;
        for (Consent consent : consents.apply(subject)) {
            boolean about = consent.channel().equals(asked.channel())
                    && consent.purpose().equals(asked.purpose());
            Instant at = consent.at();
            if (about && at.isAfter(context.now())) {
                run.noLaterThan(at);
            } else if (about && (last == null || !at.isBefore(last.at()))) {
                last = consent;
            }
        }
        return last;
    }

    @Override
    Truth truth(Object subject, Run run) {
        return last(subject, run) == null ? Truth.UNKNOWN : Truth.of(test(subject, run));
    }

    @Override
    Part seen(Object subject, Run run) {
        Consent last = last(subject, run);
        return Part.of(last == null ? null : last.status(), Optional.empty(), context.zone());
    }
}
