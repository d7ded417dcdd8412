package org.modestcrm.json;

import org.modestcrm.outbox.MailState;

/** States of mails in JSON. */
final class MailJson {
    private MailJson() {}

    static void write(MailState state, Written to) {
        to.text("type", state.getClass().getSimpleName());
        if (state instanceof MailState.Sending sending) {
            to.instant("at", sending.leaseUntil()).node.put("doubtful", sending.doubtful());
        } else if (state instanceof MailState.Sent sent) {
            to.instant("at", sent.at()).text("why", sent.reply());
        } else if (state instanceof MailState.Retry retry) {
            to.instant("at", retry.at()).number("attempts", retry.attempts()).text("why", retry.why());
        } else if (state instanceof MailState.Unknown unknown) {
            to.instant("at", unknown.at()).text("why", unknown.why());
        } else if (state instanceof MailState.Failed failed) {
            to.instant("at", failed.at()).text("why", failed.why());
        } else if (state instanceof MailState.Suppressed suppressed) {
            to.instant("at", suppressed.at()).text("why", suppressed.why());
        } else if (state instanceof MailState.Expired expired) {
            to.instant("at", expired.at());
        }
    }

    static MailState read(Members from) {
        String type = from.text("type");
        return switch (type) {
            case "Queued" -> new MailState.Queued();
            case "Sending" -> new MailState.Sending(from.instant("at"), from.flag("doubtful"));
            case "Sent" -> new MailState.Sent(from.instant("at"), from.text("why"));
            case "Retry" -> new MailState.Retry(from.instant("at"), from.count("attempts"), from.text("why"));
            case "Unknown" -> new MailState.Unknown(from.instant("at"), from.text("why"));
            case "Failed" -> new MailState.Failed(from.instant("at"), from.text("why"));
            case "Suppressed" -> new MailState.Suppressed(from.instant("at"), from.text("why"));
            case "Expired" -> new MailState.Expired(from.instant("at"));
            default ->
                throw new JsonException(
                        "/type",
                        "unknown (expected: Queued, Sending, Sent, Retry, Unknown, Failed, Suppressed or Expired)");
        };
    }
}
