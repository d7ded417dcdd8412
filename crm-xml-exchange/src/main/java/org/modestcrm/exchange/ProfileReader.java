package org.modestcrm.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.modestcrm.exchangelog.Profile;
import org.modestcrm.exchangelog.Tombstone;

/**
 * Reads {@code records} documents, plain or gzipped, and knows no policy: who sent a document and what may be taken from
 * it is for {@link ProfileImport}.
 *
 * <pre>{@code
 * ReadReport report = ProfileReader.standard().read(Path.of("profiles.xml"), sink);
 * }</pre>
 *
 * <p>Reading streams: memory holds one record. Everything the schema asks for is checked in the same pass, and what it
 * cannot say as well. A record with a problem is reported and passed over; the good ones before and after it are handed
 * on. A document that breaks off is reported too, after its records were handed on: {@link ReadReport#isComplete()} is
 * false then. Immutable, thread-safe.
 */
public final class ProfileReader {
    private static final Shape RECORDS = Shape.of("records", "version", "message", "part");
    private static final Shape END = Shape.of("end", "records", "gone");

    private final ReadLimits limits;

    private ProfileReader(ReadLimits limits) {
        this.limits = limits;
    }

    /**
     * A reader with the standard limits.
     *
     * @return the reader
     */
    public static ProfileReader standard() {
        return new ProfileReader(ReadLimits.standard());
    }

    /**
     * A reader with other limits.
     *
     * @param limits how much it takes
     * @return the reader
     */
    public static ProfileReader withLimits(ReadLimits limits) {
        return new ProfileReader(limits);
    }

    /**
     * Reads a file.
     *
     * @param file plain or gzipped
     * @param sink takes the records
     * @return what was read and what was not
     * @throws ExchangeException when there is no such file, it is a directory, or it cannot be read
     */
    public ReadReport read(Path file, RecordSink sink) {
        String name = String.valueOf(file.getFileName());
        try (InputStream in = open(file)) {
            return read(in, name, sink);
        } catch (IOException e) {
            throw ParserFailure.unreadable(name, e);
        }
    }

    static InputStream open(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new ExchangeException(file.getFileName() + ": is a directory (expected: a file)");
        }
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new ExchangeException(file.getFileName() + ": no such file (expected: a file to read)", e);
        }
    }

    /**
     * Reads a stream to its end; it is not closed.
     *
     * @param in plain or gzipped
     * @param name how problems call it
     * @param sink takes the records
     * @return what was read and what was not
     * @throws ExchangeException when the stream fails
     */
    public ReadReport read(InputStream in, String name, RecordSink sink) {
        DigestInputStream digest = new DigestInputStream(in, Digest.sha256());
        Reading reading = new Reading(name, sink);
        try {
            reading.run(digest);
            digest.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw ParserFailure.unreadable(name, e);
        }
        return reading.report(Digest.hex(digest.getMessageDigest().digest()));
    }

    /** One pass over one document. */
    private final class Reading {
        private final String name;
        private final RecordSink sink;
        private final Faults faults = new Faults(limits.problems());
        private final SeenIds seen = new SeenIds();
        private String message = "";
        private long profiles;
        private long gone;
        private long refused;
        private long profileElements;
        private long goneElements;

        Reading(String name, RecordSink sink) {
            this.name = name;
            this.sink = sink;
        }

        void run(InputStream bytes) throws IOException {
            try (GuardedXml xml = GuardedXml.open(Packing.open(bytes, name, limits), name, limits)) {
                xml.root("records");
                @Nullable String[] given = xml.attributes(RECORDS);
                xml.version(given(given, 0));
                XmlValues values = new XmlValues(xml);
                message = values.id("message", given(given, 1)).value();
                values.pieces("part", given(given, 2));
                records(xml, new ProfileBinding(xml, faults));
                xml.finish();
            } catch (Fault fault) {
                faults.add(fault.problem());
            }
        }

        private void records(GuardedXml xml, ProfileBinding binding) throws Fault {
            while (xml.child()) {
                if (xml.isOurs() && xml.name().equals("end")) {
                    end(xml);
                    return;
                }
                record(xml, binding);
                if (profiles + gone + refused > limits.records()) {
                    throw xml.fault(
                            ProblemCode.PX_LIMIT, "more than " + limits.records() + " records (ReadLimits.records)");
                }
            }
            throw xml.fault(ProblemCode.PX_COUNTS, "end: missing (expected: as the last element of records)");
        }

        private void record(GuardedXml xml, ProfileBinding binding) throws Fault {
            int level = xml.depth();
            xml.record("");
            boolean taken = false;
            try {
                taken = take(xml, binding);
            } catch (Fault fault) {
                if (fault.isFatal()) {
                    throw fault;
                }
                faults.add(fault.problem());
                xml.skipTo(level);
            }
            refused += taken ? 0 : 1;
            xml.record("");
        }

        /** False when something in the record was wrong. */
        private boolean take(GuardedXml xml, ProfileBinding binding) throws Fault {
            Place place = xml.place();
            if (!xml.isOurs()) {
                throw xml.unexpected();
            }
            switch (xml.name()) {
                case "profile" -> {
                    profileElements++;
                    return hand(xml, place, binding.profile());
                }
                case "gone" -> {
                    goneElements++;
                    hand(xml, place, binding.gone());
                    return true;
                }
                default -> {
                    xml.extension();
                    return true;
                }
            }
        }

        private boolean hand(GuardedXml xml, Place place, Optional<Profile> profile) throws Fault {
            if (profile.isPresent()) {
                String id = profile.get().id().value();
                once(xml, place, id);
                profiles++;
                sink.profile(profile.get(), Place.ofRecord(place, id));
            }
            return profile.isPresent();
        }

        private void hand(GuardedXml xml, Place place, Tombstone tombstone) throws Fault {
            String id = tombstone.id().value();
            once(xml, place, id);
            gone++;
            sink.gone(tombstone, Place.ofRecord(place, id));
        }

        private void once(GuardedXml xml, Place place, String id) throws Fault {
            if (!seen.add(id)) {
                throw xml.fault(
                        ProblemCode.PX_DUPLICATE,
                        Place.ofRecord(place, id),
                        "record " + id + ": a second time (expected: each id once)");
            }
        }

        private void end(GuardedXml xml) throws Fault {
            @Nullable String[] given = xml.attributes(END);
            XmlValues values = new XmlValues(xml);
            check(xml, "records", values.number("records", given(given, 0)), profileElements);
            check(xml, "gone", values.number("gone", given(given, 1)), goneElements);
            xml.empty();
            if (xml.child()) {
                throw xml.fault(ProblemCode.PX_COUNTS, "element after end (expected: end as the last element)");
            }
        }

        private void check(GuardedXml xml, String what, long said, long found) throws Fault {
            if (said != found) {
                throw xml.fault(
                        ProblemCode.PX_COUNTS, what + ": " + said + " (expected: " + found + ", as many as there are)");
            }
        }

        ReadReport report(String sha256) {
            return new ReadReport(message, sha256, new ReadReport.Counts(profiles, gone, refused), faults);
        }
    }

    private static String given(@Nullable String[] values, int index) {
        return Objects.requireNonNull(values[index]);
    }
}
