/// The check list of a new organization (BY-10). Noun: step (port `ui.SetupStep`). Implements the
/// port `ui.StartPage`; fires and hears no events. A chore reminds the Owners. Surprise: no
/// progress is kept. A step that is undone is open again.
@NullMarked
package app.lienzo.setup;

import org.jspecify.annotations.NullMarked;
