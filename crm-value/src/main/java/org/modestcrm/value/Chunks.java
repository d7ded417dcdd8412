package org.modestcrm.value;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sums over rows in pieces of fixed size, each by compensated summation, added in their order: the same bits whoever works
 * on them. The calling thread always works; an executor may help.
 */
final class Chunks {
    static final int SIZE = 8192;
    private static final int HELPERS = 15;

    private final @Nullable Executor executor;

    Chunks(@Nullable Executor executor) {
        this.executor = executor;
    }

    static Chunks inThisThread() {
        return new Chunks(null);
    }

    /** Adds what rows {@code from} to {@code to} come to. */
    interface Piece {
        void sum(int from, int to, CompensatedSum[] into);
    }

    /** The sums over all rows, one per width. */
    double[] sum(int rows, int width, Piece piece) {
        int count = (rows + SIZE - 1) / SIZE;
        CompensatedSum[][] parts = new CompensatedSum[count][];
        run(count, chunk -> {
            CompensatedSum[] into = CompensatedSum.many(width);
            piece.sum(chunk * SIZE, Math.min(rows, (chunk + 1) * SIZE), into);
            parts[chunk] = into;
        });
        CompensatedSum[] total = CompensatedSum.many(width);
        for (CompensatedSum[] part : parts) {
            for (int i = 0; i < width; i++) {
                total[i].add(part[i].value());
            }
        }
        double[] sums = new double[width];
        for (int i = 0; i < width; i++) {
            sums[i] = total[i].value();
        }
        return sums;
    }

    /** Does something for every piece of so many rows; pieces must not touch each other's data. */
    void forEach(int rows, Rows work) {
        int count = (rows + SIZE - 1) / SIZE;
        run(count, chunk -> work.on(chunk * SIZE, Math.min(rows, (chunk + 1) * SIZE)));
    }

    /** Work on rows {@code from} to {@code to}. */
    interface Rows {
        void on(int from, int to);
    }

    private interface OneChunk {
        void run(int chunk);
    }

    private void run(int count, OneChunk work) {
        if (executor == null || count < 2) {
            for (int chunk = 0; chunk < count; chunk++) {
                work.run(chunk);
            }
            return;
        }
        AtomicInteger next = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(count);
        AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
        Runnable worker = () -> {
            for (int chunk = next.getAndIncrement(); chunk < count; chunk = next.getAndIncrement()) {
                try {
                    work.run(chunk);
                } catch (RuntimeException | Error e) {
                    failure.compareAndSet(null, e);
                } finally {
                    done.countDown();
                }
            }
        };
        for (int i = 0; i < Math.min(HELPERS, count - 1); i++) {
            executor.execute(worker);
        }
        worker.run();
        await(done, failure);
    }

    private static void await(CountDownLatch done, AtomicReference<@Nullable Throwable> failure) {
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while other threads were summing", e);
        }
        if (failure.get() != null) {
            throw new IllegalStateException("a piece of a sum failed", failure.get());
        }
    }
}
