package app.lienzo.live;

import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.kernel.Ids;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import io.smallrye.mutiny.subscription.BackPressureFailure;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What becomes of a follower who reads more slowly than things happen.
class SlowFollowerTest {
    private static final UUID SPACE = Ids.next();
    private static final int ROOM = 3;

    private final Stream stream =
            new Stream(new Audience.Member(Ids.next(), Set.of(SPACE), Set.of()), _ -> true, ROOM, _ -> {});
    private final AssertSubscriber<LiveEvent> follower =
            stream.events().subscribe().withSubscriber(AssertSubscriber.create(1));

    @Test
    @DisplayName("R06: who falls behind is told to look afresh, and then what happens from there on")
    void who_falls_behind_looks_afresh() {
        happen(ROOM + 2);
        follower.request(10);
        assertThat(kinds()).containsExactly(LiveHub.HELLO, LiveHub.RESET, "4", "5");
        happen(1);
        assertThat(kinds()).containsExactly(LiveHub.HELLO, LiveHub.RESET, "4", "5", "1");
    }

    @Test
    @DisplayName("Who falls behind before he reads anything is still told first that the stream has begun")
    void the_beginning_is_never_lost() {
        var late = new Stream(new Audience.Member(Ids.next(), Set.of(SPACE), Set.of()), _ -> true, ROOM, _ -> {});
        for (int i = 1; i <= ROOM; i++) late.offer(event(i));
        var items = late.events()
                .subscribe()
                .withSubscriber(AssertSubscriber.create(10))
                .getItems();
        assertThat(items.stream().map(LiveEvent::kind)).containsExactly(LiveHub.HELLO, LiveHub.RESET, "3");
    }

    @Test
    @DisplayName("Who does not read even that is cut off")
    void who_does_not_read_is_cut_off() {
        happen(ROOM + 3 + 1);
        follower.request(10);
        follower.assertFailedWith(BackPressureFailure.class);
    }

    private void happen(int times) {
        for (int i = 1; i <= times; i++) stream.offer(event(i));
    }

    private static LiveEvent event(int number) {
        return new LiveEvent(Integer.toString(number), Integer.toString(number), SPACE, null, null, "{}");
    }

    private List<String> kinds() {
        return follower.getItems().stream().map(LiveEvent::kind).toList();
    }
}
