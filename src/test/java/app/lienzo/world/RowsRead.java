package app.lienzo.world;

import app.lienzo.tenancy.TenantSql;

/// How much work PostgreSQL had, which no result shows: it counts what it reads.
public final class RowsRead {
    private RowsRead() {}

    /// The rows of a table that the transaction at hand has read so far.
    public static long of(TenantSql sql, String table) {
        return sql.first(
                        "select seq_tup_read + idx_tup_fetch from pg_stat_xact_all_tables where schemaname = 'lienzo' and relname = ?",
                        row -> row.getLong(1),
                        table)
                .orElseThrow();
    }
}
