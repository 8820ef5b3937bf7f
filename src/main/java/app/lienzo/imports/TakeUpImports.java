package app.lienzo.imports;

import app.lienzo.jobs.Chore;
import jakarta.enterprise.context.ApplicationScoped;

/// Takes up imports whose process died, and forgets those that are long over.
@ApplicationScoped
class TakeUpImports implements Chore {
    private final ImportService imports;

    TakeUpImports(ImportService imports) {
        this.imports = imports;
    }

    @Override
    public String name() {
        return "take-up-imports";
    }

    @Override
    public void run() {
        imports.takeUp();
        imports.forget();
    }
}
