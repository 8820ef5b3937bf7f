package app.lienzo.imports.web;

import app.lienzo.imports.ImportService;
import app.lienzo.ui.LargerBody;
import jakarta.enterprise.context.ApplicationScoped;

/// A file of contacts is larger than anything else that is sent; it goes to the disk and is read from there by rows.
@ApplicationScoped
class ImportBody implements LargerBody {
    private final ImportService imports;

    ImportBody(ImportService imports) {
        this.imports = imports;
    }

    @Override
    public boolean fits(String verb, String path) {
        return verb.equals("POST") && (path.equals("/imports") || path.equals(ImportApi.PATH));
    }

    @Override
    public long bytesMax() {
        return imports.uploadMax();
    }
}
