package app.lienzo.mail;

import app.lienzo.kernel.Refused;
import app.lienzo.kernel.SafeText;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.Serial;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/// A server did not take a mail.
final class DeliveryFailed extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final int REPLY_MAX = 300;
    private static final int PERMANENT = 550;

    private final MailProblem problem;
    private final @Nullable String reply;
    private final boolean permanent;

    /// @param reply what the server said; null when it said nothing
    /// @param permanent whether it is no use to try again
    DeliveryFailed(MailProblem problem, @Nullable String reply, boolean permanent) {
        super(problem.name(), null, false, false);
        this.problem = problem;
        this.reply = reply;
        this.permanent = permanent;
    }

    MailProblem problem() {
        return problem;
    }

    @Nullable
    String reply() {
        return reply;
    }

    boolean permanent() {
        return permanent;
    }

    /// What the mail library throws, in the order in which it knows more than "failed".
    static DeliveryFailed of(MessagingException thrown) {
        for (Throwable cause = thrown; cause != null; cause = next(cause)) {
            var failed = switch (cause) {
                case Refused _ -> new DeliveryFailed(MailProblem.ADDRESS_REFUSED, null, false);
                case AuthenticationFailedException refused -> said(MailProblem.SIGN_IN, refused, false);
                case SSLException broken -> said(MailProblem.ENCRYPTION, broken, false);
                case SMTPAddressFailedException refused ->
                    said(MailProblem.RECIPIENT, refused, refused.getReturnCode() >= PERMANENT);
                case SMTPSenderFailedException refused -> said(MailProblem.SENDER, refused, false);
                default -> null;
            };
            if (failed != null) return failed;
        }
        if (thrown instanceof SMTPSendFailedException refused) {
            return said(MailProblem.REFUSED, refused, refused.getReturnCode() >= PERMANENT);
        }
        if (String.valueOf(thrown.getMessage()).toUpperCase(Locale.ROOT).contains("STARTTLS")) {
            return new DeliveryFailed(MailProblem.ENCRYPTION, null, false);
        }
        return thrown.getCause() instanceof IOException
                ? new DeliveryFailed(MailProblem.UNREACHABLE, null, false)
                : said(MailProblem.REFUSED, thrown, false);
    }

    private static DeliveryFailed said(MailProblem problem, Throwable thrown, boolean permanent) {
        var message = thrown.getMessage();
        return new DeliveryFailed(problem, message == null ? null : SafeText.line(message, REPLY_MAX), permanent);
    }

    private static @Nullable Throwable next(Throwable thrown) {
        var cause = thrown.getCause();
        if (cause != null) return cause;
        return thrown instanceof MessagingException chained ? chained.getNextException() : null;
    }
}
