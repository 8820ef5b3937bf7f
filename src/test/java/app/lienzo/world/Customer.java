package app.lienzo.world;

import java.util.UUID;

/// A contact of a space, made behind everybody's back, with the password of all samples for its portal.
public record Customer(Tenant tenant, String space, String id, String email) {
    /// What the password of all samples looks like in the database; made once, because making it takes its time.
    private static final String HASH = java.util.Objects.requireNonNull(
            new org.springframework.security.crypto.argon2.Argon2PasswordEncoder(16, 32, 1, 19_456, 2)
                    .encode(Tenant.PASSWORD));

    /// Somebody who has not been given access yet.
    public static Customer known(Tenant tenant, String space) {
        var organization = Rows.id(tenant);
        var email = "cliente-" + UUID.randomUUID() + "@example.com";
        var spaceId = Rows.one("select id from lienzo.space where tenant_id = ? and slug = ?", organization, space);
        var id = Rows.one("""
                insert into lienzo.contact (tenant_id, id, space_id, name, email, language, created_at)
                values (?, uuidv7(), ?::uuid, 'Inés Díaz', ?, ?, now()) returning id
                """, organization, spaceId, email, tenant.slug().equals("nimbus") ? "en" : "es");
        Rows.list("""
                insert into lienzo.contact_email (tenant_id, space_id, address, contact_id, position)
                values (?, ?::uuid, ?, ?::uuid, 0)
                """, organization, spaceId, email, id);
        return new Customer(tenant, space, id, email);
    }

    /// Somebody who has chosen his password.
    public static Customer active(Tenant tenant, String space) {
        var customer = known(tenant, space);
        Rows.list("""
                insert into lienzo.portal_access (tenant_id, contact_id, password_hash, password_changed_at, activated_at)
                values (?, ?::uuid, ?, now(), now())
                """, Rows.id(tenant), customer.id(), HASH);
        return customer;
    }

    public String portal() {
        return "/portal/" + space;
    }

    /// A browser in which he is signed in.
    public Browser browser() {
        var browser = Browser.at(tenant);
        browser.get(portal() + "/sign-in");
        var answer = signIn(browser, Tenant.PASSWORD);
        if (answer.status() != 303) throw new AssertionError("Sign-in answered " + answer.status() + answer.body());
        browser.get(portal());
        return browser;
    }

    public Wire.Answer signIn(Browser browser, String password) {
        return browser.post(
                portal() + "/sign-in", "email=" + Browser.encoded(email) + "&password=" + Browser.encoded(password));
    }
}
