package app.lienzo.secondfactor;

/// What an organization wants of its people.
///
/// @param required whether nobody comes in without a second factor
/// @param withSso whether it is also asked of who comes by single sign-on
public record SecondFactorPolicy(boolean required, boolean withSso) {
    static final SecondFactorPolicy NONE = new SecondFactorPolicy(false, false);
    static final SecondFactorPolicy EVERYBODY = new SecondFactorPolicy(true, true);
}
