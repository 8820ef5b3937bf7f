package app.lienzo.world;

import app.lienzo.tenancy.TenantSql;

/// How much work PostgreSQL had, which no result shows: it counts what it reads.
public final class RowsRead {
    private RowsRead() {}

    /// The rows of a table, named with its schema, that are read while something is done, within the transaction at
    /// hand. What the connection
    /// read a moment before is counted too until PostgreSQL has reported it, so it is taken off.
    public static long during(TenantSql sql, String table, Runnable work) {
        long before = soFar(sql, table);
        work.run();
        return soFar(sql, table) - before;
    }

    private static long soFar(TenantSql sql, String table) {
        return sql.first(
                        "select seq_tup_read + idx_tup_fetch from pg_stat_xact_all_tables where relid = to_regclass(?)",
                        row -> row.getLong(1),
                        table)
                .orElseThrow();
    }
}
