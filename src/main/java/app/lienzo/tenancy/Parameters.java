package app.lienzo.tenancy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/// Binds values to a statement the way PostgreSQL likes them.
final class Parameters {
    private Parameters() {}

    static void bind(Connection connection, PreparedStatement statement, int first, @Nullable Object[] values)
            throws SQLException {
        for (int i = 0; i < values.length; i++) bind(connection, statement, first + i, values[i]);
    }

    private static void bind(Connection connection, PreparedStatement statement, int index, @Nullable Object value)
            throws SQLException {
        switch (value) {
            case null -> statement.setNull(index, Types.NULL);
            case Instant instant -> statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
            case Enum<?> constant -> statement.setString(index, constant.name());
            case Collection<?> list -> statement.setArray(index, connection.createArrayOf(type(list), list.toArray()));
            default -> statement.setObject(index, value);
        }
    }

    private static String type(Collection<?> list) {
        return !list.isEmpty() && list.iterator().next() instanceof String ? "text" : "uuid";
    }
}
