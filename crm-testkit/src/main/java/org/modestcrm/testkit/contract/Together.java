package org.modestcrm.testkit.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Does one thing in several threads at the same time. */
final class Together {
    static final int THREADS = 4;
    private static final int SECONDS = 60;

    private Together() {}

    /** What the threads found; they begin at the same moment. */
    static <T> List<T> run(Callable<T> task) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CyclicBarrier start = new CyclicBarrier(THREADS);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(threads.submit(() -> {
                    start.await(SECONDS, TimeUnit.SECONDS);
                    return task.call();
                }));
            }
            List<T> found = new ArrayList<>();
            for (Future<T> one : running) {
                found.add(one.get(SECONDS, TimeUnit.SECONDS));
            }
            return found;
        } catch (ExecutionException e) {
            throw new AssertionError("a thread failed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        } catch (TimeoutException e) {
            throw new AssertionError("threads at work for over " + SECONDS + " s (expected: a moment)", e);
        } finally {
            threads.shutdownNow();
        }
    }
}
