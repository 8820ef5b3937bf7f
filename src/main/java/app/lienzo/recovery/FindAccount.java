package app.lienzo.recovery;

import app.lienzo.jobs.Job;
import java.util.UUID;

/// Somebody asked for a link; whether there is such an account is looked up after he was answered.
///
/// @param link id of the link to be made, so that a second run makes none
/// @param typed user name or e-mail address
/// @param language of the page it was typed on
/// @param address network address it came from
record FindAccount(UUID link, String typed, String language, String address) implements Job {}
