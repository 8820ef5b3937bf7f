package app.lienzo.story;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/// Whether everybody can use a page: the rules of WCAG 2.2 AA that a program can check, and that nothing scrolls
/// sideways.
final class Wcag {
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private Wcag() {}

    /// Frames are taken out of the page: nothing runs in those of a preview, the checker neither, which would wait
    /// there for ever.
    static List<String> faults(Page page) {
        page.evaluate("document.querySelectorAll('iframe').forEach(frame => frame.remove())");
        var onlyViolations = new AxeRunOptions();
        onlyViolations.setResultTypes(List.of("violations"));
        var faults = new ArrayList<String>();
        // Without frames there is nothing that a second tab would have to put together.
        new AxeBuilder(page)
                .options(onlyViolations)
                .withTags(RULES)
                .setLegacyMode(true)
                .analyze()
                .getViolations()
                .forEach(violation -> violation
                        .getNodes()
                        .forEach(node -> faults.add(
                                page.url() + " " + violation.getId() + " " + node.getTarget() + " " + node.getHtml())));
        var wider =
                (Boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        if (wider) faults.add(page.url() + " scrolls sideways");
        return faults;
    }
}
