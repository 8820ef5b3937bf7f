/// The little world every test lives in: two organizations as `tenants-sample` describes them, a
/// PostgreSQL of their own.
@NullMarked
package app.lienzo.world;

import org.jspecify.annotations.NullMarked;
