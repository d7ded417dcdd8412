package org.modestcrm.json;

import java.time.Instant;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.event.Event;
import org.modestcrm.event.EventId;

/** Events in JSON. */
final class EventJson {
    private EventJson() {}

    static void write(Event event, Written to) {
        to.text("type", event.getClass().getSimpleName())
                .number("id", event.id().value())
                .instant("recordedAt", event.recordedAt());
        if (event instanceof Event.CustomerSaved e) {
            to.object("customer", e.saved(), CustomerJson::write);
        } else if (event instanceof Event.OrderRecorded e) {
            to.object("order", e.order(), OrderJson::write);
        } else if (event instanceof Event.RefundRecorded e) {
            to.object("refund", e.refund(), OrderJson::writeRefund);
        } else if (event instanceof Event.InteractionRecorded e) {
            to.object("interaction", e.interaction(), ContactJson::writeInteraction);
        } else if (event instanceof Event.ConsentRecorded e) {
            to.object("consent", e.consent(), ContactJson::writeConsent);
        } else if (event instanceof Event.TaskSaved e) {
            to.object("task", e.task(), ContactJson::writeTask);
        } else if (event instanceof Event.AddressSuppressed e) {
            to.object("suppression", e.suppression(), ContactJson::writeSuppression);
        } else {
            writePerson(event, to);
        }
    }

    private static void writePerson(Event event, Written to) {
        if (event instanceof Event.CustomersMerged e) {
            to.object("customer", e.merged(), CustomerJson::write)
                    .text("alias", e.alias().value());
        } else if (event instanceof Event.CustomersSplit e) {
            to.object("kept", e.kept(), CustomerJson::write).object("split", e.split(), CustomerJson::write);
        } else if (event instanceof Event.CustomerErased e) {
            to.text("erased", e.erased().value())
                    .texts("ids", e.ids().stream().map(CustomerId::value).toList());
        } else if (event instanceof Event.ProcessingChanged e) {
            to.text("of", e.of().value()).choice("state", e.state());
        }
    }

    static Event read(Members from) {
        EventId id = new EventId(from.number("id"));
        Instant at = from.instant("recordedAt");
        return switch (from.text("type")) {
            case "CustomerSaved" -> new Event.CustomerSaved(id, at, from.object("customer", CustomerJson::read));
            case "OrderRecorded" -> new Event.OrderRecorded(id, at, from.object("order", OrderJson::read));
            case "RefundRecorded" -> new Event.RefundRecorded(id, at, from.object("refund", OrderJson::readRefund));
            case "InteractionRecorded" ->
                new Event.InteractionRecorded(id, at, from.object("interaction", ContactJson::readInteraction));
            case "ConsentRecorded" ->
                new Event.ConsentRecorded(id, at, from.object("consent", ContactJson::readConsent));
            case "TaskSaved" -> new Event.TaskSaved(id, at, from.object("task", ContactJson::readTask));
            case "AddressSuppressed" ->
                new Event.AddressSuppressed(id, at, from.object("suppression", ContactJson::readSuppression));
            case "CustomersMerged" ->
                new Event.CustomersMerged(
                        id, at, from.object("customer", CustomerJson::read), from.value("alias", CustomerId::of));
            case "CustomersSplit" ->
                new Event.CustomersSplit(
                        id, at, from.object("kept", CustomerJson::read), from.object("split", CustomerJson::read));
            case "CustomerErased" ->
                new Event.CustomerErased(
                        id, at, from.value("erased", CustomerId::of), from.values("ids", CustomerId::of));
            case "ProcessingChanged" ->
                new Event.ProcessingChanged(
                        id, at, from.value("of", CustomerId::of), from.choice("state", Event.Processing.class));
            default -> throw new JsonException("/type", "unknown (expected: the name of an event of this version)");
        };
    }
}
