package app.lienzo.bench;

/// The limit and the product, one after the other.
///
/// @param others cores that other programs kept busy meanwhile
/// @param load the machine's load average afterwards
record Pair(int clients, Sample limit, Sample candidate, double others, String load) {
    double ratio() {
        return candidate.rate() / limit.rate();
    }

    /// How much wider the product's latencies spread than the limit's.
    double spread() {
        return candidate.spread() / limit.spread();
    }
}
