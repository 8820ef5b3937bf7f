package app.lienzo.sender;

import static org.assertj.core.api.Assertions.assertThat;

import app.lienzo.dns.RecordType;
import com.google.common.net.InetAddresses;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectionTest {
    private static final Instant NOW = Instant.parse("2026-01-10T10:00:00Z");
    private static final SpfRoute ROUTE = new SpfRoute("spf.x.example", List.of(), "include:spf.x.example", false);
    private static final SenderKey ACTIVE = key("m1", KeyState.ACTIVE, "AAAA");
    private static final SenderKey NEW = key("m2", KeyState.NEW, "BBBB");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            v=DKIM1; k=rsa; p=AAAA              | RIGHT
            p=AAAA                              | RIGHT
            v=DKIM1;k=rsa;p=AA AA;              | RIGHT
            v=DKIM1; h=sha1:sha256; s=email; p=AAAA | RIGHT
            v=DKIM1; t=y:s; p=AAAA              | TESTING
            v=DKIM1; k=rsa; p=                  | REVOKED
            v=DKIM1; k=rsa; p=AAAB              | OTHER_KEY
            v=DKIM1; k=rsa; p=AA                | OTHER_KEY
            v=DKIM1; k=ed25519; p=AAAA          | OTHER_KEY
            v=DKIM1; h=sha1; p=AAAA             | MALFORMED
            v=DKIM1; s=tlsrpt; p=AAAA           | MALFORMED
            k=rsa; v=DKIM1; p=AAAA              | MALFORMED
            v=DKIM2; p=AAAA                     | MALFORMED
            v=DKIM1; k=rsa                      | MALFORMED
            v=DKIM1; p=AAAA; p=AAAA             | MALFORMED
            hello                               | MALFORMED
            "v=DKIM1; k=rsa;" "p=AAAA"          | QUOTED
            """)
    @DisplayName("BY-7: what a DKIM record says of a key")
    void a_key_is_compared(String text, DkimRecord.State state) {
        assertThat(DkimRecord.compare(List.of(text), "AAAA")).isEqualTo(state);
    }

    @Test
    void of_two_keys_under_one_name_receivers_may_take_either() {
        assertThat(DkimRecord.compare(List.of("p=AAAA", "p=BBBB"), "AAAA")).isEqualTo(DkimRecord.State.SEVERAL);
        assertThat(DkimRecord.compare(List.of(), "AAAA")).isEqualTo(DkimRecord.State.MISSING);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            shop.example.com  | v=DMARC1; p=reject             | ''                             | dmarc-reject
            shop.example.com  | ''                             | v=DMARC1; p=reject             | dmarc-reject
            shop.example.com  | ''                             | v=DMARC1; p=reject; sp=none    | dmarc-none
            shop.example.com  | v=DMARC1;p=quarantine;adkim=s  | v=DMARC1; p=none               | dmarc-quarantine
            example.com       | ''                             | v=DMARC1; p=none; sp=reject    | dmarc-none
            shop.example.com  | ''                             | ''                             | dmarc-missing
            shop.example.com  | v=spf1 -all                    | ''                             | dmarc-missing
            example.com       | ''                             | v=DMARC1; p=rejected           | dmarc-malformed
            example.com       | ''                             | v=DMARC1; rua=mailto:a@b.example | dmarc-malformed
            example.com       | ''                             | v=DMARC1; p=none; p=reject     | dmarc-malformed
            """)
    @DisplayName("BY-7: the policy that counts for a domain, its own or that of its owner's")
    void a_policy_is_found(String domain, String own, String above, String reason) {
        var dns = new Zonefile();
        if (!above.isEmpty()) dns.txt("_dmarc.example.com", above);
        if (!own.isEmpty()) dns.txt("_dmarc." + domain, own);
        var found = inspect(dns, domain, List.of(key(domain, "m1", KeyState.ACTIVE, "AAAA")));
        assertThat(one(found, Proof.DMARC).reason()).isEqualTo(reason);
    }

    @Test
    @DisplayName("BY-7: alignment goes by the public suffix list, or by the name itself where it is strict")
    void alignment() {
        assertThat(DmarcPolicy.organizational("a.b.example.co.uk")).isEqualTo("example.co.uk");
        assertThat(DmarcPolicy.organizational("co.uk")).isEqualTo("co.uk");
        assertThat(DmarcPolicy.organizational("shop.github.io")).isEqualTo("shop.github.io");
        assertThat(DmarcPolicy.organizational("localhost")).isEqualTo("localhost");
        assertThat(DmarcPolicy.aligned("shop.example.com", "mail.example.com", false))
                .isTrue();
        assertThat(DmarcPolicy.aligned("shop.example.com", "mail.example.com", true))
                .isFalse();
        assertThat(DmarcPolicy.aligned("a.co.uk", "b.co.uk", false)).isFalse();
    }

    @Test
    @DisplayName("BY-7: a strict policy is warned of while nothing is signed")
    void a_strict_policy_without_a_signature() {
        var dns = new Zonefile().txt("_dmarc.example.com", "v=DMARC1; p=reject");
        assertThat(one(inspect(dns, "example.com", List.of(NEW)), Proof.DMARC).reason())
                .isEqualTo("dmarc-unsigned");
    }

    @Test
    @DisplayName("BY-7: all four proofs of a sender in order, each with the name of its record")
    void a_sender_in_order() {
        var found = inspect(inOrder(), "example.com", List.of(ACTIVE, NEW, key("m0", KeyState.OLD, "CCCC")));
        assertThat(found)
                .extracting(Finding::reason)
                .containsExactly("spf-good", "dkim-right", "dkim-missing", "dmarc-none", "mx-good");
        assertThat(found)
                .extracting(Finding::record)
                .containsExactly(
                        "example.com",
                        "m1._domainkey.example.com",
                        "m2._domainkey.example.com",
                        "_dmarc.example.com",
                        "example.com");
        assertThat(Sender.proves(found, List.of(ACTIVE, NEW))).isTrue();
        assertThat(Sender.proves(found, List.of(NEW)))
                .as("a key that DNS does not show")
                .isFalse();
    }

    @Test
    void a_name_that_carries_the_domain_twice_is_recognised() {
        var dns = inOrder().txt("m2._domainkey.example.com.example.com", "v=DKIM1; p=BBBB");
        assertThat(inspect(dns, "example.com", List.of(NEW)))
                .extracting(Finding::reason)
                .contains("dkim-name-doubled");
    }

    @Test
    void a_domain_that_takes_no_mail_is_said_so() {
        var dns = inOrder().set("example.com", RecordType.MX, "0 ");
        assertThat(one(inspect(dns, "example.com", List.of(ACTIVE)), Proof.MX).reason())
                .isEqualTo("mx-none");
    }

    @Test
    @DisplayName("failure mode 6: who cannot be asked says nothing: what was found before counts")
    void could_not_ask_is_not_broken() {
        var dns = inOrder();
        var before = inspect(dns, "example.com", List.of(ACTIVE));
        var sender = new Sender("example.com", NOW, true, NOW, before, 0, NOW, null);
        dns.fails("example.com").fails("m1._domainkey.example.com").fails("_dmarc.example.com");
        var now = inspect(dns, "example.com", List.of(ACTIVE));
        assertThat(now).extracting(Finding::verdict).containsOnly(Verdict.UNKNOWN);
        var counted = sender.merged(now);
        assertThat(counted).extracting(Finding::verdict).doesNotContain(Verdict.UNKNOWN);
        assertThat(counted).extracting(Finding::fresh).containsOnly(false);
        assertThat(Sender.proves(counted, List.of(ACTIVE))).isTrue();
        assertThat(Sender.proves(now, List.of(ACTIVE))).as("never seen before").isFalse();
    }

    @Test
    @DisplayName("BY-7: of an own server only what is certainly wrong is called so")
    void an_own_server_is_warned_of() {
        var own = new SpfRoute(null, List.of(InetAddresses.forString("192.0.2.1")), "a:mail.example.com", true);
        var dns = new Zonefile()
                .txt("example.com", "v=spf1 include:provider.example -all")
                .txt("provider.example", "v=spf1 ip4:198.51.100.9 -all");
        var finding = new SpfProof(dns, dns, own).of("example.com");
        assertThat(finding.verdict()).isEqualTo(Verdict.WARNING);
        assertThat(finding.reason()).isEqualTo("spf-own-server");
        var unknown = new SpfProof(dns, dns, new SpfRoute(null, List.of(), null, false)).of("example.com");
        assertThat(unknown.reason()).isEqualTo("spf-not-judged");
    }

    @Test
    @DisplayName("failure mode 7: records that make us ask on and on come to an end")
    void a_check_has_an_allowance() {
        var dns = new Zonefile().txt("example.com", "v=spf1 " + "mx:m.example ".repeat(10) + "-all");
        var exchanges = new String[10];
        for (int i = 0; i < 10; i++) {
            exchanges[i] = "10 h" + i + ".example";
            dns.set("h" + i + ".example", RecordType.A, "198.51.100.1");
        }
        dns.set("m.example", RecordType.MX, exchanges);
        var allowance = new Allowance(60, Duration.ofSeconds(20));
        var route = new SpfRoute(null, List.of(InetAddresses.forString("192.0.2.1")), null, false);
        var finding = new SpfProof(allowance.of(dns), allowance.of(dns), route).of("example.com");
        assertThat(finding.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(dns.asked).hasSize(60);
    }

    private static Zonefile inOrder() {
        return new Zonefile()
                .txt("example.com", "v=spf1 include:spf.x.example ~all", "other")
                .txt("m1._domainkey.example.com", "v=DKIM1; k=rsa; p=AAAA")
                .txt("_dmarc.example.com", "v=DMARC1; p=none")
                .set("example.com", RecordType.MX, "10 mail.example.com");
    }

    private static List<Finding> inspect(Zonefile dns, String domain, List<SenderKey> keys) {
        return new Inspection(dns, dns, ROUTE).of(domain, keys);
    }

    private static Finding one(List<Finding> found, Proof proof) {
        return found.stream()
                .filter(finding -> finding.proof() == proof)
                .findFirst()
                .orElseThrow();
    }

    private static SenderKey key(String selector, KeyState state, String publicKey) {
        return key("example.com", selector, state, publicKey);
    }

    private static SenderKey key(String domain, String selector, KeyState state, String publicKey) {
        return new SenderKey(UUID.randomUUID(), domain, selector, state, publicKey, NOW, null, null);
    }
}
