package org.modestcrm.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.modestcrm.customer.EmailAddress;
import org.modestcrm.json.JsonForm;
import org.modestcrm.order.OrderNumber;
import org.modestcrm.outbox.MailKey;
import org.modestcrm.outbox.MailState;
import org.modestcrm.outbox.Outbox;
import org.modestcrm.outbox.OutboxEntry;
import org.modestcrm.outbox.OutboxMail;

/** Mails on their way; workers pass over what another one is just claiming. */
final class JdbcOutbox implements Outbox {
    private static final Instant AT_ONCE = Instant.EPOCH;
    private static final String COLUMNS = "select kind, order_number, revision, part, sender, recipient, not_after,"
            + " attempts, state, content from {outbox} ";
    private static final String OF_KEY = "where kind = ? and order_number = ? and revision = ? and part = ?";

    private final Database database;

    JdbcOutbox(Database database) {
        this.database = database;
    }

    @Override
    public OutboxEntry putIfAbsent(OutboxMail mail) {
        return database.in(session -> find(mail.key()).orElseGet(() -> insert(session, mail)));
    }

    private static OutboxEntry insert(Session session, OutboxMail mail) {
        MailState queued = new MailState.Queued();
        session.update(
                "insert into {outbox} (id, kind, order_number, revision, part, message_id, sender, recipient, not_after,"
                        + " due_at, attempts, state, content) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?)",
                session.nextNumber(),
                mail.key().kind(),
                mail.key().order().value(),
                mail.key().revision(),
                mail.key().part(),
                mail.messageId(),
                mail.sender().value(),
                mail.recipient().value(),
                mail.notAfter(),
                AT_ONCE,
                JsonForm.MAIL_STATE.write(queued),
                mail.content());
        return new OutboxEntry(mail, queued, 0);
    }

    private static OutboxEntry entry(ResultSet row) throws SQLException {
        MailKey key = new MailKey(
                row.getString("kind"),
                OrderNumber.of(row.getString("order_number")),
                row.getInt("revision"),
                row.getString("part"));
        OutboxMail mail = new OutboxMail(
                key,
                EmailAddress.of(row.getString("sender")),
                EmailAddress.of(row.getString("recipient")),
                row.getBytes("content"),
                Session.instant(row, "not_after"));
        return new OutboxEntry(mail, JsonForm.MAIL_STATE.read(row.getString("state")), row.getInt("attempts"));
    }

    private static Object[] parameters(MailKey key) {
        return new Object[] {key.kind(), key.order().value(), key.revision(), key.part()};
    }

    @Override
    public Optional<OutboxEntry> find(MailKey key) {
        return database.in(session -> session.first(COLUMNS + OF_KEY, JdbcOutbox::entry, parameters(key)));
    }

    @Override
    public Optional<OutboxEntry> findByMessageId(String messageId) {
        return database.in(session ->
                session.first(COLUMNS + "where message_id = ? order by id desc", JdbcOutbox::entry, messageId));
    }

    @Override
    public List<OutboxEntry> claim(Instant now, Duration lease, int max) {
        return database.in(session -> {
            List<OutboxEntry> claimed = new ArrayList<>();
            List<OutboxEntry> due = session.query(
                    COLUMNS + "where due_at <= ? order by id limit " + max + " for update skip locked",
                    JdbcOutbox::entry,
                    now);
            for (OutboxEntry entry : due) {
                boolean doubtful = entry.state() instanceof MailState.Sending;
                MailState sending = new MailState.Sending(now.plus(lease), doubtful);
                write(session, entry.mail().key(), sending, 1);
                claimed.add(new OutboxEntry(entry.mail(), sending, entry.attempts() + 1));
            }
            return claimed;
        });
    }

    @Override
    public void update(MailKey key, MailState state) {
        database.run(session -> {
            if (write(session, key, state, 0) == 0) {
                throw new IllegalArgumentException(key + " is not in the outbox (expected: a mail that was claimed)");
            }
        });
    }

    private static int write(Session session, MailKey key, MailState state, int attempts) {
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(JsonForm.MAIL_STATE.write(state));
        parameters.add(due(state));
        parameters.add(attempts);
        parameters.addAll(List.of(parameters(key)));
        return session.update(
                "update {outbox} set state = ?, due_at = ?, attempts = attempts + ? " + OF_KEY, parameters.toArray());
    }

    private static @Nullable Instant due(MailState state) {
        if (state instanceof MailState.Queued) {
            return AT_ONCE;
        }
        if (state instanceof MailState.Retry retry) {
            return retry.at();
        }
        return state instanceof MailState.Sending sending ? sending.leaseUntil() : null;
    }

    @Override
    public Stream<OutboxEntry> all() {
        return database.stream(COLUMNS + "order by id", JdbcOutbox::entry);
    }
}
