package org.modestcrm.exchange;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.modestcrm.Crm;
import org.modestcrm.customer.Customer;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.exchangelog.ExchangeJournal;
import org.modestcrm.exchangelog.Profile;
import org.modestcrm.exchangelog.Recipient;
import org.modestcrm.exchangelog.SentMessages;
import org.modestcrm.exchangelog.Tombstone;

/**
 * What a partner is told of each customer: the profile, or that it is gone, or nothing.
 *
 * @param crm whose customers they are
 * @param journal keeps who got what
 * @param partner who is told
 * @param policy what may go
 * @param maker makes profiles
 */
record Sharing(Crm crm, ExchangeJournal journal, String partner, SharePolicy policy, ProfileMaker maker) {
    ExportReport write(Iterator<CustomerId> customers, Instant asOf, PartFiles parts, SentMessages sent)
            throws IOException {
        List<ExchangeProblem> problems = new ArrayList<>();
        long written = 0;
        long withheld = 0;
        while (customers.hasNext()) {
            CustomerId id = customers.next();
            Optional<Customer> customer = crm.customers().find(id);
            if (customer.isPresent() && policy.isAllowed(maker.consents(id, asOf), asOf)) {
                Optional<ExchangeProblem> problem = tell(customer.get(), asOf, parts, sent);
                problem.ifPresent(problems::add);
                written += problem.isEmpty() ? 1 : 0;
            } else {
                withheld++;
                tellGone(id, customer, asOf, sent);
            }
        }
        for (Tombstone tombstone : sent.pending(partner)) {
            parts.write(tombstone);
        }
        return new ExportReport(written, withheld, problems);
    }

    private Optional<ExchangeProblem> tell(Customer customer, Instant asOf, PartFiles parts, SentMessages sent)
            throws IOException {
        try {
            Profile profile = policy.reduce(maker.profile(customer, asOf), asOf);
            parts.write(profile);
            journal.record(customer.id(), new Recipient(partner, profile.id(), profile.revision(), asOf));
            sent.pending(partner).stream()
                    .filter(tombstone -> tombstone.id().equals(profile.id()))
                    .forEach(tombstone -> sent.settle(partner, tombstone));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            Place place = new Place("", 0, 0, "", "");
            return Optional.of(new ExchangeProblem(
                    ProblemCode.PX_UNWRITABLE, place, "customer " + customer.id() + ": " + e.getMessage()));
        }
    }

    /** Who was told of a person hears that the person is gone, once for each revision. */
    private void tellGone(CustomerId id, Optional<Customer> customer, Instant asOf, SentMessages sent) {
        long now = customer.map(maker::revision).orElse(0L);
        for (Recipient told : journal.recipients(id)) {
            boolean known = told.partner().equals(partner) && told.revision() == now && customer.isPresent();
            if (told.partner().equals(partner) && !known) {
                long revision = Math.max(now, told.revision() + 1);
                Tombstone.Reason reason = customer.isPresent() ? Tombstone.Reason.WITHDRAWN : Tombstone.Reason.ERASED;
                sent.pend(partner, new Tombstone(told.id(), revision, asOf, reason));
                journal.record(id, new Recipient(partner, told.id(), revision, asOf));
            }
        }
    }
}
