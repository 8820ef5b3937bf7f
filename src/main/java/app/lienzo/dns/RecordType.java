package app.lienzo.dns;

import org.xbill.DNS.Type;

/// What can be asked for.
public enum RecordType {
    A(Type.A),
    AAAA(Type.AAAA),
    CNAME(Type.CNAME),
    TXT(Type.TXT),
    CAA(Type.CAA),
    MX(Type.MX),
    NS(Type.NS);

    private final int code;

    RecordType(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
