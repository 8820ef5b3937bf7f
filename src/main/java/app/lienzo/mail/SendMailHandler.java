package app.lienzo.mail;

import app.lienzo.jobs.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class SendMailHandler implements JobHandler<SendMail> {
    private final MailDelivery delivery;

    SendMailHandler(MailDelivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public Class<SendMail> kind() {
        return SendMail.class;
    }

    @Override
    public void run(SendMail job) {
        delivery.attempt(job.mail());
    }
}
