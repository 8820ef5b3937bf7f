package app.lienzo.spaces;

import app.lienzo.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/// A client's workspace.
@Entity
@Table(name = "space")
class Space extends TenantOwned {
    String slug;
    String name;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    /// For Hibernate.
    protected Space() {}

    Space(String slug, String name, Instant now) {
        this.slug = slug;
        this.name = name;
        this.createdAt = now;
    }

    SpaceView view() {
        return new SpaceView(id, slug, name);
    }
}
