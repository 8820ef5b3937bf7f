package app.lienzo.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What addresses have in common.
class NetworkTest {
    @Test
    @DisplayName("Nearness is one IPv4 address or a /64, a network a /24 or a /48; what is no address is itself")
    void near_and_wide() {
        assertThat(Network.near("192.0.2.7")).isNotEqualTo(Network.near("192.0.2.8"));
        assertThat(Network.wide("192.0.2.7")).isEqualTo(Network.wide("192.0.2.8"));
        assertThat(Network.wide("192.0.2.7")).isNotEqualTo(Network.wide("192.0.3.7"));
        assertThat(Network.near("2001:db8:1:2::5")).isEqualTo(Network.near("2001:db8:1:2:ffff::1"));
        assertThat(Network.near("2001:db8:1:2::5")).isNotEqualTo(Network.near("2001:db8:1:3::5"));
        assertThat(Network.wide("2001:db8:1:2::5")).isEqualTo(Network.wide("2001:db8:1:ffff::5"));
        assertThat(Network.wide("2001:db8:1:2::5")).isNotEqualTo(Network.wide("2001:db8:2:2::5"));
        assertThat(Network.near("::ffff:192.0.2.7"))
                .as("the same address, written as IPv6")
                .isEqualTo(Network.near("192.0.2.7"));
        assertThat(Network.wide("somewhere")).isEqualTo("somewhere");
    }
}
