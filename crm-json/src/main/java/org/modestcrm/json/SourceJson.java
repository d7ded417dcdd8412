package org.modestcrm.json;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import org.modestcrm.PersonalDataExport;
import org.modestcrm.customer.CustomerId;
import org.modestcrm.source.Erasure;
import org.modestcrm.source.Field;
import org.modestcrm.source.LinkStatus;
import org.modestcrm.source.RecordKey;
import org.modestcrm.source.RecordLink;
import org.modestcrm.source.RecordPair;
import org.modestcrm.source.Restriction;
import org.modestcrm.source.SourceRecord;

/** Source records, their links, and what is kept of persons' rights, in JSON. */
final class SourceJson {
    private SourceJson() {}

    static void writeRecord(SourceRecord record, Written to) {
        to.object("key", record.key(), SourceJson::writeKey)
                .object("said", record.said(), CustomerJson::write)
                .instant("firstSeenAt", record.firstSeenAt())
                .instant("changedAt", record.changedAt())
                .objects("ages", record.ages().entrySet(), SourceJson::writeAge)
                .texts("pinned", record.pinned().stream().map(Field::name).toList());
    }

    static SourceRecord readRecord(Members from) {
        SourceRecord.Builder builder = SourceRecord.builder(
                        from.object("key", SourceJson::readKey), from.object("said", CustomerJson::read))
                .firstSeenAt(from.instant("firstSeenAt"))
                .changedAt(from.instant("changedAt"));
        from.objects("ages", members -> builder.age(members.value("field", Field::of), members.instant("since")));
        from.values("pinned", Field::of).forEach(builder::pin);
        return builder.build();
    }

    private static void writeAge(Map.Entry<Field, Instant> age, Written to) {
        to.text("field", age.getKey().name()).instant("since", age.getValue());
    }

    private static void writeKey(RecordKey key, Written to) {
        to.text("source", key.source()).text("recordId", key.recordId());
    }

    private static RecordKey readKey(Members from) {
        return RecordKey.of(from.text("source"), from.text("recordId"));
    }

    static void writeLink(RecordLink link, Written to) {
        to.object("first", link.pair().first(), SourceJson::writeKey)
                .object("second", link.pair().second(), SourceJson::writeKey)
                .choice("status", link.status())
                .text("weight", Double.toString(link.evidence().weight()))
                .text("explanation", link.evidence().explanation())
                .text("modelVersion", link.evidence().modelVersion())
                .text("by", link.by())
                .instant("at", link.at());
    }

    static RecordLink readLink(Members from) {
        return new RecordLink(
                RecordPair.of(from.object("first", SourceJson::readKey), from.object("second", SourceJson::readKey)),
                from.choice("status", LinkStatus.class),
                new RecordLink.Evidence(
                        from.value("weight", SourceJson::weight), from.text("explanation"), from.text("modelVersion")),
                from.text("by"),
                from.instant("at"));
    }

    private static double weight(String text) {
        return MoneyText.decimal(text).doubleValue();
    }

    static void writeErasure(Erasure erasure, Written to) {
        to.text("customer", erasure.customer().value())
                .texts("ids", erasure.ids().stream().map(CustomerId::value).toList())
                .texts("digests", erasure.digests().stream().sorted().toList())
                .text("keyId", erasure.keyId())
                .instant("at", erasure.at());
    }

    static Erasure readErasure(Members from) {
        return new Erasure(
                from.value("customer", CustomerId::of),
                from.values("ids", CustomerId::of),
                new HashSet<>(from.texts("digests")),
                from.text("keyId"),
                from.instant("at"));
    }

    static void writeRestriction(Restriction restriction, Written to) {
        to.text("customer", restriction.customer().value())
                .text("reason", restriction.reason())
                .text("by", restriction.by())
                .instant("since", restriction.since());
    }

    static Restriction readRestriction(Members from) {
        return new Restriction(
                from.value("customer", CustomerId::of), from.text("reason"), from.text("by"), from.instant("since"));
    }

    static void writeExport(PersonalDataExport export, Written to) {
        to.instant("at", export.at())
                .object("customer", export.customer(), CustomerJson::write)
                .texts("ids", export.ids().stream().map(CustomerId::value).toList())
                .objects("records", export.records(), SourceJson::writeRecord)
                .objects("links", export.links(), SourceJson::writeLink)
                .objects("orders", export.orders(), OrderJson::write)
                .objects("refunds", export.refunds(), OrderJson::writeRefund)
                .objects("interactions", export.interactions(), ContactJson::writeInteraction)
                .objects("consents", export.consents(), ContactJson::writeConsent)
                .objects("tasks", export.tasks(), ContactJson::writeTask)
                .objects("suppressions", export.suppressions(), ContactJson::writeSuppression)
                .objects("restrictions", export.restrictions(), SourceJson::writeRestriction);
        if (!export.others().isEmpty()) {
            to.object(
                    "others",
                    export.others(),
                    (others, holders) -> others.forEach((holder, things) ->
                            holders.objects(holder, things, (thing, members) -> thing.forEach(members::text))));
        }
    }
}
