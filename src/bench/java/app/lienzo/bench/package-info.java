/// Benchmarks: a load generator beside `pgbench` with the product's own statements, in turns, and a
/// table of ratios. A plain program of the profile `bench`; the product never sees it. See
/// `docs/how-to/run-the-benchmarks.md`.
@NullMarked
package app.lienzo.bench;

import org.jspecify.annotations.NullMarked;
