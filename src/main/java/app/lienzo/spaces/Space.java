package app.lienzo.spaces;

import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.tenancy.TenantOwned;
import app.lienzo.tenancy.Vocabulary;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A client's workspace.
@Entity
@Table(name = "space")
@SuppressWarnings("NullAway.Init") // `describe` fills what the constructor does not
class Space extends TenantOwned {
    private static final int NAME_MAX = 120;

    @Column(updatable = false)
    String slug;

    String name;

    @Nullable
    @Enumerated(EnumType.STRING)
    Vocabulary vocabulary;

    @Nullable
    String language;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    @Nullable
    @Column(name = "archived_at")
    Instant archivedAt;

    /// For Hibernate.
    protected Space() {}

    /// @param slug checked
    Space(String slug, SpaceSettings settings, Instant now) {
        this.slug = slug;
        this.createdAt = now;
        describe(settings);
    }

    /// @throws Refused `space-name-missing`
    void describe(SpaceSettings settings) {
        var line = SafeText.line(settings.name(), NAME_MAX);
        if (line.isEmpty()) throw Refused.invalid("space-name-missing");
        name = line;
        vocabulary = settings.vocabulary();
        language = settings.language();
    }

    void archive(Instant now) {
        if (archivedAt == null) archivedAt = now;
    }

    void restore() {
        archivedAt = null;
    }

    SpaceView view() {
        return new SpaceView(id, slug, name, vocabulary, language, archivedAt, version);
    }
}
