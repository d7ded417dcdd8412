package org.modestcrm.jdbc;

import java.util.List;
import java.util.Optional;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.exchangelog.ExchangeJournal;
import org.modestcrm.exchangelog.ImportedProfile;
import org.modestcrm.exchangelog.ProfileId;
import org.modestcrm.exchangelog.ReceivedMessage;
import org.modestcrm.exchangelog.Recipient;
import org.modestcrm.exchangelog.Tombstone;

/** What was exchanged with whom. */
final class JdbcExchangeJournal implements ExchangeJournal {
    private final Database database;

    JdbcExchangeJournal(Database database) {
        this.database = database;
    }

    @Override
    public Optional<ReceivedMessage> received(String partner, String messageId) {
        return database.in(session -> session.first(
                "select sha256, received_at, receipt from {exchange_message} where partner = ? and message_id = ?",
                row -> new ReceivedMessage(
                        partner,
                        messageId,
                        row.getString("sha256"),
                        Session.instant(row, "received_at"),
                        row.getString("receipt")),
                partner,
                messageId));
    }

    @Override
    public ReceivedMessage record(ReceivedMessage message) {
        return database.in(session -> received(message.partner(), message.id()).orElseGet(() -> {
            session.update(
                    "insert into {exchange_message} (partner, message_id, sha256, received_at, receipt)"
                            + " values (?, ?, ?, ?, ?)",
                    message.partner(),
                    message.id(),
                    message.sha256(),
                    message.at(),
                    message.receipt());
            return message;
        }));
    }

    @Override
    public Optional<ImportedProfile> imported(String partner, ProfileId id) {
        return database.in(session -> session.first(
                "select customer, revision, message from {exchange_profile} where partner = ? and profile = ?",
                row -> new ImportedProfile(
                        partner,
                        id,
                        CustomerId.of(row.getString("customer")),
                        row.getLong("revision"),
                        row.getString("message")),
                partner,
                id.value()));
    }

    @Override
    public void record(ImportedProfile profile) {
        database.run(session -> {
            session.update(
                    "delete from {exchange_profile} where partner = ? and profile = ?",
                    profile.partner(),
                    profile.id().value());
            session.update(
                    "insert into {exchange_profile} (partner, profile, customer, revision, message)"
                            + " values (?, ?, ?, ?, ?)",
                    profile.partner(),
                    profile.id().value(),
                    profile.customer().value(),
                    profile.revision(),
                    profile.message());
        });
    }

    @Override
    public Optional<Tombstone> tombstone(String partner, ProfileId id) {
        return database.in(session -> session.first(
                "select revision, gone_at, reason from {exchange_tombstone} where partner = ? and profile = ?",
                row -> new Tombstone(
                        id,
                        row.getLong("revision"),
                        Session.instant(row, "gone_at"),
                        Tombstone.Reason.valueOf(row.getString("reason"))),
                partner,
                id.value()));
    }

    @Override
    public void record(String partner, Tombstone tombstone) {
        database.run(session -> {
            boolean newer = tombstone(partner, tombstone.id())
                    .map(known -> tombstone.revision() >= known.revision())
                    .orElse(true);
            if (!newer) {
                return;
            }
            session.update(
                    "delete from {exchange_tombstone} where partner = ? and profile = ?",
                    partner,
                    tombstone.id().value());
            session.update(
                    "insert into {exchange_tombstone} (partner, profile, revision, gone_at, reason)"
                            + " values (?, ?, ?, ?, ?)",
                    partner,
                    tombstone.id().value(),
                    tombstone.revision(),
                    tombstone.at(),
                    tombstone.reason().name());
        });
    }

    @Override
    public List<Recipient> recipients(CustomerId customer) {
        return database.in(session -> session.query(
                "select partner, profile, revision, sent_at from {exchange_recipient} where customer = ?"
                        + " order by partner, profile",
                row -> new Recipient(
                        row.getString("partner"),
                        ProfileId.of(row.getString("profile")),
                        row.getLong("revision"),
                        Session.instant(row, "sent_at")),
                customer.value()));
    }

    @Override
    public void record(CustomerId customer, Recipient recipient) {
        database.run(session -> {
            session.update(
                    "delete from {exchange_recipient} where customer = ? and partner = ? and profile = ?",
                    customer.value(),
                    recipient.partner(),
                    recipient.id().value());
            session.update(
                    "insert into {exchange_recipient} (customer, partner, profile, revision, sent_at)"
                            + " values (?, ?, ?, ?, ?)",
                    customer.value(),
                    recipient.partner(),
                    recipient.id().value(),
                    recipient.revision(),
                    recipient.at());
        });
    }
}
