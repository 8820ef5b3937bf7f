/// The embedded PostgreSQL for machines that have none: unpacks the binaries, makes the cluster and its
/// three roles, starts it, adopts one that a killed process left running; used by `Main` and the tests
/// only. And the schema's migration at start, whoever's the server is. Stands below everything.
@NullMarked
package app.lienzo.database;

import org.jspecify.annotations.NullMarked;
