package app.lienzo.identity;

import static app.lienzo.identity.OrganizationRole.MEMBER;
import static app.lienzo.identity.OrganizationRole.OPERATOR;
import static app.lienzo.identity.OrganizationRole.OWNER;
import static app.lienzo.identity.OrganizationRole.USER_ADMIN;
import static app.lienzo.identity.SpaceRole.AGENT;
import static app.lienzo.identity.SpaceRole.MANAGER;
import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.portalaccess.CurrentContact;
import app.lienzo.world.Route;
import io.quarkus.security.PermissionsAllowed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The permission table, said a second time in other words: whoever changes it has to mean it.
class PermissionTableTest {
    /// Who may do it by his role in the organization, and by his role in a space.
    private static final Map<Permission, List<Set<?>>> AS_ORDERED = Map.ofEntries(
            Map.entry(Permission.OWN_ACCOUNT, List.of(Set.of(OWNER, USER_ADMIN, MEMBER, OPERATOR), Set.of())),
            Map.entry(Permission.ORGANIZATION_SETTINGS, List.of(Set.of(OWNER, OPERATOR), Set.of())),
            Map.entry(Permission.AUDIT_SEE, List.of(Set.of(OWNER, OPERATOR), Set.of())),
            Map.entry(Permission.MEMBERS_MANAGE, List.of(Set.of(OWNER, USER_ADMIN, OPERATOR), Set.of())),
            Map.entry(Permission.SPACES_CREATE, List.of(Set.of(OWNER), Set.of())),
            Map.entry(Permission.SPACE_SETTINGS, List.of(Set.of(OWNER), Set.of(MANAGER))),
            Map.entry(Permission.CHANNELS_SEE, List.of(Set.of(OWNER), Set.of(MANAGER, AGENT))),
            Map.entry(Permission.CHANNELS_MANAGE, List.of(Set.of(OWNER), Set.of(MANAGER))),
            Map.entry(Permission.CONVERSATIONS_WORK, List.of(Set.of(OWNER), Set.of(MANAGER, AGENT))),
            Map.entry(Permission.CONVERSATIONS_OVERSEE, List.of(Set.of(OWNER), Set.of(MANAGER))),
            Map.entry(Permission.CONTACTS_WORK, List.of(Set.of(OWNER), Set.of(MANAGER, AGENT))),
            Map.entry(Permission.CONTACTS_MANAGE, List.of(Set.of(OWNER), Set.of(MANAGER))),
            Map.entry(Permission.TICKETS_WORK, List.of(Set.of(OWNER), Set.of(MANAGER, AGENT))),
            Map.entry(Permission.TICKETS_MANAGE, List.of(Set.of(OWNER), Set.of(MANAGER))),
            Map.entry(Permission.OPERATE, List.of(Set.of(OPERATOR), Set.of())));

    @Test
    @DisplayName("BY-6, BY-7: every permission is given to exactly the roles that the requirements name")
    void every_role_may_what_was_ordered() {
        assertThat(AS_ORDERED.keySet()).containsExactlyInAnyOrder(Permission.values());
        AS_ORDERED.forEach((permission, roles) -> {
            for (var role : OrganizationRole.values()) {
                assertThat(permission.grantedTo(role))
                        .as("%s for %s", permission, role)
                        .isEqualTo(roles.get(0).contains(role));
            }
            for (var role : SpaceRole.values()) {
                assertThat(permission.grantedTo(role))
                        .as("%s for %s", permission, role)
                        .isEqualTo(roles.get(1).contains(role));
            }
        });
    }

    @Test
    @DisplayName("BY-6: a User-Admin looks after people and nothing else; a Member has no organization settings at all")
    void nobody_has_more_than_he_needs() {
        assertThat(granted(USER_ADMIN)).containsExactlyInAnyOrder(Permission.OWN_ACCOUNT, Permission.MEMBERS_MANAGE);
        assertThat(granted(MEMBER)).containsExactly(Permission.OWN_ACCOUNT);
        assertThat(granted(OWNER))
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.of(Permission.OPERATE)));
        assertThat(granted(OPERATOR))
                .containsExactlyInAnyOrder(
                        Permission.OWN_ACCOUNT,
                        Permission.ORGANIZATION_SETTINGS,
                        Permission.AUDIT_SEE,
                        Permission.MEMBERS_MANAGE,
                        Permission.OPERATE);
    }

    @Test
    void a_role_in_one_space_is_worth_nothing_in_another() {
        var mine = UUID.randomUUID();
        var other = UUID.randomUUID();
        var me = new SignedIn(
                "o",
                UUID.randomUUID(),
                "u",
                "n",
                "e",
                MEMBER,
                null,
                Theme.AUTO,
                false,
                Set.of(),
                null,
                null,
                TokenReach.WHOLE,
                UUID.randomUUID(),
                true,
                Map.of(mine, MANAGER));
        for (var permission : Permission.values()) {
            assertThat(me.may(permission, other)).as("%s", permission).isFalse();
            assertThat(me.may(permission, mine))
                    .as("%s", permission)
                    .isEqualTo(permission.grantedTo(MANAGER) || permission == Permission.OWN_ACCOUNT);
        }
    }

    @Test
    void endpoints_name_permissions_that_exist() throws IllegalAccessException {
        for (var field : Permission.Name.class.getFields())
            assertThat(field.get(null)).isEqualTo(field.getName());
        assertThat(Arrays.stream(Permission.Name.class.getFields()).map(java.lang.reflect.Field::getName))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Permission.values()).map(Enum::name).toList());
        for (var route : Route.all()) {
            var allowed = route.code().getAnnotation(PermissionsAllowed.class);
            var ofClass = route.code().getDeclaringClass().getAnnotation(PermissionsAllowed.class);
            for (var annotation : Arrays.asList(allowed, ofClass)) {
                // The portal is for people who are no members and stand in another table.
                if (annotation != null && !route.template().startsWith("/portal/"))
                    assertThat(annotation.value()).as("%s", route).allSatisfy(Permission::valueOf);
                else if (annotation != null)
                    assertThat(annotation.value()).as("%s", route).containsExactly(CurrentContact.PERMISSION);
            }
        }
    }

    @Test
    void every_permission_and_every_role_has_words_in_every_language() throws IOException {
        for (var language : List.of("es", "en", "pt")) {
            var words = new Properties();
            try (var reader = Files.newBufferedReader(
                    Path.of("src/main/resources/messages/identity_" + language + ".properties"))) {
                words.load(reader);
            }
            for (var permission : Permission.values())
                assertThat(word(words, "permission", permission))
                        .as(language + permission)
                        .isNotBlank();
            for (var role : OrganizationRole.values())
                assertThat(word(words, "role", role)).as(language + role).isNotBlank();
            for (var role : SpaceRole.values())
                assertThat(word(words, "spaceRole", role)).as(language + role).isNotBlank();
        }
    }

    /// Where a constant has an underscore in it, a dollar keeps the two apart.
    private static String word(Properties words, String key, Enum<?> constant) {
        return words.getProperty(key + "_" + constant, words.getProperty(key + "_$" + constant));
    }

    private static List<Permission> granted(OrganizationRole role) {
        return Arrays.stream(Permission.values())
                .filter(permission -> permission.grantedTo(role))
                .toList();
    }
}
