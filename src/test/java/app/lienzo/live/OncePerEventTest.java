package app.lienzo.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OncePerEventTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final OncePerEvent<String> words = new OncePerEvent<>();

    @Test
    void fifty_followers_of_an_event_hear_words_that_were_made_once() {
        var event = event("{\"text\":\"Hola\"}");
        for (int i = 0; i < 50; i++) assertThat(words.of(event, this::words)).isEqualTo("1 {\"text\":\"Hola\"}");
    }

    @Test
    void an_event_that_looks_the_same_is_another_one() {
        assertThat(words.of(event("{}"), this::words)).isEqualTo("1 {}");
        assertThat(words.of(event("{}"), this::words)).isEqualTo("2 {}");
    }

    @Test
    void whoever_comes_after_a_failure_asks_again() {
        var event = event("{}");
        assertThatThrownBy(() -> words.of(event, _ -> {
                    throw new IllegalStateException("No database");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(words.of(event, this::words)).isEqualTo("1 {}");
    }

    private String words(LiveEvent event) {
        return asked.incrementAndGet() + " " + event.payload();
    }

    private static LiveEvent event(String payload) {
        return new LiveEvent("7", "message", new UUID(0, 1), new UUID(0, 2), null, payload);
    }
}
