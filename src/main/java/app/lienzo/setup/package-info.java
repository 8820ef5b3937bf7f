/// The check list of a new organization. Noun: step (port `ui.SetupStep`).
@NullMarked
package app.lienzo.setup;

import org.jspecify.annotations.NullMarked;
