package app.lienzo.mail;

import app.lienzo.jobs.Job;
import java.util.UUID;

/// One attempt to send a mail.
record SendMail(UUID mail) implements Job {}
