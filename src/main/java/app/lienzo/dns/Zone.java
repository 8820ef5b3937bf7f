package app.lienzo.dns;

import org.xbill.DNS.Name;

/// A piece of the name tree and the servers that must know about it.
record Zone(Name apex, Servers servers) {}
