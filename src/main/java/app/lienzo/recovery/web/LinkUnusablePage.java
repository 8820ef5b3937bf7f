package app.lienzo.recovery.web;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/// A link that is used, ended, another organization's, or none at all: one page for all of them.
///
/// @param password whether it set a password, so that another can be asked for
@CheckedTemplate(basePath = "recovery", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record LinkUnusablePage(boolean password) implements TemplateInstance {}
