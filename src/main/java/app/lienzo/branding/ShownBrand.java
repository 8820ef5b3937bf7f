package app.lienzo.branding;

import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import java.util.Optional;

/// Another brand than the published one, for the rest of the request at hand: a draft in its preview, a space's portal,
/// the neutral one for repairs.
final class ShownBrand {
    private static final String KEY = "lienzo.brand";

    private ShownBrand() {}

    static Optional<BrandView> find() {
        var context = Vertx.currentContext();
        return context == null || !VertxContext.isDuplicatedContext(context)
                ? Optional.empty()
                : Optional.ofNullable(context.getLocal(KEY));
    }

    static void set(BrandView brand) {
        var context = Vertx.currentContext();
        if (context == null || !VertxContext.isDuplicatedContext(context))
            throw new IllegalStateException("Only a request is shown another brand");
        context.putLocal(KEY, brand);
    }
}
