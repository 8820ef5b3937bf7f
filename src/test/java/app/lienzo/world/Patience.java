package app.lienzo.world;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what happens by itself a moment later: asks again and again, and not for ever.
public final class Patience {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration BETWEEN = Duration.ofMillis(20);

    private Patience() {}

    /// Returns as soon as it is so.
    ///
    /// @param what said when it never is
    public static void until(String what, BooleanSupplier so) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!so.getAsBoolean()) {
            if (System.nanoTime() > end) throw new AssertionError("Not within " + LONGEST + ": " + what);
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }
}
