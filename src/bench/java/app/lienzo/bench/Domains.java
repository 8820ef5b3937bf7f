package app.lienzo.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/// Many hosts of one organization with their certificates: made here, kept in the product's database and as files for
/// nginx.
record Domains(Cluster cluster, String organization, List<Domain> all) {
    private static final String INSERT = """
            insert into platform.certificate
                (id, organization_id, host, source, issuer, serial, not_before, not_after, chain, sealed_key, created_at)
            values (?, ?, ?, 'ACME', 'Bench', ?, ?, ?, ?, ?, now())
            """;

    static Domains make(Cluster cluster, String organization, int count) {
        Report.say("Making " + count + " certificates ...");
        var all = IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> Domain.of("d" + i + ".bench.example"))
                .toList();
        return new Domains(cluster, organization, all);
    }

    String any() {
        return all.get(ThreadLocalRandom.current().nextInt(all.size())).host();
    }

    /// Stores them and says so to all replicas.
    Domains store() {
        cluster.with(connection -> {
            connection.setAutoCommit(false);
            for (var domain : all) insert(connection, domain);
            connection.commit();
        });
        return this;
    }

    /// Takes over from the certificate of the same host, as the product does: the old key goes.
    void renew(Domain domain) {
        cluster.with(connection -> {
            connection.setAutoCommit(false);
            insert(connection, domain);
            try (var old = connection.prepareStatement("""
                    update platform.certificate set sealed_key = null, changed_in = pg_current_xact_id()
                    where host = ? and id <> ? and sealed_key is not null
                    """)) {
                old.setString(1, domain.host());
                old.setObject(2, domain.id());
                old.execute();
            }
            connection.commit();
            try (var hint = connection.prepareStatement("select pg_notify('lienzo', ?)")) {
                hint.setString(1, "bench\ncertificates\t" + domain.host());
                hint.execute();
            }
            connection.commit();
        });
    }

    private void insert(Connection connection, Domain domain) throws SQLException {
        try (var statement = connection.prepareStatement(INSERT)) {
            statement.setObject(1, domain.id());
            statement.setString(2, organization);
            statement.setString(3, domain.host());
            statement.setString(4, domain.certificate().getSerialNumber().toString(16));
            statement.setTimestamp(
                    5, new Timestamp(domain.certificate().getNotBefore().getTime()));
            statement.setTimestamp(
                    6, new Timestamp(domain.certificate().getNotAfter().getTime()));
            statement.setBytes(7, domain.chain());
            statement.setBytes(8, domain.sealedKey(cluster.secret()));
            statement.execute();
        }
    }

    /// One file each for chain and key, named as nginx looks for them.
    void write(Path folder) {
        try {
            for (var domain : all) {
                Files.writeString(folder.resolve(domain.host() + ".crt"), domain.chainPem());
                Files.writeString(folder.resolve(domain.host() + ".key"), domain.keyPem());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
