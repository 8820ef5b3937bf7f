package app.lienzo.identity;

/// A password that fits the rule, already hashed: made outside of any transaction, because hashing takes
/// its time and a transaction would hold a connection meanwhile.
public final class HashedPassword {
    final String hash;

    HashedPassword(String hash) {
        this.hash = hash;
    }
}
