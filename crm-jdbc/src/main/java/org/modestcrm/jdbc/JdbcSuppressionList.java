package org.modestcrm.jdbc;

import java.util.Optional;
import java.util.stream.Stream;
import org.modestcrm.contact.Suppression;
import org.modestcrm.contact.SuppressionList;
import org.modestcrm.customer.Channel;
import org.modestcrm.customer.ContactPoint;
import org.modestcrm.customer.DeliveryState;
import org.modestcrm.json.JsonForm;

/** Suppressed addresses. */
final class JdbcSuppressionList implements SuppressionList {
    private static final Session.RowReader<Suppression> SUPPRESSION =
            row -> JsonForm.SUPPRESSION.read(row.getString("payload"));

    private final Database database;

    JdbcSuppressionList(Database database) {
        this.database = database;
    }

    @Override
    public Suppression record(Suppression suppression) {
        return database.in(session -> {
            Optional<Suppression> known = find(suppression.channel(), suppression.address());
            if (known.isEmpty()) {
                session.update(
                        "insert into {suppression} (channel, address, payload) values (?, ?, ?)",
                        suppression.channel().code(),
                        suppression.address(),
                        JsonForm.SUPPRESSION.write(suppression));
            }
            return known.orElse(suppression);
        });
    }

    @Override
    public Optional<Suppression> find(Channel channel, String address) {
        return database.in(session -> session.first(
                "select payload from {suppression} where channel = ? and address = ?",
                SUPPRESSION,
                channel.code(),
                normalised(channel, address)));
    }

    @Override
    public void remove(Channel channel, String address) {
        database.run(session -> session.update(
                "delete from {suppression} where channel = ? and address = ?",
                channel.code(),
                normalised(channel, address)));
    }

    private static String normalised(Channel channel, String address) {
        return new ContactPoint(channel, address, DeliveryState.OK).normalised();
    }

    @Override
    public Stream<Suppression> all() {
        return database.stream("select payload from {suppression}", SUPPRESSION);
    }
}
