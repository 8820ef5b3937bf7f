package app.lienzo.people;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Addresses as people paste them: separated by commas, semicolons, spaces or lines, with or without a name
/// before `<…>`.
final class PastedAddresses {
    private static final Pattern ONE =
            Pattern.compile("\"?([^\"<>@,;\\n]*?)\"?\\s*<\\s*([^<>\\s]+)\\s*>|([^\\s,;<>\"]+)");

    private PastedAddresses() {}

    /// @param name empty when none was written
    record Pasted(String name, String address) {}

    static List<Pasted> read(String text) {
        var found = new ArrayList<Pasted>();
        var matcher = ONE.matcher(text.replace("\r", "\n"));
        while (matcher.find()) {
            found.add(
                    matcher.group(3) == null
                            ? new Pasted(matcher.group(1).strip(), matcher.group(2))
                            : new Pasted("", matcher.group(3)));
        }
        return found;
    }
}
