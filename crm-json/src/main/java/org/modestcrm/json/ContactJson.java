package org.modestcrm.json;

import java.time.Duration;
import org.modestcrm.consent.Consent;
import org.modestcrm.consent.ConsentStatus;
import org.modestcrm.consent.LegalBasis;
import org.modestcrm.consent.Purpose;
import org.modestcrm.contact.Suppression;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.interaction.Direction;
import org.modestcrm.interaction.Interaction;
import org.modestcrm.interaction.Visit;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.task.Assignee;
import org.modestcrm.task.Task;
import org.modestcrm.task.TaskId;
import org.modestcrm.task.TaskState;
import org.modestcrm.task.Topic;

/** Interactions, consents, suppressions and tasks in JSON. */
final class ContactJson {
    private ContactJson() {}

    static void writeInteraction(Interaction interaction, Written to) {
        to.text("source", interaction.source())
                .text("externalId", interaction.externalId())
                .text("customer", interaction.customer().value())
                .text("channel", interaction.channel().code())
                .choice("direction", interaction.direction())
                .text("type", interaction.type())
                .instant("at", interaction.at())
                .text("topic", interaction.topic())
                .text("subject", interaction.subject())
                .text("order", interaction.order().map(OrderNumber::value))
                .text("message", interaction.message())
                .text("messageClass", interaction.messageClass())
                .text("outcome", interaction.outcome())
                .object("visit", interaction.visit(), ContactJson::writeVisit);
    }

    static Interaction readInteraction(Members from) {
        Interaction.Builder builder = Interaction.builder(from.text("source"), from.text("externalId"))
                .customer(from.value("customer", CustomerId::of))
                .channel(from.value("channel", Channel::of))
                .direction(from.choice("direction", Direction.class))
                .type(from.text("type"))
                .at(from.instant("at"))
                .subject(from.text("subject"))
                .message(from.text("message"));
        from.textIfAny("topic").ifPresent(builder::topic);
        from.valueIfAny("order", OrderNumber::of).ifPresent(builder::order);
        from.textIfAny("messageClass").ifPresent(builder::messageClass);
        from.textIfAny("outcome").ifPresent(builder::outcome);
        from.objectIfAny("visit", ContactJson::readVisit).ifPresent(builder::visit);
        return builder.build();
    }

    private static void writeVisit(Visit visit, Written to) {
        to.text("page", visit.page())
                .text("duration", visit.duration().toString())
                .text("product", visit.product());
    }

    private static Visit readVisit(Members from) {
        return new Visit(from.text("page"), from.value("duration", Duration::parse), from.text("product"));
    }

    static void writeConsent(Consent consent, Written to) {
        to.text("customer", consent.customer().value())
                .text("channel", consent.channel().code())
                .text("purpose", consent.purpose().code())
                .choice("status", consent.status())
                .instant("at", consent.at())
                .instant("expiresAt", consent.expiresAt())
                .text("address", consent.address())
                .text("legalBasis", consent.legalBasis().map(LegalBasis::name))
                .text("method", consent.method())
                .text("wording", consent.wording())
                .text("proof", consent.proof());
    }

    static Consent readConsent(Members from) {
        Consent.Builder builder = Consent.builder(
                        from.value("customer", CustomerId::of),
                        from.value("channel", Channel::of),
                        from.value("purpose", Purpose::of))
                .status(from.choice("status", ConsentStatus.class))
                .at(from.instant("at"))
                .method(from.text("method"))
                .wording(from.text("wording"))
                .proof(from.text("proof"));
        from.instantIfAny("expiresAt").ifPresent(builder::expiresAt);
        from.textIfAny("address").ifPresent(builder::address);
        if (from.textIfAny("legalBasis").isPresent()) {
            builder.legalBasis(from.choice("legalBasis", LegalBasis.class));
        }
        return builder.build();
    }

    static void writeSuppression(Suppression suppression, Written to) {
        to.text("channel", suppression.channel().code())
                .text("address", suppression.address())
                .choice("reason", suppression.reason())
                .text("note", suppression.note())
                .instant("since", suppression.since());
    }

    static Suppression readSuppression(Members from) {
        return new Suppression(
                from.value("channel", Channel::of),
                from.text("address"),
                from.choice("reason", Suppression.Reason.class),
                from.text("note"),
                from.instant("since"));
    }

    static void writeTask(Task task, Written to) {
        to.text("id", task.id().value())
                .number("version", task.version())
                .text("topic", task.topic().code())
                .text("assignee", task.assignee().value())
                .choice("state", task.state())
                .instant("createdAt", task.createdAt())
                .number("priority", task.priority())
                .text("subject", task.subject())
                .text("customer", task.customer().map(CustomerId::value))
                .instant("due", task.due());
    }

    static Task readTask(Members from) {
        Task.Builder builder = Task.builder(
                        from.value("id", TaskId::of), from.value("topic", Topic::of), from.instant("createdAt"))
                .assignee(from.value("assignee", Assignee::of))
                .priority(from.count("priority"))
                .subject(from.text("subject"));
        from.valueIfAny("customer", CustomerId::of).ifPresent(builder::customer);
        from.instantIfAny("due").ifPresent(builder::due);
        return moved(builder.build(), from.choice("state", TaskState.class)).withVersion(from.number("version"));
    }

    private static Task moved(Task open, TaskState state) {
        return switch (state) {
            case OPEN -> open;
            case IN_PROGRESS -> open.start();
            case DONE -> open.finish();
            case CANCELLED -> open.cancel();
        };
    }
}
