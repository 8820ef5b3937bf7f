package app.lienzo.secondfactor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.binary.Base32;

/// What an app is set up with.
///
/// @param secret in base 32, as apps take it
/// @param issuer whose account it is: the brand
/// @param account the member's user name
public record SetUp(String secret, String issuer, String account) {
    private static final int GROUP = 4;

    static SetUp of(byte[] secret, String issuer, String account) {
        return new SetUp(
                new Base32().encodeAsString(secret).replace("=", ""),
                issuer.replace(":", " "),
                account.replace(":", " "));
    }

    /// The secret in groups, to be typed.
    public String typed() {
        return secret.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }

    /// The address that apps read from the picture (Key Uri Format).
    public String uri() {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(account) + "?secret=" + secret + "&issuer="
                + encoded(issuer) + "&algorithm=SHA1&digits=" + OneTimeCodes.DIGITS + "&period="
                + OneTimeCodes.STEP.toSeconds();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
