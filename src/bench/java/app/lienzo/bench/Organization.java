package app.lienzo.bench;

import java.util.Map;

/// An organization made for a benchmark, with the ids the product gave it.
record Organization(String slug, String id, String space, String channel, String member) {
    static Organization of(Cluster cluster, String slug) {
        var id = cluster.text("select id from platform.organization where slug = ?", slug);
        return new Organization(
                slug,
                id,
                cluster.text("select id from lienzo.space where tenant_id = ?", id),
                cluster.text("select id from lienzo.channel where tenant_id = ?", id),
                cluster.text("select id from lienzo.member where tenant_id = ? and user_name = 'agent'", id));
    }

    /// @param threads how many of the conversations have fifty messages
    void fill(Cluster cluster, String state, int rows, int threads) {
        var commands = Cluster.script("fill.sql")
                .replace("${tenant}", id)
                .replace("${space}", space)
                .replace("${channel}", channel)
                .replace("${member}", member)
                .replace("${state}", state)
                .replace("${holder}", state.equals("IN_PROGRESS") ? "'" + member + "'::uuid" : "null::uuid")
                .replace("${rows}", "" + rows)
                .replace("${threads}", "" + threads);
        cluster.execute(commands);
    }

    String host() {
        return slug + ".localhost";
    }

    /// Its agent, by API token.
    Request.Sender agent() {
        return Request.Sender.bearing(host(), slug + "-agent-token");
    }

    Map<String, String> variables() {
        return Map.of("tenant", id, "space", space, "channel", channel, "member", member);
    }

    /// The id of a conversation that [#fill] made.
    static String conversation(int n) {
        return "00000000-0000-7000-8000-%012x".formatted(n);
    }
}
