package org.modestcrm.jdbc;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.modestcrm.consent.Consent;
import org.modestcrm.consent.ConsentLedger;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.customer.Recorded;
import org.modestcrm.json.JsonForm;

/** Consents; the digest of a statement keeps the same one from being added twice. */
final class JdbcConsentLedger implements ConsentLedger {
    private static final Session.RowReader<Consent> CONSENT = row -> JsonForm.CONSENT.read(row.getString("payload"));

    private final Database database;

    JdbcConsentLedger(Database database) {
        this.database = database;
    }

    @Override
    public Recorded record(Consent consent) {
        return recordAll(List.of(consent)).get(0);
    }

    @Override
    public List<Recorded> recordAll(List<Consent> consents) {
        return database.in(session -> recordAll(session, consents));
    }

    private static List<Recorded> recordAll(Session session, List<Consent> consents) {
        List<String> payloads = consents.stream().map(JsonForm.CONSENT::write).toList();
        List<String> digests = payloads.stream().map(Migrations::digest).toList();
        Set<String> known = new HashSet<>(session.queryIn(
                "select digest from {consent} where customer in (*)",
                row -> row.getString(1),
                consents.stream().map(consent -> consent.customer().value()).toList()));
        List<Recorded> results = new ArrayList<>();
        List<@Nullable Object[]> fresh = new ArrayList<>();
        for (int i = 0; i < consents.size(); i++) {
            Consent consent = consents.get(i);
            if (known.add(digests.get(i))) {
                fresh.add(new Object[] {
                    session.nextNumber(), consent.customer().value(), consent.at(), digests.get(i), payloads.get(i)
                });
                results.add(Recorded.NEW);
            } else {
                results.add(Recorded.UNCHANGED);
            }
        }
        session.batch("insert into {consent} (id, customer, given_at, digest, payload) values (?, ?, ?, ?, ?)", fresh);
        return results;
    }

    @Override
    public List<Consent> history(CustomerId customer) {
        return database.in(session -> session.query(
                "select payload from {consent} where customer = ? order by given_at, id", CONSENT, customer.value()));
    }

    @Override
    public void remove(Collection<CustomerId> customers) {
        database.run(session -> session.updateIn(
                "delete from {consent} where customer in (*)",
                customers.stream().map(CustomerId::value).toList()));
    }
}
