package app.lienzo.samples;

import app.lienzo.channels.Texts;
import app.lienzo.identity.OrganizationRole;
import app.lienzo.tenancy.Plan;
import app.lienzo.tenancy.Vocabulary;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An `organization.yaml`. Files are named relative to it.
record SampleOrganization(
        String slug,
        String name,
        Plan plan,
        String language,
        Vocabulary vocabulary,
        Brand brand,
        List<Person> people,
        List<Space> spaces,
        @Nullable List<Contact> contacts,
        List<Channel> channels) {

    record Brand(
            String name,
            @Nullable String tagline,
            @Nullable String title,
            String color,
            String accent,
            @Nullable String logo,
            @Nullable String logoDark,
            @Nullable String icon,
            @Nullable String scene,
            @Nullable String sceneDark,
            @Nullable String supportEmail,
            @Nullable String supportPhone,
            @Nullable String helpUrl,
            @Nullable String privacyUrl,
            @Nullable String termsUrl,
            @Nullable String imprintUrl,
            @Nullable List<String> languages,
            @Nullable String css) {}

    /// @param tokens API tokens, from the secret to its name
    record Person(
            String userName,
            String name,
            String email,
            OrganizationRole role,
            String password,
            @Nullable String language,
            @Nullable Map<String, String> tokens) {}

    record Space(
            String slug,
            String name,
            @Nullable List<String> managers,
            @Nullable List<String> agents) {}

    /// A customer's person who can sign in to the portal of his space.
    ///
    /// @param main whether he sees all tickets of his company
    record Contact(
            String space,
            String name,
            String email,
            String password,
            @Nullable String language,
            @Nullable String company,
            boolean main) {}

    /// @param hours see `channels.OfficeHours`; absent means always
    record Channel(
            String space,
            String kind,
            String key,
            String name,
            List<String> origins,
            @Nullable Texts greeting,
            @Nullable Texts hoursText,
            @Nullable String hours,
            @Nullable String zone,
            String identitySecret) {}
}
