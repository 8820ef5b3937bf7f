/// The embedded PostgreSQL for machines that have none: unpacks the binaries, makes the cluster and its
/// three roles, starts it, adopts one that a killed process left running. Stands below everything and
/// is used by `Main` and the tests only.
@NullMarked
package app.lienzo.database;

import org.jspecify.annotations.NullMarked;
