package app.lienzo.imports;

import app.lienzo.tenancy.TenantSql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// The rows of `lienzo.import_directory`, one per space.
@ApplicationScoped
class Directories {
    /// What the secret is sealed for.
    static final String PURPOSE = "import-directory";

    private final TenantSql sql;

    Directories(TenantSql sql) {
        this.sql = sql;
    }

    /// @param secret sealed
    @SuppressWarnings("ArrayRecordComponent") // handed on and never compared
    record Directory(String directory, String client, byte[] secret) {}

    Optional<Directory> find(UUID space) {
        return sql.first(
                "select directory, client, secret from lienzo.import_directory where space_id = ?",
                row -> new Directory(row.getString(1), row.getString(2), row.getBytes(3)),
                space);
    }

    void keep(UUID space, Directory directory) {
        sql.update("""
                insert into lienzo.import_directory (tenant_id, space_id, directory, client, secret)
                values (current_setting('lienzo.tenant'), ?, ?, ?, ?)
                on conflict (tenant_id, space_id) do update
                    set directory = excluded.directory, client = excluded.client, secret = excluded.secret
                """, space, directory.directory(), directory.client(), directory.secret());
    }
}
