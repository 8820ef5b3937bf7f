/// Single sign-on: each organization's own OpenID Connect provider. Nouns: settings, provider, claims,
/// identity (who the provider says somebody is, by issuer and subject). Listens to nothing and fires
/// nothing; speaks through the ports `SignInOption` and `SignInRule`. Surprise: the framework does the
/// protocol, but its own session is thrown away at once; what opens doors is our session, as after a
/// password.
@NullMarked
package app.lienzo.sso;

import org.jspecify.annotations.NullMarked;
