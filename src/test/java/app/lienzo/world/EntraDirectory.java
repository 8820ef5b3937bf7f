package app.lienzo.world;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Stands in for Microsoft's sign-in and Graph, with answers in the shapes that those give. Which directory is asked
/// for decides how it behaves.
public final class EntraDirectory {
    /// Two pages of people; the second is refused once because of too many questions.
    public static final String GOOD = "contoso.example";
    /// Does not let the application in.
    public static final String STRICT = "fabrikam.example";
    /// Says that its second page is somewhere else.
    public static final String TREACHEROUS = "northwind.example";

    public static final String CLIENT = "11111111-2222-3333-4444-555555555555";
    public static final String SECRET = "s3cr3t~with/odd+signs=";

    private static final List<String> ASKED = new CopyOnWriteArrayList<>();
    private static final AtomicInteger REFUSED = new AtomicInteger();
    private static @Nullable HttpServer server;

    private EntraDirectory() {}

    /// @return its address
    public static String open() {
        try {
            var opened = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            opened.createContext("/", EntraDirectory::answer);
            opened.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            opened.start();
            server = opened;
            return address();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static void close() {
        if (server != null) server.stop(0);
    }

    /// What it was asked for, in order.
    public static List<String> asked() {
        return List.copyOf(ASKED);
    }

    private static String address() {
        return "http://127.0.0.1:"
                + java.util.Objects.requireNonNull(server).getAddress().getPort();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().toString();
        ASKED.add(exchange.getRequestMethod() + " " + path);
        var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.endsWith("/oauth2/v2.0/token")) token(exchange, path.split("/")[1], body);
        else if (path.startsWith("/v1.0/users")) users(exchange);
        else send(exchange, 404, "{\"error\":{\"code\":\"ResourceNotFound\"}}");
    }

    private static void token(HttpExchange exchange, String directory, String body) throws IOException {
        boolean right = body.contains("grant_type=client_credentials")
                && body.contains("client_id=" + CLIENT)
                && body.contains("client_secret=s3cr3t%7Ewith%2Fodd%2Bsigns%3D")
                && body.contains("scope=");
        if (!right || directory.equals(STRICT)) {
            send(
                    exchange,
                    401,
                    "{\"error\":\"invalid_client\",\"error_description\":\"AADSTS7000215: Invalid client secret provided.\"}");
            return;
        }
        send(
                exchange,
                200,
                "{\"token_type\":\"Bearer\",\"expires_in\":3599,\"ext_expires_in\":3599,\"access_token\":\"token-of-"
                        + directory + "\"}");
    }

    private static void users(HttpExchange exchange) throws IOException {
        var token = exchange.getRequestHeaders().getFirst("Authorization");
        var second = exchange.getRequestURI().toString().contains("skiptoken");
        if (token == null || !token.startsWith("Bearer token-of-")) {
            send(exchange, 401, "{\"error\":{\"code\":\"InvalidAuthenticationToken\"}}");
        } else if (second && REFUSED.getAndIncrement() % 2 == 0) {
            exchange.getResponseHeaders().add("Retry-After", "0");
            send(exchange, 429, "{\"error\":{\"code\":\"TooManyRequests\"}}");
        } else {
            var treacherous = token.endsWith(TREACHEROUS);
            send(exchange, 200, second ? LAST : FIRST.replace("{next}", treacherous ? "http://127.0.0.2" : address()));
        }
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json;odata.metadata=minimal");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static final String FIRST = """
            {"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users(displayName,mail)",
             "@odata.nextLink":"{next}/v1.0/users?$select=displayName,mail&$top=500&$skiptoken=RFNwdAIAAQAAAC",
             "value":[
              {"displayName":"Adele Vance","mail":"AdeleV@contoso.example","otherMails":[],"businessPhones":["+34 600 555 001"],
               "mobilePhone":null,"jobTitle":"Retail Manager","companyName":"Contoso","streetAddress":"Gran Vía 1","city":"Madrid",
               "state":"Madrid","postalCode":"28013","country":"España","preferredLanguage":"es-ES",
               "userPrincipalName":"AdeleV@contoso.example","accountEnabled":true},
              {"displayName":"Gone Away","mail":"gone@contoso.example","otherMails":[],"businessPhones":[],"mobilePhone":null,
               "jobTitle":null,"companyName":null,"streetAddress":null,"city":null,"state":null,"postalCode":null,"country":null,
               "preferredLanguage":null,"userPrincipalName":"gone@contoso.example","accountEnabled":false}]}
            """;

    private static final String LAST = """
            {"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users(displayName,mail)",
             "value":[
              {"displayName":"Alex Wilber","mail":null,"otherMails":["alex@home.example"],"businessPhones":[],"mobilePhone":null,
               "jobTitle":"Marketing Assistant","companyName":null,"streetAddress":null,"city":null,"state":null,"postalCode":null,
               "country":null,"preferredLanguage":"fi-FI","userPrincipalName":"AlexW@contoso.example","accountEnabled":true},
              {"displayName":"Guest Person","mail":null,"otherMails":[],"businessPhones":[],"mobilePhone":null,"jobTitle":null,
               "companyName":null,"streetAddress":null,"city":null,"state":null,"postalCode":null,"country":null,
               "preferredLanguage":null,"userPrincipalName":"guest_x.example#EXT#@contoso.example","accountEnabled":true}]}
            """;
}
