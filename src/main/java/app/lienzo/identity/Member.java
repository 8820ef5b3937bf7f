package app.lienzo.identity;

import app.lienzo.tenancy.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A person with an account in one organization.
@Entity
@Table(name = "member")
class Member extends TenantOwned {
    @Column(name = "user_name")
    String userName;

    @Column(name = "user_name_shape")
    String userNameShape;

    String name;
    String email;

    /// The address as it is looked for; the database writes it.
    @Column(name = "email_key", insertable = false, updatable = false)
    String emailKey;

    @Nullable
    String phone;

    @Nullable
    @Column(name = "password_hash")
    String passwordHash;

    @Nullable
    @Column(name = "password_at")
    Instant passwordAt;

    /// Given by somebody else: it has to be changed at the next sign-in.
    @Column(name = "password_temporary")
    boolean passwordTemporary;

    @Enumerated(EnumType.STRING)
    @Column(name = "organization_role")
    OrganizationRole role;

    @Nullable
    String language;

    @Nullable
    @Column(name = "time_zone")
    String timeZone;

    @Nullable
    @Column(name = "avatar_id")
    UUID avatar;

    @Enumerated(EnumType.STRING)
    Theme theme;

    boolean sound;
    boolean active;

    @Column(name = "created_at", updatable = false)
    Instant createdAt;

    /// Written by sign-ins, which touch nothing else of the row.
    @Nullable
    @Column(name = "came_at", insertable = false, updatable = false)
    Instant cameAt;

    @Nullable
    @Column(name = "removed_at")
    Instant removedAt;

    /// For Hibernate.
    protected Member() {}

    Member(String userName, String name, String email, OrganizationRole role, Instant now) {
        callHimself(userName);
        this.name = name;
        this.email = email;
        this.role = role;
        this.theme = Theme.AUTO;
        this.active = true;
        this.createdAt = now;
    }

    /// @param userName checked, in its normal form
    void callHimself(String userName) {
        this.userName = userName;
        this.userNameShape = UserName.shape(userName);
    }

    void usePassword(String hash, boolean temporary, Instant now) {
        passwordHash = hash;
        passwordTemporary = temporary;
        passwordAt = now;
    }

    void describe(MemberDetails details) {
        name = details.name();
        phone = details.phone();
        language = details.language();
        timeZone = details.timeZone();
    }

    void prefer(@Nullable String language, Theme theme, boolean sound) {
        this.language = language;
        this.theme = theme;
        this.sound = sound;
    }

    /// Gone for good: the name stays under what he wrote, every way to reach him or to come in as him goes,
    /// and his user name and address are free for somebody else.
    void remove(Instant now) {
        active = false;
        removedAt = now;
        callHimself("removed-" + id);
        email = id + "@removed.invalid";
        phone = null;
        passwordHash = null;
        avatar = null;
    }

    MemberView view() {
        return new MemberView(
                id,
                userName,
                name,
                email,
                role,
                phone,
                language,
                timeZone,
                avatar,
                theme,
                active,
                passwordHash != null,
                createdAt,
                cameAt);
    }
}
