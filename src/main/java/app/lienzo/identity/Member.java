package app.lienzo.identity;

import app.lienzo.kernel.SafeText;
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
    private static final int NAME_MAX = 200;

    @Column(name = "user_name")
    String userName;

    String name;
    String email;

    @Column(name = "password_hash")
    String passwordHash;

    @Enumerated(EnumType.STRING)
    @Column(name = "organization_role")
    OrganizationRole role;

    @Nullable
    String language;

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

    /// As user names are compared: NFKC, lower case and nothing that cannot be seen, so that look-alike
    /// spellings are one name.
    static String normalised(String userName) {
        var visible = SafeText.line(userName, NAME_MAX);
        return Normalizer.normalize(visible, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
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
