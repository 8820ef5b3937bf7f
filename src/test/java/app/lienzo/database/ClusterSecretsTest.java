package app.lienzo.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterSecretsTest {
    @Test
    @DisplayName("A port that another program took while the database was down is left to it, and nothing else changes")
    void a_taken_port_is_left(@TempDir Path folder) throws Exception {
        var first = new ClusterSecrets(folder);
        first.leaveTakenPort();
        var port = first.port();
        try (var _ = new ServerSocket(Integer.parseInt(port), 1, InetAddress.getLoopbackAddress())) {
            var second = new ClusterSecrets(folder);
            assertThat(second.port()).isEqualTo(port);
            second.leaveTakenPort();
            assertThat(second.port()).isNotEqualTo(port);
            assertThat(new ClusterSecrets(folder).port()).isEqualTo(second.port());
            assertThat(new ClusterSecrets(folder).get("secret")).isEqualTo(first.get("secret"));
        }
    }
}
