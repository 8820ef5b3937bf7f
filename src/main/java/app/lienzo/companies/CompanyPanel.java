package app.lienzo.companies;

import app.lienzo.identity.SignedIn;
import io.quarkus.qute.TemplateInstance;
import java.util.Locale;
import java.util.Optional;

/// Port: a part of a company's page that a feature above brings, such as its contacts or its tickets.
public interface CompanyPanel {
    /// Smaller stands higher.
    int position();

    /// A `section` of the page; nothing for who may not see it.
    Optional<TemplateInstance> of(SignedIn me, CompanyView company);

    /// What happens to what it shows when the company is deleted, said before: a sentence with how many there are;
    /// nothing when there are none.
    Optional<String> afterRemoval(SignedIn me, CompanyView company, Locale language);
}
