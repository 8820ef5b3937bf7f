package app.lienzo.dns;

import static app.lienzo.dns.HostileDns.name;
import static app.lienzo.dns.HostileDns.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CAARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Message;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

class DnsServiceTest {
    private static final String HOST = "shop.example.com";

    @Test
    @DisplayName("BY-5 every type is said as people write it")
    void values_are_in_presentation_form() throws IOException {
        try (var server = new HostileDns((query, _) -> List.of(reply(query, Rcode.NOERROR, ordinary(query))))) {
            var dns = dns(server);
            assertThat(values(dns.ask(HOST, RecordType.A))).containsExactly("192.0.2.7");
            assertThat(values(dns.ask(HOST, RecordType.AAAA))).containsExactly("2001:db8::7");
            assertThat(values(dns.ask(HOST, RecordType.TXT))).containsExactly("v=spf1 -all");
            assertThat(values(dns.ask(HOST, RecordType.CAA))).containsExactly("128 issue \"ca.example\"");
            assertThat(values(dns.ask(HOST, RecordType.MX))).containsExactly("10 mx.example.com");
            assertThat(values(dns.ask(HOST, RecordType.NS))).containsExactly("ns1.example.com");
            assertThat(values(dns.ask(HOST, RecordType.CNAME))).containsExactly("edge.example.net");
            assertThat(server.queries).hasValue(7);
        }
    }

    private static Record ordinary(Message query) throws IOException {
        var at = query.getQuestion().getName();
        return switch (query.getQuestion().getType()) {
            case Type.A -> new ARecord(at, DClass.IN, 60, InetAddress.ofLiteral("192.0.2.7"));
            case Type.AAAA -> new AAAARecord(at, DClass.IN, 60, InetAddress.ofLiteral("2001:db8::7"));
            case Type.TXT -> new TXTRecord(at, DClass.IN, 60, List.of("v=spf1 ", "-all"));
            case Type.CAA -> new CAARecord(at, DClass.IN, 60, 128, "issue", "ca.example");
            case Type.MX -> new MXRecord(at, DClass.IN, 60, 10, name("MX.example.com"));
            case Type.NS -> new NSRecord(at, DClass.IN, 60, name("ns1.example.com"));
            default -> new CNAMERecord(at, DClass.IN, 60, name("Edge.Example.net"));
        };
    }

    @Test
    void absent_is_what_a_server_says_and_nothing_else() {
        try (var server = new HostileDns((query, _) -> List.of(reply(query, Rcode.NXDOMAIN)));
                var empty = new HostileDns((query, _) -> List.of(reply(query, Rcode.NOERROR)))) {
            assertThat(dns(server).ask(HOST, RecordType.A)).isEqualTo(new DnsAnswer.Absent());
            assertThat(dns(empty).ask(HOST, RecordType.A)).isEqualTo(new DnsAnswer.Absent());
            assertThat(dns(empty).ask("a..b", RecordType.A)).isEqualTo(new DnsAnswer.Absent());
            assertThat(dns(empty).ask("x".repeat(64) + ".example.com", RecordType.A))
                    .isEqualTo(new DnsAnswer.Absent());
        }
    }

    @Test
    void aliases_are_followed_and_told_with_the_shortest_time_to_live() {
        try (var server = new HostileDns((query, _) -> List.of(
                query.getQuestion().getName().equals(name("edge.example.net"))
                        ? reply(query, Rcode.NOERROR, a("edge.example.net"))
                        : reply(
                                query,
                                Rcode.NOERROR,
                                alias(HOST, "b.example.com"),
                                alias("b.example.com", "edge.example.net"))))) {
            assertThat(dns(server).ask(HOST, RecordType.A))
                    .isEqualTo(new DnsAnswer.Found(
                            List.of("192.0.2.7"),
                            Duration.ofSeconds(30),
                            List.of("b.example.com", "edge.example.net")));
        }
    }

    @Test
    @DisplayName("failure mode 7: YXRRSET with an alias to itself ends")
    void yxrrset_with_a_loop_ends() {
        try (var server = new HostileDns((query, _) -> List.of(reply(query, Rcode.YXRRSET, alias(HOST, HOST))))) {
            assertFault(server, DnsFault.SERVFAIL, 2);
        }
    }

    @Test
    @DisplayName("failure mode 7: an alias in class CH is no answer")
    void an_alias_of_another_class_is_no_answer() {
        try (var server = new HostileDns((query, _) ->
                List.of(reply(query, Rcode.NOERROR, new CNAMERecord(name(HOST), DClass.CH, 30, name(HOST)))))) {
            assertFault(server, DnsFault.SERVFAIL, 1);
        }
    }

    @Test
    @DisplayName("failure mode 7: aliases that lead in a circle end")
    void a_loop_ends() {
        try (var server = new HostileDns((query, _) -> List.of(
                query.getQuestion().getName().equals(name(HOST))
                        ? reply(query, Rcode.NOERROR, alias(HOST, "b.example.com"))
                        : reply(query, Rcode.NOERROR, alias("b.example.com", HOST))))) {
            assertFault(server, DnsFault.LOOP, 2);
        }
    }

    @Test
    @DisplayName("failure mode 7: a chain without end ends, said at once or piece by piece")
    void a_long_chain_ends() {
        try (var server = new HostileDns((query, _) -> {
                    var at = query.getQuestion().getName().toString(true);
                    return List.of(reply(query, Rcode.NOERROR, alias(at, "x" + at)));
                });
                var atOnce = new HostileDns((query, _) -> {
                    var all = new Record[40];
                    for (int i = 0; i < 40; i++) all[i] = alias("x".repeat(i) + HOST, "x".repeat(i + 1) + HOST);
                    return List.of(reply(query, Rcode.NOERROR, all));
                })) {
            assertFault(server, DnsFault.TOO_MUCH, 9);
            assertFault(atOnce, DnsFault.TOO_MUCH, 1);
        }
    }

    @Test
    @DisplayName("failure mode 7: a text of 60 kB is too much")
    void a_huge_text_is_too_much() {
        try (var server = new HostileDns((query, stream) -> {
            if (!stream) return List.of(truncated(query));
            var text = new TXTRecord(name(HOST), DClass.IN, 30, Collections.nCopies(240, "x".repeat(250)));
            return List.of(reply(query, Rcode.NOERROR, text));
        })) {
            assertThat(dns(server).ask(HOST, RecordType.TXT)).isEqualTo(new DnsAnswer.Unanswered(DnsFault.TOO_MUCH));
            assertThat(server.queries).hasValue(2);
        }
    }

    @Test
    @DisplayName("failure mode 7: silence ends in time and is not absence")
    void silence_is_not_absence() {
        try (var server = new HostileDns((_, _) -> List.of())) {
            var began = System.nanoTime();
            assertFault(server, DnsFault.TIMEOUT, 2);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
        }
    }

    @Test
    @DisplayName("failure mode 6: SERVFAIL and REFUSED are not absence")
    void failure_is_not_absence() {
        try (var failing = new HostileDns((query, _) -> List.of(reply(query, Rcode.SERVFAIL)));
                var refusing = new HostileDns((query, _) -> List.of(reply(query, Rcode.REFUSED)))) {
            assertFault(failing, DnsFault.SERVFAIL, 2);
            assertFault(refusing, DnsFault.REFUSED, 2);
        }
    }

    @Test
    void the_second_resolver_answers_when_the_first_does_not() {
        try (var failing = new HostileDns((query, _) -> List.of(reply(query, Rcode.SERVFAIL)));
                var well = new HostileDns((query, _) -> List.of(reply(query, Rcode.NOERROR, a(HOST))))) {
            var dns = new DnsService(
                    config(Map.of("lienzo.dns.servers", "127.0.0.1:" + failing.port() + ",127.0.0.1:" + well.port())));
            assertThat(values(dns.ask(HOST, RecordType.A))).containsExactly("192.0.2.7");
        }
    }

    @Test
    void an_answer_cut_off_is_asked_for_again_by_tcp() {
        try (var server = new HostileDns(
                (query, stream) -> List.of(stream ? reply(query, Rcode.NOERROR, a(HOST)) : truncated(query)))) {
            assertThat(values(dns(server).ask(HOST, RecordType.A))).containsExactly("192.0.2.7");
            assertThat(server.queries).hasValue(2);
        }
    }

    @Test
    void a_server_from_before_edns_is_understood() {
        try (var server = new HostileDns((query, _) ->
                List.of(query.getOPT() != null ? reply(query, Rcode.FORMERR) : reply(query, Rcode.NOERROR, a(HOST))))) {
            assertThat(values(dns(server).ask(HOST, RecordType.A))).containsExactly("192.0.2.7");
        }
    }

    @Test
    @DisplayName("failure mode 7: a wrong id and another question are not heard, the answer behind them is")
    void strays_are_not_heard() {
        try (var server = new HostileDns((query, _) -> {
            var wrongId = reply(query, Rcode.NXDOMAIN);
            wrongId.getHeader().setID(query.getHeader().getID() ^ 1);
            var elsewhere = new Message(query.getHeader().getID());
            elsewhere.getHeader().setFlag(Flags.QR);
            elsewhere.addRecord(Record.newRecord(name("other.example.com"), Type.A, DClass.IN), Section.QUESTION);
            return List.of(wrongId, elsewhere, reply(query, Rcode.NOERROR, a(HOST)));
        })) {
            assertThat(values(dns(server).ask(HOST, RecordType.A))).containsExactly("192.0.2.7");
        }
    }

    @Test
    @DisplayName("failure mode 7: records of other names are no answer")
    void records_of_other_names_are_no_answer() {
        try (var server = new HostileDns((query, _) -> List.of(reply(query, Rcode.NOERROR, a("other.example.com"))))) {
            assertFault(server, DnsFault.SERVFAIL, 1);
        }
    }

    @Test
    void the_zones_own_server_is_asked_and_not_the_resolvers_memory() {
        try (var world = new World("127.0.0.1")) {
            assertThat(world.dns(true).readAuthoritative(HOST, RecordType.A))
                    .isEqualTo(new DnsReading(
                            new DnsAnswer.Found(List.of("192.0.2.7"), Duration.ofSeconds(30), List.of()), true));
            assertThat(values(world.dns(true).ask(HOST, RecordType.A))).containsExactly("192.0.2.99");
        }
    }

    @Test
    @DisplayName("N03 a zone's servers in a private network are not asked; the resolvers answer, and it is said")
    void servers_in_private_networks_are_not_asked() {
        try (var world = new World("127.0.0.1")) {
            var reading = world.dns(false).readAuthoritative(HOST, RecordType.A);
            assertThat(reading.direct()).isFalse();
            assertThat(values(reading.answer())).containsExactly("192.0.2.99");
            assertThat(world.authority.queries).hasValue(0);
        }
    }

    @Test
    @DisplayName(
            "failure mode 7: a zone whose servers say nothing costs no more than the rest, and the resolvers answer")
    void silent_servers_of_a_zone_leave_time_for_the_resolvers() {
        try (var world = new World("127.0.0.1")) {
            world.silent = true;
            var reading = world.dns(true).readAuthoritative(HOST, RecordType.A);
            assertThat(reading.direct()).isFalse();
            assertThat(values(reading.answer())).containsExactly("192.0.2.99");
            assertThat(world.resolver.queries.get() + world.authority.queries.get())
                    .isLessThanOrEqualTo(20);
        }
    }

    @Test
    @DisplayName("failure mode 7: a name of a hundred labels costs no more than twenty messages")
    void deep_names_cost_no_more() {
        try (var world = new World("127.0.0.1")) {
            world.mute = true;
            world.dns(true).askAuthoritative("a.".repeat(100) + "example.com", RecordType.A);
            assertThat(world.resolver.queries.get()).isLessThanOrEqualTo(20);
        }
    }

    /// A resolver that remembers an old address, and the zone's own server.
    private static final class World implements AutoCloseable {
        private final HostileDns authority;
        private final HostileDns resolver;
        private final String authorityAddress;
        private volatile boolean silent;
        private volatile boolean mute;

        World(String authorityAddress) {
            this.authorityAddress = authorityAddress;
            authority =
                    new HostileDns((query, _) -> silent ? List.of() : List.of(reply(query, Rcode.NOERROR, a(HOST))));
            resolver = new HostileDns((query, _) -> List.of(resolve(query)));
        }

        private Message resolve(Message query) {
            var at = query.getQuestion().getName();
            int type = query.getQuestion().getType();
            if (mute) return reply(query, Rcode.NOERROR);
            if (type == Type.NS && at.equals(name("example.com")))
                return reply(query, Rcode.NOERROR, new NSRecord(at, DClass.IN, 30, name("ns1.example.com")));
            if (type == Type.NS) {
                var none = reply(query, Rcode.NOERROR);
                none.addRecord(
                        new SOARecord(
                                name("example.com"),
                                DClass.IN,
                                30,
                                name("ns1.example.com"),
                                name("a.example.com"),
                                1,
                                1,
                                1,
                                1,
                                1),
                        Section.AUTHORITY);
                return none;
            }
            var address = at.equals(name("ns1.example.com")) ? authorityAddress : "192.0.2.99";
            return reply(query, Rcode.NOERROR, new ARecord(at, DClass.IN, 30, InetAddress.ofLiteral(address)));
        }

        DnsService dns(boolean anywhere) {
            return new DnsService(config(Map.of(
                    "lienzo.dns.servers", "127.0.0.1:" + resolver.port(),
                    "lienzo.dns.authoritative-port", Integer.toString(authority.port()),
                    "lienzo.dns.anywhere", Boolean.toString(anywhere))));
        }

        @Override
        public void close() {
            authority.close();
            resolver.close();
        }
    }

    private static void assertFault(HostileDns server, DnsFault fault, int queriesMax) {
        assertThat(dns(server).ask(HOST, RecordType.A)).isEqualTo(new DnsAnswer.Unanswered(fault));
        assertThat(server.queries).hasValueLessThanOrEqualTo(queriesMax);
    }

    private static Message truncated(Message query) {
        var cut = reply(query, Rcode.NOERROR);
        cut.getHeader().setFlag(Flags.TC);
        return cut;
    }

    private static Record a(String host) {
        return new ARecord(name(host), DClass.IN, 30, InetAddress.ofLiteral("192.0.2.7"));
    }

    private static Record alias(String from, String to) {
        return new CNAMERecord(name(from), DClass.IN, 60, name(to));
    }

    private static List<String> values(DnsAnswer answer) {
        assertThat(answer).isInstanceOf(DnsAnswer.Found.class);
        return ((DnsAnswer.Found) answer).values();
    }

    private static DnsService dns(HostileDns server) {
        return new DnsService(config(Map.of("lienzo.dns.servers", "127.0.0.1:" + server.port())));
    }

    private static DnsConfig config(Map<String, String> values) {
        var builder = new SmallRyeConfigBuilder()
                .withMapping(DnsConfig.class)
                .withDefaultValue("lienzo.dns.authoritative", "true")
                .withDefaultValue("lienzo.dns.patience", "PT8S")
                .withDefaultValue("lienzo.dns.try-patience", "PT1.5S");
        values.forEach(builder::withDefaultValue);
        return builder.build().getConfigMapping(DnsConfig.class);
    }
}
