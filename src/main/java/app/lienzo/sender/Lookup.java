package app.lienzo.sender;

import app.lienzo.dns.DnsAnswer;
import app.lienzo.dns.RecordType;

/// How a check asks.
@FunctionalInterface
interface Lookup {
    DnsAnswer ask(String name, RecordType type);
}
