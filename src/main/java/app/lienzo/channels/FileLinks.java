package app.lienzo.channels;

import app.lienzo.kernel.Refused;
import app.lienzo.tenancy.Links;
import app.lienzo.tenancy.Signatures;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;

/// Links to attachments for browsers that cannot send a token along: signed, and good for an hour.
@ApplicationScoped
public class FileLinks {
    private static final String PURPOSE = "file";

    private final Links links;
    private final Signatures signatures;
    private final Clock clock;
    private final LiveChatConfig config;

    FileLinks(Links links, Signatures signatures, Clock clock, LiveChatConfig config) {
        this.links = links;
        this.signatures = signatures;
        this.clock = clock;
        this.config = config;
    }

    public String to(UUID file, boolean preview) {
        long step = config.linkLifetime().toSeconds();
        // The same link for a while, so that browsers keep the picture.
        long until = (clock.instant().getEpochSecond() / step + 2) * step;
        return links.origin() + "/widget/v1/files/" + file + "?until=" + until + (preview ? "&preview=1" : "")
                + "&signature=" + signatures.sign(PURPOSE, text(file, until, preview));
    }

    /// @throws Refused not found, for a link that is forged or too old
    public void check(UUID file, long until, boolean preview, String signature) {
        boolean good = clock.instant().getEpochSecond() < until
                && signatures.signed(PURPOSE, text(file, until, preview), signature);
        if (!good) throw Refused.notFound();
    }

    private static String text(UUID file, long until, boolean preview) {
        return file + " " + until + " " + preview;
    }
}
