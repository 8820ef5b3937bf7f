package app.lienzo.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.lienzo.kernel.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BusinessTimeTest {
    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
    private static final WeekHours OFFICE = WeekHours.usual();
    private static final WeekHours ALWAYS = WeekHours.read(java.util.Collections.nCopies(7, "0-24"));

    @Test
    @DisplayName("R08: eight hours from Friday at three are due on Monday at two")
    void a_weekend_does_not_count() {
        assertThat(office().add(madrid("2026-11-27T15:00"), Duration.ofHours(8)))
                .isEqualTo(madrid("2026-11-30T14:00"));
    }

    @Test
    @DisplayName("What is used up at closing time is due at closing time and not the next morning")
    void due_at_closing_time() {
        assertThat(office().add(madrid("2026-11-26T09:00"), Duration.ofHours(9)))
                .isEqualTo(madrid("2026-11-26T18:00"));
        assertThat(office().add(madrid("2026-11-26T20:00"), Duration.ofHours(1)))
                .isEqualTo(madrid("2026-11-27T10:00"));
        assertThat(office().add(madrid("2026-11-26T20:00"), Duration.ZERO)).isEqualTo(madrid("2026-11-26T20:00"));
    }

    @Test
    @DisplayName("R08: the hour that summer time leaves out does not count, the one that is repeated counts twice")
    void the_clock_changes() {
        var always = new BusinessTime(MADRID, date -> ALWAYS.on(date.getDayOfWeek()));
        assertThat(always.between(madrid("2026-03-29T00:00"), madrid("2026-03-30T00:00")))
                .isEqualTo(Duration.ofHours(23));
        assertThat(always.between(madrid("2026-10-25T00:00"), madrid("2026-10-26T00:00")))
                .isEqualTo(Duration.ofHours(25));
        var night = new BusinessTime(MADRID, _ -> List.of(new Hours(120, 180)));
        assertThat(night.between(madrid("2026-03-29T00:00"), madrid("2026-03-30T00:00")))
                .isEqualTo(Duration.ZERO);
        assertThat(night.between(madrid("2026-10-25T00:00"), madrid("2026-10-26T00:00")))
                .isEqualTo(Duration.ofHours(2));
        assertThat(night.nextOpening(madrid("2026-03-29T00:00"))).isEqualTo(madrid("2026-03-30T02:00"));
    }

    @Test
    @DisplayName("R08: year ends and leap days are days like others")
    void year_ends_and_leap_days() {
        assertThat(office().add(madrid("2027-12-31T17:00"), Duration.ofHours(2)))
                .isEqualTo(madrid("2028-01-03T10:00"));
        assertThat(office().add(madrid("2028-02-28T17:00"), Duration.ofHours(10)))
                .isEqualTo(madrid("2028-02-29T18:00"));
        var yearly = new SpecialDay(LocalDate.of(2024, 2, 29), true, "Bisiesto", List.of());
        assertThat(yearly.falls(LocalDate.of(2028, 2, 29))).isTrue();
        assertThat(yearly.falls(LocalDate.of(2027, 3, 1))).isFalse();
    }

    @Test
    @DisplayName("Hours over midnight go on into the next day, also from Sunday into Monday")
    void over_midnight() {
        var week = WeekHours.read(List.of("", "", "", "", "", "", "22-6"));
        assertThat(week.written()).containsExactly("00:00-06:00", "", "", "", "", "", "22:00-24:00");
        var time = new BusinessTime(MADRID, date -> week.on(date.getDayOfWeek()));
        assertThat(time.add(madrid("2026-11-29T21:00"), Duration.ofHours(8))).isEqualTo(madrid("2026-11-30T06:00"));
    }

    @Test
    @DisplayName("BY-8: the end of the seventh business day leaves out what is closed")
    void the_seventh_business_day() {
        var time = new BusinessTime(
                MADRID, date -> date.equals(LocalDate.of(2026, 12, 8)) ? List.of() : OFFICE.on(date.getDayOfWeek()));
        assertThat(time.endOfDay(madrid("2026-12-01T11:00"), 7)).isEqualTo(madrid("2026-12-11T18:00"));
        assertThat(time.endOfDay(madrid("2026-12-05T11:00"), 0)).isEqualTo(madrid("2026-12-07T18:00"));
    }

    @Test
    @DisplayName("A calendar that never opens is told apart from a slow one")
    void never_open() {
        var never = new BusinessTime(MADRID, _ -> List.of());
        assertThatThrownBy(() -> never.add(Instant.EPOCH, Duration.ofHours(1)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> never.nextOpening(Instant.EPOCH)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> never.endOfDay(Instant.EPOCH, 1)).isInstanceOf(IllegalStateException.class);
        assertThat(WeekHours.read(List.of()).neverOpen()).isTrue();
    }

    @Test
    @DisplayName("H10: hours are read as people write them, and anything else is refused")
    void hours_are_read_as_written() {
        assertThat(WeekHours.read(List.of("9-13, 15:00 - 18:30", "8h–14h", "0-24", "10:00-12:00;11-14"))
                        .written())
                .startsWith("09:00-13:00, 15:00-18:30", "08:00-14:00", "00:00-24:00", "10:00-14:00");
        for (var wrong : List.of(
                "9",
                "9-",
                "25-26",
                "9:61-10",
                "nine to five",
                "9-9",
                "24-3",
                "-1-5",
                "9-13 -",
                "'; drop table",
                "9".repeat(200)))
            assertThatThrownBy(() -> WeekHours.read(List.of(wrong))).as(wrong).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> WeekHours.read(List.of("1-2,3-4,5-6,7-8,9-10,11-12,13-14")))
                .hasMessage("hours-too-many");
        assertThatThrownBy(() -> Hours.ofDate("22-6")).hasMessage("hours-over-midnight");
    }

    @Test
    @DisplayName("H10: amounts are read as people write them, and anything else is refused")
    void amounts_are_read_as_written() {
        var day = Duration.ofHours(9);
        assertThat(Amounts.read("8", day)).isEqualTo(Duration.ofHours(8));
        assertThat(Amounts.read("8 h", day)).isEqualTo(Duration.ofHours(8));
        assertThat(Amounts.read("1,5 horas", day)).isEqualTo(Duration.ofMinutes(90));
        assertThat(Amounts.read("1h30", day)).isEqualTo(Duration.ofMinutes(90));
        assertThat(Amounts.read("1:30", day)).isEqualTo(Duration.ofMinutes(90));
        assertThat(Amounts.read(" 45 MIN ", day)).isEqualTo(Duration.ofMinutes(45));
        assertThat(Amounts.read("2 días", day)).isEqualTo(Duration.ofHours(18));
        assertThat(Amounts.read("1d 4h", day)).isEqualTo(Duration.ofHours(13));
        assertThat(List.of(
                        Amounts.written(Duration.ofMinutes(90)),
                        Amounts.written(Duration.ofMinutes(5)),
                        Amounts.written(day)))
                .containsExactly("1 h 30 min", "5 min", "9 h");
        for (var wrong : List.of("", " ", "0", "soon", "-1 h", "1e9", "9999999", "1 h 1 h", "h", "1:75"))
            assertThatThrownBy(() -> Amounts.read(wrong, day)).as(wrong).isInstanceOf(Refused.class);
    }

    private static BusinessTime office() {
        return new BusinessTime(MADRID, date -> OFFICE.on(date.getDayOfWeek()));
    }

    private static Instant madrid(String at) {
        return ZonedDateTime.of(java.time.LocalDateTime.parse(at), MADRID).toInstant();
    }
}
