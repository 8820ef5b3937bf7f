package app.lienzo.channels;

import app.lienzo.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/// A connected inbox of a space.
@Entity
@Table(name = "channel")
@SuppressWarnings("NullAway.Init") // `configure` fills what the constructor does not
class Channel extends TenantOwned {
    /// As the database checks it.
    static final Pattern KEY = Pattern.compile("[a-z0-9-]{3,64}");

    @Column(name = "space_id", updatable = false)
    UUID space;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    ChannelKind kind;

    @Enumerated(EnumType.STRING)
    ChannelState state;

    @Column(updatable = false)
    String key;

    String name;
    List<String> origins;

    @Column(name = "greeting_es")
    String greetingEs;

    @Column(name = "greeting_en")
    String greetingEn;

    @Column(name = "greeting_pt")
    String greetingPt;

    @Column(name = "hours_es")
    String hoursEs;

    @Column(name = "hours_en")
    String hoursEn;

    @Column(name = "hours_pt")
    String hoursPt;

    String hours;
    String zone;

    @Column(name = "identity_secret")
    String identitySecret;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    /// For Hibernate.
    protected Channel() {}

    Channel(UUID space, ChannelKind kind, String key, String identitySecret, LiveChatSettings settings, Instant now) {
        this.space = space;
        this.kind = kind;
        this.key = key;
        this.identitySecret = identitySecret;
        this.state = ChannelState.ACTIVE;
        this.createdAt = now;
        configure(settings);
    }

    void configure(LiveChatSettings settings) {
        name = settings.name();
        origins = settings.origins();
        greetingEs = settings.greeting().es();
        greetingEn = settings.greeting().en();
        greetingPt = settings.greeting().pt();
        hoursEs = settings.hoursText().es();
        hoursEn = settings.hoursText().en();
        hoursPt = settings.hoursText().pt();
        hours = settings.hours();
        zone = settings.zone();
    }

    void turn(ChannelState state) {
        this.state = state;
    }

    ChannelView view() {
        var settings = new LiveChatSettings(
                name,
                List.copyOf(origins),
                new Texts(greetingEs, greetingEn, greetingPt),
                new Texts(hoursEs, hoursEn, hoursPt),
                hours,
                zone);
        return new ChannelView(id, space, kind, state, key, settings, identitySecret, createdAt);
    }
}
