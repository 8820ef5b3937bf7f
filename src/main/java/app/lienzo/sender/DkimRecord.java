package app.lienzo.sender;

import java.util.List;

/// Compares what DNS says of a key with the key (RFC 6376, 3.6.1).
final class DkimRecord {
    private DkimRecord() {}

    /// What is wrong, or is not.
    enum State {
        RIGHT,
        /// Receivers are told that it is only a test (`t=y`).
        TESTING,
        MISSING,
        /// `p=` is empty: the key is withdrawn.
        REVOKED,
        OTHER_KEY,
        /// Quotation marks were copied into the value.
        QUOTED,
        MALFORMED,
        /// Two records of one name; receivers may take either.
        SEVERAL;

        boolean usable() {
            return this == RIGHT || this == TESTING;
        }
    }

    /// @param texts the records of the selector, each with its strings joined
    /// @param publicKey base64
    static State compare(List<String> texts, String publicKey) {
        if (texts.isEmpty()) return State.MISSING;
        if (texts.size() > 1) return State.SEVERAL;
        var text = texts.getFirst().strip();
        if (text.contains("\"") || text.contains("“") || text.contains("”")) return State.QUOTED;
        var read = Tags.read(text);
        if (read.isEmpty() || !read.get().containsKey("p")) return State.MALFORMED;
        var tags = read.get();
        if (!tags.getOrDefault("v", "DKIM1").equals("DKIM1") || (tags.containsKey("v") && !text.startsWith("v")))
            return State.MALFORMED;
        var key = tags.getOrDefault("p", "").replaceAll("\\s", "");
        if (key.isEmpty()) return State.REVOKED;
        if (!key.equals(publicKey) || !tags.getOrDefault("k", "rsa").equals("rsa")) return State.OTHER_KEY;
        if (!allows(tags.getOrDefault("h", "sha256"), "sha256")) return State.MALFORMED;
        if (!allows(tags.getOrDefault("s", "*"), "email") && !allows(tags.getOrDefault("s", "*"), "*"))
            return State.MALFORMED;
        return allows(tags.getOrDefault("t", ""), "y") ? State.TESTING : State.RIGHT;
    }

    private static boolean allows(String list, String one) {
        return List.of(list.split("\\s*:\\s*")).contains(one);
    }
}
