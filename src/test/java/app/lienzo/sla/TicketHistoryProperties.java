package app.lienzo.sla;

import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.calendars.BusinessTime;
import app.lienzo.calendars.WeekHours;
import app.lienzo.clocks.ClockEntry;
import app.lienzo.clocks.ClockStep;
import app.lienzo.clocks.Countdown;
import app.lienzo.clocks.Terms;
import app.lienzo.tickets.TicketCategory;
import app.lienzo.tickets.TicketPriority;
import app.lienzo.tickets.TicketType;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Random lives of a ticket: after each event, what is stored is what the ledger says.
class TicketHistoryProperties {
    private static final int TRIES = 300;
    private static final UUID TICKET = UUID.randomUUID();
    private static final UUID PLAN = UUID.randomUUID();
    private static final UUID CALENDAR = UUID.randomUUID();
    private static final Instant START = Instant.parse("2026-10-22T06:00:00Z");

    enum Happening {
        ACCEPTED,
        CUSTOMER,
        TEAM,
        WAITING,
        ON_HOLD,
        OPEN,
        SOLVED,
        TYPE,
        TARGETS,
        NO_TARGETS,
        CALENDAR,
        LOOK,
        FOLLOW
    }

    record Event(Happening what, int minutesLater) {}

    /// What is promised, and can change.
    private static final class Fake implements Promises {
        private int factor = 1;
        private int revision = 1;
        private boolean promising = true;
        private final Begins begins;

        private Fake(Begins begins) {
            this.begins = begins;
        }

        @Override
        public Basis basis(Facts ticket) {
            return new Basis(PLAN, ticket.type(), ticket.priority());
        }

        @Override
        public PolicySettings settings(Basis basis) {
            return new PolicySettings(true, CALENDAR, begins, 75, true, true, Map.of());
        }

        @Override
        public Optional<Terms> terms(Basis basis, Metric metric) {
            if (!promising) return Optional.empty();
            int minutes = (basis.type() == TicketType.INCIDENT ? 60 : 240) * factor * (metric.ordinal() + 1);
            return Optional.of(new Terms(Duration.ofMinutes(minutes), 75, CALENDAR, revision));
        }

        @Override
        public BusinessTime of(UUID calendar, int revision) {
            var week = revision % 2 == 0
                    ? WeekHours.read(List.of("8-20", "8-20", "8-20", "8-20", "8-20", "9-14", ""))
                    : WeekHours.usual();
            return new BusinessTime(ZoneId.of("Europe/Madrid"), date -> week.on(date.getDayOfWeek()));
        }
    }

    private final Map<Metric, List<ClockEntry>> ledgers = new EnumMap<>(Metric.class);
    private final Map<Metric, ResponseClock> rows = new EnumMap<>(Metric.class);

    @Property(tries = TRIES)
    @Label("BL-3: after any history, what is stored is what the ledger says, and nobody is told twice of one deadline")
    void replay_is_what_is_stored(@ForAll("lives") List<Event> life, @ForAll Begins begins) {
        ledgers.clear();
        rows.clear();
        var promises = new Fake(begins);
        var at = START;
        var ticket = facts(TicketCategory.NEW, TicketType.QUESTION, null, null);
        keep(ticket, promises, TicketTurn::begin, at);
        for (var event : life) {
            at = at.plus(event.minutesLater(), ChronoUnit.MINUTES);
            ticket = happen(event.what(), ticket, promises, at);
        }
    }

    private Facts happen(Happening what, Facts ticket, Fake promises, Instant at) {
        var now = at;
        switch (what) {
            case ACCEPTED -> {
                var next = facts(ticket.category(), ticket.type(), first(ticket.acceptedAt(), at), ticket.answeredAt());
                return keep(next, promises, TicketTurn::begin, at);
            }
            case CUSTOMER -> {
                return keep(ticket, promises, turn -> turn.customerWrote(now), at);
            }
            case TEAM -> {
                var next = facts(
                        ticket.category(),
                        ticket.type(),
                        first(ticket.acceptedAt(), at),
                        first(ticket.answeredAt(), at));
                keep(next, promises, turn -> turn.teamAnswered(now), at);
                return keep(next, promises, TicketTurn::begin, at);
            }
            case WAITING, ON_HOLD, OPEN, SOLVED -> {
                var to = TicketCategory.valueOf(what.name());
                if (to == ticket.category()) return ticket;
                var from = ticket.category();
                var next = facts(to, ticket.type(), ticket.acceptedAt(), ticket.answeredAt());
                return keep(next, promises, turn -> turn.moved(from, to, now), at);
            }
            case TYPE -> {
                var type = ticket.type() == TicketType.QUESTION ? TicketType.INCIDENT : TicketType.QUESTION;
                var next = facts(ticket.category(), type, ticket.acceptedAt(), ticket.answeredAt());
                return keep(next, promises, turn -> turn.follow(now), at);
            }
            case TARGETS -> {
                promises.factor = 3 - promises.factor;
                promises.promising = true;
            }
            case NO_TARGETS -> promises.promising = false;
            case CALENDAR -> promises.revision++;
            case LOOK -> {
                return keep(ticket, promises, turn -> turn.settle(now), at);
            }
            case FOLLOW -> {}
        }
        return keep(ticket, promises, turn -> turn.follow(now), at);
    }

    private Facts keep(Facts ticket, Fake promises, ClockDesk.Work work, Instant at) {
        var there = new ArrayList<ClockTurn>();
        rows.forEach((metric, row) -> {
            var ledger = ledgers.get(metric);
            there.add(ClockTurn.of(row, ledger.subList(row.firstSeq() - 1, ledger.size()), promises));
        });
        var turn = new TicketTurn(ticket, promises, there);
        work.with(turn);
        turn.settle(at);
        for (var clock : turn.clocks()) {
            var row = clock.row();
            var ledger = ledgers.computeIfAbsent(clock.metric(), _ -> new ArrayList<>());
            ledger.addAll(clock.added());
            if (!clock.added().isEmpty() || !rows.containsKey(clock.metric())) rows.put(clock.metric(), row);
            check(rows.get(clock.metric()), ledger, promises);
        }
        return ticket;
    }

    private static void check(ResponseClock row, List<ClockEntry> ledger, Promises times) {
        for (int i = 0; i < ledger.size(); i++) assertThat(ledger.get(i).seq()).isEqualTo(i + 1);
        assertThat(row.lastSeq()).isEqualTo(ledger.size());
        var counts = ledger.subList(row.firstSeq() - 1, ledger.size());
        var replayed = Countdown.replay(counts);
        assertThat(row.state()).isEqualTo(replayed.state());
        assertThat(row.terms()).isEqualTo(replayed.terms());
        assertThat(row.dueAt()).isEqualTo(replayed.dueAt(times));
        assertThat(row.warnAt()).isEqualTo(replayed.warnAt(times));
        assertThat(row.breachedAt()).isEqualTo(replayed.breachedAt());
        var told = ledger.stream()
                .filter(entry -> entry.step() instanceof ClockStep.Moved)
                .reduce((_, later) -> later)
                .map(entry -> ((ClockStep.Moved) entry.step()).due());
        assertThat(told.orElse(null)).isEqualTo(row.dueAt());
        var breaches = new HashSet<ClockStep>();
        for (var entry : counts)
            if (entry.step() instanceof ClockStep.Breached)
                assertThat(breaches.add(entry.step()))
                        .as("told twice: %s", entry)
                        .isTrue();
    }

    @Provide
    Arbitrary<List<Event>> lives() {
        return Combinators.combine(
                        Arbitraries.of(Happening.values()),
                        Arbitraries.integers().between(0, 2_500))
                .as(Event::new)
                .list()
                .ofMaxSize(25);
    }

    private static Facts facts(TicketCategory category, TicketType type, Instant accepted, Instant answered) {
        return new Facts(
                TICKET,
                UUID.randomUUID(),
                null,
                null,
                type,
                TicketPriority.NORMAL,
                category,
                START,
                accepted,
                answered,
                false);
    }

    private static Instant first(Instant there, Instant now) {
        return there == null ? now : there;
    }
}
