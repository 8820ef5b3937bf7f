package app.lienzo.ui;

import io.quarkus.qute.CompletedStage;
import io.quarkus.qute.EngineConfiguration;
import io.quarkus.qute.EvalContext;
import io.quarkus.qute.Mapper;
import io.quarkus.qute.Results;
import io.quarkus.qute.ValueResolver;
import java.util.concurrent.CompletionStage;

/// Finds a name that a template says inside a loop, a `let`, an included page or a part of one, and that stands in a
/// section around it. The engine asks every resolver it has, hundreds, at each of those sections before it looks one
/// further out: more than half of what a list of fifty rows cost, and a page to sign in five times its price. This
/// walks outwards at once.
///
/// It finds the same: it steps over nothing but sections without names, and sections that map names and do not know
/// this one. Whatever else stands in the way is left to the engine.
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
        var innermost = asked.resolutionContext().getData();
        if (asked.getBase() != innermost || !asked.getParams().isEmpty()) return false;
        return innermost instanceof Mapper || innermost == null && begins(asked);
    }

    /// In a section without names, a property of nothing (`nobody.name`) is asked for with the same values; that it
    /// is not looked for further out only the class of the question tells.
    private static boolean begins(EvalContext asked) {
        return !asked.getClass().getSimpleName().startsWith("Terminal");
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
