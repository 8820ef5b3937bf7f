package app.lienzo.identity;

import app.lienzo.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A person with an account in one organization.
@Entity
@Table(name = "member")
class Member extends TenantOwned {
    @Column(name = "user_name")
    String userName;

    String name;
    String email;

    @Column(name = "password_hash")
    String passwordHash;

    @Enumerated(EnumType.STRING)
    @Column(name = "organization_role")
    OrganizationRole role;

    @Nullable String language;

    @Enumerated(EnumType.STRING)
    Theme theme;

    boolean sound;
    boolean active;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    /// For Hibernate.
    protected Member() {}

    Member(String userName, String name, String email, OrganizationRole role, String passwordHash, Instant now) {
        this.userName = normalised(userName);
        this.name = name;
        this.email = email;
        this.role = role;
        this.passwordHash = passwordHash;
        this.theme = Theme.AUTO;
        this.active = true;
        this.createdAt = now;
    }

    /// As user names are compared: NFKC and lower case, so that look-alike spellings are one name.
    static String normalised(String userName) {
        return Normalizer.normalize(userName.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    void prefer(@Nullable String language, Theme theme, boolean sound) {
        this.language = language;
        this.theme = theme;
        this.sound = sound;
    }

    MemberView view() {
        return new MemberView(id, userName, name, email, role, language, theme, active);
    }
}
