package app.lienzo.acme;

import java.time.Duration;

/// How long to wait after so many failures: 1, 2, 5, 10, 20 … minutes and a little more by chance.
final class BackOff {
    private static final int[] MINUTES = {1, 2, 5, 10, 20, 40, 80, 160, 320};
    private static final double JITTER = 0.2;

    private BackOff() {}

    /// @param failures before this one
    /// @param random from 0 to 1
    static Duration after(int failures, Duration max, double random) {
        var minutes = failures < MINUTES.length ? Duration.ofMinutes(MINUTES[failures]) : max;
        var pause = minutes.compareTo(max) < 0 ? minutes : max;
        return pause.plusMillis((long) (pause.toMillis() * JITTER * random));
    }
}
