package app.lienzo.contacts.web;

import app.lienzo.contacts.UndoView;
import org.jspecify.annotations.Nullable;

/// What a page says of what was done a moment ago.
///
/// @param what `saved`, `undone`, an action's name; empty for nothing
/// @param undo what takes it back; null when it cannot be, or not any more
/// @param back where to go then
record Done(String what, @Nullable UndoView undo, String back) {
    public boolean any() {
        return !what.isEmpty() || undo != null;
    }
}
