package app.lienzo.setup;

import app.lienzo.ui.SetupStep.Progress;
import java.util.List;

/// The check list as its reader sees it.
///
/// @param steps the six of the guided set-up; they alone count
/// @param recommended what is well done beside them
/// @param dismissed whether an Owner put it aside
public record SetupView(List<Step> steps, List<Step> recommended, boolean dismissed) {
    /// @param icon name in the icon font, without `ti-`
    public record Step(String icon, String title, String hint, String path, Progress progress) {}

    public int done() {
        return count(Progress.DONE);
    }

    /// Which of the six is best done next, from 1; 0 when none waits for anybody here.
    public int next() {
        for (int i = 0; i < steps.size(); i++) if (steps.get(i).progress() == Progress.OPEN) return i + 1;
        return 0;
    }

    public int open() {
        return count(Progress.OPEN);
    }

    public int waiting() {
        return count(Progress.WAITING);
    }

    /// Nothing is left to be done by anybody.
    public boolean complete() {
        return done() == steps.size();
    }

    /// 0 to 100.
    public int percent() {
        return steps.isEmpty() ? 100 : done() * 100 / steps.size();
    }

    private int count(Progress progress) {
        return (int) steps.stream().filter(step -> step.progress() == progress).count();
    }
}
