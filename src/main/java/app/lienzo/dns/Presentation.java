package app.lienzo.dns;

import com.google.common.net.InetAddresses;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CAARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.TXTRecord;

/// Records as people write them.
final class Presentation {
    private Presentation() {}

    static String of(Record record) {
        return switch (record) {
            case ARecord a -> InetAddresses.toAddrString(a.getAddress());
            case AAAARecord a -> InetAddresses.toAddrString(a.getAddress());
            case CNAMERecord alias -> of(alias.getTarget());
            case NSRecord server -> of(server.getTarget());
            case MXRecord mx -> mx.getPriority() + " " + of(mx.getTarget());
            case TXTRecord text -> joined(text);
            case CAARecord caa -> caa.getFlags() + " " + caa.getTag() + " \"" + caa.getValue() + "\"";
            default -> record.rdataToString();
        };
    }

    static String of(Name name) {
        return name.toString(true).toLowerCase(Locale.ROOT);
    }

    private static String joined(TXTRecord text) {
        var bytes = new ByteArrayOutputStream();
        for (var string : text.getStringsAsByteArrays()) bytes.writeBytes(string);
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
