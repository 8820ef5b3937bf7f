package app.lienzo.captcha;

/// What a browser has to solve: the number behind the salt whose hash is the challenge. The components are called as
/// the protocol calls them.
public record CaptchaChallenge(String algorithm, String challenge, long maxnumber, String salt, String signature) {}
