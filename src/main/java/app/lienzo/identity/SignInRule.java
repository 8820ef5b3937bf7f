package app.lienzo.identity;

import app.lienzo.kernel.Refused;

/// Port: says no to a sign-in although the proof was right.
public interface SignInRule {
    /// @throws Refused when this member may not come in this way
    void check(MemberView member, SignInMethod method);
}
