package app.lienzo.portalaccess;

import app.lienzo.jobs.Job;
import java.util.UUID;

/// Somebody asked for a link to his portal; whether there is such a contact is looked up after he was answered.
///
/// @param link id of the link to be made, so that a second run makes none
/// @param typed an e-mail address
/// @param address network address it came from
record FindPortalAccess(UUID link, UUID space, String typed, String address) implements Job {}
