package app.lienzo.imports;

import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import app.lienzo.tenancy.Vault;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Reads the people of a Microsoft Entra ID directory through Microsoft Graph, page by page, into the rows of an
/// import. Accounts that are switched off are left out.
@ApplicationScoped
class DirectoryReader {
    /// What is read of a person; headers of the columns at the same time, which the mapping knows.
    static final List<String> FIELDS = List.of(
            "displayName",
            "mail",
            "otherMails",
            "businessPhones",
            "mobilePhone",
            "jobTitle",
            "companyName",
            "streetAddress",
            "city",
            "state",
            "postalCode",
            "country",
            "preferredLanguage");

    private static final String SELECT = String.join(",", FIELDS) + ",userPrincipalName,accountEnabled";
    private static final int PAGE = 500;
    private static final int CELL_MAX = 2_000;

    private final Imports imports;
    private final Directories directories;
    private final DirectoryLine line;
    private final Vault vault;
    private final Clock clock;
    private final ImportConfig config;

    DirectoryReader(
            Imports imports,
            Directories directories,
            DirectoryLine line,
            Vault vault,
            Clock clock,
            ImportConfig config) {
        this.imports = imports;
        this.directories = directories;
        this.line = line;
        this.vault = vault;
        this.clock = clock;
        this.config = config;
    }

    /// Whoever died over it began anew.
    ///
    /// @throws Refused what [DirectoryLine] refuses, `directory-missing`, `import-rows-too-many`, `import-empty`
    void read(ImportView run) {
        var directory = directories.find(run.space()).orElseThrow(() -> Refused.invalid("directory-missing"));
        var token = token(directory);
        transaction(() -> imports.clear(run.id(), clock.instant()));
        int rows = 0;
        URI next = config.directory().resolve("/v1.0/users?$select=" + SELECT + "&$top=" + PAGE);
        while (next != null) {
            var page = line.get(next, token);
            var people = people(page);
            int before = rows;
            rows += people.size();
            if (rows > config.rowsMax()) throw Refused.invalid("import-rows-too-many", config.rowsMax());
            int all = rows;
            transaction(() -> {
                if (!people.isEmpty()) imports.addChunk(run.id(), before + 1, people);
                imports.rows(run.id(), all, clock.instant());
            });
            next = next(page);
        }
        if (rows == 0) throw Refused.invalid("import-empty");
        transaction(() -> imports.locked(run.id())
                .filter(found -> found.state() == ImportState.FETCHING)
                .ifPresent(found -> imports.turn(run.id(), ImportState.READ, null, clock.instant())));
    }

    private String token(Directories.Directory directory) {
        var form = "grant_type=client_credentials&client_id=" + encoded(directory.client())
                + "&client_secret=" + encoded(vault.open(Directories.PURPOSE, directory.secret()))
                + "&scope=" + encoded(config.directory().resolve("/.default").toString());
        var path = "/" + encoded(directory.directory()) + "/oauth2/v2.0/token";
        var answer = line.post(config.directorySignIn().resolve(path), form);
        var token = answer.path("access_token").asText();
        if (token.isEmpty()) throw Refused.invalid("directory-refused", 200);
        return token;
    }

    /// The next page is where this one was: nobody leads us elsewhere with the token in hand.
    private @org.jspecify.annotations.Nullable URI next(JsonNode page) {
        var link = page.path("@odata.nextLink").asText();
        if (link.isEmpty()) return null;
        try {
            var address = URI.create(link);
            var home = config.directory();
            boolean there = home.getScheme().equalsIgnoreCase(address.getScheme())
                    && home.getHost().equalsIgnoreCase(address.getHost())
                    && home.getPort() == address.getPort();
            if (!there) throw Refused.invalid("address-refused");
            return address;
        } catch (IllegalArgumentException _) {
            throw Refused.invalid("address-refused");
        }
    }

    private static List<List<String>> people(JsonNode page) {
        var people = new ArrayList<List<String>>();
        for (var person : page.path("value")) {
            if (person.path("accountEnabled").isBoolean()
                    && !person.path("accountEnabled").asBoolean()) continue;
            var cells = new ArrayList<String>();
            for (var field : FIELDS) cells.add(cell(person, field));
            people.add(cells);
        }
        return people;
    }

    /// Who has no mailbox is written to under his sign-in name, unless that is a guest's, which is no address.
    private static String cell(JsonNode person, String field) {
        var node = person.path(field);
        var text = node.isArray()
                ? StreamSupport.stream(node.spliterator(), false)
                        .map(JsonNode::asText)
                        .collect(Collectors.joining("; "))
                : node.isNull() ? "" : node.asText();
        if (field.equals("mail") && text.isEmpty()) {
            var name = person.path("userPrincipalName").asText();
            text = name.contains("#EXT#") ? "" : name;
        }
        return SafeText.line(text, CELL_MAX);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static void transaction(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }
}
