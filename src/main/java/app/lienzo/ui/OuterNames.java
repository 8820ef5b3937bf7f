package app.lienzo.ui;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EngineConfiguration;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Mapper;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;
import java.util.concurrent.CompletionStage;

/// Finds a name that a template says inside a loop or a `let` and that stands in a section around it. The engine asks
/// every resolver it has, hundreds, at each of those sections before it looks one further out, which was more than half
/// of what a list of fifty rows cost; this walks outwards at once.
///
/// It finds the same: it steps over nothing but sections that map names and do not know this one. Whatever else stands
/// in the way is left to the engine.
@EngineConfiguration
public class OuterNames implements ValueResolver {
    /// Before those that the engine brings, of which the first has 15.
    private static final int PRIORITY = 100;

    @Override
    public int getPriority() {
        return PRIORITY;
    }

    @Override
    public boolean appliesTo(EvalContext asked) {
        return asked.getBase() instanceof Mapper innermost
                && innermost == asked.resolutionContext().getData()
                && asked.getParams().isEmpty();
    }

    @Override
    public CompletionStage<Object> resolve(EvalContext asked) {
        var name = asked.getName();
        for (var section = asked.resolutionContext(); section != null; section = section.getParent()) {
            var data = section.getData();
            if (data == null) continue;
            if (!(data instanceof Mapper names)) break;
            if (!names.appliesTo(name)) continue;
            var found = names.getAsync(name);
            if (!missing(found)) return found;
        }
        return Results.notFound(asked);
    }

    /// A loop says only when asked that it has no such name.
    private static boolean missing(CompletionStage<Object> found) {
        return found instanceof CompletedStage<Object> value && !value.isFailure() && Results.isNotFound(value.get());
    }
}
