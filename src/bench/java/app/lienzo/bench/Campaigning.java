package app.lienzo.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/// M1: a campaign to a list of addresses through a mail server that takes everything, killed in the middle: mails a
/// second, memory, who got two, and what the question who wants none costs of it.
final class Campaigning {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int CLAIMS = 5_000;
    private static final String ASKED = """
            and not exists (select from platform.marketing_suppression s where s.hash = r.hash)
            and not exists (select from platform.marketing_organization o where o.organization_id = r.organization_id)
            """;

    private final Site site;
    private final int addresses;

    Campaigning(Site site) {
        this.site = site;
        this.addresses = site.options().quick() ? 10_000 : 100_000;
    }

    void run() {
        if (!site.options().wants("M1")) return;
        Report.say("\nM1");
        fill();
        var campaign = UUID.randomUUID().toString();
        double before = Machine.residentMemory(site.product().pid());
        begin(campaign);
        double rate = until(campaign, addresses / 10, addresses / 2);
        double memory = Machine.residentMemory(site.product().pid());
        site.product().kill();
        int atTheBlow = site.sink().count();
        site.restart();
        until(campaign, atTheBlow, Integer.MAX_VALUE);
        long unknown = number(campaign, "UNKNOWN");
        long missing = addresses - site.sink().addresses() - unknown;
        site.report()
                .note(String.format(
                        Locale.ROOT,
                        "M1: %d addresses, %.0f mails a second, memory %.0f MiB before and %.0f MiB at the half; killed after %d; doubled %d, interrupted and not sent again %d (load %s)",
                        addresses,
                        rate,
                        before,
                        memory,
                        atTheBlow,
                        site.sink().doubled(),
                        unknown,
                        Machine.loadAverage()));
        site.report()
                .goal(
                        new Goal(
                                "M1",
                                "addresses that got a campaign twice or never, killed in the middle",
                                "–",
                                false,
                                0,
                                0,
                                ""),
                        List.of((double) (site.sink().doubled() + Math.max(0, missing - 1))));
        site.report()
                .goal(
                        Goal.atMost("M1", "memory at the half of a campaign", "before", 2, 1.3),
                        List.of(memory / before));
        double asking = Math.max(0, claims(ASKED) - claims("")) / CLAIMS;
        site.report().goal(Goal.atMost("M1", "asking who wants no mail", "a mail", 0.05, 0.02), List.of(asking * rate));
    }

    /// As many again want no mail: the question has something to look through.
    private void fill() {
        site.cluster().execute("""
                delete from platform.marketing_person;
                insert into platform.marketing_person (organization_id, member_id, hash, email, name, owner, language)
                select o.id, gen_random_uuid(), sha256(convert_to('c' || i, 'UTF8')), 'person' || i || '@sink.example', 'Person ' || i, true, 'en'
                from generate_series(1, %d) i, (select id from platform.organization where slug = 'few') o;
                insert into platform.marketing_suppression (hash, organization_id, at)
                select sha256(convert_to('s' || i, 'UTF8')), 'platform', now() from generate_series(1, %d) i;
                """.formatted(addresses, addresses));
        site.cluster().execute("vacuum analyze platform.marketing_person, platform.marketing_suppression");
    }

    private void begin(String campaign) {
        site.cluster().execute("""
                insert into lienzo.campaign (tenant_id, id, subject, body, language, audience, speakers, state, created_by, created_at, scheduled_at)
                values ('platform', '%1$s', 'News', 'Hello {{name}}, there is **news**.', 'en', 'EVERYBODY', false, 'SCHEDULED', 'bench', now(), now());
                insert into platform.scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
                values ('job', '%1$s', convert_to('{"organization":"platform","kind":"app.lienzo.marketing.SendCampaign","content":"{\\"campaign\\":\\"%1$s\\"}"}', 'UTF8'), now(), false, 1);
                """.formatted(campaign));
    }

    /// Waits for so many mails, or for the end.
    ///
    /// @return mails a second from `begin` on
    private double until(String campaign, int begin, int end) {
        long from = 0;
        int first = 0;
        for (long patience = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < patience; ) {
            int count = site.sink().count();
            if (from == 0 && count >= begin) {
                from = System.nanoTime();
                first = count;
            }
            boolean over = count >= end
                    || site.cluster()
                            .text("select state from lienzo.campaign where id = ?::uuid", campaign)
                            .equals("SENT");
            if (over) return (count - first) / ((System.nanoTime() - from) / 1e9);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        throw new IllegalStateException("A campaign does not end");
    }

    /// Seconds for claims in a row, with the question or without.
    private double claims(String asked) {
        var sql = """
                do $$ begin for i in 1..%d loop
                  perform from lienzo.campaign_recipient r where r.tenant_id = 'platform' and r.hash = sha256(convert_to('c' || i, 'UTF8')) %s;
                end loop; end $$
                """.formatted(CLAIMS, asked);
        site.cluster().execute(sql);
        long begin = System.nanoTime();
        site.cluster().execute(sql);
        return (System.nanoTime() - begin) / 1e9;
    }

    private long number(String campaign, String state) {
        return site.cluster()
                .number(
                        "select count(*) from lienzo.campaign_recipient where campaign_id = ?::uuid and state = ?",
                        campaign,
                        state);
    }
}
