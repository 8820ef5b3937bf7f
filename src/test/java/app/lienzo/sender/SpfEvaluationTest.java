package app.lienzo.sender;

import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.dns.RecordType;
import com.google.common.net.InetAddresses;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpfEvaluationTest {
    private static final String INCLUDE = "spf.platform.example";
    private static final SpfRoute BY_NAME = new SpfRoute(INCLUDE, List.of(), "include:" + INCLUDE, false);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            v=spf1 include:spf.platform.example ~all                 | PASS
            v=spf1 include:SPF.Platform.Example -all                 | PASS
            V=SPF1 INCLUDE:spf.platform.example -all                 | PASS
            v=spf1 mx a ip4:192.0.2.0/24 include:spf.platform.example -all | PASS
            v=spf1 include:nested.example -all                       | PASS
            v=spf1 redirect=nested.example                           | PASS
            v=spf1 redirect=spf.platform.example                     | PASS
            v=spf1 +all                                              | PASS
            v=spf1 all                                               | PASS
            v=spf1                                                   | NEUTRAL
            v=spf1 -all                                              | FAIL
            v=spf1 ~all                                              | SOFTFAIL
            v=spf1 ?all                                              | NEUTRAL
            v=spf1 -all include:spf.platform.example                 | FAIL
            v=spf1 -include:spf.platform.example ~all                | FAIL
            v=spf1 include:other.example -all                        | FAIL
            v=spf1 include:other.example ~all redirect=nested.example | SOFTFAIL
            v=spf1 exists:%{i}._spf.example.com -all                 | FAIL
            v=spf1 include:%{d}.example.com -all                     | FAIL
            v=spf1 include:nothing.example -all                      | INCLUDE_MISSING
            v=spf1 redirect=nothing.example                          | INCLUDE_MISSING
            v=spf1 include:silent.example -all                       | UNANSWERED
            v=spf1 include:loop.example -all                         | TOO_MANY_LOOKUPS
            v=spf1 include:wide.example -all                         | TOO_MANY_LOOKUPS
            v=spf1 includes:spf.platform.example -all                | MALFORMED
            v=spf1 include: -all                                     | MALFORMED
            v=spf1 ip4:1.2.3 -all                                    | MALFORMED
            v=spf1 ip4:2001:db8::1 -all                              | MALFORMED
            v=spf1 ip4:192.0.2.1/33 -all                             | MALFORMED
            v=spf1 ip6:2001:db8::/129 -all                           | MALFORMED
            v=spf1,include:spf.platform.example                      | NONE
            spf1 include:spf.platform.example                        | NONE
            """)
    @DisplayName("BY-7 failure mode 7: whether a record lists the servers that an include names")
    void a_record_lists_the_installation(String record, SpfOutcome outcome) {
        var dns = new Zonefile()
                .txt("nested.example", "v=spf1 ip4:198.51.100.1 include:spf.platform.example ~all")
                .txt("other.example", "v=spf1 ip4:198.51.100.1 -all")
                .txt("loop.example", "v=spf1 include:loop.example -all")
                .txt("wide.example", "v=spf1 " + "include:other.example ".repeat(10) + "-all")
                .fails("silent.example");
        assertThat(new SpfEvaluation(dns, BY_NAME).of("example.com", List.of(record)))
                .isEqualTo(outcome);
        assertThat(dns.asked).hasSizeLessThanOrEqualTo(10);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            v=spf1 ip4:203.0.113.7 -all             | 203.0.113.7   | PASS
            v=spf1 ip4:203.0.113.0/24 -all          | 203.0.113.7   | PASS
            v=spf1 ip4:203.0.112.0/23 -all          | 203.0.113.7   | PASS
            v=spf1 ip4:203.0.113.0/29 -all          | 203.0.113.8   | FAIL
            v=spf1 ip4:0.0.0.0/0 -all               | 203.0.113.8   | PASS
            v=spf1 ip6:2001:db8::/32 -all           | 2001:db8::9   | PASS
            v=spf1 ip6:2001:db8::1 -all             | 2001:db8::9   | FAIL
            v=spf1 ip6:::1 -all                     | 2001:db8::9   | FAIL
            v=spf1 a -all                           | 203.0.113.1   | PASS
            v=spf1 a/24 -all                        | 203.0.113.77  | PASS
            v=spf1 a:mail.example.com//64 -all      | 2001:db8::99  | PASS
            v=spf1 a:mail.example.com/24//64 -all   | 203.0.114.5   | PASS
            v=spf1 mx -all                          | 203.0.114.2   | PASS
            v=spf1 mx:elsewhere.example -all        | 203.0.114.2   | FAIL
            v=spf1 a:x.example a:y.example a:z.example -all | 203.0.113.1 | TOO_MANY_LOOKUPS
            v=spf1 a:silent.example -all            | 203.0.113.1   | UNANSWERED
            v=spf1 mx:many.example -all             | 203.0.113.1   | TOO_MANY_LOOKUPS
            v=spf1 ?ip4:203.0.113.7 +all            | 203.0.113.7   | NEUTRAL
            """)
    @DisplayName("BY-7: whether a record lists an address, through a, mx and networks")
    void a_record_lists_an_address(String record, String address, SpfOutcome outcome) {
        var many = Stream.iterate(1, i -> i + 1)
                .limit(11)
                .map(i -> "10 m" + i + ".example")
                .toArray(String[]::new);
        var dns = new Zonefile()
                .set("example.com", RecordType.A, "203.0.113.1")
                .set("mail.example.com", RecordType.A, "203.0.114.2")
                .set("mail.example.com", RecordType.AAAA, "2001:db8::1")
                .set("example.com", RecordType.MX, "10 mail.example.com")
                .set("many.example", RecordType.MX, many)
                .set("elsewhere.example", RecordType.MX, "10 mail.elsewhere.example")
                .set("mail.elsewhere.example", RecordType.A, "198.51.100.1")
                .fails("silent.example");
        var route = new SpfRoute(null, List.of(InetAddresses.forString(address)), null, true);
        assertThat(new SpfEvaluation(dns, route).of("example.com", List.of(record)))
                .isEqualTo(outcome);
    }

    @Test
    @DisplayName("BY-7: several records are none, other texts do not matter, and +all is noticed")
    void a_domain_has_one_record() {
        var dns = new Zonefile();
        assertThat(new SpfEvaluation(dns, BY_NAME).of("example.com", List.of("v=spf1 -all", "v=spf1 +all")))
                .isEqualTo(SpfOutcome.SEVERAL_RECORDS);
        var evaluation = new SpfEvaluation(dns, BY_NAME);
        assertThat(evaluation.of("example.com", List.of("google-site-verification=x", "v=spf1 +all", "v=spf10 x")))
                .isEqualTo(SpfOutcome.PASS);
        assertThat(evaluation.everyone()).isTrue();
        assertThat(dns.asked).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                | v=spf1 include:spf.platform.example ~all
            v=spf1 mx -all                    | v=spf1 mx include:spf.platform.example -all
            v=spf1 include:a.example ~all     | v=spf1 include:a.example include:spf.platform.example ~all
            v=spf1 mx                         | v=spf1 mx include:spf.platform.example
            v=spf1 redirect=b.example         | v=spf1 include:spf.platform.example redirect=b.example
            v=spf1 mx +all                    | v=spf1 mx include:spf.platform.example ~all
            v=spf1 mx include:spf.platform.example +all | v=spf1 mx include:spf.platform.example ~all
            """)
    @DisplayName("BY-7: what a record lacks is shown in its place")
    void what_is_missing_is_added(String record, String wanted) {
        assertThat(SpfProof.wanted("include:" + INCLUDE, record.isEmpty() ? List.of() : List.of(record)))
                .isEqualTo(wanted);
    }
}
